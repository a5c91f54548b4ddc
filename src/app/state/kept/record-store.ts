// SPDX-License-Identifier: EUPL-1.2
/** Where this browser keeps its scenarios: of one city and one person. Rejects where the browser refuses, or is full. */
import { type KeptRecord, readRecord } from './record';

export interface RecordStore {
  /** Null: there is none, or none that can be read. */
  get(id: string): Promise<KeptRecord | null>;
  all(): Promise<readonly KeptRecord[]>;
  /**
   * Puts what `change` makes of the record in its place, in one transaction: no other tab writes in between. The
   * same record back is left alone, null takes it away. Resolves with what is there then.
   */
  update(id: string, change: (record: KeptRecord | null) => KeptRecord | null): Promise<KeptRecord | null>;
  /** The scenario that was on a desk last. */
  onDesk(): Promise<string | null>;
  putOnDesk(id: string): Promise<void>;
  /** Those that cannot be read, as they lie there. */
  broken(): Promise<readonly unknown[]>;
}

const DATABASE = 'gemello-scenarios';
const RECORDS = 'records';
const DESKS = 'desks';
const BY_SPACE = 'space';

/** As it lies in the database. */
interface Entry {
  /** Space and scenario. */
  readonly key: string;
  /** City and person. */
  readonly space: string;
  readonly record: KeptRecord;
}

/** The browser's own database; `person` is '' where nobody is signed in. */
export async function browserRecords(cityId: string, person: string): Promise<RecordStore> {
  const database = await open();
  const space = JSON.stringify([cityId, person]);
  const keyOf = (id: string) => JSON.stringify([cityId, person, id]);
  const entries = (): Promise<Entry[]> =>
    answerOf(database.transaction(RECORDS).objectStore(RECORDS).index(BY_SPACE).getAll(space));
  return {
    get: async (id) => {
      const entry: Entry | undefined = await answerOf(
        database.transaction(RECORDS).objectStore(RECORDS).get(keyOf(id)),
      );
      return readRecord(entry?.record);
    },
    all: async () => (await entries()).flatMap(({ record }) => readRecord(record) ?? []),
    update: (id, change) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(RECORDS, 'readwrite');
        const table = transaction.objectStore(RECORDS);
        let result: KeptRecord | null = null;
        let fault: unknown;
        const reading: IDBRequest<Entry | undefined> = table.get(keyOf(id));
        reading.onsuccess = () => {
          try {
            const record = readRecord(reading.result?.record);
            result = change(record);
            if (result === null) table.delete(keyOf(id));
            else if (result !== record) table.put({ key: keyOf(id), space, record: result } satisfies Entry);
          } catch (error) {
            fault = error;
            transaction.abort();
          }
        };
        // Kept is what the whole transaction has written: a full disk is told only then.
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(fault ?? transaction.error ?? new Error('nothing was kept'));
      }),
    onDesk: async () => {
      const id: unknown = await answerOf(database.transaction(DESKS).objectStore(DESKS).get(space));
      return typeof id === 'string' ? id : null;
    },
    putOnDesk: async (id) => {
      await answerOf(database.transaction(DESKS, 'readwrite').objectStore(DESKS).put(id, space));
    },
    broken: async () =>
      (await entries()).map(({ record }) => record).filter((one) => readRecord(one) === null),
  };
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(RECORDS, { keyPath: 'key' }).createIndex(BY_SPACE, 'space');
      request.result.createObjectStore(DESKS);
    };
    request.onsuccess = () => {
      // A newer page wants to change its form: it waits for nobody.
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the database is in use by another page'));
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
