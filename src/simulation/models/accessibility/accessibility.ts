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
 */
export function reachable(
  minutes: Float64Array,
  opportunities: Float64Array,
  thresholdsMin: readonly number[] = THRESHOLDS_MIN,
): Float64Array[] {
  const zones = check(minutes, opportunities);
  return thresholdsMin.map((threshold) => {
    if (!(threshold >= 0)) throw new AccessibilityError('threshold', `is ${threshold} min`);
    return sums(zones, (cell, zone) =>
      (minutes[cell] as number) <= threshold ? (opportunities[zone] as number) : 0,
    );
  });
}

/**
 * Hansen (1959): for each zone Σ_j O_j · e^(−β t_ij), which changes smoothly with the times.
 * @param betaPerMin decay, 1/min.
 */
export function hansen(minutes: Float64Array, opportunities: Float64Array, betaPerMin: number): Float64Array {
  const zones = check(minutes, opportunities);
  if (!(betaPerMin >= 0 && Number.isFinite(betaPerMin)))
    throw new AccessibilityError('beta', `is ${betaPerMin} per min`);
  return sums(zones, (cell, zone) => {
    const time = minutes[cell] as number;
    // Without a way nothing counts, whatever β is (0 · ∞ is no number).
    return time === Number.POSITIVE_INFINITY ? 0 : (opportunities[zone] as number) * exp(-betaPerMin * time);
  });
}

/** Mean of what zones reach, each by its weight (residents), as a share of all; 0 where there is nothing or nobody. */
export function meanShareReached(
  reached: Float64Array,
  opportunities: Float64Array,
  residents: Float64Array,
): number {
  const all = opportunities.reduce((sum, value) => sum + value, 0);
  let [weighted, weights] = [0, 0];
  residents.forEach((weight, zone) => {
    weighted += weight * (reached[zone] as number);
    weights += weight;
  });
  return all > 0 && weights > 0 ? weighted / weights / all : 0;
}

/**
 * The matrix with the times within zones on its diagonal. Assumption: a third of the time to cross
 * the zone, a square of its area, the way being longer than the straight line by `detour`.
 */
export function withTimesWithinZones(
  minutes: Float64Array,
  areaM2: Float64Array,
  { speedKmH, detour }: { readonly speedKmH: number; readonly detour: number },
): Float64Array {
  const zones = check(minutes, areaM2);
  if (!(speedKmH > 0 && detour > 0))
    throw new AccessibilityError('within zones', `speed ${speedKmH} km/h, detour ${detour}`);
  const all = minutes.slice();
  for (let zone = 0; zone < zones; zone++) {
    const acrossM = Math.sqrt(areaM2[zone] as number) * detour;
    all[zone * zones + zone] = ((acrossM / 1000 / speedKmH) * 60) / 3;
  }
  return all;
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
