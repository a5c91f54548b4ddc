// SPDX-License-Identifier: EUPL-1.2
/** A file that somebody brings → its rows and columns, whatever its format. */
import { gunzipped, isGzip, isZip, UnpackBudget, unzipped, type ZipEntry, zipEntries } from './archive';
import { isCityJson } from './cityjson';
import { type StatedCrs, statedCrs, WGS84 } from './crs';
import type { CsvReading } from './csv-guess';
import { readCsvTable } from './csv-table';
import { InputError } from './fault';
import { isFlatGeobuf, readFlatGeobuf } from './flatgeobuf';
import { beginsWithFeature, featuresOf, geometryOf, propertiesOf } from './geojson';
import { isParquet, readGeoParquet } from './geoparquet';
import { jsonLine, parseJson, parseJsonLines } from './json';
import { LIMITS } from './limits';
import { markupFeatures } from './markup';
import { readShapeRecords } from './shapefile';
import { readSolids } from './solids';
import type { FileTable } from './table';
import { type LeftOut, TableBuilder } from './table-builder';
import { textDecoder } from './text-encoding';

export const FORMATS = [
  'geojson',
  'csv',
  'shapefile',
  'kml',
  'gpx',
  'flatgeobuf',
  'geoparquet',
  'cityjson',
] as const;
export type Format = (typeof FORMATS)[number];

/** What is done with a file, step by step: which one a deadline has cut is told. */
export const READ_STEPS = ['unpack', 'read', 'columns', 'place', 'keep'] as const;
export type ReadStep = (typeof READ_STEPS)[number];

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What somebody chose; guesses stand for the rest. */
export interface Asked {
  /** Of a zip with several data sets the one. */
  readonly entry?: string;
  readonly csv?: Partial<CsvReading>;
}

/** With what the file, or its format, says of its coordinates. */
export interface ReadFile extends StatedCrs {
  readonly format: Format;
  /** Of a zip: the data sets in it, and which one was read. */
  readonly entries: readonly string[];
  readonly entry: string | null;
  /** In the coordinates of the file. */
  readonly table: FileTable;
  readonly leftOut: LeftOut;
  /** Of a CSV. */
  readonly csv?: {
    readonly reading: CsvReading;
    readonly header: readonly string[];
    readonly ragged: number;
  };
}

export type Tick = (step: ReadStep) => void;

/**
 * Reads a file wholly. `tick` is called as the work goes on; that it is not called for long means that
 * a library is lost in a damaged file, and only ending the worker helps.
 *
 * @throws InputError, with a code for the screen, for whatever the file may be.
 */
export async function readFile(file: GivenFile, asked: Asked, tick: Tick): Promise<ReadFile> {
  if (file.bytes.length === 0) throw new InputError(file.name, 'is empty', undefined, 'empty');
  if (file.bytes.length > LIMITS.fileBytes) throw tooLarge(file.name);
  try {
    const { source, entries } = unpacked(file, asked.entry, tick);
    tick('read');
    const read = await readSource(source, asked, () => tick('read'));
    tick('columns');
    const { table, leftOut } = read.builder.build(() => tick('columns'));
    if (table.rows === 0) throw new InputError(source.name, 'has no rows', undefined, 'no-rows');
    return {
      format: read.format,
      entries,
      entry: entries.length > 0 ? source.name : null,
      table,
      crs: read.crs,
      crsText: read.crsText,
      leftOut,
      ...(read.csv ? { csv: read.csv } : {}),
    };
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw new InputError(file.name, 'is nested too deep', undefined, 'too-deep');
    throw error;
  }
}

const tooLarge = (file: string) => {
  const mb = LIMITS.fileBytes / 1024 / 1024;
  return new InputError(file, `is over ${mb} MB`, undefined, 'too-large', { mb });
};

/** One data set: its main file, and of a shapefile what stands beside it. */
interface Source extends GivenFile {
  readonly beside: (ending: string) => Uint8Array | undefined;
}

const DATA_ENDINGS = /\.(shp|geojson|json|csv|tsv|txt|kml|gpx|fgb|parquet|geoparquet)$/i;
const PART_ENDINGS = /\.(dbf|prj|cpg|shx|qix|sbn|sbx|xml|qmd|qpj|lyr|sld)$/i;

function unpacked(
  file: GivenFile,
  asked: string | undefined,
  tick: Tick,
): { source: Source; entries: readonly string[] } {
  const alone = (given: GivenFile) => ({ source: { ...given, beside: () => undefined }, entries: [] });
  const budget = new UnpackBudget(file.name, file.bytes.length);
  const step = () => tick('unpack');
  if (isGzip(file.bytes))
    return alone({
      name: file.name.replace(/\.gz$/i, ''),
      bytes: gunzipped(file.name, file.bytes, budget, step),
    });
  if (!isZip(file.bytes)) return alone(file);
  const all = zipEntries(file.name, file.bytes);
  const data = all.filter(({ name }) => DATA_ENDINGS.test(name) && !/\.(cpg|prj)$/i.test(name));
  if (data.length === 0) throw nothingIn(file.name, all);
  const chosen = data.find(({ name }) => name === asked) ?? likeliest(data);
  const bytesOf = (entry: ZipEntry) => unzipped(file.name, entry, budget, step);
  const stem = chosen.name.replace(/\.[^.]*$/, '').toLowerCase();
  return {
    source: {
      name: chosen.name,
      bytes: bytesOf(chosen),
      beside: (ending) => {
        const part = all.find(({ name }) => name.toLowerCase() === `${stem}${ending}`);
        return part && bytesOf(part);
      },
    },
    entries: data.map(({ name }) => name),
  };
}

