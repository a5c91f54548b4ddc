// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** The nine municipi and the limit of the city. */
export const municipi = {
  id: 'municipi',
  kind: 'ground',
  themes: ['boundaries'],
  visibleAtStart: true,
  legend: [
    { key: 'municipio', symbol: 'line', colour: (look) => PALETTE[look].boundary },
    { key: 'city-limit', symbol: 'line', colour: (look) => PALETTE[look].boundary },
  ],
  tables: ['municipio'],
  style: (look) => [
    {
      id: 'municipio-edge',
      type: 'line',
      source: 'ground',
      'source-layer': 'municipio',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE[look].boundary,
        'line-opacity': 0.35,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 16, 2.5],
      },
    },
    {
      id: 'city-limit',
      type: 'line',
      source: 'ground',
      'source-layer': 'city-limit',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE[look].boundary,
        'line-opacity': 0.7,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.4, 16, 3],
        'line-dasharray': [6, 1.5, 1, 1.5],
      },
    },
  ],
} as const satisfies Layer;
