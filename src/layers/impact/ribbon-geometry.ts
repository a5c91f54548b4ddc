// SPDX-License-Identifier: EUPL-1.2
/** Streets as ribbons: a strip along the right-hand side of each link, whose width the shader gives. Pure. */
import type { Roads } from '../../city/city-inputs';
import { type LonLat, lonLatToScene, plane, planeToLonLat } from '../../city/frames';

/** A corner nearer than this to the line between those that stay is left out, metres. */
const TOLERANCE_M = 2;
/** At sharp bends a corner of the strip is not pushed out farther than this many widths. */
const MITRE_LIMIT = 2;
/** One unit of the coded edge attribute. */
export const EDGE_UNIT = 8192;
/** Numbers of a corner in `edges`. */
export const EDGE_SIZE = 4;

/** What ribbons need of a network. */
export type RibbonRoads = Pick<
  Roads,
  'links' | 'from' | 'to' | 'class' | 'shapeStart' | 'shapeCount' | 'shapeEastM' | 'shapeNorthM'
>;

/** Triangles of some links. Two corners a point of a link: its edge by the axis, and the outer one. */
export interface RibbonStrip {
  /** x, y of the link's own line, scene metres. */
  readonly positions: Float32Array<ArrayBuffer>;
  /**
   * In units of 1/{@link EDGE_UNIT}: x and y of the way to the right, one width long (more at bends);
   * how far the corner is pushed along it in widths (0 and 1; −½ and ½ on a one-way street, which
   * the ribbon covers); 0 at the edge by the axis, 1 at the other.
   */
  readonly edges: Int16Array<ArrayBuffer>;
  /** Row of the link at each corner. */
  readonly links: Uint32Array<ArrayBuffer>;
  /** Metres from the beginning of the link. */
  readonly alongM: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
  /** Smallest circle about the middle of the box around it. */
  readonly centre: readonly [xM: number, yM: number];
  readonly radiusM: number;
}

/** 1 where a link has another of the same street the other way. */
export function hasOpposite({ links, from, to }: Pick<Roads, 'links' | 'from' | 'to'>): Uint8Array {
  const ways = new Set<string>();
  for (let link = 0; link < links; link++) ways.add(`${from[link]} ${to[link]}`);
  return Uint8Array.from({ length: links }, (_, link) => (ways.has(`${to[link]} ${from[link]}`) ? 1 : 0));
}

/**
 * Links by the cells of a square grid that their middles lie in, each list in drawing order: lesser
 * streets first (`class` falls from motorways on).
 */
export function linksByCell(roads: RibbonRoads, cellM: number): readonly (readonly number[])[] {
  const cells = new Map<string, number[]>();
  for (let link = 0; link < roads.links; link++) {
    const middle = (roads.shapeStart[link] as number) + Math.floor((roads.shapeCount[link] as number) / 2);
    const [east, north] = [roads.shapeEastM[middle] as number, roads.shapeNorthM[middle] as number];
    const key = `${Math.floor(east / cellM)} ${Math.floor(north / cellM)}`;
    const cell = cells.get(key);
    if (cell) cell.push(link);
    else cells.set(key, [link]);
  }
  const rank = (link: number) => roads.class[link] as number;
  return [...cells.values()].map((cell) => cell.sort((a, b) => rank(b) - rank(a) || a - b));
}

/**
 * The strip of some links.
 * @param twoWay as {@link hasOpposite} says
 */
export function ribbonStrip(
  roads: RibbonRoads,
  links: readonly number[],
  twoWay: Uint8Array,
  anchor: LonLat,
): RibbonStrip {
  const lines = links.map((link) => sceneLine(roads, link, anchor));
  const corners = 2 * lines.reduce((sum, line) => sum + line.length / 2, 0);
  const strip = {
    positions: new Float32Array(2 * corners),
    edges: new Int16Array(EDGE_SIZE * corners),
    links: new Uint32Array(corners),
    alongM: new Float32Array(corners),
    indices: new Uint32Array(lines.reduce((sum, line) => sum + Math.max(0, 6 * (line.length / 2 - 1)), 0)),
  };
  let [corner, index] = [0, 0];
  lines.forEach((line, i) => {
    const link = links[i] as number;
    const [inner, outer] = twoWay[link] ? [0, EDGE_UNIT] : [-EDGE_UNIT / 2, EDGE_UNIT / 2];
    const points = line.length / 2;
    let alongM = 0;
    for (let point = 0; point < points; point++) {
      const [rightX, rightY] = rightAt(line, point).map((part) => Math.round(part * EDGE_UNIT));
      strip.positions.set(
        [line[2 * point]!, line[2 * point + 1]!, line[2 * point]!, line[2 * point + 1]!],
        2 * corner,
      );
      strip.edges.set([rightX!, rightY!, inner, 0, rightX!, rightY!, outer, EDGE_UNIT], EDGE_SIZE * corner);
      strip.links.fill(link, corner, corner + 2);
      if (point > 0) alongM += lengthM(line, point - 1);
      strip.alongM.fill(alongM, corner, corner + 2);
      if (point > 0) {
        // Counter-clockwise seen from above.
        strip.indices.set([corner - 2, corner - 1, corner, corner, corner - 1, corner + 1], index);
        index += 6;
      }
      corner += 2;
    }
  });
  return { ...strip, ...around(strip.positions) };
}

