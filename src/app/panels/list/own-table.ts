// SPDX-License-Identifier: EUPL-1.2
/** The table of what somebody brought. Pure. */
import { type LonLat, lonLat } from '../../../city/frames';
import { geometryAt, wound } from '../../../formats/geometry-at';
import { boundsOf, type FileTable, type Shapes } from '../../../formats/table';
import { askableOf } from '../../../own/askable';
import { type OwnLayer, ownListId, zoomOn } from '../../../own/own-layer';
import { numberColumn } from '../../../query/make-columns';
import { type Table, valueText, type Words } from './table';

/** What the export says of where a row comes from: the file, not the city's catalogue. */
const OWN_SOURCE = 'own';

const [LINE, AREA] = [2, 3];

/**
 * Columns are the file's, under its own names; the one that names a row first, else the rows' numbers.
 *
 * @param table placed: longitude and latitude in degrees
 * @param texts of its text columns, made before (src/own/askable.ts)
 */
export function ownTable(
  layer: Pick<OwnLayer, 'id' | 'title'>,
  table: FileTable,
  texts: ReadonlyMap<string, readonly string[]>,
  words: Words,
): Table {
  const { t, format } = words;
  const asked = askableOf(table, texts);
  const title = layer.title === null ? undefined : asked.columns.get(layer.title);
  const columns = new Map(asked.columns);
  const number = freeName(columns);
  if (!title)
    columns.set(
      number,
      numberColumn(
        number,
        Uint32Array.from({ length: table.rows }, (_, row) => row + 1),
        { plain: true },
      ),
    );
  const first = title ? title.attribute.id : number;
  const { shapes } = table;
  const numbered = (row: number) => t('own.row', { n: format.number(row + 1) });
  return {
    list: ownListId(layer.id),
    rows: table.rows,
    columns,
    shown: [first, ...[...asked.columns.keys()].filter((id) => id !== first)],
    heading: (id) => (id === number && !title ? t('own.rowNumber') : id),
    key: String,
    name: (row) => (title && valueText(title, row, words)) || numbered(row),
    at: (row) => placeOf(shapes, row),
    sources: () => [OWN_SOURCE],
    shape: (row) => {
      const geometry = geometryAt(shapes, row);
      return geometry && wound(geometry);
    },
    zoom: (row) => {
      const bounds = (shapes.kind[row] ?? 0) > 0 ? boundsOf(shapes, row) : null;
      return bounds ? zoomOn(bounds) : 0;
    },
  };
}

/** A name that no column of the file has. */
function freeName(columns: ReadonlyMap<string, unknown>): string {
  let name = '#';
  while (columns.has(name)) name += '#';
  return name;
}

/** Of a point itself, of a line its middle corner, of an area the middle of its bounds; null: it has no place. */
function placeOf(shapes: Shapes, row: number): LonLat | null {
  const kind = shapes.kind[row];
  if (!kind) return null;
  if (kind === AREA) {
    const bounds = boundsOf(shapes, row);
    return bounds && lonLat((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2);
  }
  const part = shapes.firstPart[row] as number;
  const [from, to] = [shapes.firstPosition[part] as number, shapes.firstPosition[part + 1] as number];
  const i = 2 * (kind === LINE ? Math.floor((from + to - 1) / 2) : from);
  return lonLat(shapes.xy[i] as number, shapes.xy[i + 1] as number);
}
