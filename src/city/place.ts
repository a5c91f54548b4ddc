// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLat } from './frames';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A city: everything that would have to change for another one. */
export interface Place {
  /** Short id in addresses and file names. */
  readonly id: string;
  readonly name: string;
  /** Where the camera first looks, and the anchor of the scene. */
  readonly centre: LonLat;
  /** What belongs to the city; data far outside of it is a mistake. */
  readonly bounds: Bounds;
  readonly timeZone: string;
}

/** Milan. Centre: the Duomo; bounds: the municipal limit (ds379) with 0.02° of margin. */
export const MILANO: Place = {
  id: 'milano',
  name: 'Milano',
  centre: lonLat(9.19186, 45.46416),
  bounds: [9.02, 45.366, 9.298, 45.556],
  timeZone: 'Europe/Rome',
};

/** Whether a point lies in the bounds, widened by `marginDeg` on each side. */
export function within([w, s, e, n]: Bounds, [lon, lat]: LonLat, marginDeg = 0): boolean {
  return lon >= w - marginDeg && lon <= e + marginDeg && lat >= s - marginDeg && lat <= n + marginDeg;
}
