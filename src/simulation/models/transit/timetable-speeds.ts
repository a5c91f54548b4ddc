// SPDX-License-Identifier: EUPL-1.2
/** How fast lines are by their timetable. Pure. */
import type { TransitTimetable } from '../../../city/city-inputs';
import { LINE_NETWORK_DEFAULTS } from './line-network';
import { type PlanePoints, straightM } from './transit-lines';

/**
 * Commercial speed of each pattern, stops included, that takes the mean time of its runs over the way
 * between its stops as the line network measures it; undefined where it has no run, or one that takes
 * no time or covers no way.
 */
export function commercialSpeedsKmH(
  { pattern, firstTime, arrivalS, departureS }: TransitTimetable,
  stopsOf: readonly Int32Array[],
  stops: PlanePoints,
): (number | undefined)[] {
  const [seconds, runs] = [new Float64Array(stopsOf.length), new Float64Array(stopsOf.length)];
  pattern.forEach((of, run) => {
    const [first, end] = [firstTime[run] as number, firstTime[run + 1] as number];
    seconds[of] = (seconds[of] as number) + (arrivalS[end - 1] as number) - (departureS[first] as number);
    runs[of] = (runs[of] as number) + 1;
  });
  return stopsOf.map((calls, of) => {
    let metres = 0;
    for (let call = 1; call < calls.length; call++)
      metres += straightM(stops, calls[call - 1] as number, stops, calls[call] as number);
    const way = metres * LINE_NETWORK_DEFAULTS.rideDetour * (runs[of] as number);
    const time = seconds[of] as number;
    return way > 0 && time > 0 ? (way / time) * 3.6 : undefined;
  });
}
