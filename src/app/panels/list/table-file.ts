// SPDX-License-Identifier: EUPL-1.2
/**
 * A table as a file: the rows as they are shown, filtered and sorted, each with where it comes from. A
 * comment is no CSV, so source, licence and date are columns: a row alone still says what it is. Pure.
 */
import type { AttributeColumn } from '../../../query/attribute';
import { type CsvCell, type CsvFlavour, csvParts } from '../../../query/csv-file';
import { isKnown } from '../../../query/filter';
import { headingWithUnit, INSTANT, type Table, valueText, type Words } from './table';

export interface FileSource {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  /** Date of the data in words. */
  readonly date: string;
}

export interface FileOrigin {
  sources(row: number): readonly FileSource[];
  /** What one must know to read it, such as that it is made up; '' for nothing. */
  readonly note: string;
  /** When the file was made, ISO 8601. */
  readonly madeAt: string;
  readonly title: string;
}

/** The kinds of GeoJSON but collections of them. */
export type Shape =
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly (readonly number[])[] }
  | {
      readonly type: 'MultiLineString' | 'Polygon';
      readonly coordinates: readonly (readonly (readonly number[])[])[];
    }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
    };

/** Decimals of a figure in a file: more than any measure here has. */
const DECIMALS = 3;
/** Of a degree: a centimetre. */
const DEGREE_DECIMALS = 7;
const ROWS_A_STEP = 250;
const BETWEEN = ' | ';

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Parts of the file, which may be interrupted in between; withheld counts are never a number in it. */
export function csvFile(
  table: Table,
  rows: Uint32Array,
  origin: FileOrigin,
  flavour: CsvFlavour,
  words: Words,
): Generator<void, string[]> {
  const { t } = words;
  const columns = table.shown.map((id) => table.columns.get(id) as AttributeColumn);
  const withholds = columns.some(({ withheld }) => withheld?.includes(1));
  const placed = rows.some((row) => table.at(row) !== null);
  const from = originCells(origin);
  const header = [
    ...table.shown.map((id) => headingWithUnit(table, id, t)),
    ...(placed ? [t('tables.file.longitude'), t('tables.file.latitude')] : []),
    ...(withholds ? [t('tables.file.withheld')] : []),
    ...(['source', 'licence', 'dataDate', 'attribution', 'note', 'read'] as const).map((id) =>
      t(`tables.file.${id}`),
    ),
  ];
  const body = (row: number): CsvCell[] => {
    const at = table.at(row);
    const place = at ? at.map((degrees) => rounded(degrees, DEGREE_DECIMALS)) : [null, null];
    return [
      ...columns.map((column) => csvCell(column, row, flavour, words)),
      ...(placed ? place : []),
      ...(withholds
        ? [
            withheldOf(table, row)
              .map((id) => table.heading(id))
              .join(BETWEEN),
          ]
        : []),
      ...from(row),
    ];
  };
  return csvParts(rows.length + 1, (line) => (line === 0 ? header : body(rows[line - 1] as number)), flavour);
}

/** In Excel what is withheld stands in words; for programs the cell is empty, and a column names it. */
function csvCell(column: AttributeColumn, row: number, flavour: CsvFlavour, words: Words): CsvCell {
  if (column.withheld?.[row] === 1) return flavour === 'excel' ? valueText(column, row, words) : null;
  return plainValue(column, row, words);
}

function plainValue(column: AttributeColumn, row: number, words: Words): CsvCell {
  if (column.withheld?.[row] === 1 || !isKnown(column, row)) return null;
  if (column.attribute.kind !== 'number') return valueText(column, row, words);
  const value = column.values[row] as number;
  if (column.attribute.unit === INSTANT) return new Date(value * 1000).toISOString();
  return column.attribute.decimals === undefined ? rounded(value, DECIMALS) : value;
}

const withheldOf = (table: Table, row: number): string[] =>
  table.shown.filter((id) => table.columns.get(id)?.withheld?.[row] === 1);

/** Every source of a row, one after the other in each cell; made once for the rows that share them. */
function originCells({ sources, note, madeAt }: FileOrigin): (row: number) => readonly string[] {
  const made = new Map<string, readonly string[]>();
  return (row) => {
    const of = sources(row);
    const key = of.map(({ title }) => title).join(BETWEEN);
    let cells = made.get(key);
    if (!cells) {
      const join = (text: (source: FileSource) => string) => [...new Set(of.map(text))].join(BETWEEN);
      cells = [
        of.map(({ title, publisher }) => `${title} (${publisher})`).join(BETWEEN),
        of.map(({ licence }) => licence).join(BETWEEN),
        of.map(({ date }) => date).join(BETWEEN),
        join(({ attribution }) => attribution),
        note,
        madeAt,
      ];
      made.set(key, cells);
    }
    return cells;
  };
}

/**
 * RFC 7946 in parts: properties under the ids of the columns, whose names and units are in the foreign
 * member `metadata`, with sources and licences; WGS 84. `shapeOf`: the form of a row, null for its point.
 */
export function* geojsonFile(
  table: Table,
  rows: Uint32Array,
  origin: FileOrigin,
  shapeOf: ((row: number) => Shape | null) | null,
  words: Words,
): Generator<void, string[]> {
  const all = new Map<string, FileSource>();
  for (const row of rows) for (const source of origin.sources(row)) all.set(source.title, source);
  yield;
  const metadata = {
    title: origin.title,
    madeAt: origin.madeAt,
    note: origin.note,
    geometry: words.t(shapeOf ? 'tables.file.shapes' : 'tables.file.pointOnly'),
    columns: table.shown.map((id) => ({
      id,
      name: table.heading(id),
      unit: table.columns.get(id)?.attribute.unit ?? '1',
    })),
    sources: [...all.values()],
  };
  const parts = [`{"type":"FeatureCollection","metadata":${JSON.stringify(metadata)},"features":[`];
  for (let from = 0; from < rows.length; from += ROWS_A_STEP) {
    const features = Array.from(rows.subarray(from, from + ROWS_A_STEP), (row) =>
      JSON.stringify(featureOf(table, row, origin, shapeOf?.(row) ?? null, words)),
    );
    parts.push((from === 0 ? '\n' : ',\n') + features.join(',\n'));
    yield;
  }
  parts.push('\n]}\n');
  return parts;
}

function featureOf(table: Table, row: number, origin: FileOrigin, shape: Shape | null, words: Words) {
  const at = table.at(row);
  const point = at && {
    type: 'Point',
    coordinates: at.map((degrees) => rounded(degrees, DEGREE_DECIMALS)),
  };
  const properties: Record<string, unknown> = {};
  for (const id of table.shown) {
    const column = table.columns.get(id);
    if (column) properties[id] = plainValue(column, row, words);
  }
  const withheld = withheldOf(table, row);
  if (withheld.length > 0) properties.withheld = withheld;
  properties.source = origin.sources(row).map(({ title }) => title);
  return { type: 'Feature', id: table.key(row), geometry: shape ?? point, properties };
}
