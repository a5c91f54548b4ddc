// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { arcade, hip, placed, prism, type Solid } from './solids';

/** Half the square of four courts on each side of the great one. */
function crossWing(side: number): Solid[] {
  const y = side * 92;
  return [placed(hip(0, 0, 84, 11, 0, 12, 16), 2, y, 0), placed(hip(0, 0, 80, 11, 0, 12, 16), 2, y, 90)];
}

export const caGranda: Landmark = {
  id: 'ca-granda',
  name: 'Ca’ Granda, Università degli Studi',
  at: [9.19466, 45.46006],
  axisDeg: 56,
  heightM: 24,
  year: 1805,
  use: 'university',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Università degli Studi di Milano, Wikipedia: begun by Filarete in 1456, great court by Richini (1625), finished in 1805; front of about 280 m on via Festa del Perdono',
    'place, axis and sides: as on open maps; heights: measured mean 16 m (LiDAR study), roofs estimated',
  ],
  clearM: 60,
  model: () => ({
    // The front on via Festa del Perdono looks to the north-west (−x).
    far: [
      placed(hip(0, 0, 280, 14, 0, 14, 18), -46, 0, 90),
      placed(hip(0, 0, 270, 12, 0, 12, 16), 46, 0, 90),
      ...[-137, -49, 49, 135].map((y) => hip(0, y, 92, 12, 0, 12, 16)),
      ...crossWing(1),
      ...crossWing(-1),
      // Santa Maria Annunciata at the back of the great court.
      prism(rectangle(40, 0, 24, 22), 0, 20),
      hip(40, 0, 24, 22, 20, 20.5, 24),
    ],
    near: [
      ...[-40, -30, -20, -10, 0, 10, 20, 30, 40].map((y) =>
        placed(arcade(0, 1, 0, 9, 0, 12, [{ y: 0, widthM: 4.4, crownM: 6 }]), -38.2, y),
      ),
    ],
  }),
};
