// SPDX-License-Identifier: EUPL-1.2
/** The scenario on the screen, as what keeps it sees it. */
import { editedScenario, mergeScenario } from '../../../scenario/history';
import { isFilled, type Scenario } from '../../../scenario/scenario';
import { act, openInstead } from '../scenario';
import { useStore } from '../store';
import { useUndo } from '../undo/undo';

export interface OnDesk {
  readonly id: string;
  readonly present: Scenario;
}

export interface Desk {
  /** Null: there is none yet. */
  read(): OnDesk | null;
  /** A form is open, which holds a measure of it: it must not change under it. */
  isBusy(): boolean;
  /** The same scenario with somebody else's changes in it; '' of `by`: made in another tab. A step that can be undone. */
  take(scenario: Scenario, by: string): void;
  /** Another in its place. A step that can be undone. */
  open(scenario: Scenario, id: string): void;
  /** As it was left: no step. Only where there is none. */
  bringBack(scenario: Scenario, id: string): void;
  /** What it was before, step by step, the last first. */
  ancestors(): Iterable<Scenario>;
  /** Hears of every change of what `read` and `isBusy` say. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** Hears that the steps of an earlier visit have come, and with them perhaps another scenario. Returns how to stop. */
  watchHistory(listener: () => void): () => void;
}

/** That of this page. */
export const desk: Desk = {
  read: () => {
    const { scenario } = useStore.getState();
    return scenario && { id: scenario.id, present: scenario.present };
  },
  isBusy: () => {
    const { editing, drawing } = useStore.getState();
    return editing !== null || drawing !== null;
  },
  take: (scenario, by) => act(() => mergeScenario(scenario, by)),
  open: openInstead,
  bringBack: (scenario, id) => {
    const { scenario: there, set } = useStore.getState();
    if (!there) set({ scenario: editedScenario(scenario, isFilled(scenario), id) });
  },
  *ancestors() {
    const { past } = useUndo.getState().timeline;
    for (let at = past.length - 1; at >= 0; at--) {
      const before = past[at]?.changes.scenario?.before as { present?: Scenario } | null | undefined;
      if (before?.present) yield before.present;
    }
  },
  watch: (listener) =>
    useStore.subscribe((now, before) => {
      const isSame =
        now.scenario === before.scenario && now.editing === before.editing && now.drawing === before.drawing;
      if (!isSame) listener();
    }),
  watchHistory: (listener) =>
    useUndo.subscribe((now, before) => {
      if (now.visits !== before.visits) listener();
    }),
};
