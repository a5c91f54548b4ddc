// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, rectangle } from './plans';
import { arcade, box, dome, placed, prism, pyramid, type Solid, spire } from './solids';

const gallery = (side: number): Solid[] => [
  box(0, side * 52, 10, 66, 0, 12),
  box(-24, side * 90, 58, 10, 0, 10),
  box(0, side * 88, 14, 14, 0, 17),
  pyramid(rectangle(0, side * 88, 14.4, 14.4), 17, 23),
];

export const cimiteroMonumentale: Landmark = {
  id: 'cimitero-monumentale',
  name: 'Cimitero Monumentale, Famedio',
  at: [9.1793, 45.4857],
  axisDeg: 133,
  heightM: 32,
  year: 1866,
  use: 'culture',
  paint: 'stone',
  sources: [
    'Comune di Milano, Wikipedia, Carlo Maciachini: opened 1866; Famedio between two galleries of striped stone',
    'place: as on open maps; front of 190 m, Famedio 26 m square, all heights: estimated from photographs',
  ],
  clearM: 0,
  model: () => ({
    far: [
      box(0, 0, 26, 24, 0, 18),
      box(0, 0, 32, 12, 0, 15),
      placed(box(0, 0, 32, 12, 0, 15), 0, 0, 90),
      prism(oval(0, 0, 8, 8, 8), 18, 24),
      dome(0, 0, 8, 24, 29.5, 8),
      spire(0, 0, 1.2, 29, 32, 4),
      ...[-1, 1].flatMap((s) => [-1, 1].map((t) => box(s * 11.5, t * 10.5, 4, 4, 0, 21))),
      ...gallery(1),
      ...gallery(-1),
    ],
    near: [
      ...[-1, 1].flatMap((s) => [-1, 1].map((t) => spire(s * 11.5, t * 10.5, 3, 21, 26))),
      ...[-1, 1].map((s) =>
        arcade(
          -5.6,
          1.2,
          s * 52,
          64,
          0,
          11,
          [-24, -12, 0, 12, 24].map((y) => ({ y: s * 52 + y, widthM: 7, crownM: 8 })),
        ),
      ),
      arcade(-16.6, 1.2, 0, 11, 0, 14, [{ y: 0, widthM: 5, crownM: 10 }]),
    ],
  }),
};
