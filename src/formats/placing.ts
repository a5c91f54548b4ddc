// SPDX-License-Identifier: EUPL-1.2
/** Where the coordinates of a file lie on the ground, by each system that they may be written in. */

import { type LonLat, lonLat, M_PER_DEGREE } from '../city/frames';
import { type Bounds, within } from '../city/place';
import { type Crs, crsOfCode } from './crs';
import { InputError } from './fault';
import { type FileTable, firstPositionOf, type Shapes } from './table';

/** The city that files are brought to. */
export interface Surroundings {
  readonly name: string;
  readonly centre: LonLat;
  readonly bounds: Bounds;
}

/** Around the city's bounds, in which what people bring still belongs there: about 50 km. */
export const MARGIN_DEG = 0.5;

/** What Italian files are in, the likeliest first. */
export const OFFERED_CODES = [4326, 32632, 3003, 7791, 6707, 4265, 25832, 3857, 32633, 3004] as const;

/** One way of reading the coordinates, and where the first point then lies. */
export interface Placing {
  /** "EPSG:32632" */
  readonly crs: string;
  /** Northing (or latitude) stands first in the file. */
  readonly swapped: boolean;
  readonly at: LonLat;
  /** From the city's centre. */
  readonly distanceM: number;
  /** Share of the rows looked at that lie in the city or near it. */
  readonly inside: number;
}

const LOOKED_AT = 60;

/**
 * Every way of reading that puts the first point somewhere on earth: the one that the file states first,
 * then by how many points lie near the city.
 */
export function placingsOf(shapes: Shapes, stated: Crs | null, city: Surroundings): Placing[] {
  const sample = sampleOf(shapes);
  if (sample.length === 0) return [];
  const offered = OFFERED_CODES.map((code) => crsOfCode(code) as Crs);
  const systems = stated
    ? [stated, ...offered.filter((crs) => crs.id !== stated.id && !(crs.isWgs84 && stated.isWgs84))]
    : offered;
  const found: Placing[] = [];
  for (const crs of systems)
    for (const swapped of [false, true]) {
      const placing = placingBy(sample, crs, swapped, city);
      if (placing) found.push(placing);
    }
  const statedFirst = (p: Placing) => (stated && p.crs === stated.id && !p.swapped && p.inside > 0 ? 1 : 0);
  return found.sort(
    (a, b) =>
      statedFirst(b) - statedFirst(a) ||
      b.inside - a.inside ||
      Number(a.swapped) - Number(b.swapped) ||
      systems.findIndex(({ id }) => id === a.crs) - systems.findIndex(({ id }) => id === b.crs),
  );
}

function sampleOf(shapes: Shapes): (readonly [number, number])[] {
  const rows = shapes.kind.length;
  const step = Math.max(1, Math.floor(rows / LOOKED_AT));
  const sample: (readonly [number, number])[] = [];
  for (let row = 0; row < rows; row += sample.length === 0 ? 1 : step) {
    const at = firstPositionOf(shapes, row);
    if (at) sample.push(at);
  }
  return sample;
}

function placingBy(
  sample: readonly (readonly [number, number])[],
  crs: Crs,
  swapped: boolean,
  city: Surroundings,
): Placing | null {
  let first: LonLat | null = null;
  let inside = 0;
  for (const [x, y] of sample) {
    // Metres read as degrees are nowhere; degrees read as metres are a place off Africa: nobody's data.
    if (crs.isDegrees !== (Math.abs(x) <= 180 && Math.abs(y) <= 180)) continue;
    const [lon, lat] = swapped ? crs.toLonLat(y, x) : crs.toLonLat(x, y);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) continue;
    first ??= lonLat(lon, lat);
    if (within(city.bounds, lonLat(lon, lat), MARGIN_DEG)) inside++;
  }
  return (
    first && {
      crs: crs.id,
      swapped,
      at: first,
      distanceM: distanceM(first, city.centre),
      inside: inside / sample.length,
    }
  );
}

/** Great-circle distance on the sphere of the house: for words, not for measuring. */
export function distanceM([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const rad = Math.PI / 180;
  const [a, b] = [latA * rad, latB * rad];
  const h = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lonB - lonA) * rad) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h))) * (M_PER_DEGREE / rad);
}

export interface Placed {
  readonly table: FileTable;
  /** Rows whose shape lies wholly outside the city and its surroundings: they have none any more. */
  readonly outside: number;
  /** West, south, east, north of all shapes. */
  readonly bounds: Bounds;
}

const ROWS_A_TICK = 20_000;

/**
 * The table with its shapes in degrees. Rows far from the city stay, without a shape.
 *
 * @throws InputError where nothing lies in the city or near it.
 */
export function placed(
  file: string,
  table: FileTable,
  { crs, swapped }: { crs: Crs; swapped: boolean },
  city: Surroundings,
  tick: () => void = () => {},
): Placed {
  const { shapes, rows } = table;
  const xy = new Float64Array(shapes.xy.length);
  const kind = shapes.kind.slice();
  const [w, s, e, n] = city.bounds;
  const bounds = [w - MARGIN_DEG, s - MARGIN_DEG, e + MARGIN_DEG, n + MARGIN_DEG] as const;
  const all: [number, number, number, number] = [180, 90, -180, -90];
  let [outside, inside] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_TICK === 0) tick();
    if (kind[row] === 0) continue;
    const from = shapes.firstPosition[shapes.firstPart[row] as number] as number;
    const to = shapes.firstPosition[shapes.firstPart[row + 1] as number] as number;
    if (!place(shapes.xy, xy, from, to, crs, swapped, bounds)) {
      kind[row] = 0;
      outside++;
      continue;
    }
    inside++;
    for (let i = from; i < to; i++) {
      all[0] = Math.min(all[0], xy[2 * i] as number);
      all[1] = Math.min(all[1], xy[2 * i + 1] as number);
      all[2] = Math.max(all[2], xy[2 * i] as number);
      all[3] = Math.max(all[3], xy[2 * i + 1] as number);
    }
  }
  if (inside === 0)
    throw new InputError(file, `nothing of it lies in ${city.name} or near it`, undefined, 'outside', {
      city: city.name,
    });
  return { table: { ...table, shapes: { ...shapes, xy, kind } }, outside, bounds: all };
}

/** Places the positions of one row; whether one at least is near the city, and all are on earth. */
function place(
  xy: Float64Array,
  into: Float64Array,
  from: number,
  to: number,
  crs: Crs,
  swapped: boolean,
  [w, s, e, n]: Bounds,
): boolean {
  let near = false;
  for (let i = from; i < to; i++) {
    const x = xy[swapped ? 2 * i + 1 : 2 * i] as number;
    const y = xy[swapped ? 2 * i : 2 * i + 1] as number;
    const [lon, lat] = crs.toLonLat(x, y);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return false;
    into[2 * i] = lon;
    into[2 * i + 1] = lat;
    near ||= lon >= w && lon <= e && lat >= s && lat <= n;
  }
  return near;
}
