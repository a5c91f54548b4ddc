// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';
import { FONT } from './fonts';

export const businesses = {
  id: 'businesses',
  kind: 'ground',
  themes: ['businesses'],
  visibleAtStart: false,
  legend: [{ key: 'historic-shop', symbol: 'triangle', colour: (look) => PALETTE[look].business }],
  tables: ['business'],
  style: (look) => [
    {
      id: 'business',
      type: 'symbol',
      source: 'ground',
      'source-layer': 'business',
      minzoom: 12.5,
      layout: {
        'icon-image': 'triangle',
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.4, 17, 0.8],
        'icon-padding': 0,
        'text-field': ['step', ['zoom'], '', 16, ['get', 'name']],
        'text-font': FONT.regular,
        'text-size': 11.5,
        'text-anchor': 'left',
        'text-offset': [0.8, 0],
        'text-max-width': 10,
        'text-optional': true,
      },
      paint: {
        'icon-color': PALETTE[look].business,
        'icon-halo-color': PALETTE[look].symbolEdge,
        'icon-halo-width': 1.4,
        'text-color': PALETTE[look].label,
        'text-halo-color': PALETTE[look].labelHalo,
        'text-halo-width': 1.5,
      },
    },
  ],
} as const satisfies Layer;
