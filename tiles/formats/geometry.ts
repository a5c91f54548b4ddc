// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, LineString, MultiLineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { type LonLat, lonLat, lonLatToPlane, type Plane } from '../../src/city/frames';
import { type Place, within } from '../../src/city/place';
import { isSound, repaired } from '../../src/formats/repair';
import { signedArea2 } from '../../src/formats/rings';
import type { DropReason } from '../sources/reasons';

/** Why a geometry cannot be used: pass both on to `log.drop`. */
export interface Rejected {
  readonly reason: DropReason;
  readonly detail: string;
}
export interface Checked<G extends Geometry> {
  readonly geometry: G;
  /** Was invalid and is mended (self-intersection, nested or repeated rings). */
  readonly mended: boolean;
}
export const isRejected = <G extends Geometry>(result: Checked<G> | Rejected): result is Rejected =>
  'reason' in result;

/** Degrees around the place's bounds in which data still belong to it: about 20 km. */
const MARGIN_DEG = 0.25;
/** Smaller areas are slips of the pen: a square of 10 cm. */
const MIN_AREA_M2 = 0.01;
/** Parts of a mended area below this are slivers of the mending. */
const SLIVER_M2 = 0.05;
const M_PER_DEG = 111_320;

/** A point in the place, or why not. A MultiPoint counts by its first point. */
export function checkPoint(
  geometry: Geometry | null,
  place: Place,
  marginDeg = MARGIN_DEG,
): Checked<Point> | Rejected {
  const at =
    geometry?.type === 'Point'
      ? geometry.coordinates
      : geometry?.type === 'MultiPoint'
        ? geometry.coordinates[0]
        : undefined;
  if (!at) return noGeometry(geometry, 'point');
  const fault = positionFault([at], place, marginDeg);
  return (
    fault ?? { geometry: { type: 'Point', coordinates: [at[0] as number, at[1] as number] }, mended: false }
  );
}

/** A line or lines in the place without repeated points, or why not. */
export function checkLines(
  geometry: Geometry | null,
  place: Place,
  marginDeg = MARGIN_DEG,
): Checked<LineString | MultiLineString> | Rejected {
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString')
    return noGeometry(geometry, 'line');
  const published = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const lines: Position[][] = [];
  for (const line of published) {
    const fault = positionFault(line, place, marginDeg);
    if (fault) return fault;
    const clean = withoutRepeats(line);
    if (clean.length >= 2) lines.push(clean);
  }
  if (lines.length === 0) return { reason: 'no-geometry', detail: 'line without length' };
  return {
    geometry:
      lines.length === 1
        ? { type: 'LineString', coordinates: lines[0] as Position[] }
        : { type: 'MultiLineString', coordinates: lines },
    mended: false,
  };
}

/**
 * An area in the place, valid, or why not: rings closed, without repeated points or rings, outer
 * ones counter-clockwise, holes clockwise; self-intersections are mended by the even-odd rule.
 */
export function checkArea(
  geometry: Geometry | null,
  place: Place,
  marginDeg = MARGIN_DEG,
): Checked<Polygon | MultiPolygon> | Rejected {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return noGeometry(geometry, 'area');
  const published = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const polygons: Position[][][] = [];
  let mended = false;
  for (const rings of published) {
    const checked = checkPolygon(rings, place, marginDeg);
    if (isRejectedRings(checked)) {
      if (checked.reason !== 'zero-area') return checked;
      continue;
    }
    mended ||= checked.mended;
    for (const polygon of checked.polygons) {
      const again = polygons.some(([outer]) => sameRing(outer as Position[], polygon[0] as Position[]));
      if (!again) polygons.push(polygon);
    }
  }
  if (polygons.length === 0) return { reason: 'zero-area', detail: `area under ${MIN_AREA_M2} m²` };
  return {
    geometry:
      polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] as Position[][] }
        : { type: 'MultiPolygon', coordinates: polygons },
    mended,
  };
}

