// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, dome, gable, prism, pyramid, spire } from './solids';

export const santEustorgio: Landmark = {
  id: 'sant-eustorgio',
  name: 'Basilica di Sant’Eustorgio',
  at: [9.1811, 45.4539],
  axisDeg: -8,
  heightM: 73,
  year: 1309,
  use: 'worship',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Wikipedia: bell tower of 73 m (1297–1309), the first of Milan with a clock; Cappella Portinari (1462–1468) behind the apse',
    'place: as on open maps; length about 70 m and other heights: estimated',
  ],
  clearM: 46,
  model: () => ({
    far: [
      gable(-6, 0, 58, 25, 0, 12, 18),
      gable(-6, -16, 50, 8, 0, 9, 11),
      prism(oval(25, 0, 8, 8, 10), 0, 13),
      // Bell tower with its cone.
      box(27, 15, 7.5, 7.5, 0, 56),
      prism(oval(27, 15, 3, 3, 8), 56, 60),
      spire(27, 15, 3.2, 60, 73, 8),
      // Cappella Portinari.
      box(42, 0, 13, 13, 0, 13),
      prism(oval(42, 0, 6, 6, 16), 13, 19),
      spire(42, 0, 6.2, 19, 25, 16),
    ],
    near: [
      ...[-1, 1].flatMap((s) => [-1, 1].map((t) => prism(oval(42 + s * 6, t * 6, 1, 1, 4), 13, 18))),
      pyramid(oval(25, 0, 8, 8, 10), 13, 16),
      dome(42, 0, 1.4, 24, 27, 8),
      box(-20, 32, 46, 5, 0, 8),
      box(-20, 54, 46, 5, 0, 8),
    ],
  }),
};
