// SPDX-License-Identifier: EUPL-1.2
/** The commands used last, newest first, kept in this browser. */
const KEY = 'gemello.commands';
const MOST = 5;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Never throws: a browser may refuse its storage, and hold anything in it. */
export function recentCommands(storage: () => Kept): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberCommand(storage: () => Kept, id: string): void {
  const ids = [id, ...recentCommands(storage).filter((other) => other !== id)].slice(0, MOST);
  try {
    storage().setItem(KEY, JSON.stringify(ids));
  } catch {
    // Full or refused: the order stays the shelf's.
  }
}
