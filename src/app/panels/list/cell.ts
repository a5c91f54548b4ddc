// SPDX-License-Identifier: EUPL-1.2
/** A value of a table in words: codes by their names, measures with their units. */
import type { TFunction } from 'i18next';
import type { ListId } from '../../state/store';
import type { Formats } from '../../text/format';
import { codes } from '../../text/it-codes';

export type CellValue = string | number | boolean | null;

const LENGTHS = new Set(['heightM', 'crownM', 'minHeightM']);
const YEARS = new Set(['year', 'sinceYear', 'plantedYear']);

/** The name of a column; a column that has none is called as it is in the file. */
export function columnName(column: string, t: TFunction): string {
  return Object.hasOwn(codes.column, column) ? t(`column.${column as keyof typeof codes.column}`) : column;
}

/** Empty for what is not known. */
export function cellText(
  list: ListId,
  column: string,
  value: CellValue,
  t: TFunction,
  format: Formats,
): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'facts.yes' : 'facts.no');
  if (list === 'building' && column === 'id') return t('building.numbered', { id: String(value) });
  return typeof value === 'number' ? numberText(column, value, format) : codeText(list, column, value, t);
}

/** A code by its name; what is none stays as it is. */
export function codeText(list: ListId, column: string, code: string, t: TFunction): string {
  if (code === 'true' || code === 'false') return t(code === 'true' ? 'facts.yes' : 'facts.no');
  const path = codePath(list, column, code);
  // Every path that codePath gives is a key: the code lists are complete (text.test.ts).
  return path ? t(path as 'use.unknown') : code;
}

function numberText(column: string, value: number, format: Formats): string {
  if (column === 'id') return format.year(value);
  if (column === 'areaM2') return format.area(value);
  if (column === 'lengthM') return format.length(value, 0);
  if (LENGTHS.has(column)) return format.length(value);
  if (column === 'speedKmH') return format.speed(value);
  if (YEARS.has(column)) return format.year(value);
  return format.number(value, 1);
}

function codePath(list: ListId, column: string, value: string): string | null {
  const has = (tree: object, key: string) => Object.hasOwn(tree, key);
  if (column === 'use' && has(codes.use, value)) return `use.${value}`;
  if (column === 'heightOrigin' && has(codes.heightOrigin, value)) return `heightOrigin.${value}`;
  if (column === 'state' && has(codes.railState, value)) return `railState.${value}`;
  if (column === 'state' && has(codes.businessState, value)) return `businessState.${value}`;
  if (column === 'position' && has(codes.servicePosition, value)) return `servicePosition.${value}`;
  if (column === 'capacityUnit' && has(codes.unit, value)) return `unit.${value}`;
  if (column === 'class' || column === 'mode') {
    const classes: Record<string, object> = codes.class;
    return classes[list] && has(classes[list], value) ? `class.${list}.${value}` : null;
  }
  return null;
}
