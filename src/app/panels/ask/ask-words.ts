// SPDX-License-Identifier: EUPL-1.2
/** Names and figures of attributes as the screen writes them. */
import type { TFunction } from 'i18next';
import type { Attribute, AttributeColumn } from '../../../query/attribute';
import type { LegendClass } from '../../../query/legend';
import type { Formats } from '../../text/format';
import { ask } from '../../text/it-ask';
import { codes } from '../../text/it-codes';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
}

/** Whether an attribute has a name on the screen: one that has none is not offered. */
export const isNamed = ({ id }: Attribute): boolean => Object.hasOwn(ask.attribute, id);

export function attributeName(id: string, { t }: Words): string {
  return Object.hasOwn(ask.attribute, id) ? t(`ask.attribute.${id as 'year'}`) : id;
}

/** "Altezza (m)": for headings; empty brackets where it has no unit. */
export function nameWithUnit({ id, unit }: Attribute, words: Words): string {
  const name = attributeName(id, words);
  const written = unitName(unit, words);
  return written ? `${name} (${written})` : name;
}

function unitName(unit: string, { t }: Words): string {
  if (unit === '1') return '';
  return Object.hasOwn(ask.units, unit) ? t(`ask.units.${unit as 'persons'}`) : unit;
}

/** Digits after the point: of a hundred none, of tenths two. */
const digitsOf = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** A figure without its unit. */
export function figureText(value: number, { plain }: Attribute, { format }: Words): string {
  return plain ? format.year(value) : format.number(value, digitsOf(value));
}

/** A code of a category by its name. */
export function codeName(column: AttributeColumn, code: string, { t }: Words): string {
  const { id, codes: all = [] } = column.attribute;
  if (id === 'use' && Object.hasOwn(codes.use, code)) return t(`use.${code as 'unknown'}`);
  if (id === 'heightOrigin' && Object.hasOwn(codes.heightOrigin, code))
    return t(`heightOrigin.${code as 'assumed'}`);
  if (id === 'municipio') return t('district.municipio', { n: code });
  return column.labels?.[all.indexOf(code)] ?? code;
}

/** What a class of a legend is. */
export function className(of: LegendClass, column: AttributeColumn, words: Words): string {
  const { t } = words;
  const { attribute } = column;
  switch (of.kind) {
    case 'range':
      return rangeName(of, attribute, words);
    case 'step':
      return figureText(of.at, attribute, words);
    case 'code':
      return codeName(column, of.code, words);
    case 'other':
      return t('ask.legend.other', { count: of.codes.length, n: words.format.number(of.codes.length) });
    default:
      return t(`ask.legend.${of.kind}`);
  }
}

function rangeName(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  attribute: Attribute,
  words: Words,
): string {
  const { t } = words;
  const written = (value: number) => figureText(value, attribute, words);
  const years = attribute.id === 'year';
  if (from === null)
    return to === null ? '' : t(years ? 'ask.legend.yearsBelow' : 'ask.legend.below', { to: written(to) });
  if (to === null) return t(years ? 'ask.legend.yearsAbove' : 'ask.legend.above', { from: written(from) });
  // A year is whole: the last one of the class is named.
  return years
    ? t('ask.legend.years', { from: written(from), to: written(Math.ceil(to) - 1) })
    : t('ask.legend.range', { from: written(from), to: written(to) });
}
