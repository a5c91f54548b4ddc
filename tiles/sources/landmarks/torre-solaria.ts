// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import type { Plan } from './plans';
import { box, hanging, prism, type Solid } from './solids';

/** Three blades that meet in the middle: a plan like a Y. */
const Y: Plan = [
  [-3, -8],
  [20, -14],
  [23, -5],
  [7, 3],
  [9, 22],
  [0, 24],
  [-5, 6],
  [-22, 4],
  [-22, -5],
];

const loggias = (): Solid[] =>
  Array.from({ length: 17 }, (_, i) => 12 + i * 7.4).flatMap((z) => [
    hanging(box(21, -11, 6, 6, z, z + 1)),
    hanging(box(-22, -1, 4, 11, z, z + 1)),
    hanging(box(5, 23, 11, 4, z, z + 1)),
  ]);

export const torreSolaria: Landmark = {
  id: 'torre-solaria',
  name: 'Torre Solaria',
  at: [9.1926, 45.4823],
  axisDeg: 30,
  heightM: 143,
  year: 2014,
  use: 'residential',
  paint: 'glass',
  storeys: 37,
  sources: [
    'Wikipedia, Arquitectonica: 143 m, 37 storeys, 2014: the highest dwellings of the city',
    'place: as on open maps, to some ten metres; plan: estimated',
  ],
  clearM: 34,
  model: () => ({
    far: [prism(Y, 0, 137), box(1, 1, 14, 12, 137, 143)],
    near: loggias(),
  }),
};
