// SPDX-License-Identifier: EUPL-1.2
/** Rings of positions: sums and tests on the flat plane of their own units. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Twice the signed area: positive where counter-clockwise. Exact relative to the first point. */
export function signedArea2(ring: readonly Position[]): number {
  const [x0, y0] = (ring[0] ?? [0, 0]) as [number, number];
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[i + 1] as [number, number];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** Even-odd; a point on the edge may fall on either side. */
export function inRing([x, y]: readonly number[], ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[j] as [number, number];
    if (
      ay > (y as number) !== by > (y as number) &&
      (x as number) < ((bx - ax) * ((y as number) - ay)) / (by - ay) + ax
    )
      inside = !inside;
  }
  return inside;
}

/** Whether most of a ring's points lie in another ring: sound where they touch at points. */
export function ringInRing(inner: readonly Position[], outer: readonly Position[]): boolean {
  const step = Math.max(1, Math.floor(inner.length / 9));
  let votes = 0;
  for (let i = 0; i < inner.length; i += step) votes += inRing(inner[i] as Position, outer) ? 1 : -1;
  return votes > 0;
}

/**
 * Loose rings of a shapefile record to polygons: clockwise rings are outer ones, the others holes
 * of the smallest outer ring around them, and areas of their own where there is none.
 */
export function ringsToAreas(rings: readonly Position[][]): Polygon | MultiPolygon | null {
  const outer = rings.filter((ring) => signedArea2(ring) <= 0);
  const inner = rings.filter((ring) => signedArea2(ring) > 0);
  return areasOf(outer, inner);
}

/** Outer rings with the holes that lie in them; a hole outside of all is an area of its own. */
export function areasOf(
  outer: readonly Position[][],
  inner: readonly Position[][],
): Polygon | MultiPolygon | null {
  const polygons = outer.map((ring) => ({ rings: [ring], size: Math.abs(signedArea2(ring)) }));
  const bySize = [...polygons].sort((a, b) => a.size - b.size);
  for (const hole of inner) {
    const size = Math.abs(signedArea2(hole));
    const around = bySize.find((p) => p.size >= size && ringInRing(hole, p.rings[0] as Position[]));
    if (around) around.rings.push(hole);
    else polygons.push({ rings: [hole], size });
  }
  if (polygons.length === 0) return null;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]?.rings as Position[][] }
    : { type: 'MultiPolygon', coordinates: polygons.map((p) => p.rings) };
}
