// SPDX-License-Identifier: EUPL-1.2
/** What can be reached in how long: cumulative opportunities and Hansen's gravity measure. Pure. */
import { exp } from '../../../city/exact-math';

/** A matrix, opportunities or thresholds that accessibility cannot be told from. */
export class AccessibilityError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'AccessibilityError';
  }
}

/** The thresholds, minutes. */
export const THRESHOLDS_MIN: readonly number[] = [15, 30, 45];

/**
 * Cumulative opportunities: by threshold, for each zone, the opportunities of all zones within so
 * many minutes (at the threshold itself they count).
 * @param minutes row-major, zones × zones; infinite where there is no way. One call a mode.
 * @param edgeMin a zone's places lie about its centre, not at it: with an edge, the share that is reached
 * from a centre at t is 1 / (1 + exp((t − threshold) / edgeMin)), so that nothing jumps as t passes it.
 */
export function reachable(
  minutes: Float64Array,
  opportunities: Float64Array,
  thresholdsMin: readonly number[] = THRESHOLDS_MIN,
  edgeMin = 0,
): Float64Array[] {
  const zones = check(minutes, opportunities);
  return thresholdsMin.map((threshold) => {
    if (!(threshold >= 0)) throw new AccessibilityError('threshold', `is ${threshold} min`);
    const share = (t: number) =>
      edgeMin > 0 ? 1 / (1 + exp((t - threshold) / edgeMin)) : t <= threshold ? 1 : 0;
    return sums(zones, (cell, zone) => share(minutes[cell] as number) * (opportunities[zone] as number));
  });
}

function sums(zones: number, part: (cell: number, zone: number) => number): Float64Array {
  const result = new Float64Array(zones);
  for (let from = 0; from < zones; from++) {
    let sum = 0;
    for (let to = 0; to < zones; to++) sum += part(from * zones + to, to);
    result[from] = sum;
  }
  return result;
}

function check(minutes: Float64Array, byZone: Float64Array): number {
  const zones = byZone.length;
  if (minutes.length !== zones * zones)
    throw new AccessibilityError('minutes', `${minutes.length} cells for ${zones} zones`);
  minutes.forEach((time, cell) => {
    if (!(time >= 0))
      throw new AccessibilityError(
        'minutes',
        `from zone ${Math.floor(cell / zones) + 1} to ${(cell % zones) + 1} are ${time}`,
      );
  });
  byZone.forEach((value, zone) => {
    if (!(value >= 0 && Number.isFinite(value)))
      throw new AccessibilityError(`zone ${zone + 1}`, `has ${value}`);
  });
  return zones;
}
