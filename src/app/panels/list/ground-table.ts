// SPDX-License-Identifier: EUPL-1.2
/** The table of a layer of the ground, from its written pages. Pure. */
import type { LayerTable } from '../../../city/catalogue';
import type { GroundLayer } from '../../../city/ground';
import type { AttributeColumn } from '../../../query/attribute';
import { codeColumn, columnsOf, numberColumn, textColumn } from '../../../query/make-columns';
import { codeText, columnName } from './cell';
import { type Table, valueText, type Words } from './table';

type Cell = LayerTable['rows'][number][number];

/** The rank of a name says when the map writes it; the source is an id, which export and card spell out. */
const HIDDEN_COLUMNS: ReadonlySet<string> = new Set(['rank', 'source']);
const UNITS: Readonly<Record<string, string>> = {
  areaM2: 'm²',
  lengthM: 'm',
  heightM: 'm',
  crownM: 'm',
  speedKmH: 'km/h',
};
const YEARS: ReadonlySet<string> = new Set(['year', 'sinceYear', 'plantedYear']);
/** Always words, however few different ones there are, and numbers that count nothing. */
const TEXTS: ReadonlySet<string> = new Set(['id', 'name', 'address', 'hours', 'detail', 'lines']);
const NUMBERED: ReadonlySet<string> = new Set(['municipio']);
/** More different words than that are no classes to choose among. */
const MOST_CODES = 300;

/** The pages of a layer's table as one. */
export function groundTable(list: GroundLayer, pages: readonly LayerTable[], words: Words): Table {
  const written = pages[0]?.columns ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const at = pages.flatMap((page) => page.at);
  const columns = written.map((id, i) =>
    columnOfCells(
      list,
      id,
      rows.map((row) => row[i] ?? null),
      words,
    ),
  );
  const ids = written.indexOf('id');
  const nameColumn = columns[0];
  const source = written.indexOf('source');
  return {
    list,
    rows: rows.length,
    columns: columnsOf(columns),
    shown: written.filter((id) => !HIDDEN_COLUMNS.has(id)),
    heading: (id) => columnName(id, words.t),
    key: (row) => String(rows[row]?.[ids] ?? row),
    name: (row) => (nameColumn && valueText(nameColumn, row, words)) || words.t(`thing.${list}`),
    at: (row) => at[row] ?? null,
    sources: (row) => {
      const id = rows[row]?.[source];
      return typeof id === 'string' ? [id] : [];
    },
  };
}

function columnOfCells(list: GroundLayer, id: string, cells: readonly Cell[], words: Words): AttributeColumn {
  const known = cells.filter((cell) => cell !== null);
  if (TEXTS.has(id))
    return textColumn(
      id,
      cells.map((cell) => (cell === null ? '' : String(cell))),
    );
  if (!NUMBERED.has(id) && known.every((cell) => typeof cell === 'number'))
    return numberColumn(
      id,
      Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
      { unit: UNITS[id] ?? '1', plain: YEARS.has(id) },
    );
  const texts = cells.map((cell) => (cell === null ? null : String(cell)));
  if (new Set(texts).size > MOST_CODES)
    return textColumn(
      id,
      texts.map((text) => text ?? ''),
    );
  return codeColumn(id, texts, (code) => codeText(list, id, code, words.t));
}
