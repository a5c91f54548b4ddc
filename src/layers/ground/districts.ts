// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** NIL. The `hover` and `selected` states are set by the map. */
export const districts = {
  id: 'districts',
  kind: 'ground',
  themes: ['boundaries'],
  visibleAtStart: true,
  legend: [{ key: 'district', symbol: 'dashed-line', colour: (look) => PALETTE[look].districtEdge }],
  tables: ['district'],
  style: (look) => [
    {
      id: 'district-fill',
      type: 'fill',
      source: 'ground',
      'source-layer': 'district',
      paint: {
        'fill-color': PALETTE[look].districtHover,
        // Its edge is a line of its own: smoothing it as well is a second pass for nothing.
        'fill-antialias': false,
        'fill-opacity': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          0.14,
          ['boolean', ['feature-state', 'hover'], false],
          0.07,
          0,
        ],
      },
    },
    {
      id: 'district-edge',
      type: 'line',
      source: 'ground',
      'source-layer': 'district',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE[look].districtEdge,
        'line-dasharray': [4, 3],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.55, 16, 0.3],
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.5, 16, 1.4],
      },
    },
  ],
} as const satisfies Layer;
