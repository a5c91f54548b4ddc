// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Crowns as they lie on the ground, as wide as they are (6 m where the crown is not known). */
export const trees = {
  id: 'trees',
  kind: 'ground',
  themes: ['trees'],
  visibleAtStart: true,
  legend: [{ key: 'tree', symbol: 'dot', colour: (look) => PALETTE[look].tree }],
  tables: ['tree'],
  style: (look) => [
    {
      id: 'tree',
      type: 'circle',
      source: 'ground',
      'source-layer': 'tree',
      minzoom: 14,
      paint: {
        'circle-color': PALETTE[look].tree,
        'circle-opacity': 0.65,
        'circle-pitch-alignment': 'map',
        // At 45.46° N one metre is 2^zoom / 54,835 CSS pixels (512 px world, MapLibre's sphere).
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          14,
          ['*', ['coalesce', ['get', 'crownM'], 6], 2 ** 14 / 54835 / 2],
          20,
          ['*', ['coalesce', ['get', 'crownM'], 6], 2 ** 20 / 54835 / 2],
        ],
      },
    },
  ],
} as const satisfies Layer;
