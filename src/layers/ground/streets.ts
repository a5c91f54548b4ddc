// SPDX-License-Identifier: EUPL-1.2
import type { FilterSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';
import { byClass, widthByClass } from './expressions';

/** Pixels at zooms 10, 14 and 17; beyond it the width follows the ground. */
const WIDTHS = {
  motorway: [1.8, 5.4, 18],
  trunk: [1.6, 5, 17],
  primary: [1.3, 4.4, 16],
  secondary: [0.9, 3.4, 13.5],
  tertiary: [0.5, 2.5, 11],
  residential: [0.2, 1.3, 8],
  service: [0.1, 0.6, 4.5],
  pedestrian: [0.1, 1.1, 7],
} as const;
const REST = [0.1, 0.9, 6] as const;
/** Of both edges together, pixels. */
const CASING = 1.4;
const ORDER = { motorway: 9, trunk: 8, primary: 7, secondary: 6, tertiary: 5, residential: 4, pedestrian: 3 };

const FOOT: FilterSpecification = ['in', ['get', 'class'], ['literal', ['path', 'steps', 'track']]];
const DRIVEN: FilterSpecification = ['!', FOOT];
/** In tunnels: not drawn. */
const SEEN: FilterSpecification = ['!=', ['get', 'tunnel'], true];
const BRIDGE: FilterSpecification = ['==', ['get', 'bridge'], true];
/** From farther away nobody sees which street goes over which: bridges are drawn with the rest, in one go. */
const BRIDGES_FROM_ZOOM = 13;
const ON_GROUND: FilterSpecification = ['any', ['<', ['zoom'], BRIDGES_FROM_ZOOM], ['!', BRIDGE]];

/** The edges of streets, or of the bridges over them: cut square where a bridge ends. */
function casing(id: string, look: Look, which: FilterSpecification, extra: number): LineLayerSpecification {
  const { streetCasing, streetMajorCasing } = PALETTE[look];
  return {
    id,
    type: 'line',
    source: 'ground',
    'source-layer': 'street',
    // Half a pixel on each side is nothing to see from farther away.
    minzoom: 13,
    filter: ['all', DRIVEN, SEEN, which] as FilterSpecification,
    layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': byClass(ORDER, 1) },
    paint: {
      'line-color': byClass(
        { motorway: streetMajorCasing, trunk: streetMajorCasing, primary: streetMajorCasing },
        streetCasing,
      ),
      'line-width': widthByClass(WIDTHS, REST, extra),
    },
  };
}

function surface(id: string, look: Look, which: FilterSpecification): LineLayerSpecification {
  const { street, streetMotorway, streetMajor, streetSecondary, streetMinor } = PALETTE[look];
  return {
    id,
    type: 'line',
    source: 'ground',
    'source-layer': 'street',
    filter: ['all', DRIVEN, SEEN, which] as FilterSpecification,
    layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': byClass(ORDER, 1) },
    paint: {
      'line-color': byClass(
        {
          motorway: streetMotorway,
          trunk: streetMotorway,
          primary: streetMajor,
          secondary: streetSecondary,
          service: streetMinor,
          pedestrian: streetMinor,
        },
        street,
      ),
      'line-width': widthByClass(WIDTHS, REST),
    },
  };
}

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
    casing('street-casing', look, ON_GROUND, CASING),
    surface('street', look, ON_GROUND),
    casing('street-bridge-casing', look, BRIDGE, 2 * CASING),
    { ...surface('street-bridge', look, BRIDGE), minzoom: BRIDGES_FROM_ZOOM },
  ],
} as const satisfies Layer;
