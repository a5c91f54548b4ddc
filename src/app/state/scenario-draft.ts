// SPDX-License-Identifier: EUPL-1.2
/** The scenario survives a closed tab: it is kept in the browser, in the form of a saved file. */
import { readScenario, writeScenario } from '../../scenario/saved-file';
import type { Scenario } from '../../scenario/scenario';
import { EMPTY_SCENARIO } from '../../scenario/scenario';
import { MODEL_VERSIONS } from '../../simulation/answer';
import { faultText } from './fault';
import type { StoreState } from './store';

/** The part of the browser's storage that is used here. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A pause in the editing, after which it is kept. */
const KEEP_AFTER_MS = 400;

export type RestoredDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'restored'; readonly scenario: Scenario }
  /** What was kept cannot be read. It has been put aside, and is not lost. */
  | { readonly kind: 'broken'; readonly text: string };

const keyOf = (cityId: string) => `gemello.draft.${cityId}`;
const asideOf = (cityId: string) => `${keyOf(cityId)}.aside`;

/** The draft of this city. Never throws: a browser may refuse its storage altogether. */
export function restoreDraft(storage: DraftStorage, cityId: string): RestoredDraft {
  let text: string | null;
  try {
    text = storage.getItem(keyOf(cityId));
  } catch {
    return { kind: 'none' };
  }
  if (text === null) return { kind: 'none' };
  try {
    return { kind: 'restored', scenario: readScenario(text).scenario };
  } catch {
    try {
      storage.setItem(asideOf(cityId), text);
      storage.removeItem(keyOf(cityId));
    } catch {
      // Full or refused: it stays where it is.
    }
    return { kind: 'broken', text };
  }
}

interface Store {
  getState(): Pick<StoreState, 'scenario'>;
  subscribe(
    listener: (now: Pick<StoreState, 'scenario'>, before: Pick<StoreState, 'scenario'>) => void,
  ): () => void;
}

/**
 * Keeps the scenario after every change; `tell` hears why it could not be kept, or null where it was.
 * Returns `stop`, and `keep`, which keeps at once what still waits.
 */
export function keepDrafts(
  store: Store,
  storage: DraftStorage,
  cityId: string,
  tell: (fault: string | null) => void,
): { keep: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const scenario = store.getState().scenario?.present;
    if (!scenario) return;
    try {
      if (isEmpty(scenario)) storage.removeItem(keyOf(cityId));
      else storage.setItem(keyOf(cityId), draftText(scenario));
      tell(null);
    } catch (error) {
      tell(faultText(error));
    }
  };
  const stop = store.subscribe((now, before) => {
    if (now.scenario?.present === before.scenario?.present) return;
    clearTimeout(timer);
    timer = setTimeout(keep, KEEP_AFTER_MS);
  });
  return {
    keep,
    stop: () => {
      keep();
      stop();
    },
  };
}

/** Nothing was typed and nothing chosen. */
const isEmpty = (scenario: Scenario) =>
  JSON.stringify(scenario) === JSON.stringify({ ...scenario, ...EMPTY_SCENARIO });
const draftText = (scenario: Scenario) =>
  writeScenario(scenario, { modelVersions: MODEL_VERSIONS, inputHashes: {} });