interface CheckedPolygon {
  readonly polygons: Position[][][];
  readonly mended: boolean;
}
const isRejectedRings = (result: CheckedPolygon | Rejected): result is Rejected => 'reason' in result;

function checkPolygon(
  published: readonly Position[][],
  place: Place,
  marginDeg: number,
): CheckedPolygon | Rejected {
  const rings: Position[][] = [];
  for (const [i, ring] of (Array.isArray(published) ? published : []).entries()) {
    const fault = positionFault(ring, place, marginDeg);
    if (fault) return fault;
    const clean = closedRing(ring);
    if (i === 0 && clean.length < 4)
      return { reason: 'zero-area', detail: 'outer ring of fewer than three points' };
    if (clean.length >= 4 && !rings.some((known) => sameRing(known, clean))) rings.push(clean);
  }
  if (rings.length === 0) return { reason: 'no-geometry', detail: 'polygon without rings' };
  if (isSound(rings)) {
    const sound = oriented(rings.filter((ring, i) => i === 0 || ringAreaM2(ring) > MIN_AREA_M2));
    return ringAreaM2(rings[0] as Position[]) < MIN_AREA_M2
      ? { reason: 'zero-area', detail: `area under ${MIN_AREA_M2} m²` }
      : { polygons: [sound], mended: false };
  }
  const polygons = repaired(rings)
    .filter((polygon) => ringAreaM2(polygon[0] as Position[]) > SLIVER_M2)
    .map(oriented);
  return polygons.length > 0
    ? { polygons, mended: true }
    : { reason: 'zero-area', detail: 'nothing is left of a self-intersecting ring' };
}

function noGeometry(geometry: Geometry | null, wanted: string): Rejected {
  return {
    reason: 'no-geometry',
    detail: geometry ? `${geometry.type} where ${wanted} is expected` : 'no geometry',
  };
}

function positionFault(line: unknown, place: Place, marginDeg: number): Rejected | undefined {
  if (!Array.isArray(line)) return { reason: 'bad-coordinates', detail: 'coordinates are no list' };
  for (const at of line) {
    const [lon, lat] = Array.isArray(at) ? at : [];
    if (!Number.isFinite(lon) || !Number.isFinite(lat))
      return { reason: 'bad-coordinates', detail: `coordinates ${String(lon)}, ${String(lat)}` };
    if (within(place.bounds, lonLat(lon, lat), marginDeg)) continue;
    return within(place.bounds, lonLat(lat, lon), marginDeg)
      ? { reason: 'swapped-coordinates', detail: `longitude ${lon}, latitude ${lat}` }
      : { reason: 'outside-place', detail: `${lon}, ${lat} is far from ${place.name}` };
  }
  return undefined;
}

const sameRing = (a: readonly Position[], b: readonly Position[]): boolean =>
  a.length === b.length && a.every((at, i) => at[0] === b[i]?.[0] && at[1] === b[i]?.[1]);

/** Longitude and latitude only, without consecutive repeats. */
function withoutRepeats(line: readonly Position[]): Position[] {
  const out: Position[] = [];
  for (const [lon, lat] of line as [number, number][]) {
    const last = out.at(-1);
    if (last?.[0] !== lon || last?.[1] !== lat) out.push([lon, lat]);
  }
  return out;
}

function closedRing(ring: readonly Position[]): Position[] {
  const out = withoutRepeats(ring);
  const [first, last] = [out[0], out.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) out.push([...first]);
  return out;
}

