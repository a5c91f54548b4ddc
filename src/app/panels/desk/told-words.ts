// SPDX-License-Identifier: EUPL-1.2
/** A difference as it stands in a cell, in the chart and in what is said. Pure. */
import type { TFunction } from 'i18next';
import { asTold } from '../../../impact/certainty';
import type { Told } from '../../../impact/compared';
import type { Estimate } from '../../../impact/estimate';
import type { Language } from '../../state/store';
import { type Figures, formatEstimate, formatRatio } from '../../text/estimate-format';

type SaidTold =
  | { readonly figures: Figures; readonly isUnclear: boolean }
  /** Why there is no figure. */
  | { readonly why: string };

/** The estimate that is shown: the change as it is told, or its share; null where there is none. */
export function shownEstimate(told: Told, percent: boolean): Estimate | null {
  if (told.kind !== 'told') return null;
  if (!percent) return asTold(told.change, told.unit);
  return told.direction === 'none' ? null : told.share;
}

/** In words of the screen, never a figure without its interval. */
export function saidTold(told: Told, percent: boolean, t: TFunction, language: Language): SaidTold {
  if (told.kind !== 'told') return { why: t(`desk.table.${told.kind}`) };
  const shown = shownEstimate(told, percent);
  if (!shown) return { why: t(told.direction === 'none' ? 'desk.table.none' : 'desk.table.noShare') };
  return {
    figures: percent ? formatRatio(shown, language) : formatEstimate(shown, told.unit, language, 'change'),
    isUnclear: told.direction === 'unclear',
  };
}
