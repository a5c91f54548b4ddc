// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, prism } from './solids';

export const centroSvizzero: Landmark = {
  id: 'centro-svizzero',
  name: 'Centro Svizzero',
  at: [9.19668, 45.4725],
  axisDeg: 57,
  heightM: 80,
  year: 1952,
  use: 'office',
  paint: 'stone',
  storeys: 21,
  sources: [
    'Wikipedia, Armin Meili: about 80 m, 21 storeys, 1952',
    'place, axis, plan 35 × 14 m: as on open maps',
  ],
  clearM: 30,
  model: () => ({
    far: [prism(rectangle(0, 0, 35, 14), 0, 75), box(0, 0, 24, 8, 75, 80), box(4, -16, 44, 18, 0, 18)],
    near: [...[-12, -4, 4, 12].flatMap((x) => [-1, 1].map((s) => box(x, s * 7.2, 1.6, 0.6, 0, 75)))],
  }),
};
