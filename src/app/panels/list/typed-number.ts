// SPDX-License-Identifier: EUPL-1.2
/** Numbers as people type them. Pure. */
import type { Language } from '../../state/store';

const MARKS = {
  it: { grouped: /^-?\d{1,3}(\.\d{3})+(,\d+)?$/, thousands: '.', decimal: ',' },
  en: { grouped: /^-?\d{1,3}(,\d{3})+(\.\d+)?$/, thousands: ',', decimal: '.' },
} as const;

/**
 * Null for nothing. Thousands in groups of three as the language has them (1.234 is one thousand and more
 * to an Italian); any other single comma or point is a decimal one.
 */
export function parseNumber(typed: string, language: Language): number | null | 'wrong' {
  const text = typed
    .trim()
    .replace(/[\s\u00a0]/g, '')
    .replace('\u2212', '-');
  if (text === '') return null;
  const { grouped, thousands, decimal } = MARKS[language];
  if (grouped.test(text)) return Number(text.replaceAll(thousands, '').replace(decimal, '.'));
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : 'wrong';
}
