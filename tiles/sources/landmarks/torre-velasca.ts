// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, hanging, hip, loft, prism } from './solids';

export const torreVelasca: Landmark = {
  id: 'torre-velasca',
  name: 'Torre Velasca',
  at: [9.19065, 45.45991],
  axisDeg: 46.5,
  heightM: 106,
  year: 1958,
  use: 'residential',
  paint: 'plaster',
  storeys: 26,
  sources: [
    'Wikipedia, BBPR: 106 m, 26 storeys, completed 1958; the upper eight storeys jut out',
    'place and axis: as on open maps; plan 38 × 21 m and 46 × 28 m: estimated',
  ],
  clearM: 40,
  model: () => ({
    far: [
      prism(rectangle(0, 0, 36, 21), 0, 66),
      hanging(
        loft([
          [64, rectangle(0, 0, 36, 21)],
          [71, rectangle(0, 0, 46, 31)],
          [98, rectangle(0, 0, 46, 31)],
        ]),
      ),
      hip(0, 0, 46, 31, 98, 98.5, 104),
      box(0, 0, 12, 8, 98, 106),
    ],
    near: [
      // Struts under the jutting storeys, and ribs that run all the way up.
      ...[-15, -9, -3, 3, 9, 15].flatMap((x) => [-1, 1].map((s) => box(x, s * 10.8, 1.2, 1, 0, 66))),
      ...[-20, -12, -4, 4, 12, 20].flatMap((x) =>
        [-1, 1].map((s) => hanging(box(x, s * 15.7, 1.2, 0.8, 70, 99))),
      ),
      ...[-6, 0, 6].flatMap((y) => [-1, 1].map((s) => box(s * 18.3, y, 1, 1.2, 0, 66))),
      box(0, 0, 45, 30, 0, 7),
      box(-8, 0, 4, 4, 98, 105.5),
      box(9, 0, 4, 4, 98, 105.5),
    ],
  }),
};
