// SPDX-License-Identifier: EUPL-1.2
/** How the values of a measure's form are written, by their unit. */
import type { FieldUnit } from '../../scenario/measures/fields';
import type { Formats } from './format';

/** For a field in which a person writes; the unit stands beside it, but for the percent sign. */
export function fieldFormat(unit: FieldUnit): Intl.NumberFormatOptions {
  switch (unit) {
    case 'eur':
    case 'eur/h':
      return { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    case 'share':
      return { style: 'percent', maximumFractionDigits: 1 };
    case 'lanes':
      return { maximumFractionDigits: 2, signDisplay: 'exceptZero' };
    default:
      return { maximumFractionDigits: 2 };
  }
}

/** A value in words, its unit given by `unit` where it is not part of the number. */
export function fieldValue(format: Formats, value: number, unit: FieldUnit, unitText: string): string {
  if (unit === 'share') return format.percent(value);
  if (unit === 'eur') return format.euro(value);
  return `${format.number(value, 2)}\u00a0${unitText}`;
}
