// SPDX-License-Identifier: EUPL-1.2
/** How many businesses a district has, and how unlike each other they are. Pure. */
import { type ColumnTable, columnIfAny } from './columns';

/** Historic shops are shops too: they are counted with those, and once more by themselves. */
const COUNTED_ELSEWHERE = 'historic-shop';

export interface BusinessMix {
  /** Id of the district. */
  readonly zone: number;
  /** By kind, as the table `businesses` has them. */
  readonly counts: ReadonlyMap<string, number>;
  /** Of all kinds but historic shops. */
  readonly total: number;
  /** NaN where fewer than {@link LEAST_RESIDENTS} live. */
  readonly per1000: number;
  /** H = −Σ p ln p over the kinds (Shannon 1948); NaN where there is no business. */
  readonly shannon: number;
  /** e^H: as various as so many kinds of equal number (Hill 1973). */
  readonly equalKinds: number;
}

/** Where fewer live a business for each thousand says nothing. */
export const LEAST_RESIDENTS = 500;

/** Lower ends of the classes of a map, the first class being what is below them all. */
export const PER_1000_BREAKS = [10, 15, 25, 40] as const;
export const EQUAL_KINDS_BREAKS = [1.9, 2, 2.1, 2.2] as const;

/** By district, in the order of the table; `residents` by its id. */
export function businessMixes(
  businesses: ColumnTable,
  residents: ReadonlyMap<number, number>,
): readonly BusinessMix[] {
  const of = (name: string) => columnIfAny(businesses, name);
  const [zone, kind, count] = [of('zone'), of('kind'), of('count')];
  const byZone = new Map<number, Map<string, number>>();
  for (let row = 0; row < businesses.rows; row++) {
    const id = zone?.values[row] ?? 0;
    const counts = byZone.get(id) ?? new Map<string, number>();
    byZone.set(id, counts);
    const name = kind?.dictionary?.[kind.values[row] ?? -1] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + (count?.values[row] ?? 0));
  }
  return [...byZone].map(([id, counts]) => mixOf(id, counts, residents.get(id) ?? 0));
}

function mixOf(zone: number, counts: ReadonlyMap<string, number>, residents: number): BusinessMix {
  const own = [...counts].filter(([kind, n]) => kind !== COUNTED_ELSEWHERE && n > 0).map(([, n]) => n);
  const total = own.reduce((sum, n) => sum + n, 0);
  const shannon =
    total === 0 ? Number.NaN : own.reduce((sum, n) => sum - (n / total) * Math.log(n / total), 0);
  return {
    zone,
    counts,
    total,
    per1000: residents < LEAST_RESIDENTS ? Number.NaN : (1000 * total) / residents,
    shannon,
    equalKinds: Math.exp(shannon),
  };
}

/** Residents of the newest year, by district: the table `population`. */
export function newestResidents(population: ColumnTable): Map<number, number> {
  const of = (name: string) => columnIfAny(population, name)?.values;
  const [zone, year, total] = [of('zone'), of('year'), of('total')];
  const newest = new Map<number, { year: number; total: number }>();
  for (let row = 0; row < population.rows; row++) {
    const id = zone?.[row] ?? 0;
    const at = year?.[row] ?? 0;
    const persons = total?.[row] ?? 0;
    if (persons > 0 && at > (newest.get(id)?.year ?? 0)) newest.set(id, { year: at, total: persons });
  }
  return new Map([...newest].map(([id, row]) => [id, row.total]));
}

/** Class of a value: how many of the breaks it reaches; −1 for NaN. */
export const classOf = (value: number, breaks: readonly number[]): number =>
  Number.isNaN(value) ? -1 : breaks.filter((from) => value >= from).length;

/** Place of a district by a figure, the greatest first, ties sharing it; null where it has none. */
export function rankOf(
  mixes: readonly BusinessMix[],
  zone: number,
  figure: (mix: BusinessMix) => number,
): { readonly rank: number; readonly of: number } | null {
  const known = mixes.filter((mix) => !Number.isNaN(figure(mix)));
  const own = known.find((mix) => mix.zone === zone);
  if (!own) return null;
  return { rank: 1 + known.filter((mix) => figure(mix) > figure(own)).length, of: known.length };
}
