// SPDX-License-Identifier: EUPL-1.2
/** Lines and stops as read from their tables. */
import type { Transit, TransitPattern } from '../../city/city-inputs';
import { TRANSIT_MODES, type TransitMode } from '../../city/ground';
import { commercialSpeedsKmH } from '../models/transit/timetable-speeds';
import { CityInputsError, numbers, rowNumbers, type Tables, texts } from './tables';
import { timetableOf } from './timetable';

/**
 * Between two runs of a line at the morning peak where the data state none. Assumption, after ATM's
 * timetables. The branches of a line share its runs: with two patterns a direction each has half.
 */
export const HEADWAY_MIN: Readonly<Record<TransitMode, number>> = {
  metro: 3,
  tram: 6,
  trolleybus: 6,
  bus: 9,
  rail: 15,
};
/** Commercial, stops included. Assumption: ATM's commercial speeds, rounded; suburban lines for rail. */
export const SPEED_KM_H: Readonly<Record<TransitMode, number>> = {
  metro: 30,
  tram: 12.5,
  trolleybus: 13,
  bus: 14,
  rail: 40,
};
/** A single ride in the city in 2022 (ATM; 2.20 € from January 2023). */
export const FARE_EUR = 2;

/**
 * Without tables of transit a city has no stops and no lines: nobody rides. Where there is a timetable,
 * its patterns have their headway and their commercial speed from it.
 * @throws CityInputsError where a pattern calls at a stop that is not there, or a run of the timetable
 * fits no pattern or goes back in time.
 */
export function transitOf(tables: Tables): Transit {
  const stops = tables.get('transit-stops');
  const patterns = tables.get('transit-patterns');
  const calls = tables.get('transit-calls');
  if (!stops || !patterns || !calls) {
    const none = new Float64Array(0);
    return {
      stops: { count: 0, name: [], eastM: none, northM: none },
      patterns: [],
      fareEur: FARE_EUR,
    };
  }
  const callAt = rowNumbers(calls, 'stop', stops.rows);
  const firstCall = rowNumbers(patterns, 'firstCall', Math.max(1, calls.rows));
  const count = rowNumbers(patterns, 'calls', calls.rows + 1, 2);
  const headwayMin = numbers(patterns, 'headwayMin');
  const modes = texts(patterns, 'mode');
  const lines = texts(patterns, 'line');
  const branches = new Map<string, number>();
  for (const line of lines) branches.set(line, (branches.get(line) ?? 0) + 1 / 2);
  const places = {
    eastM: Float64Array.from(numbers(stops, 'eastM')),
    northM: Float64Array.from(numbers(stops, 'northM')),
  };
  const stopsOf = lines.map((_, row) => {
    const first = firstCall[row] as number;
    return callAt.slice(first, first + (count[row] as number));
  });
  const times = tables.get('transit-times');
  const timetable = times && timetableOf(times, stopsOf);
  const speeds = timetable && commercialSpeedsKmH(timetable, stopsOf, places);
  return {
    stops: { count: stops.rows, name: texts(stops, 'name'), ...places },
    patterns: lines.map((line, row): TransitPattern => {
      const mode = TRANSIT_MODES.find((each) => each === modes[row]);
      if (!mode) throw new CityInputsError([], `transit-patterns, row ${row}: unknown mode ${modes[row]}`);
      const stated = headwayMin[row] as number;
      return {
        line,
        mode,
        headwayMin: stated > 0 ? stated : HEADWAY_MIN[mode] * Math.max(1, branches.get(line) ?? 1),
        speedKmH: speeds?.[row] ?? SPEED_KM_H[mode],
        stops: stopsOf[row] as Int32Array,
      };
    }),
    ...(timetable ? { timetable } : {}),
    fareEur: FARE_EUR,
  };
}
