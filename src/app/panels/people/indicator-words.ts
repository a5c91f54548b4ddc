// SPDX-License-Identifier: EUPL-1.2
/** What the indicators of need are called, and how their figures are written. */
import type { IndicatorId, IndicatorUnit } from '../../../simulation/models/need/indicators';
import type { Ends } from './people-figures';
import { type Words, written } from './people-words';

export const indicatorName = (id: IndicatorId, { t }: Words): string => t(`people.need.indicator.${id}`);

/** Shares bear their sign themselves. */
export const indicatorUnit = (unit: IndicatorUnit, { t }: Words): string =>
  unit === 'share' ? '' : t(`people.need.units.${unit}`);

/** "14,2% (da 13% a 15%)" */
export function indicatorWritten(ends: Ends, unit: IndicatorUnit, words: Words): string {
  const { value, low, high } = written(ends, unit === 'share' ? 'share' : 'number', words.format);
  return low === high ? value : words.t('people.figure', { value, low, high });
}
