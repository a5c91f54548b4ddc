// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, prism } from './solids';

export const torreMartini: Landmark = {
  id: 'torre-martini',
  name: 'Torre Martini',
  at: [9.19, 45.46182],
  axisDeg: 1,
  heightM: 70,
  year: 1958,
  use: 'office',
  paint: 'plaster',
  storeys: 17,
  sources: [
    'Piazza Diaz 7, Luigi Mattioni with the Soncini brothers, 1950s; terrace over the Duomo on the top storey',
    'place, axis, plan 48 × 26 m and height 70 m: as on open maps and measured (LiDAR study)',
  ],
  clearM: 0,
  model: () => ({
    far: [box(0, 0, 48, 26, 0, 34), prism(rectangle(0, 0, 44, 17), 34, 66), box(0, 0, 20, 10, 66, 70)],
    near: [...[-18, -9, 0, 9, 18].flatMap((x) => [-1, 1].map((s) => box(x, s * 8.9, 2.4, 0.8, 34, 66)))],
  }),
};
