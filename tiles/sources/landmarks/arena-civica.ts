// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, type Plan } from './plans';
import { arcade, box, hanging, prism, type Solid } from './solids';

const ring = (a: number, b: number): Plan => oval(0, 0, a, b, 28);

/** Terraces: each ring lower than the one around it. */
const terraces = (): Solid[] =>
  [0, 1, 2, 3].map((i) =>
    prism(ring(119 - i * 3.5, 58 - i * 3.5), 0, 9 - i * 2, [ring(115.5 - i * 3.5, 54.5 - i * 3.5)]),
  );

export const arenaCivica: Landmark = {
  id: 'arena-civica',
  name: 'Arena Civica Gianni Brera',
  at: [9.17918, 45.47584],
  axisDeg: 133,
  heightM: 17,
  year: 1807,
  use: 'sport',
  paint: 'stone',
  sources: [
    'Comune di Milano, Wikipedia, Luigi Canonica: ellipse of 238 × 116 m, 1807; Pulvinare with eight columns, gate towards the city',
    'place and axis: as on open maps; height of the terraces 9 m, Pulvinare 17 m: measured or estimated',
  ],
  clearM: 0,
  model: () => ({
    far: [
      ...terraces(),
      box(0, -60, 38, 16, 0, 15),
      hanging(box(0, -60, 40, 17, 15, 17)),
      box(121, 0, 12, 34, 0, 13),
      box(-121, 0, 12, 34, 0, 13),
    ],
    near: [
      ...[-15, -9, -3, 3, 9, 15].map((x) => box(x, -51, 1.6, 1.6, 0, 15)),
      arcade(128, 3, 0, 22, 0, 14, [{ y: 0, widthM: 8, crownM: 10 }]),
    ],
  }),
};
