// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { arcade, box, vault } from './solids';

export const triennale: Landmark = {
  id: 'triennale',
  name: 'Palazzo dell’Arte, Triennale Milano',
  at: [9.17397, 45.47235],
  axisDeg: 42,
  heightM: 21,
  year: 1933,
  use: 'culture',
  paint: 'plaster',
  sources: [
    'Triennale Milano, Wikipedia, Giovanni Muzio: 1933',
    'place, axis, sides 138 × 60 m: as on open maps; height: measured 18 m (LiDAR study), portal estimated',
  ],
  clearM: 0,
  model: () => ({
    far: [
      box(0, 0, 30, 134, 0, 18),
      box(-16, 0, 8, 34, 0, 21),
      vault(26, 0, 26, 46, 0, 10, 17),
      box(22, 46, 20, 28, 0, 12),
      box(22, -46, 20, 28, 0, 12),
    ],
    near: [
      arcade(
        30,
        30,
        0,
        60,
        0,
        9,
        [-20, -10, 0, 10, 20].map((y) => ({ y, widthM: 6, crownM: 7 })),
      ),
      arcade(
        -21,
        2,
        0,
        34,
        0,
        20,
        [-10, 0, 10].map((y) => ({ y, widthM: 7, crownM: 17 })),
      ),
    ],
  }),
};
