// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';
import { widthAt } from './expressions';

export const water = {
  id: 'water',
  kind: 'ground',
  themes: ['water'],
  visibleAtStart: true,
  legend: [{ key: 'water', symbol: 'fill', colour: (look) => PALETTE[look].water }],
  tables: ['water'],
  style: (look) => [
    {
      id: 'water',
      type: 'fill',
      source: 'ground',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': PALETTE[look].water },
    },
    {
      id: 'water-edge',
      type: 'line',
      source: 'ground',
      'source-layer': 'water',
      minzoom: 12.5,
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { 'line-join': 'round' },
      // A shore, not a border: it fades to both sides.
      paint: {
        'line-color': PALETTE[look].waterEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12.5, 1.4, 17, 5],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 12.5, 0.8, 17, 4],
      },
    },
    {
      id: 'water-line',
      type: 'line',
      source: 'ground',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': PALETTE[look].water, 'line-width': widthAt(0.8, 2.4, 9) },
    },
  ],
} as const satisfies Layer;
