// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification } from 'maplibre-gl';
import { TREE_GENERA, TREE_GROUPS, type TreeGroup } from '../../city/trees';
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** The first word of the species: "Platanus x acerifolia" is a Platanus. */
const genus: ExpressionSpecification = [
  'let',
  'species',
  ['concat', ['coalesce', ['get', 'species'], ''], ' '],
  ['slice', ['var', 'species'], 0, ['index-of', ' ', ['var', 'species']]],
];

/** Where no crown stands over it. */
export const CIRCLE_OPACITY = 0.65;

/** Crowns as they lie on the ground, as wide as they are (6 m where the crown is not known). */
export const trees = {
  id: 'trees',
  kind: 'ground',
  themes: ['trees'],
  visibleAtStart: true,
  legend: TREE_GROUPS.map((key) => ({ key, symbol: 'dot', colour: (look) => PALETTE[look].trees[key] })),
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
          ...Object.entries(TREE_GENERA).flatMap(([group, genera]) => [
            [...genera],
            PALETTE[look].trees[group as TreeGroup],
          ]),
          PALETTE[look].trees.other,
        ] as unknown as ExpressionSpecification,
        'circle-opacity': CIRCLE_OPACITY,
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
