// SPDX-License-Identifier: EUPL-1.2
/** The table of one kind of living thing, as it is known at a moment. Pure. */
import type { LonLat } from '../../../city/frames';
import type { LiveKind, LiveRow, LiveRows } from '../../../city/live';
import type { AttributeColumn } from '../../../query/attribute';
import { codeColumn, columnsOf, numberColumn, textColumn } from '../../../query/make-columns';
import type { Known } from '../../../stream/live/known';
import type { Language } from '../../state/store';
import { LIVE_COLUMNS, type LiveColumn, type Withheld } from './live-columns';
import { INSTANT, type Table, valueText, type Words } from './table';

/** What the city's tables say of places that rows only have an id of. */
export interface LivePlacesKnown {
  /** Districts by id, gates by id, streets by the row of `road-links`, first stops of alerts by their id. */
  name(row: LiveRow): string | null;
  at(row: LiveRow): LonLat | null;
}

/** One line of the table: rows that stand together, of weather those of a station. */
interface Line {
  readonly key: string;
  readonly rows: readonly LiveRow[];
  readonly stale: boolean;
}

/** Fresh lines first, as they come; those past their time to live are in it too, and say so. */
export function liveTable(
  known: Known<LiveKind>,
  places: LivePlacesKnown,
  words: Words & { readonly language: Language },
): Table {
  const { kind } = known;
  const lines = [...linesOf(known.fresh, kind, false), ...linesOf(known.stale, kind, true)];
  const unique = lines.filter(({ key }, i) => lines.findIndex((line) => line.key === key) === i);
  const of = unique.length === lines.length ? lines : unique;
  const first = of.map(({ rows }) => rows[0] as LiveRow);
  const specs = kind === 'point' ? pointColumns(first) : (LIVE_COLUMNS[kind] as readonly LiveColumn[]);
  const own = specs.map((spec) => columnOf(spec, of, places, words));
  const columns = columnsOf([
    ...own,
    stateColumn(of, words),
    // Of a typical day nothing was measured at a moment.
    ...(known.origin === 'typical' ? [] : [instantColumn(first)]),
    textColumn(
      'id',
      of.map(({ key }) => key),
    ),
  ]);
  const nameColumn = own[0];
  const { t } = words;
  return {
    list: `live:${kind}`,
    rows: of.length,
    columns,
    // A column that no row fills says nothing.
    shown: [...columns.values()].filter(isFilled).map(({ attribute }) => attribute.id),
    heading: (id) =>
      kind === 'point' && specs.some((spec) => spec.id === id && id !== 'name')
        ? id
        : t(`tables.live.column.${id as 'name'}`),
    key: (row) => of[row]?.key ?? String(row),
    name: (row) => (nameColumn && valueText(nameColumn, row, words)) || (of[row]?.key ?? ''),
    at: (row) => placeOf(first[row], places),
    sources: () => [],
  };
}

/** Whether there is a row that says something in a column. */
function isFilled({ attribute, values, withheld }: AttributeColumn): boolean {
  if (withheld?.includes(1)) return true;
  if (attribute.kind === 'text') return (values as readonly string[]).some((text) => text !== '');
  if (attribute.codes) return attribute.codes.length > 0;
  return Array.prototype.some.call(values, (value: number) => !Number.isNaN(value));
}

function placeOf(row: LiveRow | undefined, places: LivePlacesKnown): LonLat | null {
  if (!row) return null;
  return ('at' in row ? row.at : null) ?? places.at(row);
}

function linesOf(rows: readonly LiveRows[LiveKind][], kind: LiveKind, stale: boolean): Line[] {
  const lines = new Map<string, LiveRow[]>();
  for (const row of rows) {
    const key = kind === 'weather' && 'station' in row ? row.station : row.id;
    const with_ = { ...row, kind } as LiveRow;
    const line = lines.get(key);
    if (line) line.push(with_);
    else lines.set(key, [with_]);
  }
  return [...lines].map(([key, of]) => ({ key, rows: of, stale }));
}

function columnOf(
  spec: LiveColumn,
  lines: readonly Line[],
  places: LivePlacesKnown,
  words: Words & { readonly language: Language },
): AttributeColumn {
  const cells = lines.map(({ rows }) => spec.value(rows, { places, language: words.language }));
  const known = (cell: unknown) => (cell === null || cell === WITHHELD_MARK ? null : cell);
  if (spec.kind === 'number')
    return numberColumn(
      spec.id,
      Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
      {
        unit: spec.unit ?? '1',
        withheld: Uint8Array.from(cells, (cell) => (cell === WITHHELD_MARK ? 1 : 0)),
      },
    );
  const texts = cells.map((cell) => {
    const value = known(cell);
    return value === null ? null : String(value);
  });
  if (spec.kind === 'text')
    return textColumn(
      spec.id,
      texts.map((text) => text ?? ''),
    );
  return codeColumn(spec.id, texts, (code) => spec.label?.(code, words.t) ?? code);
}
const WITHHELD_MARK: Withheld = 'withheld';

const stateColumn = (lines: readonly Line[], { t }: Words): AttributeColumn =>
  codeColumn(
    'state',
    lines.map(({ stale }) => (stale ? 'stale' : 'fresh')),
    (code) => t(`tables.live.${code as 'fresh'}`),
  );

const instantColumn = (rows: readonly LiveRow[]): AttributeColumn =>
  numberColumn(
    'at',
    Float64Array.from(rows, ({ atMs }) => Math.round(atMs / 1000)),
    { unit: INSTANT },
  );

/** Whatever values the points have, under the names that they come with. */
function pointColumns(rows: readonly LiveRow[]): readonly LiveColumn[] {
  const values = (row: LiveRow | undefined) => (row?.kind === 'point' ? row.values : {});
  const names = [...new Set(rows.flatMap((row) => Object.keys(values(row))))].filter(
    (name) => !['name', 'state', 'at', 'id'].includes(name),
  );
  return [
    {
      id: 'name',
      kind: 'text',
      value: ([row]) => (row?.kind === 'point' ? row.name : null),
    },
    ...names.map((name): LiveColumn => {
      const all = rows.map((row) => values(row)[name] ?? null);
      const isNumber = all.every((value) => value === null || typeof value === 'number');
      return { id: name, kind: isNumber ? 'number' : 'text', value: ([row]) => values(row)[name] ?? null };
    }),
  ];
}
