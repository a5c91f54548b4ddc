// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, gable, placed, prism, spire } from './solids';

export const chiaravalle: Landmark = {
  id: 'chiaravalle',
  name: 'Abbazia di Chiaravalle',
  at: [9.2381, 45.4162],
  axisDeg: 5,
  heightM: 56.3,
  year: 1221,
  use: 'worship',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Wikipedia: founded by Saint Bernard in 1135, church consecrated 1221; the tower "Ciribiciaccola" of 1349, 56.26 m',
    'place: as on open maps; length about 62 m and other heights: estimated',
  ],
  clearM: 52,
  model: () => ({
    far: [
      gable(-8, 0, 46, 26, 0, 8, 11),
      gable(-4, 0, 62, 10, 8, 14, 18),
      placed(gable(0, 0, 34, 11, 0, 14, 18), 20, 0, 90),
      prism(oval(20, 0, 7, 7, 8), 14, 27),
      prism(oval(20, 0, 5, 5, 8), 27, 36),
      prism(oval(20, 0, 3.6, 3.6, 8), 36, 44),
      spire(20, 0, 3.6, 44, 56.3, 8),
    ],
    near: [
      ...[26.4, 35.4, 43.4].map((z, i) => prism(oval(20, 0, 7.6 - i * 1.8, 7.6 - i * 1.8, 8), z, z + 0.7)),
      box(-8, 42, 44, 7, 0, 9),
      box(-8, 18, 44, 7, 0, 9),
      box(-33, 30, 7, 30, 0, 9),
      box(17, 30, 7, 30, 0, 9),
    ],
  }),
};
