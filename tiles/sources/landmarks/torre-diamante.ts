// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import type { Plan } from './plans';
import { loft, prism } from './solids';

/** Six corners at three heights: every face leans in or out. */
const FOOT: Plan = [
  [-24, -11],
  [6, -17],
  [24, -6],
  [20, 12],
  [-4, 17],
  [-22, 9],
];
const WAIST: Plan = [
  [-25, -13],
  [8, -18],
  [26, -6],
  [21, 14],
  [-6, 18],
  [-24, 10],
];
const HEAD: Plan = [
  [-18, -9],
  [7, -13],
  [20, -5],
  [17, 9],
  [-5, 13],
  [-17, 7],
];

export const torreDiamante: Landmark = {
  id: 'torre-diamante',
  name: 'Torre Diamante',
  at: [9.1945, 45.48245],
  axisDeg: 20,
  heightM: 140,
  year: 2012,
  use: 'office',
  paint: 'glass',
  storeys: 30,
  sources: [
    'Wikipedia, Kohn Pedersen Fox: 140 m, 30 storeys, 2012; edges that lean, roof cut aslant',
    'place: as on open maps, to some ten metres; plan: estimated',
  ],
  clearM: 36,
  model: () => ({
    far: [
      loft([
        [0, FOOT],
        [48, WAIST],
        [122, HEAD],
      ]),
      loft([
        [122, HEAD],
        [140, [[12, 2]]],
      ]),
    ],
    near: [
      prism(
        [
          [-40, -20],
          [-22, -20],
          [-22, 14],
          [-40, 14],
        ],
        0,
        22,
      ),
    ],
  }),
};
