// SPDX-License-Identifier: EUPL-1.2
import type { FilterSpecification } from 'maplibre-gl';
import type { Layer } from '../layer';
import { PALETTE } from '../palette';
import { byClass, widthByClass } from './expressions';

/** Pixels at zooms 10, 14 and 17; beyond it the width follows the ground. */
const WIDTHS = {
  motorway: [1.6, 5, 17],
  trunk: [1.4, 4.6, 16],
  primary: [1.1, 4, 15],
  secondary: [0.8, 3.2, 13],
  tertiary: [0.5, 2.5, 11],
  residential: [0.2, 1.4, 8],
  service: [0.1, 0.7, 4.5],
  pedestrian: [0.1, 1.2, 7],
} as const;
const REST = [0.1, 1, 6] as const;
const FOOT: FilterSpecification = ['in', ['get', 'class'], ['literal', ['path', 'steps', 'track']]];
const DRIVEN: FilterSpecification = ['!', FOOT];
/** In tunnels and small streets from far away: not drawn. */
const SEEN: FilterSpecification = ['!=', ['get', 'tunnel'], true];
const ORDER = { motorway: 9, trunk: 8, primary: 7, secondary: 6, tertiary: 5, residential: 4, pedestrian: 3 };

export const streets = {
  id: 'streets',
  kind: 'ground',
  themes: ['streets'],
  visibleAtStart: true,
  legend: [
    { key: 'major', symbol: 'line', colour: (look) => PALETTE[look].streetMajor },
    { key: 'minor', symbol: 'line', colour: (look) => PALETTE[look].street },
    { key: 'path', symbol: 'dashed-line', colour: (look) => PALETTE[look].path },
  ],
  tables: ['street'],
  style: (look) => [
    {
      id: 'street-path',
      type: 'line',
      source: 'ground',
      'source-layer': 'street',
      minzoom: 14.5,
      filter: ['all', FOOT, SEEN],
      paint: { 'line-color': PALETTE[look].path, 'line-width': 1.1, 'line-dasharray': [2, 1.4] },
    },
    {
      id: 'street-casing',
      type: 'line',
      source: 'ground',
      'source-layer': 'street',
      // Half a pixel on each side is nothing to see from farther away.
      minzoom: 13,
      filter: ['all', DRIVEN, SEEN],
      layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': byClass(ORDER, 1) },
      paint: {
        'line-color': PALETTE[look].streetCasing,
        'line-width': widthByClass(WIDTHS, REST, 1.1),
      },
    },
    {
      id: 'street',
      type: 'line',
      source: 'ground',
      'source-layer': 'street',
      filter: ['all', DRIVEN, SEEN],
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': byClass(ORDER, 1) },
      paint: {
        'line-color': byClass(
          {
            motorway: PALETTE[look].streetMajor,
            trunk: PALETTE[look].streetMajor,
            primary: PALETTE[look].streetMajor,
            service: PALETTE[look].streetMinor,
            pedestrian: PALETTE[look].streetMinor,
          },
          PALETTE[look].street,
        ),
        'line-width': widthByClass(WIDTHS, REST),
      },
    },
  ],
} as const satisfies Layer;
