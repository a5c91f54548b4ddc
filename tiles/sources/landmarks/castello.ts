// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, rectangle } from './plans';
import {
  box,
  cylinder,
  dome,
  frustum,
  hip,
  painted,
  prism,
  pyramid,
  roofed,
  type Solid,
  spire,
} from './solids';

/** The front towards the city is at +x. */
const FRONT = 92;

/** Round corner tower: drum, jutting gallery, low roof. */
const torrione = (y: number): Solid[] => [
  cylinder(FRONT, y, 13.5, 0, 26, 16),
  prism(oval(FRONT, y, 14.5, 14.5, 16), 26, 30),
  spire(FRONT, y, 13, 30, 34, 16),
];

/** The Torre del Filarete: three steps, a lantern and a little dome. */
const filarete = (): Solid[] => [
  box(FRONT + 2, 0, 18, 18, 0, 36),
  frustum(rectangle(FRONT + 2, 0, 19.5, 19.5), 36, 40, 1),
  box(FRONT + 2, 0, 12, 12, 40, 50),
  prism(oval(FRONT + 2, 0, 5, 5, 8), 50, 59),
  prism(oval(FRONT + 2, 0, 3, 3, 8), 59, 64),
  dome(FRONT + 2, 0, 3.2, 64, 67.5, 8),
  spire(FRONT + 2, 0, 0.6, 67.3, 70.6),
];

function battlements(): Solid[] {
  const out: Solid[] = [];
  for (let y = -78; y <= 78; y += 6) if (Math.abs(y) > 12) out.push(box(FRONT, y, 2, 3, 19, 21));
  return out;
}

export const castello: Landmark = {
  id: 'castello',
  name: 'Castello Sforzesco',
  at: [9.17962, 45.47031],
  axisDeg: -47.5,
  heightM: 70.6,
  year: 1466,
  use: 'culture',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Comune di Milano, Castello Sforzesco: Torre del Filarete about 70 m, corner towers 31 m (rebuilt by Beltrami)',
    'place, axis and sides (about 200 m): as on open maps; heights of wings estimated',
  ],
  clearM: 150,
  model: () => ({
    far: [
      // The front, the two sides of the great court, the ducal court and the Rocchetta.
      box(FRONT - 2, 0, 8, 180, 0, 19),
      box(45, 92, 90, 10, 0, 16),
      box(45, -92, 90, 10, 0, 16),
      hip(-2, 0, 12, 180, 0, 17, 21),
      hip(-46, 84, 100, 18, 0, 18, 23),
      hip(-46, -84, 100, 18, 0, 18, 23),
      hip(-91, 0, 18, 180, 0, 18, 23),
      hip(-46, 8, 76, 12, 0, 17, 21),
      // Square towers at the back, and Bona di Savoia over the Rocchetta.
      box(-95, 93, 20, 20, 0, 30),
      pyramid(rectangle(-95, 93, 20, 20), 30, 36),
      box(-95, -93, 20, 20, 0, 30),
      pyramid(rectangle(-95, -93, 20, 20), 30, 36),
      box(-4, -12, 11, 11, 0, 43),
      ...roofed('tiles', ...painted('stone', ...torrione(92), ...torrione(-92))),
      ...filarete(),
    ],
    near: [...battlements(), hip(-46, 30, 60, 9, 0, 10, 13)],
  }),
};
