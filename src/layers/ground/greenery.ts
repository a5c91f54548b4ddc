// SPDX-License-Identifier: EUPL-1.2
import { GREENERY_CLASSES, type GreeneryClass } from '../../city/ground';
import type { Layer } from '../layer';
import { PALETTE } from '../palette';
import { byClass } from './expressions';

const IN_LEGEND: readonly GreeneryClass[] = ['park', 'wood', 'grass', 'farmland', 'cemetery', 'sport'];

export const greenery = {
  id: 'greenery',
  kind: 'ground',
  themes: ['greenery'],
  visibleAtStart: true,
  legend: IN_LEGEND.map((key) => ({ key, symbol: 'fill', colour: (look) => PALETTE[look].greenery[key] })),
  tables: ['greenery'],
  style: (look) => [
    {
      id: 'greenery',
      type: 'fill',
      source: 'ground',
      'source-layer': 'greenery',
      // Large and plain below, small and special above.
      layout: {
        'fill-sort-key': byClass(
          Object.fromEntries(GREENERY_CLASSES.map((c) => [c, c === 'farmland' ? 0 : c === 'grass' ? 1 : 2])),
          2,
        ),
      },
      paint: { 'fill-color': byClass(PALETTE[look].greenery, PALETTE[look].greenery.grass) },
    },
  ],
} as const satisfies Layer;
