// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { arcade, box, hanging, loft } from './solids';

export const arcoDellaPace: Landmark = {
  id: 'arco-della-pace',
  name: 'Arco della Pace',
  at: [9.17247, 45.4757],
  axisDeg: 133,
  heightM: 25,
  year: 1838,
  use: 'culture',
  paint: 'stone',
  sources: [
    'Wikipedia, Luigi Cagnola: 25 m high, 24 m wide, 1838; the Sestiga on top (its horses within the 25 m)',
    'place and axis: as on open maps (the line of Corso Sempione); depth 12 m and openings: estimated',
  ],
  clearM: 22,
  model: () => ({
    far: [
      arcade(0, 11, 0, 24, 0, 16, [
        { y: -8.3, widthM: 3.6, crownM: 8.5 },
        { y: 0, widthM: 7.3, crownM: 14 },
        { y: 8.3, widthM: 3.6, crownM: 8.5 },
      ]),
      hanging(box(0, 0, 12.4, 25, 16, 17.2)),
      box(0, 0, 9, 20, 17.2, 20.5),
      // The chariot, and Peace on it.
      box(0, 0, 4, 5, 20.5, 22.5),
      loft([
        [22.5, rectangle(-0.8, 0, 1.4, 1.4)],
        [25, [[-0.8, 0]]],
      ]),
    ],
    near: [
      ...[-4, -2.4, -0.8, 0.8, 2.4, 4].map((y) =>
        loft([
          [20.5, rectangle(2.6, y, 2.4, 0.8)],
          [23, rectangle(3.2, y, 1.2, 0.5)],
        ]),
      ),
      ...[-1, 1].flatMap((s) => [-10.9, -5.6, 5.6, 10.9].map((y) => box(s * 6.1, y, 1, 1.1, 0, 16))),
      ...[-1, 1].flatMap((s) =>
        [-8.5, 8.5].map((y) =>
          loft([
            [20.5, rectangle(s * 2.5, y, 2.2, 0.8)],
            [23.4, rectangle(s * 3, y, 1, 0.5)],
          ]),
        ),
      ),
      // The two toll houses.
      box(4, 34, 15, 13, 0, 11),
      box(4, -34, 15, 13, 0, 11),
    ],
  }),
};
