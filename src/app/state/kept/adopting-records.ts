// SPDX-License-Identifier: EUPL-1.2
import type { KeptRecord } from './record';
import type { RecordStore } from './record-store';

/**
 * The scenarios of somebody, who takes up those that were made here while nobody was signed in: each when it is opened,
 * or where it was the last on the desk. All that was made here by nobody knows whom is not sent in their name.
 */
export function adoptingRecords(own: RecordStore, nobodys: RecordStore): RecordStore {
  /** Theirs from now on, if it was nobody's. */
  const adopt = async (id: string): Promise<KeptRecord | null> => {
    const found = await nobodys.get(id);
    if (!found) return null;
    const record = await own.update(id, (there) => there ?? found);
    await nobodys.update(id, () => null);
    return record;
  };
  return {
    get: async (id) => (await own.get(id)) ?? adopt(id),
    all: own.all,
    update: async (id, change) => {
      if (!(await own.get(id))) await adopt(id);
      return own.update(id, change);
    },
    onDesk: async () => (await own.onDesk()) ?? nobodys.onDesk(),
    putOnDesk: own.putOnDesk,
    broken: own.broken,
  };
}
