// SPDX-License-Identifier: EUPL-1.2
import { GREENERY_CLASSES, type GreeneryClass } from '../../city/ground';
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';
import { byClass } from './expressions';

const IN_LEGEND: readonly GreeneryClass[] = ['park', 'wood', 'grass', 'farmland', 'cemetery', 'sport'];

export const greenery = {
  id: 'greenery',
  kind: 'ground',
  themes: ['greenery'],
  visibleAtStart: true,
  legend: [
    ...IN_LEGEND.map((key) => ({
      key,
      symbol: 'fill' as const,
      colour: (look: Look) => PALETTE[look].greenery[key],
    })),
    { key: 'playground', symbol: 'triangle', colour: (look) => PALETTE[look].played.playground },
    { key: 'dog-area', symbol: 'square', colour: (look) => PALETTE[look].played['dog-area'] },
  ],
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
    {
      id: 'greenery-edge',
      type: 'line',
      source: 'ground',
      'source-layer': 'greenery',
      minzoom: 13,
      filter: ['in', ['get', 'class'], ['literal', ['park', 'garden', 'wood', 'cemetery']]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE[look].greeneryEdge,
        'line-opacity': 0.8,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 1.2, 17, 5],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 13, 0.8, 17, 4.5],
      },
    },
    // Their sign stands out of the park that they lie in.
    {
      id: 'greenery-sign',
      type: 'symbol',
      source: 'ground',
      'source-layer': 'greenery',
      minzoom: 14,
      filter: ['in', ['get', 'class'], ['literal', ['playground', 'dog-area']]],
      layout: {
        'icon-image': byClass<string>({ playground: 'triangle' }, 'square'),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 14, 0.3, 17, 0.6],
        'icon-padding': 0,
      },
      paint: {
        'icon-color': byClass(PALETTE[look].played, PALETTE[look].played.playground),
        'icon-halo-color': PALETTE[look].symbolEdge,
        'icon-halo-width': 1.2,
      },
    },
  ],
} as const satisfies Layer;
