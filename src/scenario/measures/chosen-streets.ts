// SPDX-License-Identifier: EUPL-1.2
/** From streets clicked on the map to links of the network, and which way each runs. */
import { middleOf } from '../../city/areas';
import type { Roads } from '../../city/city-inputs';
import { type LonLat, lonLatToPlane, type Plane, plane } from '../../city/frames';
import { MeasureError, type Place } from './measure';

/** A link is a clicked line's when one lies on the other, but for the rounding of the vector tiles. */
const SAME_STREET_M = 5;
/** …and within 45° of its direction, either way. */
const SAME_DIRECTION = Math.SQRT1_2;

/**
 * Whether a link runs the way that the nearest of the lines was drawn: the cosine of the angle
 * between them at the link's middle, and how far that line is, in metres.
 */
export function alongLines(
  roads: Roads,
  link: number,
  lines: readonly (readonly Plane[])[],
): { cosine: number; distanceM: number } {
  return nearest(middleOf(roads, link), directionOf(roads, link), lines);
}

type Streets = Extract<Place, { kind: 'streets' }>;

/**
 * Rows of the links of the streets chosen, ascending: by the streets' ids, or by their lines where no
 * link has the id.
 * @throws MeasureError `no-such-street`, `no-street-there`.
 */
export function linksOfStreets(roads: Roads, { streetIds, lines }: Streets, measureId: string): Int32Array {
  const known = new Map(roads.streetIds.map((id, row) => [id, row]));
  const chosen = new Set<number>();
  const rows = new Set(streetIds.flatMap((id) => known.get(id) ?? []));
  roads.streetIndex.forEach((row, link) => {
    if (rows.has(row)) chosen.add(link);
  });
  // A link that stands for several streets has the name of the first: the others are found by their line.
  streetIds.forEach((id, i) => {
    if (known.has(id)) return;
    const along = linksAlong(roads, lines[i] ?? []);
    if (along.length === 0) throw new MeasureError(measureId, 'no-such-street', id);
    for (const link of along) chosen.add(link);
  });
  if (chosen.size === 0) throw new MeasureError(measureId, 'no-street-there', streetIds.join(', '));
  return Int32Array.from(chosen).sort();
}

/** Links with their middle on the line, or the line's middle on them. */
function linksAlong(roads: Roads, line: readonly LonLat[]): number[] {
  if (line.length < 2) return [];
  const drawn = line.map(lonLatToPlane);
  const middle = halfwayOf(drawn);
  const links: number[] = [];
  for (let link = 0; link < roads.links; link++) {
    if (!isNear(roads, link, drawn)) continue;
    const onLine = alongLines(roads, link, [drawn]);
    const onLink = nearest(middle.at, middle.direction, [shapeOf(roads, link)]);
    if ([onLine, onLink].some((x) => x.distanceM <= SAME_STREET_M && Math.abs(x.cosine) >= SAME_DIRECTION))
      links.push(link);
  }
  return links;
}

/** Whether the upright boxes about a link and a line touch: nearly all links are ruled out by that. */
function isNear({ shapeStart, shapeCount, ...roads }: Roads, link: number, line: readonly Plane[]): boolean {
  const start = shapeStart[link] as number;
  const end = start + (shapeCount[link] as number);
  return [roads.shapeEastM, roads.shapeNorthM].every((column, axis) => {
    const along = line.map((point) => point[axis] as number);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = start; i < end; i++) {
      low = Math.min(low, column[i] as number);
      high = Math.max(high, column[i] as number);
    }
    return low <= Math.max(...along) + SAME_STREET_M && high >= Math.min(...along) - SAME_STREET_M;
  });
}

function shapeOf(roads: Roads, link: number): Plane[] {
  const start = roads.shapeStart[link] as number;
  return Array.from({ length: roads.shapeCount[link] as number }, (_, i) =>
    plane(roads.shapeEastM[start + i] as number, roads.shapeNorthM[start + i] as number),
  );
}

/** From the first to the last point of a link's shape, at its middle stretch. */
function directionOf(roads: Roads, link: number): Plane {
  return halfwayOf(shapeOf(roads, link)).direction;
}

function halfwayOf(line: readonly Plane[]): { at: Plane; direction: Plane } {
  const steps = line.slice(1).map((b, i) => {
    const a = line[i] as Plane;
    return { a, direction: plane(b[0] - a[0], b[1] - a[1]), lengthM: Math.hypot(b[0] - a[0], b[1] - a[1]) };
  });
  let leftM = steps.reduce((sum, { lengthM }) => sum + lengthM, 0) / 2;
  for (const { a, direction, lengthM } of steps) {
    if (lengthM > 0 && leftM <= lengthM) {
      const t = leftM / lengthM;
      return { at: plane(a[0] + t * direction[0], a[1] + t * direction[1]), direction };
    }
    leftM -= lengthM;
  }
  return { at: line[0] ?? plane(Number.NaN, Number.NaN), direction: plane(0, 0) };
}

function nearest(
  [x, y]: Plane,
  [dx, dy]: Plane,
  lines: readonly (readonly Plane[])[],
): { cosine: number; distanceM: number } {
  let best = { cosine: 0, distanceM: Number.POSITIVE_INFINITY };
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [ax, ay] = line[i - 1] as Plane;
      const [bx, by] = line[i] as Plane;
      const [ex, ey] = [bx - ax, by - ay];
      const square = ex * ex + ey * ey;
      if (square === 0) continue;
      const t = Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / square));
      const distanceM = Math.hypot(x - ax - t * ex, y - ay - t * ey);
      const length = Math.hypot(dx, dy) * Math.sqrt(square);
      if (distanceM < best.distanceM)
        best = { distanceM, cosine: length > 0 ? (dx * ex + dy * ey) / length : 0 };
    }
  return best;
}
