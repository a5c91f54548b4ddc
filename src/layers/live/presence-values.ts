// SPDX-License-Identifier: EUPL-1.2
/** Presence of cells and districts as shares of the greatest, with classes. Pure. */
import type { PresenceRow } from '../../city/live';

/** Not disclosed, or not known: drawn flat and hatched, never as 0. */
export const NOT_DISCLOSED = -1;

/** A share that is out of date: drawn at its height, but grey. Below {@link NOT_DISCLOSED}. */
export const staleShare = (share: number): number => -2 - share;

/** Least share of each class but the first: much of the city is little, so the classes are narrow there. */
export const PRESENCE_BREAKS = [0.08, 0.18, 0.32, 0.5, 0.72] as const;

/**
 * Persons in a district as far as they are disclosed.
 * @returns null where none of the groups is
 */
export function personsOf(row: Pick<PresenceRow, 'residents' | 'workers' | 'visitors'>): number | null {
  const told = [row.residents, row.workers, row.visitors].filter((n): n is number => n !== null);
  return told.length === 0 ? null : told.reduce((sum, n) => sum + n, 0);
}

/**
 * Persons a hectare of each district as a share of the most that is drawn.
 * @param rowOf row of a district among the zones, by its id
 * @param areaM2 of each district
 * @param topPerHa drawn highest; more is drawn no higher
 * @param stale rows that are out of date, drawn where no row of `rows` is
 * @returns shares 0–1, {@link NOT_DISCLOSED} or {@link staleShare}
 */
export function districtShares(
  rows: readonly PresenceRow[],
  rowOf: ReadonlyMap<number, number>,
  areaM2: ArrayLike<number>,
  topPerHa: number,
  stale: readonly PresenceRow[] = [],
): Float32Array<ArrayBuffer> {
  const shares = new Float32Array(areaM2.length).fill(NOT_DISCLOSED);
  const put = (row: PresenceRow, drawn: (share: number) => number) => {
    const at = rowOf.get(row.district);
    const hectares = at === undefined ? 0 : (areaM2[at] as number) / 10_000;
    if (at === undefined || !(hectares > 0)) return;
    const persons = personsOf(row);
    shares[at] =
      persons === null ? NOT_DISCLOSED : drawn(Math.min(1, Math.max(0, persons / hectares / topPerHa)));
  };
  for (const row of stale) put(row, staleShare);
  for (const row of rows) put(row, (share) => share);
  return shares;
}

/**
 * The two hours about a moment, by whose middles the values go straight, and how far it is between them.
 * @param weekday 1 Monday … 7 Sunday
 */
export function hoursAbout(
  weekday: number,
  secondOfDay: number,
): { readonly before: number; readonly after: number; readonly share: number } {
  const hour = (weekday - 1) * 24 + secondOfDay / 3600 - 0.5;
  const floor = Math.floor(hour);
  const wrap = (h: number) => ((h % 168) + 168) % 168;
  return { before: wrap(floor), after: wrap(floor + 1), share: hour - floor };
}
