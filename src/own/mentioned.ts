// SPDX-License-Identifier: EUPL-1.2
/** Which tables somebody can still come back to: by the layers that are there, or by undoing. Pure. */

/** A step of a history, or what is kept of a whole one (src/app/state/undo). */
interface Mentioning {
  readonly past?: unknown;
  readonly future?: unknown;
  readonly present?: unknown;
}

/**
 * Ids of the layers that a history mentions, wherever its steps lead. What has not its form mentions nothing.
 *
 * @param history as it is kept: steps with what the parts were before and after, and the parts as they are
 */
export function mentionedIn(history: unknown): Set<string> {
  const ids = new Set<string>();
  const { past, future, present } = (history ?? {}) as Mentioning;
  add(ids, (present as { ownLayers?: unknown } | undefined)?.ownLayers);
  for (const step of [...listOf(past), ...listOf(future)]) {
    const change = (step as { changes?: { ownLayers?: { before?: unknown; after?: unknown } } } | null)
      ?.changes?.ownLayers;
    add(ids, change?.before);
    add(ids, change?.after);
  }
  return ids;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function add(ids: Set<string>, layers: unknown): void {
  for (const layer of listOf(layers)) {
    const id = (layer as { id?: unknown } | null)?.id;
    if (typeof id === 'string') ids.add(id);
  }
}

/** What has just been brought may be mentioned by another page in a moment. */
export const GRACE_MS = 3600 * 1000;

/** Of the tables that are kept, those that nobody mentions. */
export const unmentioned = (
  kept: readonly { readonly id: string; readonly keptMs: number }[],
  mentioned: readonly string[],
  nowMs: number,
): string[] => {
  const known = new Set(mentioned);
  return kept.filter(({ id, keptMs }) => !known.has(id) && nowMs - keptMs >= GRACE_MS).map(({ id }) => id);
};
