// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { box, hip, placed, type Solid } from './solids';

const wing = (x: number, y: number, l: number, w: number, turn: number): Solid =>
  placed(hip(0, 0, l, w, 0, 21, 25), x, y, turn);

export const palazzoMarino: Landmark = {
  id: 'palazzo-marino',
  name: 'Palazzo Marino',
  at: [9.19065, 45.46663],
  axisDeg: 54,
  heightM: 25,
  year: 1892,
  use: 'civic',
  paint: 'stone',
  roof: 'tiles',
  sources: [
    'Comune di Milano, Wikipedia: Galeazzo Alessi 1553–1563, front on Piazza della Scala by Luca Beltrami 1892; seat of the city council',
    'place, axis and sides 65 × 55 m: as on open maps; height: measured 24 m (LiDAR study)',
  ],
  clearM: 40,
  model: () => ({
    far: [
      wing(0, 21, 65, 13, 0),
      wing(0, -21, 65, 13, 0),
      wing(26, 0, 42, 13, 90),
      wing(-26, 0, 42, 13, 90),
      wing(-2, 0, 42, 10, 90),
    ],
    near: [box(0, 27.7, 34, 0.8, 0, 22), box(0, -27.7, 34, 0.8, 0, 22)],
  }),
};
