// SPDX-License-Identifier: EUPL-1.2
/** A timetable for lines of which only headways are known, so that they are searched like timetabled ones. Pure. */
import { LINE_NETWORK_DEFAULTS, type LineNetworkParameters } from './line-network';
import { buildTimetable, type Timetable, type Transfer, type Trip } from './timetable';
import {
  checkLines,
  type PlanePoints,
  rideSecondsOf,
  TransitError,
  type TransitLines,
} from './transit-lines';
import { type WalkParameters, walksBetweenStops } from './walks';

/**
 * Trips at even headways, so that every stop is served throughout [fromS, toS]. When a pattern's
 * first trip leaves is not known: pattern p begins at the fraction frac(p · 0.618…) of its headway
 * (golden ratio), an assumption that spreads the lines' meetings evenly and is the same every time.
 */
export function timetableFromLines(
  lines: TransitLines,
  window: { readonly fromS: number; readonly toS: number },
  changed: Partial<LineNetworkParameters> = {},
): Timetable {
  const parameters = { ...LINE_NETWORK_DEFAULTS, ...changed };
  const trips = evenTrips(lines, window, parameters);
  return buildTimetable(lines.stops.eastM.length, trips, walkTransfers(lines.stops, parameters));
}

/**
 * The trips of {@link timetableFromLines}.
 * @param isWanted by pattern; all where it is not given
 */
export function evenTrips(
  lines: TransitLines,
  window: { readonly fromS: number; readonly toS: number },
  parameters: LineNetworkParameters,
  isWanted: (pattern: number) => boolean = () => true,
): Trip[] {
  checkLines(lines);
  if (!(Number.isFinite(window.fromS) && window.toS > window.fromS && Number.isFinite(window.toS)))
    throw new TransitError('window', `${window.fromS} to ${window.toS} s`);
  const rideS = rideSecondsOf(lines, parameters.rideDetour);
  const { line, headwayMin, firstCall, stop } = lines.patterns;
  const trips: Trip[] = [];
  line.forEach((name, pattern) => {
    if (!isWanted(pattern)) return;
    const [first, end] = [firstCall[pattern] as number, firstCall[pattern + 1] as number];
    const sinceFirst = new Float64Array(end - first);
    for (let p = 1; p < sinceFirst.length; p++)
      sinceFirst[p] = (sinceFirst[p - 1] as number) + (rideS[first + p - 1] as number);
    const headwayS = (headwayMin[pattern] as number) * 60;
    const phaseS = ((pattern * GOLDEN) % 1) * headwayS;
    const length = sinceFirst.at(-1) as number;
    const before = Math.ceil(length / headwayS);
    for (let n = -before; ; n++) {
      const leaveS = window.fromS + phaseS + n * headwayS;
      if (leaveS > window.toS) break;
      const times = sinceFirst.map((since) => leaveS + since);
      const stops = stop.subarray(first, end);
      trips.push({ id: `${name}/${pattern + 1}/${n}`, stops, arrivalS: times, departureS: times });
    }
  });
  return trips;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Changes on foot between stops near each other. */
export function walkTransfers(stops: PlanePoints, parameters: WalkParameters): Transfer[] {
  const { first, to, walkS } = walksBetweenStops(stops, parameters);
  const transfers: Transfer[] = [];
  for (let from = 0; from + 1 < first.length; from++)
    for (let k = first[from] as number; k < (first[from + 1] as number); k++)
      transfers.push({ from, to: to[k] as number, walkS: walkS[k] as number });
  return transfers;
}
