// SPDX-License-Identifier: EUPL-1.2
/** What is shown of a file that was read, and what has to be asked about it. Pure. */
import { titleColumn } from '../formats/csv-guess';
import { type Placing, placingsOf, type Surroundings } from '../formats/placing';
import type { ReadFile } from '../formats/read-file';
import { type Shapes, valueAt } from '../formats/table';
import type { ShapeCounts } from './own-layer';
import type { PlaceQuestion, Preview } from './read-protocol';

const SAMPLE_ROWS = 5;

export function shapeCounts({ kind }: Shapes): ShapeCounts {
  const counts = [0, 0, 0, 0];
  for (const one of kind) counts[one] = (counts[one] as number) + 1;
  const [, point = 0, line = 0, area = 0] = counts;
  return { point, line, area };
}

export function previewOf(fileName: string, read: ReadFile, city: Surroundings): Preview {
  const { table, csv } = read;
  const placings = placingsOf(table.shapes, read.crs, city);
  const names = table.columns.map(({ name }) => name);
  return {
    fileName,
    format: read.format,
    entries: read.entries,
    entry: read.entry,
    rows: table.rows,
    shapes: shapeCounts(table.shapes),
    badShapes: read.leftOut.badShapes,
    mixed: read.leftOut.mixed,
    columns: table.columns.map(({ name, kind }) => ({ name, kind })),
    sample: Array.from({ length: Math.min(SAMPLE_ROWS, table.rows) }, (_, row) =>
      table.columns.map((column) => valueAt(column, row)),
    ),
    title: titleColumn(names),
    crs: read.crs?.id ?? null,
    crsText: read.crsText,
    placings,
    ...placeOf(read, placings),
    csv: csv ? { ...csv.reading, header: csv.header, ragged: csv.ragged } : null,
  };
}

/** The likeliest place, and what is to be asked of it: nothing where the file says it and it lies here. */
function placeOf(
  { crs, crsText, format }: ReadFile,
  placings: readonly Placing[],
): { placing: number | null; question: PlaceQuestion | null } {
  const [best] = placings;
  if (!best) return { placing: null, question: null };
  if (best.inside === 0) return { placing: null, question: 'outside' };
  if (best.swapped) return { placing: 0, question: 'swapped' };
  if (crs && best.crs !== crs.id) return { placing: 0, question: 'elsewhere' };
  if (crs) return { placing: 0, question: null };
  if (crsText !== null) return { placing: 0, question: 'unknown' };
  // Degrees in a table that lie here are what they seem.
  if (format === 'csv' && best.crs === 'EPSG:4326') return { placing: 0, question: null };
  return { placing: 0, question: 'missing' };
}
