// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, prism } from './solids';

export const torreBreda: Landmark = {
  id: 'torre-breda',
  name: 'Torre Breda',
  at: [9.19949, 45.48037],
  axisDeg: 56,
  heightM: 117,
  year: 1954,
  use: 'residential',
  paint: 'stone',
  storeys: 31,
  sources: [
    'Wikipedia, Luigi Mattioni with Eugenio and Ermenegildo Soncini: 117 m, 31 storeys, 1954, then the highest of the city',
    'place, axis, plan 36 × 21 m: as on open maps; setbacks: estimated',
  ],
  clearM: 34,
  model: () => ({
    far: [
      prism(rectangle(0, 0, 36, 21), 0, 106),
      box(0, 0, 28, 15, 106, 112),
      box(0, 0, 10, 8, 112, 117),
      box(0, -4, 46, 30, 0, 25),
    ],
    near: [...[-15, -5, 5, 15].flatMap((x) => [-1, 1].map((s) => box(x, s * 10.8, 3, 0.8, 25, 106)))],
  }),
};
