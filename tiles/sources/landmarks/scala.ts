// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, gable, loft, prism } from './solids';

/** Front on the square at x = -50; fly tower and Botta's oval behind. */
export const scala: Landmark = {
  id: 'teatro-alla-scala',
  name: 'Teatro alla Scala',
  at: [9.18905, 45.46754],
  axisDeg: 136.5,
  heightM: 38,
  year: 1778,
  use: 'culture',
  paint: 'plaster',
  roof: 'tiles',
  sources: [
    'Teatro alla Scala, Mario Botta Architetti: Piermarini 1778; fly tower and oval of offices of 2004, about 38 m',
    'place, axis and sides 104 × 77 m: as on open maps; other heights: estimated',
  ],
  clearM: 60,
  model: () => ({
    far: [
      box(-44, 0, 8, 40, 0, 20),
      gable(-12, 0, 60, 36, 0, 20, 26),
      box(-14, 26, 58, 14, 0, 20),
      box(-14, -26, 58, 14, 0, 20),
      box(30, 0, 26, 38, 0, 38),
      prism(oval(12, -27, 13, 8.5, 16), 0, 32),
      box(47, 0, 10, 40, 0, 28),
    ],
    near: [
      gable(-49, 0, 4, 26, 0, 14, 17),
      box(-51, 0, 6, 16, 0, 7),
      loft([
        [32, oval(12, -27, 12.4, 8, 16)],
        [33, oval(12, -27, 12.4, 8, 16)],
      ]),
    ],
  }),
};