/** Strips as one, drawn in their order. */
export function joinedStrips(strips: readonly RibbonStrip[]): RibbonStrip {
  const total = (of: (strip: RibbonStrip) => ArrayLike<number>) =>
    strips.reduce((sum, strip) => sum + of(strip).length, 0);
  const positions = new Float32Array(total((strip) => strip.positions));
  const edges = new Int16Array(total((strip) => strip.edges));
  const links = new Uint32Array(total((strip) => strip.links));
  const alongM = new Float32Array(links.length);
  const indices = new Uint32Array(total((strip) => strip.indices));
  let [corner, index] = [0, 0];
  for (const strip of strips) {
    positions.set(strip.positions, 2 * corner);
    edges.set(strip.edges, EDGE_SIZE * corner);
    links.set(strip.links, corner);
    alongM.set(strip.alongM, corner);
    const first = corner;
    indices.set(
      strip.indices.map((at) => first + at),
      index,
    );
    corner += strip.links.length;
    index += strip.indices.length;
  }
  return { positions, edges, links, alongM, indices, ...around(positions) };
}

/** x, y, x, y, … of a link in the scene, without corners that stand off less than the tolerance. */
function sceneLine(roads: RibbonRoads, link: number, anchor: LonLat): Float64Array {
  const start = roads.shapeStart[link] as number;
  const kept = keptPoints(roads.shapeEastM, roads.shapeNorthM, start, roads.shapeCount[link] as number);
  const line = new Float64Array(2 * kept.length);
  kept.forEach((row, i) => {
    const at = planeToLonLat(plane(roads.shapeEastM[row] as number, roads.shapeNorthM[row] as number));
    const [x, y] = lonLatToScene(anchor, at);
    line.set([x, y], 2 * i);
  });
  return line;
}

/** Rows of the points that stay (Douglas & Peucker 1973), the first and the last always; doubled points once. */
function keptPoints(east: Float64Array, north: Float64Array, start: number, count: number): number[] {
  const kept: number[] = [start];
  const split = (first: number, last: number): void => {
    const [ax, ay] = [east[first] as number, north[first] as number];
    const [dx, dy] = [(east[last] as number) - ax, (north[last] as number) - ay];
    const length = Math.hypot(dx, dy);
    let [farthest, at] = [TOLERANCE_M, -1];
    for (let row = first + 1; row < last; row++) {
      const [px, py] = [(east[row] as number) - ax, (north[row] as number) - ay];
      // A loop comes back to where it began: there the distance is that from its beginning.
      const off = length < TOLERANCE_M ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
      if (off > farthest) [farthest, at] = [off, row];
    }
    if (at >= 0) {
      split(first, at);
      split(at, last);
    } else if (length > 0) kept.push(last);
  };
  if (count > 1) split(start, start + count - 1);
  return kept;
}

/**
 * The way to the right of a line at one of its points, one width long; at a bend along the bisector,
 * so long that the strip keeps its width, but for the mitre limit.
 */
function rightAt(line: Float64Array, point: number): readonly [number, number] {
  const before = point > 0 ? rightOf(line, point - 1) : null;
  const after = 2 * (point + 1) < line.length ? rightOf(line, point) : null;
  const a = before ?? after ?? NOWHERE;
  const b = after ?? before ?? NOWHERE;
  const [x, y] = [a[0] + b[0], a[1] + b[1]];
  const squared = x * x + y * y;
  // A hairpin has no bisector to the right.
  if (squared < 1e-6) return b;
  // Half the angle between a and b has the cosine |a + b| / 2.
  const stretch = Math.min(2 / squared, MITRE_LIMIT / Math.sqrt(squared));
  return [x * stretch, y * stretch];
}

const NOWHERE = [0, 0] as const;

function lengthM(line: Float64Array, point: number): number {
  const i = 2 * point;
  return Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!);
}

/** Unit vector to the right of the way from a point to the next. */
function rightOf(line: Float64Array, point: number): readonly [number, number] {
  const i = 2 * point;
  const [dx, dy] = [line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!];
  const length = Math.hypot(dx, dy) || 1;
  return [dy / length, -dx / length];
}

function around(positions: Float32Array): Pick<RibbonStrip, 'centre' | 'radiusM'> {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 2) {
    west = Math.min(west, positions[i]!);
    east = Math.max(east, positions[i]!);
    south = Math.min(south, positions[i + 1]!);
    north = Math.max(north, positions[i + 1]!);
  }
  if (west > east) return { centre: [0, 0], radiusM: 0 };
  return {
    centre: [(west + east) / 2, (south + north) / 2],
    radiusM: Math.hypot(east - west, north - south) / 2,
  };
}
