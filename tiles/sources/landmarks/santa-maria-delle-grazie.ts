// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, dome, gable, prism, spire } from './solids';

/** Front at x = -32; Bramante's tribune about x = 22. */
const TRIBUNE = 22;

export const santaMariaDelleGrazie: Landmark = {
  id: 'santa-maria-delle-grazie',
  name: 'Santa Maria delle Grazie',
  at: [9.17128, 45.4662],
  axisDeg: 74.5,
  heightM: 44,
  year: 1497,
  use: 'worship',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Wikipedia, UNESCO: Guiniforte Solari (church, 1463–1490), tribune attributed to Bramante (1492–1497)',
    'place and axis: as on open maps; length about 63 m, tribune 20 m square and heights: estimated',
  ],
  clearM: 44,
  model: () => ({
    far: [
      gable(-10, 0, 44, 30, 0, 11, 17),
      gable(-10, 0, 44, 13, 11, 15, 20),
      // The cube, three apses, the sixteen-sided drum with its gallery, and the lantern.
      box(TRIBUNE, 0, 23, 23, 0, 21),
      prism(oval(TRIBUNE, 11.5, 9, 7, 10), 0, 15),
      prism(oval(TRIBUNE, -11.5, 9, 7, 10), 0, 15),
      prism(oval(TRIBUNE + 17, 0, 7, 8.5, 10), 0, 15),
      box(TRIBUNE + 13, 0, 12, 15, 0, 19),
      prism(oval(TRIBUNE, 0, 11.4, 11.4, 16), 21, 31),
      spire(TRIBUNE, 0, 11.6, 31, 38, 16),
      prism(oval(TRIBUNE, 0, 2, 2, 8), 35.5, 40.5),
      spire(TRIBUNE, 0, 2.2, 40.5, 44, 8),
    ],
    near: [
      dome(TRIBUNE, 13, 7, 15, 18.5, 10),
      dome(TRIBUNE, -13, 7, 15, 18.5, 10),
      prism(oval(TRIBUNE, 0, 12, 12, 16), 26.6, 27.4),
      prism(oval(TRIBUNE, 0, 12, 12, 16), 30.4, 31),
      // Frogs' cloister beside the choir, and the bell tower.
      gable(34, 26, 22, 5, 0, 6, 8),
      gable(34, 14, 22, 5, 0, 6, 8),
      box(4, 17, 6, 6, 0, 30),
    ],
  }),
};
