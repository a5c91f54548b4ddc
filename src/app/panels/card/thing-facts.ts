// SPDX-License-Identifier: EUPL-1.2
/** What the card of a stop, a service, a street… says: the row that the layer's table has of it. */
import type { TFunction } from 'i18next';
import type { LayerTable, SourceEntry } from '../../../city/catalogue';
import type { GroundLayer } from '../../../city/ground';
import type { Formats } from '../../text/format';
import { type CellValue, cellText, columnName } from '../list/cell';
import type { Fact } from './fact';

export type ThingRow = Readonly<Record<string, CellValue>>;

/** The row of the thing of that id, by column; null where the page has none. */
export function rowOfId(table: LayerTable, id: string): ThingRow | null {
  const column = table.columns.indexOf('id');
  const row = column < 0 ? undefined : table.rows.find((cells) => String(cells[column]) === id);
  return row ? Object.fromEntries(table.columns.map((name, i) => [name, row[i] ?? null])) : null;
}

/** Its name, else what it is. */
export function thingTitle(layer: GroundLayer, row: ThingRow, t: TFunction, format: Formats): string {
  const own = row.name ?? (layer === 'transit-line' ? row.line : null) ?? row.species;
  if (typeof own === 'string' && own.trim()) return own;
  const kind =
    cellText(layer, 'class', row.class ?? null, t, format) || t(`thing.${layer}`).toLocaleLowerCase();
  return t('facts.unnamed', { kind: kind.charAt(0).toLocaleUpperCase() + kind.slice(1) });
}

/** What it is, more closely than its layer: "Farmacia", "Stazione della metropolitana". */
export function thingKicker(layer: GroundLayer, row: ThingRow, t: TFunction, format: Formats): string {
  const code = row.class ?? row.mode ?? null;
  const kind = cellText(layer, row.class ? 'class' : 'mode', code, t, format);
  return kind ? kind.charAt(0).toLocaleUpperCase() + kind.slice(1) : t(`thing.${layer}`);
}

/** Every value that is known, but for what the heading says already. */
export function thingFacts(
  layer: GroundLayer,
  row: ThingRow,
  title: string,
  t: TFunction,
  format: Formats,
): Fact[] {
  const facts: Fact[] = [];
  for (const [column, value] of Object.entries(row)) {
    if (HIDDEN.has(column) || value === title) continue;
    const text =
      column === 'capacity' ? capacityText(row, t, format) : cellText(layer, column, value, t, format);
    if (text) facts.push({ id: column, label: columnName(column, t), value: text });
  }
  return facts;
}

/** The source that the row names; of a row that names none, or one that is not there, all of its theme. */
export function sourcesOf(row: ThingRow, ofTheme: readonly SourceEntry[]): readonly SourceEntry[] {
  const own = ofTheme.filter(({ id }) => id === row.source);
  return own.length > 0 ? own : ofTheme.filter(({ kept }) => kept > 0);
}

const HIDDEN = new Set(['id', 'class', 'mode', 'rank', 'capacityUnit', 'colour', 'source']);
const UNITS = ['pupils', 'beds', 'docks', 'places'] as const;

function capacityText(row: ThingRow, t: TFunction, format: Formats): string {
  const { capacity } = row;
  if (typeof capacity !== 'number') return '';
  const unit = UNITS.find((name) => name === row.capacityUnit);
  const n = format.number(capacity);
  return unit ? t(`capacityUnit.${unit}`, { count: capacity, n }) : n;
}
