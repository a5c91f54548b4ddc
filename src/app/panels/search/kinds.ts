// SPDX-License-Identifier: EUPL-1.2
/** Kinds of thing, found by their word: all the schools, and those nearby. Pure. */
import type { SearchEntry } from '../../../city/catalogue';
import { type LonLat, M_PER_DEGREE } from '../../../city/frames';
import type { kinds } from '../../text/it-kinds';
import { readings, words } from './find';

export type KindId = keyof typeof kinds.name;
/** So many of a kind are listed by themselves. */
const NEAREST = 5;
/** Fewer letters say nothing of a kind. */
const LEAST_LETTERS = 3;
const MOST_KINDS = 3;

export interface FoundKind {
  readonly id: KindId;
  readonly entries: readonly SearchEntry[];
  /** Of the word that the query begins, among those of the kind. */
  readonly rank: number;
}

/** The kinds that a city has something of. */
export function kindsOf(entries: readonly SearchEntry[], known: ReadonlySet<string>) {
  const found = new Map<KindId, SearchEntry[]>();
  for (const entry of entries) {
    const id = entry.class ? `${entry.kind}/${entry.class}` : entry.kind;
    if (!known.has(id)) continue;
    const of = found.get(id as KindId);
    if (of) of.push(entry);
    else found.set(id as KindId, [entry]);
  }
  return found;
}

/**
 * Kinds of which every word of the query begins one of their words; best first are those whose word it is.
 * @param wordsOf words that a kind is searched by, parted by spaces
 */
export function findKinds(
  kinds: ReadonlyMap<KindId, readonly SearchEntry[]>,
  wordsOf: (kind: KindId) => string,
  query: string,
): FoundKind[] {
  for (const asked of readings(query)) {
    if (asked.join('').length < LEAST_LETTERS) continue;
    const hits: FoundKind[] = [];
    for (const [id, entries] of kinds) {
      const own = words(wordsOf(id));
      if (!asked.every((word) => own.some((one) => one.startsWith(word)))) continue;
      // The first words name the kind, the others only go with it.
      const rank = Math.min(...asked.map((word) => own.findIndex((one) => one.startsWith(word))));
      hits.push({ id, entries, rank });
    }
    if (hits.length > 0) return hits.sort((a, b) => a.rank - b.rank).slice(0, MOST_KINDS);
  }
  return [];
}

/** Those nearest to a place, with the way of a bird. */
export function nearestTo(
  entries: readonly SearchEntry[],
  [lon, lat]: LonLat,
): { readonly entry: SearchEntry; readonly distanceM: number }[] {
  const lonScale = Math.cos((lat * Math.PI) / 180);
  return entries
    .map((entry) => ({
      entry,
      distanceM: M_PER_DEGREE * Math.hypot((entry.at[0] - lon) * lonScale, entry.at[1] - lat),
    }))
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, NEAREST);
}
