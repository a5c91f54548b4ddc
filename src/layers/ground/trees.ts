// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Layer } from '../layer';
import { PALETTE, type TreeGroup } from '../palette';

/** Genera in groups that a person knows apart: five in six trees of known species in the city’s inventory. */
const GENERA: Readonly<Record<Exclude<TreeGroup, 'other'>, readonly string[]>> = {
  plane: ['Platanus'],
  lime: ['Tilia'],
  maple: ['Acer'],
  elm: ['Ulmus', 'Celtis', 'Zelkova'],
  legume: ['Robinia', 'Gleditsia', 'Sophora', 'Styphnolobium', 'Cercis', 'Albizia'],
  oak: ['Quercus', 'Carpinus', 'Fagus', 'Betula', 'Ostrya', 'Corylus', 'Alnus'],
  poplar: ['Populus', 'Salix'],
  blossom: ['Prunus', 'Pyrus', 'Malus', 'Crataegus', 'Magnolia', 'Lagerstroemia'],
  conifer: ['Pinus', 'Cedrus', 'Picea', 'Abies', 'Cupressus', 'Taxus', 'Thuja', 'Metasequoia', 'Taxodium'],
};
const GROUPS = [...(Object.keys(GENERA) as Exclude<TreeGroup, 'other'>[]), 'other'] as const;

/** The first word of the species: "Platanus x acerifolia" is a Platanus. */
const genus: ExpressionSpecification = [
  'let',
  'species',
  ['concat', ['coalesce', ['get', 'species'], ''], ' '],
  ['slice', ['var', 'species'], 0, ['index-of', ' ', ['var', 'species']]],
];

/** Crowns as they lie on the ground, as wide as they are (6 m where the crown is not known). */
export const trees = {
  id: 'trees',
  kind: 'ground',
  themes: ['trees'],
  visibleAtStart: true,
  legend: GROUPS.map((key) => ({ key, symbol: 'dot', colour: (look) => PALETTE[look].trees[key] })),
  tables: ['tree'],
  style: (look) => [
    {
      id: 'tree',
      type: 'circle',
      source: 'ground',
      'source-layer': 'tree',
      minzoom: 14,
      paint: {
        'circle-color': [
          'match',
          genus,
          ...Object.entries(GENERA).flatMap(([group, genera]) => [
            [...genera],
            PALETTE[look].trees[group as TreeGroup],
          ]),
          PALETTE[look].trees.other,
        ] as unknown as ExpressionSpecification,
        'circle-opacity': 0.65,
        'circle-pitch-alignment': 'map',
        // At 45.46° N one metre is 2^zoom / 54,835 CSS pixels (512 px world, MapLibre's sphere).
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          14,
          ['*', ['coalesce', ['get', 'crownM'], 6], 2 ** 14 / 54835 / 2],
          20,
          ['*', ['coalesce', ['get', 'crownM'], 6], 2 ** 20 / 54835 / 2],
        ],
      },
    },
  ],
} as const satisfies Layer;