/** Shapefiles before others (texts that explain them are often there), the largest first. */
function likeliest(data: readonly ZipEntry[]): ZipEntry {
  const rank = ({ name }: ZipEntry) => (/\.shp$/i.test(name) ? 2 : /\.(txt|json)$/i.test(name) ? 0 : 1);
  return data.reduce((best, entry) =>
    rank(entry) > rank(best) || (rank(entry) === rank(best) && entry.packed.length > best.packed.length)
      ? entry
      : best,
  );
}

function nothingIn(file: string, entries: readonly ZipEntry[]): InputError {
  const nested = entries.some(({ name }) => /\.(zip|kmz|7z|rar|gz|tar)$/i.test(name));
  return nested
    ? new InputError(file, 'holds another archive', undefined, 'zip-nested')
    : new InputError(file, 'holds no data that is read', undefined, 'zip-nothing', {
        names: entries
          .map(({ name }) => name)
          .filter((name) => !PART_ENDINGS.test(name))
          .slice(0, 3)
          .join(', '),
      });
}

interface Read extends StatedCrs {
  readonly format: Format;
  readonly builder: TableBuilder;
  readonly csv?: ReadFile['csv'];
}

async function readSource(source: Source, asked: Asked, tick: () => void): Promise<Read> {
  const { name, bytes } = source;
  if (isFlatGeobuf(bytes)) return { format: 'flatgeobuf', ...(await readFlatGeobuf(name, bytes, tick)) };
  if (isParquet(bytes)) return { format: 'geoparquet', ...(await readGeoParquet(name, bytes, tick)) };
  if (isShp(bytes)) return readShapefile(source, tick);
  const begin = head(bytes);
  if (/^\s*</.test(begin)) return readMarkup(name, bytes, begin);
  // JSON by its first mark; a CSV may begin with a bracket too, but then not as an object.
  if (jsonLine(begin).startsWith('{')) return readJson(name, bytes, tick);
  if (/\.(geo)?json$/i.test(name)) return readJson(name, bytes, tick);
  if (!/\.(csv|tsv|txt)$/i.test(name) && !looksLikeCsv(begin)) throw unknown(name);
  if (hasNul(bytes)) throw unknown(name);
  const { builder, ...csv } = readCsvTable(name, bytes, asked.csv ?? {}, tick);
  return { format: 'csv', builder, ...statedCrs(null), csv };
}

const unknown = (file: string) =>
  new InputError(file, 'is of a format that is not read', undefined, 'unknown-format');

const isShp = (bytes: Uint8Array) =>
  bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a;
const hasNul = (bytes: Uint8Array) => bytes.subarray(0, 4096).includes(0);
const looksLikeCsv = (begin: string) => /^[^\n\r]{1,4000}[;,\t|][^\n\r]*[\n\r]/.test(begin);

function head(bytes: Uint8Array): string {
  return decoded(bytes.subarray(0, 64 * 1024)).replace(/^\uFEFF/, '');
}

function decoded(bytes: Uint8Array): string {
  return (textDecoder() as (bytes: Uint8Array) => string)(bytes);
}

function readShapefile({ name, bytes, beside }: Source, tick: () => void): Read {
  const prj = beside('.prj');
  const { shapes, records } = readShapeRecords({
    name,
    shp: bytes,
    dbf: beside('.dbf'),
    cpg: beside('.cpg'),
  });
  tick();
  const builder = new TableBuilder(name);
  shapes.forEach((shape, i) => {
    const record = records[i];
    if (record) builder.add(shape, record);
  });
  return { format: 'shapefile', builder, ...statedCrs(prj ? decoded(prj) : null) };
}

function readMarkup(name: string, bytes: Uint8Array, begin: string): Read {
  const format = /<kml[\s>]/i.test(begin) ? 'kml' : /<gpx[\s>]/i.test(begin) ? 'gpx' : null;
  // A document type may hide what it is: that is the reason to give.
  if (!format && !/<!(DOCTYPE|ENTITY)/i.test(begin)) throw unknown(name);
  const builder = new TableBuilder(name);
  for (const feature of markupFeatures(name, decoded(bytes), format ?? 'kml'))
    builder.add(feature.geometry, feature.properties ?? {});
  return { format: format ?? 'kml', builder, crs: WGS84, crsText: null };
}

function readJson(name: string, bytes: Uint8Array, tick: () => void): Read {
  const text = decoded(bytes);
  tick();
  if (beginsWithFeature(text)) return readFeatures(name, parseJsonLines(name, text), null);
  if (isCityJson(text.slice(0, 2000)) || isCityJson(text.slice(-2000)))
    return { format: 'cityjson', ...readSolids(name, parseJson(name, text), tick) };
  const json = parseJson(name, text);
  if ((json as { type?: unknown } | null)?.type === 'CityJSON')
    return { format: 'cityjson', ...readSolids(name, json, tick) };
  const { features, crsText } = featuresOf(name, json);
  return readFeatures(name, features, crsText ?? null);
}

function readFeatures(name: string, features: readonly unknown[], crsText: string | null): Read {
  const stated = crsText === null ? { crs: WGS84, crsText } : statedCrs(crsText);
  const builder = new TableBuilder(name);
  for (const feature of features) {
    const { id } = (feature ?? {}) as { id?: unknown };
    const named = typeof id === 'string' || typeof id === 'number' ? { id } : {};
    builder.add(geometryOf(feature), { ...named, ...propertiesOf(feature) });
  }
  return { format: 'geojson', builder, ...stated };
}
