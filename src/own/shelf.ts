// SPDX-License-Identifier: EUPL-1.2
/** What was brought, in the browser's own database: on this machine, in this browser, nowhere else. */
import type { FileTable } from '../formats/table';

const DATABASE = 'gemello-own';
const TABLE = 'tables';

interface Entry {
  readonly id: string;
  readonly version: 1;
  readonly keptMs: number;
  readonly table: FileTable;
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asking = indexedDB.open(DATABASE, 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore(TABLE, { keyPath: 'id' });
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
    asking.onblocked = () => reject(new Error('the database is in use by another page'));
  });
  return opened;
}

async function act<T>(mode: IDBTransactionMode, each: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const going = database.transaction(TABLE, mode);
    const asking = each(going.objectStore(TABLE));
    // Kept is what the whole transaction has written: a full disk is told only then.
    going.oncomplete = () => resolve(asking.result);
    going.onabort = () => reject(going.error ?? new Error('nothing was kept'));
  });
}

/** Keeps a table under its id. Rejects where the browser refuses, or has no room. */
export async function putTable(id: string, table: FileTable): Promise<void> {
  const entry: Entry = { id, version: 1, keptMs: Date.now(), table };
  await act('readwrite', (store) => store.put(entry));
}

/** Null: there is none of this id. */
export async function getTable(id: string): Promise<FileTable | null> {
  const entry = (await act('readonly', (store) => store.get(id))) as Entry | undefined;
  return entry?.version === 1 ? entry.table : null;
}

/** What is kept, and since when. */
export async function keptTables(): Promise<{ readonly id: string; readonly keptMs: number }[]> {
  const ids = await act('readonly', (store) => store.getAllKeys());
  const kept: { id: string; keptMs: number }[] = [];
  // One after the other: together they may be more than memory holds.
  for (const id of ids) {
    const entry = (await act('readonly', (store) => store.get(id))) as Entry | undefined;
    if (entry) kept.push({ id: String(id), keptMs: entry.keptMs });
  }
  return kept;
}

export async function deleteTable(id: string): Promise<void> {
  await act('readwrite', (store) => store.delete(id));
}
