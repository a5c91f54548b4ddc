// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, dome, gable, prism, spire } from './solids';

export const sanCarloAlCorso: Landmark = {
  id: 'san-carlo-al-corso',
  name: 'Basilica di San Carlo al Corso',
  at: [9.19617, 45.46632],
  axisDeg: 117,
  heightM: 84,
  year: 1847,
  use: 'worship',
  paint: 'plaster',
  roof: 'tiles',
  sources: [
    'Wikipedia, Carlo Amati: after the Pantheon, dome 32 m across, bell tower 84 m, 1847',
    'place and axis: as on open maps; other heights: estimated',
  ],
  clearM: 40,
  model: () => ({
    far: [
      prism(oval(6, 0, 19, 19, 16), 0, 27),
      prism(oval(6, 0, 17, 17, 16), 27, 32),
      dome(6, 0, 16.5, 32, 44, 16),
      prism(oval(6, 0, 2.4, 2.4, 8), 43, 47),
      // Portico of thirty-six columns.
      gable(-20, 0, 14, 24, 0, 18, 23),
      box(-18, 17, 10, 10, 0, 18),
      box(-18, -17, 10, 10, 0, 18),
      box(27, 0, 7.5, 7.5, 0, 62),
      prism(oval(27, 0, 3, 3, 8), 62, 73),
      spire(27, 0, 3.2, 73, 84, 8),
    ],
    near: [...[-9, -5.4, -1.8, 1.8, 5.4, 9].map((y) => prism(oval(-27.6, y, 0.8, 0.8, 8), 0, 18))],
  }),
};
