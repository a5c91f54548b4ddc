// SPDX-License-Identifier: EUPL-1.2
/**
 * Keeps the history in the browser's database, by city and by tab: a page that is loaded anew goes on where it
 * was, while another tab, or somebody else's link in a new one, has a history of its own.
 */
import { faultText } from '../fault';
import { useStore } from '../store';
import type { Values } from './early';
import { type Entry, KEPT_VERSION, readEntry } from './kept';
import { TAB_NAME } from './tab-name';
import { bringBack, toKeep, useUndo } from './undo';

const DATABASE = 'gemello-undo';
const TABLE = 'histories';
/** Of tabs that are long gone, and of more than these, nothing is kept. */
const KEEP_DAYS = 30;
const MOST_HISTORIES = 20;
/** A burst of steps is kept once. */
const KEEP_AFTER_MS = 150;
/** The page before this one, in the same tab, lets go of its history within so long. */
const TAB_WAIT_MS = 1000;

/** Brings back what was kept of this tab and keeps every step from now on. Rejects where the browser keeps nothing. */
export async function keepHistory(cityId: string, start: Values): Promise<void> {
  const database = await open();
  const [from, to] = await tabNames();
  const kept = readEntry(await get(database, `${cityId}/${from}`));
  if (kept) bringBack(kept, start);
  await forgetOld(database, `${cityId}/${from}`);
  keepAlways(database, `${cityId}/${to}`);
}

/** All histories that are kept here, of every city and tab, as they lie there. Rejects where the browser keeps nothing. */
export async function keptHistories(): Promise<unknown[]> {
  const table = (await open()).transaction(TABLE).objectStore(TABLE);
  return answerOf(table.getAll());
}

function keepAlways(database: IDBDatabase, key: string): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let writing = false;
  let more = false;
  const keep = async () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (writing) {
      more = true;
      return;
    }
    writing = true;
    const fault = await put(database, { ...toKeep(), key, version: KEPT_VERSION, keptMs: Date.now() }).then(
      () => null,
      (error: unknown) => faultText(error),
    );
    if (fault !== useUndo.getState().fault) useUndo.setState({ fault });
    writing = false;
    if (more) {
      more = false;
      void keep();
    }
  };
  const soon = () => {
    waiting ??= setTimeout(keep, KEEP_AFTER_MS);
  };
  useUndo.subscribe((now, before) => {
    if (now.timeline !== before.timeline) soon();
  });
  const onLeave = () => {
    if (waiting !== undefined) void keep();
  };
  addEventListener('pagehide', onLeave);
  document.addEventListener('visibilitychange', onLeave);
  if (useUndo.getState().timeline.past.length > 0) soon();
  // A scenario that is brought here is no step, and still what one leaves.
  useStore.subscribe((now, before) => {
    if (now.scenario !== before.scenario) soon();
  });
}

/**
 * The tab's name to read from and to write to. They differ in a tab that is a copy of another: it begins with
 * the other's history, which then is its own.
 */
async function tabNames(): Promise<[from: string, to: string]> {
  const fresh = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  let name: string;
  try {
    name = sessionStorage.getItem(TAB_NAME) ?? fresh;
    sessionStorage.setItem(TAB_NAME, name);
  } catch {
    return [fresh, fresh];
  }
  if (await hold(name)) return [name, name];
  sessionStorage.setItem(TAB_NAME, fresh);
  await hold(fresh);
  return [name, fresh];
}

/** Holds a name as long as this page lives; false: another page has it. */
function hold(name: string): Promise<boolean> {
  // Only in a page that came by https or from this machine.
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`${DATABASE}/${name}`, { signal: AbortSignal.timeout(TAB_WAIT_MS) }, () => {
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'key' });
  return answerOf(request);
}

const get = (database: IDBDatabase, key: string): Promise<unknown> =>
  answerOf(database.transaction(TABLE).objectStore(TABLE).get(key));

function put(database: IDBDatabase, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore(TABLE).put(entry);
  });
}

async function forgetOld(database: IDBDatabase, mine: string): Promise<void> {
  const table = database.transaction(TABLE, 'readwrite').objectStore(TABLE);
  const keys = (await answerOf(table.getAllKeys())).map(String);
  const oldest = Date.now() - KEEP_DAYS * 86_400_000;
  // A tab's name begins with when it was opened.
  const bornMs = (key: string) => Number.parseInt(key.slice(key.lastIndexOf('/') + 1), 36) || 0;
  const others = keys.filter((key) => key !== mine).sort((a, b) => bornMs(b) - bornMs(a));
  for (const [place, key] of others.entries())
    if (place >= MOST_HISTORIES || bornMs(key) < oldest) table.delete(key);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
