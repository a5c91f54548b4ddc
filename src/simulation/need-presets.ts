// SPDX-License-Identifier: EUPL-1.2
/** Questions of need that are ready to be asked: indicators and how much each counts, open to be changed. */
import type { IndicatorId } from './models/need/indicators';
import type { Normalisation } from './models/need/need-index';

export interface NeedPreset {
  readonly indicators: readonly { readonly id: IndicatorId; readonly weight: number }[];
  readonly normalisation: Normalisation;
}

/**
 * `home-care`: where the old are many, alone and without care. `families`: where children are many and what is for
 * them is far. `access`: where services are few for those who live there. `heat`: where nights are warm, shade is little,
 * and the old and the small are many. `green`: where few have trees and a park near. Weights are a choice, not a measurement.
 */
export const NEED_PRESETS = {
  'home-care': {
    indicators: [
      { id: 'aloneAged80Plus', weight: 3 },
      { id: 'homeCareUnmet', weight: 2 },
      { id: 'aged80PlusShare', weight: 2 },
      { id: 'aged80PlusGrowth', weight: 1 },
      { id: 'socialServiceMinutes', weight: 1 },
    ],
    normalisation: 'z-score',
  },
  families: {
    indicators: [
      { id: 'minorsShare', weight: 2 },
      { id: 'aged0to5Share', weight: 2 },
      { id: 'libraries', weight: 1 },
      { id: 'socialServiceMinutes', weight: 1 },
    ],
    normalisation: 'z-score',
  },
  access: {
    indicators: [
      { id: 'pharmacies', weight: 1 },
      { id: 'libraries', weight: 1 },
      { id: 'civicOffices', weight: 1 },
      { id: 'socialServices', weight: 1 },
      { id: 'nursingHomeBeds', weight: 1 },
    ],
    normalisation: 'z-score',
  },
  heat: {
    indicators: [
      { id: 'nightWarmerC', weight: 3 },
      { id: 'canopyShare', weight: 2 },
      { id: 'aged80PlusShare', weight: 2 },
      { id: 'aloneAged80Plus', weight: 1 },
      { id: 'aged0to5Share', weight: 1 },
    ],
    normalisation: 'z-score',
  },
  green: {
    indicators: [
      { id: 'threeTreesShare', weight: 2 },
      { id: 'canopyShare', weight: 2 },
      { id: 'nearParkShare', weight: 2 },
      { id: 'density', weight: 1 },
    ],
    normalisation: 'z-score',
  },
} as const satisfies Record<string, NeedPreset>;
export type NeedPresetId = keyof typeof NEED_PRESETS;
export const NEED_PRESET_IDS = Object.keys(NEED_PRESETS) as NeedPresetId[];
