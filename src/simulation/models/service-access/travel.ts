// SPDX-License-Identifier: EUPL-1.2
/** How long it takes from a place to every home, however far it is. Pure. */
import type { Plane } from '../../../city/frames';
import type { Homes, Ways } from '../people/homes';
import { DETOUR } from '../people/ways';
import { WALK_M_PER_MIN } from '../walking/reach';

/**
 * Minutes on foot from a place, by home. Where nobody would walk it ({@link Ways} says Infinity): along the straight
 * line × {@link DETOUR}, and no less than to the farthest home that is walked to, since all of those are nearer.
 */
export function walkMinutes({ count, eastM, northM }: Homes, ways: Ways, at: Plane): Float64Array {
  const walked = ways.minutesFrom(at);
  let farthest = 0;
  for (const minutes of walked)
    if (minutes < Number.POSITIVE_INFINITY) farthest = Math.max(farthest, minutes);
  return Float64Array.from({ length: count }, (_, home) => {
    const minutes = walked[home] as number;
    if (minutes < Number.POSITIVE_INFINITY) return minutes;
    const [east, north] = [(eastM[home] as number) - at[0], (northM[home] as number) - at[1]];
    return Math.max(farthest, (DETOUR * Math.sqrt(east * east + north * north)) / WALK_M_PER_MIN);
  });
}

/** The same from several places, at [place * homes + home]. */
export function walkMinutesOf(homes: Homes, ways: Ways, places: readonly Plane[]): Float64Array {
  const minutes = new Float64Array(places.length * homes.count);
  places.forEach((at, place) => {
    minutes.set(walkMinutes(homes, ways, at), place * homes.count);
  });
  return minutes;
}

/** Mean of what holds at each home, by district, each home as many times as persons live there; NaN: no homes. */
export function meanByDistrict(
  { count, district, share }: Homes,
  districts: number,
  value: (home: number) => number,
): Float64Array {
  const [sum, weight] = [new Float64Array(districts), new Float64Array(districts)];
  for (let home = 0; home < count; home++) {
    const row = district[home] as number;
    const persons = share[home] as number;
    if (persons === 0) continue;
    sum[row] = (sum[row] as number) + persons * value(home);
    weight[row] = (weight[row] as number) + persons;
  }
  return sum.map((all, row) => all / (weight[row] as number));
}
