// SPDX-License-Identifier: EUPL-1.2
/** Drafts were once kept in localStorage, of a few megabytes: one that is found there is taken over, then removed. */
import { readScenario } from '../../../scenario/saved-file';
import type { KeepingClock } from './clock';
import { newRecord } from './record';
import type { RecordStore } from './record-store';
import { EMPTY_TEXT, textOf } from './scenario-text';

/** The part of the browser's storage that is used here. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (cityId: string) => `gemello.draft.${cityId}`;
const asideOf = (cityId: string) => `${keyOf(cityId)}.aside`;

/**
 * Makes a record of the draft of this city and puts it on the desk. Resolves with the text of one that cannot be
 * read: it is put aside, and not lost. Rejects where the record cannot be kept: the draft then stays.
 */
export async function takeOverDraft(
  storage: DraftStorage,
  cityId: string,
  records: RecordStore,
  clock: KeepingClock,
): Promise<string | null> {
  const text = read(storage, cityId);
  if (text === null) return null;
  let draft: ReturnType<typeof readScenario>;
  try {
    draft = readScenario(text);
  } catch {
    try {
      storage.setItem(asideOf(cityId), text);
      storage.removeItem(keyOf(cityId));
    } catch {
      // Full or refused: it stays where it is.
    }
    return text;
  }
  const one = textOf(draft.scenario);
  if (one !== EMPTY_TEXT) {
    const id = clock.newId();
    await records.update(id, () =>
      newRecord(id, { text: one, provenance: draft.saved, atMs: clock.nowMs() }),
    );
    await records.putOnDesk(id);
  }
  storage.removeItem(keyOf(cityId));
  return null;
}

/** A browser may refuse its storage altogether. */
function read(storage: DraftStorage, cityId: string): string | null {
  try {
    return storage.getItem(keyOf(cityId));
  } catch {
    return null;
  }
}
