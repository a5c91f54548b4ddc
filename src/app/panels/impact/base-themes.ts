// SPDX-License-Identifier: EUPL-1.2
import type { ThemeId } from '../../../city/catalogue';
import type { ModelId } from '../../../city/model-id';

/** Themes whose age decides how good the answer is. */
export const BASE_THEMES = {
  mobility: ['streets', 'population', 'transit'],
  people: ['streets', 'population', 'services', 'transit'],
  shops: ['streets', 'population', 'businesses'],
  green: ['streets', 'population', 'trees', 'greenery'],
} as const satisfies Record<ModelId, readonly ThemeId[]>;
