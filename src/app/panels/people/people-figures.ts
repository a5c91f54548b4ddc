// SPDX-License-Identifier: EUPL-1.2
/** Figures of the people as the panel colours and orders them. Pure. */
import { type EstimateColumn, estimateAt } from '../../../impact/estimate';
import type { PopulationAnswer, PopulationGroup } from '../../../simulation/people-protocol';

/** A figure with its interval, whatever it was reckoned from. */
export interface Ends {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Ages that the register does not count: in its last year they are rebuilt from the census. */
const REBUILT: readonly PopulationGroup[] = ['aged0to2', 'aged3to5', 'aged6to10', 'aged11to13'];
export const isCounted = (group: PopulationGroup): boolean => !REBUILT.includes(group);

/** Null where nothing is told. */
export function endsAt(column: EstimateColumn, row: number): Ends | null {
  const { value, low, high } = estimateAt(column, row);
  return Number.isNaN(value) ? null : { value, low, high };
}

/**
 * By how much more, as a share of what there was. Where what there was is known to a range itself, the interval
 * goes from its top to the low end and from its foot to the high one: wider than it need be, never narrower.
 * Null where there was nobody.
 */
export function changeOf(now: Ends, before: Ends): Ends | null {
  if (before.value <= 0) return null;
  const counted = before.low === before.high;
  const share = (end: number, of: number) => (end - of) / before.value;
  return {
    value: share(now.value, before.value),
    low: share(now.low, counted ? before.value : before.high),
    high: share(now.high, counted ? before.value : before.low),
  };
}

/** A group's figures in a district, or its change since the first year; null where nothing is told. */
export function populationAt(
  { byDistrict, firstYear }: PopulationAnswer,
  { group, show, year, row }: { group: PopulationGroup; show: 'value' | 'change'; year: number; row: number },
): Ends | null {
  const columns = byDistrict[group];
  const [first, now] = [columns[0], columns[year - firstYear]];
  if (!first || !now) return null;
  const [was, is] = [endsAt(first, row), endsAt(now, row)];
  return show === 'value' ? is : was && is && changeOf(is, was);
}

/** The same of the whole city. */
export function cityAt(
  { city, firstYear }: PopulationAnswer,
  { group, show, year }: { group: PopulationGroup; show: 'value' | 'change'; year: number },
): Ends | null {
  const [was, is] = [city[group][0], city[group][year - firstYear]];
  if (!was || !is || Number.isNaN(is.value)) return null;
  return show === 'value' ? is : changeOf(is, was);
}

/** The central figure of every district in every year: what the colours of all years are chosen from. */
export function allYears(
  answer: PopulationAnswer,
  { group, show }: { group: PopulationGroup; show: 'value' | 'change' },
): Float64Array {
  const { districts, firstYear, years } = answer;
  const values = new Float64Array(years * districts.length);
  for (let at = 0; at < values.length; at++) {
    const year = firstYear + Math.floor(at / districts.length);
    const ends = populationAt(answer, { group, show, year, row: at % districts.length });
    values[at] = ends ? ends.value : Number.NaN;
  }
  return values;
}
