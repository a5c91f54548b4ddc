// SPDX-License-Identifier: EUPL-1.2
/** What a timetable says of the ways between zones, beside what headways say. Pure. */
import { ASSIGNED, TIMETABLED } from '../../../city/assigned-hour';
import type { CityInputs, TransitTimetable } from '../../../city/city-inputs';
import { LINE_NETWORK_DEFAULTS } from '../transit/line-network';
import { evenTrips, walkTransfers } from '../transit/lines-timetable';
import { buildTimetable, type Timetable, type Trip } from '../transit/timetable';
import { skimTimetable } from '../transit/timetable-skim';
import type { TransitLines } from '../transit/transit-lines';
import type { TransitSkim } from '../transit/transit-skim';
import { walksToStops } from '../transit/walks';

/** One sets out every so often in the assigned hour, min. */
const EVERY_MIN = 10;

/**
 * Mean minutes from door to door of those who set out in the assigned hour, by RAPTOR on the city's
 * timetable: zones × zones, infinite where some of them do not arrive by it; null where the city has
 * none. Patterns without a run in it are ridden at even headways.
 */
export function timetabledMinutes(city: CityInputs, lines: TransitLines): Float64Array | null {
  if (!city.transit.timetable) return null;
  const timetable = timetableOfLines(city.transit.timetable, lines);
  const { eastM, northM } = city.zones;
  const access = walksToStops({ eastM, northM }, lines.stops, LINE_NETWORK_DEFAULTS);
  const departuresS: number[] = [];
  for (let at = ASSIGNED.fromMin; at < ASSIGNED.toMin; at += EVERY_MIN) departuresS.push(at * 60);
  return skimTimetable(timetable, access, departuresS);
}

function timetableOfLines(
  { pattern, firstTime, arrivalS, departureS }: TransitTimetable,
  lines: TransitLines,
): Timetable {
  const { firstCall, stop, line } = lines.patterns;
  const trips = Array.from(pattern, (of, run): Trip => {
    const [first, end] = [firstTime[run] as number, firstTime[run + 1] as number];
    return {
      id: `${line[of]}/${of + 1}/${run + 1}`,
      stops: stop.subarray(firstCall[of], firstCall[of + 1]),
      arrivalS: arrivalS.subarray(first, end),
      departureS: departureS.subarray(first, end),
    };
  });
  const timetabled = new Set(pattern);
  const window = { fromS: TIMETABLED.fromMin * 60, toS: TIMETABLED.toMin * 60 };
  const even = evenTrips(lines, window, LINE_NETWORK_DEFAULTS, (of) => !timetabled.has(of));
  const transfers = walkTransfers(lines.stops, LINE_NETWORK_DEFAULTS);
  return buildTimetable(lines.stops.eastM.length, [...trips, ...even], transfers);
}

/**
 * The strategies' skim with its clock minutes as the timetable has them: how many they are is RAPTOR's,
 * what is felt beside them (waits and walks weighted, changes) the strategies'. A pair to which the
 * timetable knows no way within its hours keeps what the strategies say.
 */
export function skimByTimetable(strategies: TransitSkim, clockMin: Float64Array): TransitSkim {
  const { generalisedMin, inVehicleMin, waitMin, walkMin } = strategies;
  return {
    ...strategies,
    generalisedMin: generalisedMin.map((felt, cell) => {
      const clock = (inVehicleMin[cell] as number) + (waitMin[cell] as number) + (walkMin[cell] as number);
      const minutes = clockMin[cell] as number;
      return minutes < Number.POSITIVE_INFINITY ? minutes + (felt - clock) : felt;
    }),
  };
}

/**
 * The skim of a changed city, whose timetable nobody has: that of the city as it is, plus what the
 * change makes of the optimal strategies (after less before). So what a measure leaves alone stays as it
 * is to the bit. A pair that had no way, or has none left, has what the strategies say; however much is
 * saved, the walks and waits that the strategies still have are left.
 */
export function skimAfterChange(base: TransitSkim, before: TransitSkim, after: TransitSkim): TransitSkim {
  const { walkWeight, waitWeight } = LINE_NETWORK_DEFAULTS;
  return {
    ...after,
    generalisedMin: base.generalisedMin.map((minutes, cell) => {
      const [was, is] = [before.generalisedMin[cell] as number, after.generalisedMin[cell] as number];
      if (was === is) return minutes;
      if (!Number.isFinite(was) || !Number.isFinite(is)) return is;
      const least =
        walkWeight * (after.walkMin[cell] as number) + waitWeight * (after.waitMin[cell] as number);
      return Math.max(minutes + (is - was), Math.min(minutes, least));
    }),
  };
}
