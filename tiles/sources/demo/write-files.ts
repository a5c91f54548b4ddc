// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LonLat, type Plane, plane, planeToLonLat } from '../../../src/city/frames';
import type { Ring } from './polygon';

/** Hands out the files of the demo folder and remembers what was written. */
export class DemoFolder {
  readonly written: { readonly name: string; readonly features: number; readonly sha256: string }[] = [];

  constructor(private readonly dir: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.dir, { recursive: true });
  }

  /** A text file in pieces, `/` in the name for a folder; `features` is what stands in the list of contents. */
  async text(name: string, pieces: Iterable<string>, features: number): Promise<void> {
    const path = join(this.dir, name);
    if (name.includes('/')) await mkdir(dirname(path), { recursive: true });
    const file = new PieceWriter(path);
    for (const piece of pieces) await file.add(piece);
    this.written.push({ name, features, sha256: await file.end() });
  }

  /** GeoJSON as ogr2ogr writes it: one feature a line. */
  async geojson(name: string, features: readonly Feature[]): Promise<void> {
    await this.text(name, geojsonPieces(name.replace(/\.geojson$/, ''), features), features.length);
  }

  async json(name: string, value: unknown, features: number): Promise<void> {
    await this.text(name, [JSON.stringify(value, null, 1)], features);
  }

  /** A table as the portal writes it: semicolons, CRLF. */
  async csv(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> {
    const line = (cells: readonly Cell[]) => `${cells.map(csvCell).join(';')}\r\n`;
    await this.text(name, [line(header), ...rows.map(line)], rows.length);
  }
}

type Cell = string | number | null;
const csvCell = (value: Cell): string => {
  const text = value === null ? '' : String(value);
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Coordinates already as JSON text. */
  readonly geometry: string | null;
}

function* geojsonPieces(name: string, features: readonly Feature[]): Generator<string> {
  yield `${geojsonHead(name)}\n`;
  for (let i = 0; i < features.length; i++)
    yield featureLine(features[i] as Feature) + (i + 1 < features.length ? ',\n' : '\n');
  yield ']\n}\n';
}

export const geojsonHead = (name: string): string =>
  `{\n"type": "FeatureCollection",\n"name": "${name}",\n"crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },\n"features": [`;
export const featureLine = ({ properties, geometry }: Feature): string =>
  `{ "type": "Feature", "properties": ${JSON.stringify(properties)}, "geometry": ${geometry} }`;

/** Degrees of the corners of a square of the plane, 250 m wide. */
interface Square {
  readonly key: number;
  readonly corners: readonly [LonLat, LonLat, LonLat, LonLat];
}
const SQUARE_M = 250;
const squares = new Map<number, Square>();
let latest: Square | undefined;

/**
 * Degrees with 7 decimals (a centimetre), between the corners of the square that holds the point:
 * the projection bends by 1 mm in 250 m, and this takes a tenth of the time.
 */
function degrees(p: Plane): string {
  const [i, j] = [Math.floor(p[0] / SQUARE_M), Math.floor(p[1] / SQUARE_M)];
  const key = i * 100_000 + j;
  if (latest?.key !== key) latest = squares.get(key) ?? squareAt(key, i, j);
  const [u, v] = [p[0] / SQUARE_M - i, p[1] / SQUARE_M - j];
  const [a, b, c, d] = latest.corners;
  const lon = (a[0] * (1 - u) + b[0] * u) * (1 - v) + (c[0] * (1 - u) + d[0] * u) * v;
  const lat = (a[1] * (1 - u) + b[1] * u) * (1 - v) + (c[1] * (1 - u) + d[1] * u) * v;
  return `[${sevenDecimals(lon)},${sevenDecimals(lat)}]`;
}

function squareAt(key: number, i: number, j: number): Square {
  const corner = (x: number, y: number) => planeToLonLat(plane((i + x) * SQUARE_M, (j + y) * SQUARE_M));
  const square: Square = { key, corners: [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)] };
  squares.set(key, square);
  return square;
}

/** Of a positive number of degrees over 1. */
function sevenDecimals(value: number): string {
  const digits = String(Math.round(value * 1e7));
  return `${digits.slice(0, -7)}.${digits.slice(-7)}`;
}

function ringText(ring: Ring): string {
  const first = degrees(ring[0] as Plane);
  let text = `[${first}`;
  for (let i = 1; i < ring.length; i++) text += `,${degrees(ring[i] as Plane)}`;
  return `${text},${first}]`;
}
export const pointGeometry = (p: Plane): string => `{"type":"Point","coordinates":${degrees(p)}}`;
export const lineGeometry = (points: readonly Plane[]): string =>
  `{"type":"LineString","coordinates":[${points.map(degrees).join(',')}]}`;
export const multiLineGeometry = (lines: readonly (readonly Plane[])[]): string =>
  `{"type":"MultiLineString","coordinates":[${lines.map((l) => `[${l.map(degrees).join(',')}]`).join(',')}]}`;
export const polygonGeometry = (rings: readonly Ring[]): string =>
  `{"type":"Polygon","coordinates":[${rings.map(ringText).join(',')}]}`;
export const multiPolygonGeometry = (polygons: readonly (readonly Ring[])[]): string =>
  `{"type":"MultiPolygon","coordinates":[${polygons.map((rings) => `[${rings.map(ringText).join(',')}]`).join(',')}]}`;

const BUFFERED_CHARACTERS = 1 << 20;

/** Writes text in large pieces and hashes it on the way. */
export class PieceWriter {
  private readonly stream: WriteStream;
  private readonly hash = createHash('sha256');
  private pending: string[] = [];
  private length = 0;

  constructor(path: string) {
    this.stream = createWriteStream(path);
  }

  async add(text: string): Promise<void> {
    this.pending.push(text);
    this.length += text.length;
    if (this.length > BUFFERED_CHARACTERS) await this.flush();
  }

  /** Closes the file and returns its hash. */
  async end(): Promise<string> {
    await this.flush();
    this.stream.end();
    await once(this.stream, 'close');
    return this.hash.digest('hex');
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.pending.join(''));
    this.pending = [];
    this.length = 0;
    this.hash.update(bytes);
    if (!this.stream.write(bytes)) await once(this.stream, 'drain');
  }
}