/** Outer ring counter-clockwise, holes clockwise (RFC 7946). */
function oriented(rings: Position[][]): Position[][] {
  return rings.map((ring, i) => (signedArea2(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
}

/** On the local flat plane: quick, good to a percent, for thresholds. */
function ringAreaM2(ring: readonly Position[]): number {
  const lat = (ring[0] as Position)[1] as number;
  return (Math.abs(signedArea2(ring)) / 2) * M_PER_DEG * M_PER_DEG * Math.cos((lat * Math.PI) / 180);
}

/** Equal for areas of the same points in the same order, and for no others that a city holds. */
export function footprintKey({ coordinates }: Polygon | MultiPolygon): string {
  let [points, x, y] = [0, 0, 0];
  const add = (inner: unknown): void => {
    const list = inner as Position[];
    if (typeof list[0]?.[0] !== 'number') for (const deeper of list) add(deeper);
    else
      for (const at of list) {
        points++;
        x += at[0] as number;
        // Weighted, so that the order counts.
        y += (at[1] as number) * points;
      }
  };
  add(coordinates);
  return `${points} ${x} ${y}`;
}

/** Area in m² on EPSG:32632 (within 0.1 % of the ground in Milan), holes left out. */
export function areaM2(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let sum = 0;
  for (const rings of polygons)
    rings.forEach((ring, i) => {
      const size = Math.abs(signedArea2(ring.map(onPlane))) / 2;
      sum += i === 0 ? size : -size;
    });
  return sum;
}

/** Length in metres on the ground: that of EPSG:32632 without its scale. */
export function lengthM(geometry: LineString | MultiLineString): number {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return lines.reduce((sum, line) => sum + pathLengthM(line.map(onPlane) as unknown as Plane[]), 0);
}

/** Length on the ground of a path given on EPSG:32632. */
export function pathLengthM(path: readonly Plane[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1] as Plane, path[i] as Plane];
    sum += Math.hypot(b[0] - a[0], b[1] - a[1]) / planeScale((a[0] + b[0]) / 2);
  }
  return sum;
}

/** Scale of EPSG:32632: 0.9996 at 9° E, and greater on both sides of it (Snyder 1987, eq. 8-11). */
function planeScale(eastM: number): number {
  const off = (eastM - 500_000) / (0.9996 * 6_381_000);
  return 0.9996 * (1 + (off * off) / 2);
}

const onPlane = (at: Position): Position => {
  const [e, n] = lonLatToPlane(lonLat(at[0] as number, at[1] as number));
  return [e, n];
};

/** A point inside an area, near its middle: for labels and for finding the district. */
export function centreOf(geometry: Polygon | MultiPolygon): LonLat {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.reduce((a, b) =>
    Math.abs(signedArea2(b[0] as Position[])) > Math.abs(signedArea2(a[0] as Position[])) ? b : a,
  );
  return pointInside(largest);
}

/** The centroid where it is inside, else the middle of the widest stretch on its parallel. */
function pointInside(rings: readonly Position[][]): LonLat {
  const [lon, lat] = centroid(rings);
  const crossings: number[] = [];
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[j] as [number, number];
      if (ay > lat !== by > lat) crossings.push(((bx - ax) * (lat - ay)) / (by - ay) + ax);
    }
  crossings.sort((a, b) => a - b);
  let best: [number, number] | undefined;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
    if (lon >= from && lon <= to) return lonLat(lon, lat);
    if (!best || to - from > best[1] - best[0]) best = [from, to];
  }
  return lonLat(best ? (best[0] + best[1]) / 2 : lon, lat);
}

function centroid(rings: readonly Position[][]): [number, number] {
  const [x0, y0] = (rings[0]?.[0] ?? [0, 0]) as [number, number];
  let [sum, x, y] = [0, 0, 0];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = [((ring[i] as Position)[0] as number) - x0, ((ring[i] as Position)[1] as number) - y0];
      const [bx, by] = [
        ((ring[i + 1] as Position)[0] as number) - x0,
        ((ring[i + 1] as Position)[1] as number) - y0,
      ];
      const cross = ax * by - bx * ay;
      sum += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
  return sum === 0 ? [x0, y0] : [x0 + x / (3 * sum), y0 + y / (3 * sum)];
}
