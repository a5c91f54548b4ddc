// SPDX-License-Identifier: EUPL-1.2
/**
 * The stored answer of the scenario on the desk: shown as soon as the scenario is opened where it is still valid, told
 * of where it is not, and worked out again to be compared when somebody wants to verify it.
 */
import { create } from 'zustand';
import type { CityInputs } from '../../../city/city-inputs';
import type { Answer, Effort, RunFault, RunProgress } from '../../../simulation/protocol';
import { CANCELLED, type Run } from '../../../simulation/run';
import { type Verdict, verdictOf } from '../../../simulation/stored-answer';
import { cityInputs } from '../city-inputs';
import { viewOf } from '../impact-view';
import { faultOf, pageRun } from '../run';
import { isStale } from '../scenario';
import { type StoreState, useStore } from '../store';
import { answerOfStored, findStored, type StoredAnswer } from './find-stored';
import type { Keeper } from './keeper';

export type Verification =
  | { readonly kind: 'running'; readonly progress: RunProgress | null }
  | { readonly kind: 'done'; readonly verdict: Verdict; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly fault: RunFault };

interface StoredState {
  /** It is being asked for: nothing has to be made ready for a run yet. */
  readonly looking: boolean;
  /** Of the scenario that was opened last; null: there is none. */
  readonly found: StoredAnswer | null;
  /** Null: nobody has asked for one. */
  readonly verification: Verification | null;
}
export const useStored = create<StoredState>(() => ({ looking: false, found: null, verification: null }));

/**
 * What is said of the stored answer now: that it is the one on the screen (or was, until a new run said otherwise), is
 * being verified, or holds no longer and nothing else has been worked out; null: nothing.
 */
export function noteOf(
  { run, scenario }: Pick<StoreState, 'run' | 'scenario'>,
  { found, verification }: Pick<StoredState, 'found' | 'verification'>,
): 'shown' | 'verifying' | 'outdated' | null {
  if (!found || found.place.scenarioId !== scenario?.id || run.kind === 'running') return null;
  if (verification?.kind === 'running') return 'verifying';
  if (run.kind !== 'done' || isStale(run, scenario.present)) return found.changes && 'outdated';
  const isIts = run.stored?.key === found.place.key;
  const isItsNew = verification?.kind === 'done' && verification.answer === run.answer;
  return isIts || isItsNew ? 'shown' : null;
}

/** The more exact one is shown, where there are two. */
const EFFORTS_SOUGHT: readonly Effort[] = ['full', 'quick'];
/** Workers say more than a person can read. */
const TELL_EVERY_MS = 200;

/** From now on each scenario that is opened shows its answer, where the server has one. */
export function showStoredAnswers(keeperNow: () => Keeper): void {
  const look = (id: string | undefined) => {
    stopVerification();
    useStored.setState({ looking: id !== undefined, found: null, verification: null });
    if (id === undefined) return;
    lookFor(id, keeperNow)
      .catch(() => {})
      .finally(() => isOnDesk(id) && useStored.setState({ looking: false }));
  };
  look(useStore.getState().scenario?.id);
  useStore.subscribe((now, before) => {
    if (now.scenario?.id !== before.scenario?.id) look(now.scenario?.id);
    // The workers are wanted elsewhere.
    if (now.run !== before.run && now.run.kind === 'running') stopVerification();
  });
}

const isOnDesk = (id: string): boolean => useStore.getState().scenario?.id === id;

async function lookFor(id: string, keeperNow: () => Keeper): Promise<void> {
  const { catalogue, cityUrl, scenario: opened } = useStore.getState();
  if (!catalogue || !opened) return;
  const city = await cityInputs(catalogue, cityUrl);
  const sought = { city, id, scenario: opened.present, efforts: EFFORTS_SOUGHT, orOutdated: true };
  const found = await findStored(keeperNow(), sought);
  const { run, scenario, impactView, set } = useStore.getState();
  // Somebody has gone on meanwhile, or another answer to the same is on the screen already.
  if (!found || scenario?.id !== id || run.kind === 'running') return;
  const isAnswered = run.kind === 'done' && !isStale(run, scenario.present);
  if (isAnswered && run.stored?.key !== found.place.key) return;
  useStored.setState({ found });
  if (isAnswered || found.changes) return;
  const answer = answerOfStored(found, opened.present);
  set({
    run: { kind: 'done', answer, stored: found.place },
    impactView: { ...viewOf(answer.impact, impactView), open: true },
  });
}

let current: Run | null = null;

/** Works the stored answer out again and says whether it is the same; the new one is shown where it is not. */
export async function verifyStored(city: CityInputs, ask: typeof pageRun = pageRun): Promise<void> {
  const { found } = useStored.getState();
  const { scenario } = useStore.getState();
  if (!found || !scenario || current) return;
  const tell = (verification: Verification | null) => useStored.setState({ verification });
  tell({ kind: 'running', progress: null });
  let toldMs = Number.NEGATIVE_INFINITY;
  let run: Run | null = null;
  try {
    run = ask({
      ...{ city, scenario: scenario.present, effort: found.kept.effort },
      onProgress: (progress) => {
        if (performance.now() - toldMs < TELL_EVERY_MS || current !== run) return;
        toldMs = performance.now();
        tell({ kind: 'running', progress });
      },
    });
    current = run;
    const answer = await run.answer;
    const verdict = verdictOf(found.kept, answer);
    tell({ kind: 'done', verdict, answer });
    // The same, and shown already.
    if (verdict.kind === 'same' && !found.changes) return;
    const { set, impactView } = useStore.getState();
    set({
      run: { kind: 'done', answer },
      impactView: { ...viewOf(answer.impact, impactView), open: true },
    });
  } catch (error) {
    const fault = faultOf(error);
    const isCancelled = fault.code === CANCELLED.code;
    if (useStored.getState().found === found) tell(isCancelled ? null : { kind: 'failed', fault });
  } finally {
    if (current === run) current = null;
  }
}

/** Stops at once; what was stored stays shown. */
export const stopVerification = (): void => current?.cancel();
