// SPDX-License-Identifier: EUPL-1.2
/** Indicators that the green tells. Apart from the others, so that whoever asks which they are needs no model. Pure. */
import type { GreenFigures } from '../green/green-state';
import type { IndicatorId } from './indicators';

/** Of which figure of the green each is. */
export const GREEN_INDICATORS: Partial<Record<IndicatorId, keyof GreenFigures>> = {
  threeTreesShare: 'trees',
  nearParkShare: 'park',
  canopyShare: 'canopy',
  nightWarmerC: 'warmerC',
};
/** Whether an indicator is told by the green, so that its draws are wanted. */
export const isOfGreen = (id: string): boolean => Object.hasOwn(GREEN_INDICATORS, id);
