// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, hip, placed, prism, pyramid, spire } from './solids';

/** The court of honour opens to the square of the Duomo (+y). */
export const palazzoReale: Landmark = {
  id: 'palazzo-reale',
  name: 'Palazzo Reale',
  at: [9.1913, 45.46288],
  axisDeg: 2,
  heightM: 26,
  year: 1778,
  use: 'culture',
  paint: 'plaster',
  roof: 'tiles',
  sources: [
    'Palazzo Reale di Milano, Wikipedia: Giuseppe Piermarini 1778; palace of the city’s exhibitions',
    'place and sides: as on open maps; height: measured 23 m (LiDAR study); courts: estimated',
  ],
  clearM: 0,
  model: () => ({
    far: [
      placed(hip(0, 0, 62, 17, 0, 20, 25), -28, 16, 90),
      placed(hip(0, 0, 62, 17, 0, 20, 25), 28, 16, 90),
      hip(0, -7, 73, 16, 0, 22, 26),
      hip(0, -46, 110, 14, 0, 17, 21),
      placed(hip(0, 0, 60, 13, 0, 18, 22), -46, -22, 90),
      placed(hip(0, 0, 60, 13, 0, 18, 22), 46, -22, 90),
      hip(0, -27, 84, 12, 0, 17, 21),
    ],
    near: [
      box(0, 1.4, 24, 1, 0, 24),
      pyramid(oval(0, -7, 3, 3, 4), 24, 26),
      prism(oval(-18, -18, 1, 1, 6), 0, 8),
      spire(18, -18, 1, 0, 8),
    ],
  }),
};
