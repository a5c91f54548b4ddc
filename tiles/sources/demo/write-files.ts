// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plane, planeToLonLat } from '../../../src/city/frames';
import type { Ring } from './polygon';

/** Hands out the files of the demo folder and remembers what was written. */
export class DemoFolder {
  readonly written: { readonly name: string; readonly features: number; readonly sha256: string }[] = [];

  constructor(private readonly dir: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.dir, { recursive: true });
  }

  /** A text file in pieces; `features` is what stands in the list of contents. */
  async text(name: string, pieces: Iterable<string>, features: number): Promise<void> {
    const file = new PieceWriter(join(this.dir, name));
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

/** Degrees with 7 decimals: a centimetre. */
const degrees = (p: Plane): string => {
  const [lon, lat] = planeToLonLat(p);
  return `[${Math.round(lon * 1e7) / 1e7},${Math.round(lat * 1e7) / 1e7}]`;
};
const ringText = (ring: Ring): string => {
  const text = ring.map(degrees);
  return `[${text.join(',')},${text[0]}]`;
};
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
