// SPDX-License-Identifier: EUPL-1.2
/**
 * The answer on the screen is of the scenario on the desk: where another comes there, opened, new or by undoing, the
 * answer goes with the one that leaves, and is there again once that one comes back.
 */
import { questionOf } from '../../../scenario/question';
import type { Scenario } from '../../../scenario/scenario';
import { viewOf } from '../impact-view';
import { showInstead } from '../run';
import { type RunState, useStore } from '../store';

type Answered = Extract<RunState, { kind: 'done' }>;

/** Answers are large: one undoes that many openings, not more. */
const MOST_REMEMBERED = 6;

/** From now on no answer outstays its scenario. Returns how to stop. */
export function followDesk(): () => void {
  const remembered = new Map<string, Answered>();
  return useStore.subscribe((now, before) => {
    const [left, came] = [before.scenario, now.scenario];
    if (!left || left.id === came?.id) return;
    const { run, impactView } = now;
    remembered.delete(left.id);
    if (run.kind === 'done') remembered.set(left.id, run);
    for (const oldest of remembered.keys()) if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
    if (came && asksTheSame(run, came.present)) {
      // A variant: it is the answer of both, and is stored with the one as with the other.
      if (run.kind === 'done') now.set({ run: { kind: 'done', answer: run.answer } });
      return;
    }
    const back = came && remembered.get(came.id);
    if (back) now.set({ impactView: viewOf(back.answer.impact, impactView) });
    showInstead(back ?? { kind: 'idle' });
  });
}

function asksTheSame(run: RunState, scenario: Scenario): boolean {
  if (run.kind !== 'done' && run.kind !== 'running') return false;
  const asked = run.kind === 'done' ? run.answer.scenario : run.scenario;
  return questionOf(asked) === questionOf(scenario);
}
