// SPDX-License-Identifier: EUPL-1.2
/**
 * Air against the values of the law: D.Lgs. 13 August 2010, n. 155, annexes VII, XI and XII. They are of
 * means over an hour, eight hours, a day or a year: a value is over one only where it is the same mean
 * itself. The classes of the map are an index of the level and say nothing of a breach. Pure.
 */
import type { AirRow, Pollutant } from '../../city/live';

export interface AirLimit {
  /** µg/m³; of CO mg/m³. */
  readonly value: number;
  readonly over: 'hour' | 'eight-hours' | 'day' | 'year';
}

export const AIR_LIMITS: Readonly<Record<Pollutant, AirLimit>> = {
  NO2: { value: 200, over: 'hour' },
  PM10: { value: 50, over: 'day' },
  'PM2.5': { value: 25, over: 'year' },
  O3: { value: 120, over: 'eight-hours' },
  SO2: { value: 350, over: 'hour' },
  CO: { value: 10, over: 'eight-hours' },
  C6H6: { value: 5, over: 'year' },
};

export interface AirStandard extends AirLimit {
  /** A value that may not be passed, or one from which people must be told. */
  readonly kind: 'limit' | 'threshold';
}

/** A leap year has a day more. */
const MEAN_OF_H: ReadonlyMap<number, AirLimit['over']> = new Map([
  [1, 'hour'],
  [8, 'eight-hours'],
  [24, 'day'],
  [8760, 'year'],
  [8784, 'year'],
]);
/** Beside {@link AIR_LIMITS}: the information threshold of ozone, the daily limit of SO2, yearly limits. */
const OTHER_STANDARDS: Partial<Record<Pollutant, readonly (AirLimit & Pick<AirStandard, 'kind'>)[]>> = {
  O3: [{ value: 180, over: 'hour', kind: 'threshold' }],
  SO2: [{ value: 125, over: 'day', kind: 'limit' }],
  NO2: [{ value: 40, over: 'year', kind: 'limit' }],
  PM10: [{ value: 40, over: 'year', kind: 'limit' }],
};

/** Which mean a value over so many hours is; null for one that the law does not know. */
export const meanOf = (averagedH: number): AirLimit['over'] | null => MEAN_OF_H.get(averagedH) ?? null;

/** The value of the law for the very mean that a row is; null where there is none to compare it with. */
export function standardOf({ pollutant, averagedH }: AirOf): AirStandard | null {
  const all = [{ ...AIR_LIMITS[pollutant], kind: 'limit' as const }, ...(OTHER_STANDARDS[pollutant] ?? [])];
  return all.find(({ over }) => over === meanOf(averagedH)) ?? null;
}

/** Whether a row is over the value of the law for its own mean; never where there is none. */
export function isOver(row: AirOf & Pick<AirRow, 'value'>): boolean {
  const standard = standardOf(row);
  return standard !== null && row.value > standard.value;
}
type AirOf = Pick<AirRow, 'pollutant' | 'averagedH'>;

export const AIR_CLASSES = ['low', 'fair', 'over', 'alarm'] as const;
export type AirClass = (typeof AIR_CLASSES)[number];

/** The level, whichever mean it is: by the share of the limit, up to half, up to it, up to one and a half times, beyond. */
export function airClass(pollutant: Pollutant, value: number): AirClass {
  const share = value / AIR_LIMITS[pollutant].value;
  if (share < 0.5) return 'low';
  if (share <= 1) return 'fair';
  return share <= 1.5 ? 'over' : 'alarm';
}

/** Of several pollutants at a station the one nearest to its limit. */
export function worstOf(rows: readonly AirRow[]): AirRow | null {
  const share = (row: AirRow) => row.value / AIR_LIMITS[row.pollutant].value;
  return rows.reduce<AirRow | null>(
    (worst, row) => (worst && share(worst) >= share(row) ? worst : row),
    null,
  );
}
