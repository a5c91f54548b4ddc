// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { GroundProperties } from '../../city/ground';
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';
import { notFarther } from './expressions';
import { FONT } from './fonts';

type PlaceClass = GroundProperties['place']['class'];

/** A stretch of the map's zoom, and the zoom of the coarsest tiles whose names it shows. */
interface Band {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly finest: number;
}

/** Names of one class of places. Collisions are decided by rank. */
function places(
  classes: readonly PlaceClass[],
  look: Look,
  { id, from, to, finest }: Band,
  layout: SymbolLayerSpecification['layout'],
  colour: string,
): SymbolLayerSpecification {
  return {
    id: `label-${id}`,
    type: 'symbol',
    source: 'ground',
    'source-layer': 'place',
    minzoom: from,
    maxzoom: to,
    filter: [
      'all',
      ['in', ['get', 'class'], ['literal', [...classes]]],
      notFarther(finest),
      // What is small is named where it is near.
      ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 12, 3, 13, 99]],
    ] as FilterSpecification,
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
      'text-halo-width': 1.7,
      'text-halo-blur': 0.3,
    },
  };
}

/** "Stadera - Chiesa Rossa - Quartiere Torretta": from afar its first name is enough. */
const FIRST_NAME: ExpressionSpecification = [
  'let',
  'dash',
  ['index-of', ' - ', ['get', 'name']],
  ['case', ['<', ['var', 'dash'], 0], ['get', 'name'], ['slice', ['get', 'name'], 0, ['var', 'dash']]],
];

function districts(look: Look, band: Band, layout: SymbolLayerSpecification['layout']) {
  return places(
    ['district'],
    look,
    band,
    {
      'text-font': FONT.semibold,
      'text-transform': 'uppercase',
      'text-letter-spacing': 0.08,
      'text-line-height': 1.1,
      ...layout,
    },
    PALETTE[look].labelMinor,
  );
}

const MAJOR: FilterSpecification = [
  'in',
  ['get', 'class'],
  ['literal', ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'pedestrian']],
];
const FOOT: FilterSpecification = ['in', ['get', 'class'], ['literal', ['path', 'steps', 'track']]];
const IS_SQUARE: ExpressionSpecification = [
  'in',
  ['slice', ['get', 'name'], 0, 6],
  ['literal', ['Piazza', 'Piazze', 'Largo ']],
];

function streetNames(
  look: Look,
  which: FilterSpecification,
  { id, from, to, finest }: Band,
): SymbolLayerSpecification {
  return {
    id: `label-${id}`,
    type: 'symbol',
    source: 'ground',
    'source-layer': 'street',
    minzoom: from,
    maxzoom: to,
    filter: ['all', ['has', 'name'], ['!', FOOT], which, notFarther(finest)] as FilterSpecification,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 700,
      // Lying on the ground they could not be read in a tilted view.
      'text-pitch-alignment': 'viewport',
      'text-field': ['get', 'name'],
      'text-font': ['case', IS_SQUARE, ['literal', FONT.semibold], ['literal', FONT.regular]],
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 16, 12.5, 18, 14],
      'text-letter-spacing': 0.01,
      'text-padding': 18,
      'text-max-angle': 18,
      // Squares first.
      'symbol-sort-key': ['case', IS_SQUARE, 0, 1],
    },
    paint: {
      'text-color': PALETTE[look].labelMinor,
      'text-halo-color': PALETTE[look].labelHalo,
      'text-halo-width': 1.6,
      'text-halo-blur': 0.3,
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
  style: (look) => {
    const { labelWater, labelPark, label } = PALETTE[look];
    const water = { 'text-font': FONT.italic, 'text-size': 12.5, 'text-letter-spacing': 0.06 };
    return [
      streetNames(look, ['!', MAJOR], { id: 'street-minor', from: 15.7, to: 24, finest: 15 }),
      streetNames(look, MAJOR, { id: 'street', from: 13.8, to: 15, finest: 13 }),
      streetNames(look, MAJOR, { id: 'street-near', from: 15, to: 24, finest: 14 }),
      places(['water'], look, { id: 'water', from: 12, to: 14, finest: 11 }, water, labelWater),
      places(['water'], look, { id: 'water-near', from: 14, to: 24, finest: 13 }, water, labelWater),
      places(['park'], look, { id: 'park', from: 12, to: 14, finest: 11 }, { 'text-size': 11.5 }, labelPark),
      places(
        ['park'],
        look,
        { id: 'park-near', from: 14, to: 24, finest: 14 },
        { 'text-size': 12.5 },
        labelPark,
      ),
      places(
        ['square', 'landmark'],
        look,
        { id: 'square', from: 13.5, to: 24, finest: 13 },
        {
          'text-font': FONT.semibold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 13.5, 12, 16, 13.5],
        },
        label,
      ),
      districts(
        look,
        { id: 'district', from: 10.5, to: 13.2, finest: 9 },
        {
          'text-field': FIRST_NAME,
          'text-size': ['interpolate', ['linear'], ['zoom'], 10.5, 10.5, 13, 13],
          'text-padding': 8,
        },
      ),
      districts(
        look,
        { id: 'district-near', from: 13.2, to: 16.2, finest: 12 },
        {
          'text-field': ['step', ['zoom'], FIRST_NAME, 14.5, ['get', 'name']],
          'text-size': ['interpolate', ['linear'], ['zoom'], 13.2, 13, 15, 15.5],
          'text-padding': 12,
        },
      ),
    ];
  },
} as const satisfies Layer;
