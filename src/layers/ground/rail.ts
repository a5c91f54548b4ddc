// SPDX-License-Identifier: EUPL-1.2
import type { FilterSpecification } from 'maplibre-gl';
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Railway that is not said to be in a tunnel, metro that is said not to be. */
const OPEN_AIR: FilterSpecification = [
  'any',
  ['all', ['==', ['get', 'class'], 'rail'], ['!=', ['get', 'underground'], true]],
  ['all', ['==', ['get', 'class'], 'metro'], ['==', ['get', 'underground'], false]],
];

/** Physical tracks above ground: railway and tram. What runs in tunnels is drawn by transit-lines. */
export const rail = {
  id: 'rail',
  kind: 'ground',
  themes: ['rail'],
  visibleAtStart: true,
  legend: [
    { key: 'rail', symbol: 'dashed-line', colour: (look) => PALETTE[look].rail },
    { key: 'tram', symbol: 'line', colour: (look) => PALETTE[look].tram },
  ],
  tables: ['rail'],
  style: (look) => [
    {
      id: 'rail-tram',
      type: 'line',
      source: 'ground',
      'source-layer': 'rail',
      minzoom: 12.5,
      filter: ['==', ['get', 'class'], 'tram'],
      paint: {
        'line-color': PALETTE[look].tram,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12.5, 0.5, 16, 1.3, 19, 3],
      },
    },
    {
      id: 'rail-bed',
      type: 'line',
      source: 'ground',
      'source-layer': 'rail',
      filter: OPEN_AIR,
      paint: {
        'line-color': PALETTE[look].rail,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 10, 0.9, 14, 2, 18, 6],
      },
    },
    {
      id: 'rail-sleepers',
      type: 'line',
      source: 'ground',
      'source-layer': 'rail',
      minzoom: 13.5,
      filter: OPEN_AIR,
      paint: {
        'line-color': PALETTE[look].railSleeper,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 14, 1, 18, 4],
        'line-dasharray': [3, 3],
      },
    },
  ],
} as const satisfies Layer;
