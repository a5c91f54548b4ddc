// SPDX-License-Identifier: EUPL-1.2
/** A table as the list, the charts and the export read it, whatever it is made from. Pure. */
import type { TFunction } from 'i18next';
import type { LonLat } from '../../../city/frames';
import type { Askable, Attribute, AttributeColumn } from '../../../query/attribute';
import { isKnown } from '../../../query/filter';
import type { ListId } from '../../state/store';
import type { Formats } from '../../text/format';
import type { Shape } from './table-file';

/** The words that a table is written in. */
export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
}

export interface Table extends Askable {
  readonly list: ListId;
  /** Columns that are read, in order: the name of a row is in the first. */
  readonly shown: readonly string[];
  /** Name of a column, without its unit. */
  heading(column: string): string;
  /** What a row is called among the others, whatever its place. */
  key(row: number): string;
  /** What a row is called on the screen. */
  name(row: number): string;
  /** Null where it is nowhere. */
  at(row: number): LonLat | null;
  /** Ids of the sources in the catalogue that a row comes from. */
  sources(row: number): readonly string[];
  /** The form of a row, where the table has it itself; null: it has none. */
  shape?(row: number): Shape | null;
  /** How near one stands to a row, where that is each row's own. */
  zoom?(row: number): number;
}

/** An instant, in seconds since 1970. */
export const INSTANT = 'instant';

/** Empty for what is not known; what is withheld is said to be. */
export function valueText(column: AttributeColumn, row: number, { t, format }: Words): string {
  if (column.withheld?.[row] === 1) return t('district.withheld');
  if (!isKnown(column, row)) return '';
  const { attribute, values, labels } = column;
  const value = values[row] as string | number;
  if (attribute.codes) return (labels ?? attribute.codes)[value as number] ?? '';
  return typeof value === 'number' ? figureText(value, attribute, { t, format }) : value;
}

/** A figure with its unit, as it stands in a table. */
export function figureText(
  value: number,
  { unit, plain, decimals = 1 }: Attribute,
  { t, format }: Words,
): string {
  if (plain) return format.year(value);
  switch (unit) {
    case INSTANT:
      return format.dateTime(new Date(value * 1000).toISOString());
    case 'm²':
      return format.area(value);
    case 'm':
      return format.length(value, Number.isInteger(value) ? 0 : 1);
    case 'km/h':
      return format.speed(value);
    case '%':
      return format.percent(value / 100, 1);
    case '1':
    case 'persons':
      return format.number(value, decimals);
    case 'km²':
      return `${format.number(value, 2)}\u00a0${unit}`;
    default:
      return `${format.number(value, 1)}\u00a0${unitText(unit, t)}`;
  }
}

const SPELT: readonly string[] = ['persons', 'persons/km²', INSTANT];

/** A unit as it is read; '' for what has none. */
export function unitText(unit: string, t: Words['t']): string {
  if (unit === '1') return '';
  return SPELT.includes(unit) ? t(`tables.units.${unit as 'persons'}`) : unit;
}

/** Name of a column with its unit, for a file: "Altezza (m)". */
export function headingWithUnit(table: Table, id: string, t: Words['t']): string {
  const unit = unitText(table.columns.get(id)?.attribute.unit ?? '1', t);
  return unit === '' ? table.heading(id) : `${table.heading(id)} (${unit})`;
}

export const isNumeric = ({ attribute }: AttributeColumn): boolean => attribute.kind === 'number';

/** The row of a key; null where there is none. */
export function rowOfKey(table: Table, key: string): number | null {
  for (let row = 0; row < table.rows; row++) if (table.key(row) === key) return row;
  return null;
}
