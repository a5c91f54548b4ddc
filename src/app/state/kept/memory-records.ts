// SPDX-License-Identifier: EUPL-1.2
import type { KeptRecord } from './record';
import type { RecordStore } from './record-store';

/** For a browser that keeps nothing: as long as the page is open, so that the server is still told. */
export function memoryRecords(): RecordStore {
  const records = new Map<string, KeptRecord>();
  let onDesk: string | null = null;
  return {
    get: async (id) => records.get(id) ?? null,
    all: async () => [...records.values()],
    update: async (id, change) => {
      const result = change(records.get(id) ?? null);
      if (result) records.set(id, result);
      else records.delete(id);
      return result;
    },
    onDesk: async () => onDesk,
    putOnDesk: async (id) => {
      onDesk = id;
    },
    broken: async () => [],
  };
}
