// SPDX-License-Identifier: EUPL-1.2
import { type ColumnTable, columnIfAny } from '../../city/columns';
import { type RomeTime, romeInstant, romeSameDay, romeTime } from '../../city/rome-time';
import { noise } from './noise';
import { WEDNESDAY } from './transit-day';

const HALF_HOUR_S = 1800;
const HALF_HOURS = 48;
const HALF_DAY_MS = 12 * 3_600_000;
/** Half-hours of yesterday that are said with today's. */
const FROM_YESTERDAY = 4;

/** Mean of the vehicles in each half-hour of the Wednesdays with a charge; undefined where there are none. */
export function wednesdayEntries(entries: ColumnTable): number[] | undefined {
  const values = (name: string) => columnIfAny(entries, name)?.values ?? [];
  const [year, month, day] = [values('year'), values('month'), values('day')];
  const [halfHour, vehicles, charged] = [values('halfHour'), values('vehicles'), values('charged')];
  const sums = new Float64Array(HALF_HOURS);
  const days = new Float64Array(HALF_HOURS);
  for (let row = 0; row < entries.rows; row++) {
    const at = (column: ArrayLike<number>) => column[row] as number;
    const weekday = new Date(Date.UTC(at(year), at(month) - 1, at(day))).getUTCDay();
    if (weekday !== WEDNESDAY || at(charged) !== 1 || Number.isNaN(at(vehicles))) continue;
    sums[at(halfHour)] = (sums[at(halfHour)] as number) + at(vehicles);
    days[at(halfHour)] = (days[at(halfHour)] as number) + 1;
  }
  return days.every((n) => n > 0) ? [...sums].map((sum, i) => sum / (days[i] as number)) : undefined;
}

/** Vehicles that enter in an hour, made up: a morning and an evening, some 62,000 a day. */
const MADE_UP_PER_HOUR = [
  ...[520, 300, 220, 200, 300, 720, 1900, 3900, 4300, 3900, 3700, 3700],
  ...[3600, 3600, 3700, 3800, 3900, 4200, 4300, 3900, 3000, 2200, 1600, 1000],
];
/** By half-hour, for a city that has gates and no counts: only of a demo, which says that it is made up. */
export const MADE_UP_ENTRIES: readonly number[] = MADE_UP_PER_HOUR.flatMap((n) => [n / 2, n / 2]);

/**
 * CSV of AMAT's form: the half-hours of today that have ended, after the last ones of yesterday, without
 * which there would be none until half past midnight.
 */
export function gateCountsCsv(usual: readonly number[], nowMs: number): string {
  const today = romeTime(nowMs);
  const yesterday = romeTime(romeSameDay(nowMs, 0) - HALF_DAY_MS);
  const rows = [
    ...rowsOf(usual, yesterday, HALF_HOURS - FROM_YESTERDAY, HALF_HOURS),
    ...rowsOf(usual, today, 0, Math.floor(today.secondOfDay / HALF_HOUR_S)),
  ];
  return ['year;month;day;timeIndex;totale;areac', ...rows].join('\n');
}

/** Of a day's half-hours `from` to before `to`. */
function rowsOf(
  usual: readonly number[],
  { year, month, day }: RomeTime,
  from: number,
  to: number,
): string[] {
  return usual.slice(from, to).map((mean, at) => {
    const i = from + at;
    const strays = noise('gates', romeInstant(year, month, day, i * HALF_HOUR_S), 2 * HALF_HOUR_S * 1000);
    const clock = `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`;
    return `${year};${month};${day};${clock};${Math.round(mean * (1 + 0.06 * strays))};1`;
  });
}
