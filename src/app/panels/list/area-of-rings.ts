// SPDX-License-Identifier: EUPL-1.2
/** Outlines and holes, as they come, as an area of GeoJSON. Pure. */
import type { PlaneRing } from '../../state/outlines';
import type { Shape } from './table-file';

const DEGREE_DECIMALS = 7;

/**
 * Rings of which any may be an outline or a hole (even-odd rule), of one area: outlines counter-clockwise
 * and holes clockwise (RFC 7946), each closed. Null where no ring has an area.
 */
export function areaOfRings(
  rings: readonly PlaneRing[],
  place: (point: readonly [number, number]) => readonly number[],
): Shape | null {
  const real = rings.map(opened).filter((ring) => ring.length > 2 && signedArea(ring) !== 0);
  const around = real.map((ring, i) =>
    real.flatMap((other, j) => (i !== j && within(ring[0] as readonly [number, number], other) ? [j] : [])),
  );
  const written = (ring: PlaneRing, counterClockwise: boolean) => {
    const turned = signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
    const points = turned.map((point) =>
      place(point).map((degrees) => Number(degrees.toFixed(DEGREE_DECIMALS))),
    );
    return [...points, points[0] as number[]];
  };
  const polygons = real.flatMap((ring, i) => {
    const outer = around[i] as number[];
    if (outer.length % 2 === 1) return [];
    // A hole is of the outline that stands nearest around it: one more ring around it than around that.
    const holes = real.filter(
      (_, j) => around[j]?.includes(i) === true && around[j]?.length === outer.length + 1,
    );
    return [[written(ring, true), ...holes.map((hole) => written(hole, false))]];
  });
  const [first] = polygons;
  if (!first) return null;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Without the first point again at the end. */
function opened(ring: PlaneRing): PlaneRing {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring.slice(0, -1) : ring;
}

/** Twice the area, positive counter-clockwise. */
function signedArea(ring: PlaneRing): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[j] as readonly [number, number];
    const [x2, y2] = ring[i] as readonly [number, number];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

function within([x, y]: readonly [number, number], ring: PlaneRing): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] as readonly [number, number];
    const [x2, y2] = ring[j] as readonly [number, number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
