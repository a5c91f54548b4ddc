// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import type { Plan } from './plans';
import { loft, prism } from './solids';

/** A wedge: the side towards the south leans back, its edge like a splinter. */
const FOOT: Plan = [
  [-30, -14],
  [30, -9],
  [30, 12],
  [-30, 16],
];
const TOP: Plan = [
  [-30, -4],
  [23, -2],
  [23, 11],
  [-30, 15],
];

export const gioia22: Landmark = {
  id: 'gioia-22',
  name: 'Torre Gioia 22',
  at: [9.1968, 45.4853],
  axisDeg: 50,
  heightM: 120,
  year: 2021,
  use: 'office',
  paint: 'glass',
  storeys: 26,
  sources: [
    'Wikipedia, Pelli Clarke Pelli with COIMA: about 120 m, 26 storeys over ground, 2021; nicknamed "scheggia di vetro"',
    'place: that of the former building at via Melchiorre Gioia 22 on open maps; plan: estimated',
  ],
  clearM: 40,
  model: () => ({
    far: [
      loft([
        [0, FOOT],
        [106, TOP],
      ]),
      loft([
        [106, TOP],
        [
          120,
          [
            [-30, 6],
            [-28, 6],
            [-28, 8],
            [-30, 8],
          ],
        ],
      ]),
    ],
    near: [
      prism(
        [
          [-38, -20],
          [-20, -20],
          [-20, -14],
          [-38, -14],
        ],
        0,
        7,
      ),
    ],
  }),
};
