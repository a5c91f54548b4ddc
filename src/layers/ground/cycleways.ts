// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

export const cycleways = {
  id: 'cycleways',
  kind: 'ground',
  themes: ['cycleways'],
  visibleAtStart: false,
  legend: [
    { key: 'separate', symbol: 'line', colour: (look) => PALETTE[look].cycleway },
    { key: 'lane', symbol: 'dashed-line', colour: (look) => PALETTE[look].cycleway },
  ],
  tables: ['cycleway'],
  style: (look) => [
    {
      id: 'cycleway-separate',
      type: 'line',
      source: 'ground',
      'source-layer': 'cycleway',
      filter: ['==', ['get', 'class'], 'separate'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': PALETTE[look].cycleway,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 14, 1.8, 18, 4],
      },
    },
    {
      id: 'cycleway-lane',
      type: 'line',
      source: 'ground',
      'source-layer': 'cycleway',
      filter: ['!=', ['get', 'class'], 'separate'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE[look].cycleway,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 14, 1.5, 18, 3.5],
        'line-dasharray': [2.4, 1.6],
      },
    },
  ],
} as const satisfies Layer;
