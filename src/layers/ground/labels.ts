// SPDX-License-Identifier: EUPL-1.2
import type { FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { GroundProperties } from '../../city/ground';
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';
import { FONT } from './fonts';

type PlaceClass = GroundProperties['place']['class'];

/** Names of one class of places. Collisions are decided by rank. */
function places(
  classes: readonly PlaceClass[],
  look: Look,
  zooms: readonly [min: number, max: number],
  layout: SymbolLayerSpecification['layout'],
  colour: string,
): SymbolLayerSpecification {
  return {
    id: `label-${classes[0]}`,
    type: 'symbol',
    source: 'ground',
    'source-layer': 'place',
    minzoom: zooms[0],
    maxzoom: zooms[1],
    filter: ['in', ['get', 'class'], ['literal', [...classes]]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT.regular,
      'text-max-width': 8,
      'text-padding': 6,
      'symbol-sort-key': ['get', 'rank'],
      ...layout,
    },
    paint: {
      'text-color': colour,
      'text-halo-color': PALETTE[look].labelHalo,
      'text-halo-width': 1.6,
      'text-halo-blur': 0.4,
    },
  };
}

const MAJOR: FilterSpecification = [
  'in',
  ['get', 'class'],
  ['literal', ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'pedestrian']],
];
const FOOT: FilterSpecification = ['in', ['get', 'class'], ['literal', ['path', 'steps', 'track']]];

function streetNames(
  id: string,
  look: Look,
  which: FilterSpecification,
  minzoom: number,
): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'ground',
    'source-layer': 'street',
    minzoom,
    filter: ['all', ['has', 'name'], ['!', FOOT], which] as FilterSpecification,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 520,
      // Lying on the ground they could not be read in a tilted view.
      'text-pitch-alignment': 'viewport',
      'text-field': ['get', 'name'],
      'text-font': FONT.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10.5, 18, 13],
      'text-padding': 14,
      'text-max-angle': 32,
    },
    paint: {
      'text-color': PALETTE[look].labelMinor,
      'text-halo-color': PALETTE[look].labelHalo,
      'text-halo-width': 1.5,
    },
  };
}

/** Names, above the buildings. Later entries win a collision. */
export const labels = {
  id: 'labels',
  kind: 'ground',
  themes: ['boundaries', 'streets', 'greenery', 'water'],
  visibleAtStart: true,
  legend: [],
  tables: ['place'],
  style: (look) => [
    streetNames('label-street-minor', look, ['!', MAJOR], 15.7),
    streetNames('label-street', look, MAJOR, 13.8),
    places(
      ['water'],
      look,
      [12, 22],
      { 'text-font': FONT.italic, 'text-size': 12, 'text-letter-spacing': 0.06 },
      PALETTE[look].labelWater,
    ),
    places(['park'], look, [12, 22], { 'text-size': 11.5 }, PALETTE[look].labelPark),
    places(
      ['square', 'landmark'],
      look,
      [13.5, 22],
      { 'text-font': FONT.semibold, 'text-size': 12.5 },
      PALETTE[look].label,
    ),
    places(
      ['district'],
      look,
      [10.5, 15.8],
      {
        'text-font': FONT.semibold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10.5, 10, 13, 12.5, 15, 15],
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.08,
        'text-padding': 10,
      },
      PALETTE[look].labelMinor,
    ),
  ],
} as const satisfies Layer;
