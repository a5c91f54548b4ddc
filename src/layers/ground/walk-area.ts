// SPDX-License-Identifier: EUPL-1.2
/** Who can walk to a place: the area in bands of minutes, each labelled, and the streets that lead there. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { FONT } from './fonts';

export const WALK_SOURCE = 'walk-area';
/** As the drawing is told them, nearest first. */
const MINUTES = [5, 10, 15] as const;

const byMinutes = (values: readonly (string | number)[]) =>
  ['match', ['get', 'minutes'], 5, values[0], 10, values[1], values[2]] as never;
const shape = (name: string) => ['==', ['get', 'shape'], name] as never;
const common = { source: WALK_SOURCE } as const;
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** In drawing order; `fill` layers lie on the ground under the buildings, the rest is seen through them. */
export function walkAreaLayers(look: Look): LayerSpecification[] {
  const { walk, symbolEdge, label, labelHalo } = PALETTE[look];
  return [
    {
      ...common,
      id: 'walk-fill',
      type: 'fill',
      filter: shape('area'),
      // The bands lie on each other: what is nearer is deeper.
      layout: { 'fill-sort-key': ['-', 0, ['get', 'minutes']] },
      paint: { 'fill-color': walk[1] as string, 'fill-opacity': 0.17 },
    },
    {
      ...common,
      id: 'walk-street',
      type: 'line',
      filter: shape('streets'),
      layout: { ...round, 'line-sort-key': ['-', 0, ['get', 'minutes']] },
      paint: {
        'line-color': byMinutes(walk),
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 12, 0.8, 17, 6],
        'line-opacity': 0.75,
      },
    },
    {
      ...common,
      id: 'walk-edge-case',
      type: 'line',
      filter: shape('area'),
      layout: round,
      paint: { 'line-color': symbolEdge, 'line-width': 4.5, 'line-opacity': 0.9 },
    },
    ...MINUTES.map(
      (minutes, i) =>
        ({
          ...common,
          id: `walk-edge-${minutes}`,
          type: 'line',
          filter: ['all', shape('area'), ['==', ['get', 'minutes'], minutes]] as never,
          layout: round,
          paint: {
            'line-color': walk[i] as string,
            'line-width': 2.4,
            // Told apart without colour too: whole, dashed, dotted from the far to the near.
            ...(minutes === 15 ? {} : { 'line-dasharray': minutes === 10 ? [3, 1.5] : [1, 1.2] }),
          },
        }) satisfies LayerSpecification,
    ),
    {
      ...common,
      id: 'walk-label',
      type: 'symbol',
      filter: shape('label'),
      layout: {
        'text-field': ['concat', ['to-string', ['get', 'minutes']], ' min'],
        'text-font': FONT.semibold,
        'text-size': 13,
        'text-anchor': ['get', 'anchor'],
        'text-offset': [0, 0],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': label, 'text-halo-color': labelHalo, 'text-halo-width': 2.2 },
    },
  ];
}
