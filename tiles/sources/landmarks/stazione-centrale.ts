// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { arcade, box, gable, painted, pyramid, type Solid, vault } from './solids';

/** Across the axis: middle, width and crown of the five sheds of the platforms. */
const SHEDS = [
  [0, 72, 36],
  [58.5, 45, 25],
  [-58.5, 45, 25],
  [92, 22, 14],
  [-92, 22, 14],
] as const;
const [FROM, TO] = [56, 397];

/** Steel ribs over the glass. */
const ribs = (): Solid[] =>
  SHEDS.slice(0, 3).flatMap(([y, w, crown]) =>
    Array.from({ length: 8 }, (_, i) => vault(FROM + 20 + i * 43, y, 2, w + 1, 8, 9, crown + 0.8)),
  );

export const stazioneCentrale: Landmark = {
  id: 'stazione-centrale',
  name: 'Stazione di Milano Centrale',
  at: [9.20383, 45.48541],
  axisDeg: 54.5,
  heightM: 50,
  year: 1931,
  use: 'transport',
  paint: 'stone',
  sources: [
    'Wikipedia, Ulisse Stacchini: front 200 m wide, sheds 341 m long, the middle one 72 m wide and 36 m high, 1931; heights of the front (36 m, 50 m with the crowning groups of its two blocks): estimated',
    'place and axis: as on open maps; widths of the sheds beside: Wikipedia (45 m, 21 m), crowns estimated',
  ],
  clearM: 0,
  model: () => ({
    far: [
      // Front with its three-storeyed middle, gallery of carriages, hall, gallery at the head of the tracks.
      box(0, 0, 34, 206, 0, 28),
      box(-2, 0, 34, 120, 28, 36),
      gable(-2, 0, 28, 70, 36, 38, 42),
      box(-14, -42, 10, 18, 36, 44),
      box(-14, 42, 10, 18, 36, 44),
      pyramid(rectangle(-14, -42, 7, 7), 44, 50),
      pyramid(rectangle(-14, 42, 7, 7), 44, 50),
      box(26, 0, 20, 190, 0, 27),
      vault(46, 0, 20, 190, 0, 22, 30),
      ...painted(
        'glass',
        ...SHEDS.map(([y, w, crown]) => vault((FROM + TO) / 2, y, TO - FROM, w, 0, 8, crown)),
      ),
    ],
    near: [
      ...painted('metal', ...ribs()),
      arcade(
        -18.5,
        5,
        0,
        118,
        0,
        30,
        [-44, -22, 0, 22, 44].map((y) => ({ y, widthM: 14, crownM: 22 })),
      ),
      ...[-92, -80, -68, 68, 80, 92].map((y) => box(-17.6, y, 1.4, 3, 0, 29)),
      box(0, -97, 38, 14, 28, 33),
      box(0, 97, 38, 14, 28, 33),
    ],
  }),
};
