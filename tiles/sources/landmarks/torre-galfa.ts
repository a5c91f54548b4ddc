// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, prism } from './solids';

export const torreGalfa: Landmark = {
  id: 'torre-galfa',
  name: 'Torre Galfa',
  at: [9.19877, 45.48633],
  axisDeg: 52,
  heightM: 109,
  year: 1959,
  use: 'hotel',
  paint: 'glass',
  storeys: 31,
  sources: [
    'Wikipedia, Melchiorre Bega: 109 m, 31 storeys, 1959',
    'place, axis, plan 38 × 18 m: as on open maps',
  ],
  clearM: 34,
  model: () => ({
    far: [prism(rectangle(0, 0, 38, 18), 0, 102), box(0, 0, 30, 11, 102, 107), box(-8, 0, 8, 6, 107, 109)],
    near: [box(0, -17, 52, 22, 0, 6), ...[-18, -9, 0, 9, 18].map((x) => box(x, 9.1, 0.6, 0.8, 0, 102))],
  }),
};
