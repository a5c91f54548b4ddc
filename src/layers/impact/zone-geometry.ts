// SPDX-License-Identifier: EUPL-1.2
/** Districts as surfaces that can be raised: tops and walls. Pure but for the triangulation. */
import earcut from 'earcut';
import { type ColumnTable, valuesOf } from '../../city/columns';
import { type LonLat, lonLatToScene, plane, planeToLonLat } from '../../city/frames';

/** Corners of the districts' surfaces, drawn as triangles. */
export interface ZoneSurfaces {
  /** x, y in the scene (m), and 1 where the corner rises with its district, 0 at the foot of a wall. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Row of the district at each corner. */
  readonly zones: Uint32Array<ArrayBuffer>;
  /** Outward normal of a wall (127 = 1), x and y; 0, 0 on tops. */
  readonly normals: Int8Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
}

interface Ring {
  readonly zone: number;
  /** x, y, x, y, … scene metres. */
  readonly corners: number[];
  readonly hole: boolean;
}

/** Surfaces of the input table `zone-rings`. */
export function zoneSurfaces(table: ColumnTable, anchor: LonLat): ZoneSurfaces {
  const rings = ringsOf(table, anchor);
  const positions: number[] = [];
  const zones: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const corner = (zone: number, x: number, y: number, rises: 0 | 1, normal: readonly [number, number]) => {
    positions.push(x, y, rises);
    normals.push(Math.round(127 * normal[0]), Math.round(127 * normal[1]));
    return zones.push(zone) - 1;
  };
  for (const [outer, ...holes] of polygonsOf(rings)) {
    const flat = [outer, ...holes].flatMap((ring) => (ring as Ring).corners);
    const starts = holes.map((_, i) =>
      [outer, ...holes].slice(0, i + 1).reduce((sum, ring) => sum + (ring as Ring).corners.length / 2, 0),
    );
    const { zone } = outer as Ring;
    const first = zones.length;
    for (let i = 0; i < flat.length; i += 2) corner(zone, flat[i]!, flat[i + 1]!, 1, [0, 0]);
    for (const index of earcut(flat, starts)) indices.push(first + index);
  }
  for (const { zone, corners } of rings) wall(zone, corners, corner, indices);
  return {
    positions: Float32Array.from(positions),
    zones: Uint32Array.from(zones),
    normals: Int8Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

/** The wall round a ring, whose district lies on its left. */
function wall(
  zone: number,
  ring: readonly number[],
  corner: (zone: number, x: number, y: number, rises: 0 | 1, normal: readonly [number, number]) => number,
  indices: number[],
): void {
  for (let i = 0; i < ring.length; i += 2) {
    const [ax, ay, bx, by] = [0, 1, 2, 3].map((k) => ring[(i + k) % ring.length]!) as [
      number,
      number,
      number,
      number,
    ];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const normal = [(by - ay) / length, (ax - bx) / length] as const;
    const foot = corner(zone, ax, ay, 0, normal);
    corner(zone, bx, by, 0, normal);
    corner(zone, bx, by, 1, normal);
    corner(zone, ax, ay, 1, normal);
    indices.push(foot, foot + 1, foot + 2, foot, foot + 2, foot + 3);
  }
}

function ringsOf(table: ColumnTable, anchor: LonLat): Ring[] {
  const [zone, ring] = [valuesOf(table, 'zone'), valuesOf(table, 'ring')];
  const [east, north] = [valuesOf(table, 'eastM'), valuesOf(table, 'northM')];
  const rings: { zone: number; corners: number[] }[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (row === 0 || zone[row] !== zone[row - 1] || ring[row] !== ring[row - 1])
      rings.push({ zone: zone[row]!, corners: [] });
    const [x, y] = lonLatToScene(anchor, planeToLonLat(plane(east[row]!, north[row]!)));
    rings.at(-1)!.corners.push(x, y);
  }
  return rings.map((each) => ({ ...each, hole: signedArea2(each.corners) < 0 }));
}

/** Outer rings, each with the holes that follow it. */
function polygonsOf(rings: readonly Ring[]): Ring[][] {
  const polygons: Ring[][] = [];
  for (const ring of rings)
    if (ring.hole && polygons.at(-1)?.[0]?.zone === ring.zone) polygons.at(-1)!.push(ring);
    else polygons.push([ring]);
  return polygons;
}

function signedArea2(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    sum += ring[i]! * ring[next + 1]! - ring[next]! * ring[i + 1]!;
  }
  return sum;
}
