// SPDX-License-Identifier: EUPL-1.2
import type { Position } from 'geojson';
import type { ColumnTable } from '../../src/city/columns';
import { lonLat, lonLatToPlane } from '../../src/city/frames';
import { simplifyRing } from '../write/buildings/rings';
import { type Area, polygonsOf } from './plane-geometry';

/** A corner that stands less than this off the line between its neighbours is left out. */
const TOLERANCE_M = 5;

/**
 * Outlines of the districts for what is drawn over a whole one: EPSG:32632 metres, simplified by
 * {@link TOLERANCE_M}, not closed. Outer rings run counter-clockwise; holes run clockwise and follow
 * the ring that they are in.
 *
 * @param areas of the rows of the table `zones`, in their order
 */
export function zoneRings(areas: readonly Area[]): ColumnTable {
  const rows: { zone: number; ring: number; eastM: number; northM: number }[] = [];
  areas.forEach((area, zone) => {
    const rings = polygonsOf(area).flatMap((polygon) => polygon.map((ring, i) => corners(ring, i === 0)));
    rings.forEach((ring, number) => {
      for (let i = 0; i < ring.length; i += 2)
        rows.push({ zone, ring: number, eastM: ring[i] as number, northM: ring[i + 1] as number });
    });
  });
  return {
    id: 'zone-rings',
    rows: rows.length,
    columns: [
      { name: 'zone', unit: '1', values: Uint16Array.from(rows, (row) => row.zone) },
      { name: 'ring', unit: '1', values: Uint16Array.from(rows, (row) => row.ring) },
      { name: 'eastM', unit: 'm', values: Float64Array.from(rows, (row) => row.eastM) },
      { name: 'northM', unit: 'm', values: Float64Array.from(rows, (row) => row.northM) },
    ],
  };
}

/** East, north, east, north, … of a closed ring without its last corner, turned as wanted. */
export function corners(ring: readonly Position[], counterClockwise: boolean): readonly number[] {
  const planes = ring.slice(0, -1).map((at) => lonLatToPlane(lonLat(at[0]!, at[1]!)));
  let area2 = 0;
  planes.forEach(([x, y], i) => {
    const [nextX, nextY] = planes[(i + 1) % planes.length]!;
    area2 += x * nextY - nextX * y;
  });
  if (area2 > 0 !== counterClockwise) planes.reverse();
  return simplifyRing(planes.flat(), TOLERANCE_M);
}
