// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, rectangle } from './plans';
import { arcade, box, gable, loft, prism, pyramid, spire, sweep } from './solids';

/** The court of columns lies before the church: x < -2; the apse at 62. */
export const santAmbrogio: Landmark = {
  id: 'sant-ambrogio',
  name: 'Basilica di Sant’Ambrogio',
  at: [9.17565, 45.4625],
  axisDeg: 33.5,
  heightM: 42,
  year: 1099,
  use: 'worship',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Basilica di Sant’Ambrogio, Wikipedia: consecrated 379, rebuilt by 1099; bell towers of the monks (9th century) and of the canons (1128–1144, top 1889), about 42 m',
    'place and axis: as on open maps; atrium, nave and tiburio: estimated from plans',
  ],
  clearM: 78,
  model: () => ({
    far: [
      // Gabled front over the loggia; nave and aisles under one wide roof.
      sweep(
        [
          [-14, 0],
          [14, 0],
          [14, 12],
          [0, 20.5],
          [-14, 12],
        ],
        -2,
        2,
      ),
      gable(26, 0, 48, 28, 0, 12, 20),
      prism(oval(54, 0, 9, 9, 10), 0, 14),
      pyramid(oval(54, 0, 9, 9, 10), 14, 18),
      prism(oval(40, 0, 8, 8, 8), 16, 24),
      spire(40, 0, 8, 24, 29, 8),
      // Atrium.
      gable(-22, 16.5, 40, 6, 0, 7, 9),
      gable(-22, -16.5, 40, 6, 0, 7, 9),
      box(-41, 0, 5, 27, 0, 8),
      // Of the canons (left, the higher) and of the monks.
      box(4, 19, 8, 8, 0, 37),
      pyramid(rectangle(4, 19, 8.4, 8.4), 37, 42),
      box(4, -18.5, 8, 8, 0, 25),
      pyramid(rectangle(4, -18.5, 8.4, 8.4), 25, 29),
    ],
    near: [
      arcade(
        -2.6,
        1.4,
        0,
        28,
        0,
        9,
        [-8, 0, 8].map((y) => ({ y, widthM: 6, crownM: 7.5 })),
      ),
      ...[8, 14, 20, 26, 32].map((z) =>
        loft([
          [z, rectangle(4, 19, 8.5, 8.5)],
          [z + 0.6, rectangle(4, 19, 8.5, 8.5)],
        ]),
      ),
      box(26, 16, 40, 5, 0, 8),
      box(26, -16, 40, 5, 0, 8),
    ],
  }),
};
