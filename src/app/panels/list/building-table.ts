// SPDX-License-Identifier: EUPL-1.2
/** The table of the buildings: what one can ask of them, with where they are. Pure. */
import { type ColumnTable, valuesOf } from '../../../city/columns';
import { lonLat } from '../../../city/frames';
import type { AttributeColumn } from '../../../query/attribute';
import { buildingAskable } from '../../../query/building-attributes';
import { columnsOf, numberColumn } from '../../../query/make-columns';
import { codeText, columnName } from './cell';
import type { Table, Words } from './table';

const SHOWN = ['id', 'district', 'use', 'heightM', 'heightOrigin', 'storeys', 'year', 'areaM2'] as const;

/** Rows in the order of the buildings' numbers; `districts` by their ids, `sources` of all of them. */
export function buildingTable(
  table: ColumnTable,
  districts: ReadonlyMap<number, string>,
  sources: readonly string[],
  { t }: Words,
): Table {
  const asked = buildingAskable(table, districts);
  const number = numberColumn(
    'id',
    Uint32Array.from({ length: table.rows }, (_, row) => row),
    { plain: true },
  );
  const columns = columnsOf([number, ...[...asked.columns.values()].map((column) => labelled(column, t))]);
  const [lon, lat] = [valuesOf(table, 'lonDeg'), valuesOf(table, 'latDeg')];
  const one = t('building.one');
  return {
    list: 'building',
    rows: asked.rows,
    columns,
    shown: SHOWN.filter((id) => columns.has(id)),
    heading: (id) => (id === 'id' ? one : columnName(id, t)),
    key: String,
    name: (row) => t('building.numbered', { id: String(row) }),
    at: (row) => lonLat(lon[row] as number, lat[row] as number),
    sources: () => sources,
  };
}

const labelled = (column: AttributeColumn, t: Words['t']): AttributeColumn =>
  column.labels || !column.attribute.codes
    ? column
    : {
        ...column,
        labels: column.attribute.codes.map((code) => codeText('building', column.attribute.id, code, t)),
      };
