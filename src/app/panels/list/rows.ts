// SPDX-License-Identifier: EUPL-1.2
/** Rows of the list: sorted, filtered, cut into pages. Pure. */
import { BUILDING_USES, HEIGHT_ORIGINS } from '../../../city/building';
import type { LayerTable } from '../../../city/catalogue';
import type { ColumnTable } from '../../../city/columns';
import { fold } from '../../../city/fold';
import { type LonLat, lonLat } from '../../../city/frames';
import { reader } from '../../../query/district';
import type { ListId, Selection } from '../../state/store';
import type { CellValue } from './cell';

/** Rows in the page of the list: few enough to draw at once, enough to read on. */
export const PAGE_ROWS = 100;

/** A table as the list reads it, whether it comes from rows or from columns. */
export interface Rows {
  readonly columns: readonly string[];
  readonly count: number;
  cell(row: number, column: number): CellValue;
  at(row: number): LonLat;
}

export interface Sort {
  readonly column: number;
  readonly descending: boolean;
}

/** The rank of a name says when the map writes it; the source is an id, which the card spells out. */
const HIDDEN_COLUMNS: ReadonlySet<string> = new Set(['rank', 'source']);

/** The pages of a layer's table as one. */
export function tableRows(pages: readonly LayerTable[]): Rows {
  const written = pages[0]?.columns ?? [];
  const shown = [...written.keys()].filter((i) => !HIDDEN_COLUMNS.has(written[i]!));
  const columns = shown.map((i) => written[i]!);
  const rows = pages.flatMap((page) => page.rows);
  const at = pages.flatMap((page) => page.at);
  return {
    columns,
    count: rows.length,
    cell: (row, column) => rows[row]?.[shown[column] ?? -1] ?? null,
    at: (row) => at[row] ?? lonLat(0, 0),
  };
}

const BUILDING_COLUMNS = [
  'id',
  'district',
  'use',
  'heightM',
  'heightOrigin',
  'storeys',
  'year',
  'areaM2',
] as const;

/** The city-wide columns of the buildings, zero meaning not known. */
export function buildingRows(table: ColumnTable, districts: ReadonlyMap<number, string>): Rows {
  const value = reader(table);
  const known = (n: number) => (n > 0 ? n : null);
  const cells: Readonly<Record<(typeof BUILDING_COLUMNS)[number], (row: number) => CellValue>> = {
    id: (row) => row,
    district: (row) => districts.get(value('district', row)) ?? null,
    use: (row) => BUILDING_USES[value('use', row)] ?? 'unknown',
    heightM: (row) => known(value('heightDm', row) / 10),
    heightOrigin: (row) => HEIGHT_ORIGINS[value('heightOrigin', row)] ?? 'assumed',
    storeys: (row) => known(value('storeys', row)),
    year: (row) => known(value('year', row)),
    areaM2: (row) => known(Math.round(value('areaM2', row))),
  };
  const byColumn = BUILDING_COLUMNS.map((name) => cells[name]);
  return {
    columns: BUILDING_COLUMNS,
    count: table.rows,
    cell: (row, column) => byColumn[column]?.(row) ?? null,
    at: (row) => lonLat(value('lonDeg', row), value('latDeg', row)),
  };
}

/** Row of a district or another thing; null where it is none of this list. */
export function rowOfSelection(list: ListId, rows: Rows, selection: Selection | null): number | null {
  if (!selection || selection.kind === 'building' || selection.kind === 'live' || selection.kind === 'own')
    return null;
  if ((selection.kind === 'district' ? 'district' : selection.layer) !== list) return null;
  const column = rows.columns.indexOf('id');
  for (let row = 0; row < rows.count; row++)
    if (String(rows.cell(row, column)) === String(selection.id)) return row;
  return null;
}

/**
 * Numbers of the rows to show, in their order. `text` is how a cell is written: it is what is
 * filtered and, for words, sorted by. Unknown values stand last either way.
 */
export function orderRows(
  rows: Rows,
  filter: string,
  sort: Sort | null,
  text: (row: number, column: number) => string,
  collator: Intl.Collator,
): Uint32Array {
  const all = new Uint32Array(rows.count);
  let kept = 0;
  const wanted = fold(filter.trim()).split(/\s+/).filter(Boolean);
  for (let row = 0; row < rows.count; row++)
    if (wanted.length === 0 || matches(rows, row, wanted, text)) all[kept++] = row;
  const order = all.subarray(0, kept);
  if (!sort) return order;
  const { column, descending } = sort;
  const sign = descending ? -1 : 1;
  const keys: CellValue[] = new Array(rows.count).fill(null);
  for (const row of order) {
    const value = rows.cell(row, column);
    keys[row] = typeof value === 'number' || value === null ? value : text(row, column);
  }
  return order.sort((a, b) => {
    const x = keys[a] ?? null;
    const y = keys[b] ?? null;
    if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1;
    const by =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return by * sign || a - b;
  });
}

function matches(
  rows: Rows,
  row: number,
  wanted: readonly string[],
  text: (row: number, column: number) => string,
): boolean {
  let line = '';
  for (let column = 0; column < rows.columns.length; column++) line += `${text(row, column)} `;
  const folded = fold(line);
  return wanted.every((word) => folded.includes(word));
}

export function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / PAGE_ROWS));
}
