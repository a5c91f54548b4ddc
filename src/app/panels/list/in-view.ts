// SPDX-License-Identifier: EUPL-1.2
/** What the map shows of the ground. Pure. */
import type { LonLat } from '../../../city/frames';

/** Corners in their order. */
export type Ring = readonly LonLat[];

/** Whether a place is inside (even-odd rule). */
export function withinRing([lon, lat]: LonLat, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] as LonLat;
    const [x2, y2] = ring[j] as LonLat;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
