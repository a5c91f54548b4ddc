// SPDX-License-Identifier: EUPL-1.2
/** How fast traffic goes against a free road, in classes. Pure. */

/** From free to jammed; what is known of the flow only is of none of them. */
export const TRAFFIC_CLASSES = ['free', 'slowed', 'slow', 'jam'] as const;
export type TrafficClass = (typeof TRAFFIC_CLASSES)[number];

/** The least ratio of a class; less than the last is a jam. */
const LEAST_RATIO = [0.85, 0.65, 0.45] as const;

/**
 * The class of a speed.
 * @param freeKmH speed of the road when it is free: its limit
 * @returns null where the speed is not known or the road has none
 */
export function trafficClass(speedKmH: number | null, freeKmH: number): TrafficClass | null {
  if (speedKmH === null || !(speedKmH >= 0) || !(freeKmH > 0)) return null;
  const at = LEAST_RATIO.findIndex((least) => speedKmH / freeKmH >= least);
  return TRAFFIC_CLASSES[at < 0 ? LEAST_RATIO.length : at] as TrafficClass;
}
