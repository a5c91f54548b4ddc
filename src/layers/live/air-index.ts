// SPDX-License-Identifier: EUPL-1.2
/**
 * Air against the limits of the law: D.Lgs. 13 August 2010, n. 155, annexes VII, XI and XII. The limits
 * are of means over an hour, a day or a year; a single hour over a daily limit is no breach, and the
 * screen says which mean each is of. Pure.
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

export const AIR_CLASSES = ['low', 'fair', 'over', 'alarm'] as const;
export type AirClass = (typeof AIR_CLASSES)[number];

/** By the share of the limit: up to half, up to it, up to one and a half times, beyond. */
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
