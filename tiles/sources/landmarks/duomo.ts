// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, type Plan } from './plans';
import {
  arcade,
  box,
  frustum,
  gable,
  loft,
  painted,
  placed,
  prism,
  pyramid,
  type Solid,
  spire,
  sweep,
} from './solids';

/** Length and width inside the buttresses; the crossing, where tiburio and great spire stand. */
const [WEST, EAST, CROSSING] = [-78, 79, 27];

/** West front: five bays that rise to the middle. */
const FRONT: readonly (readonly [number, number])[] = [
  [-34, 0],
  [34, 0],
  [34, 29],
  [25, 34],
  [25, 38],
  [14, 44],
  [14, 47],
  [0, 56.5],
  [-14, 47],
  [-14, 44],
  [-25, 38],
  [-25, 34],
  [-34, 29],
];
const APSE: Plan = [
  [58, -17],
  [69, -15],
  [78, -6],
  [78, 6],
  [69, 15],
  [58, 17],
];

/** A buttress pinnacle: a square shaft and its needle. */
const pinnacle = (x: number, y: number, fromM: number, toM: number, halfM = 0.9): Solid =>
  loft([
    [fromM, oval(x, y, halfM, halfM, 4)],
    [fromM + (toM - fromM) * 0.45, oval(x, y, halfM * 0.8, halfM * 0.8, 4)],
    [toM, [[x, y]]],
  ]);

function pinnacles(): Solid[] {
  const out: Solid[] = [];
  for (const side of [-1, 1]) {
    for (let x = -70; x <= 10; x += 8) {
      out.push(
        pinnacle(x, side * 29.5, 24, 41),
        pinnacle(x, side * 19.5, 33, 50),
        pinnacle(x, side * 8.8, 43, 59),
      );
    }
    for (let x = 50; x <= 66; x += 8)
      out.push(pinnacle(x, side * 25.5, 24, 41), pinnacle(x, side * 8.8, 43, 59));
    for (const x of [11.5, 22, 32, 42.5]) out.push(pinnacle(x, side * 45.5, 28, 50));
    for (const y of [34, 40]) for (const x of [11.5, 42.5]) out.push(pinnacle(x, side * y, 26, 46));
    for (const y of [34, 25, 14])
      out.push(
        pinnacle(
          WEST + 1,
          side * y,
          y === 34 ? 28 : y === 25 ? 36 : 46,
          y === 34 ? 45 : y === 25 ? 54 : 62,
          1.2,
        ),
      );
  }
  out.push(pinnacle(WEST + 1, 0, 56, 65, 1.2));
  for (const [x, y] of APSE) out.push(pinnacle(x, y, 32, 52));
  for (let i = 0; i < 8; i++) {
    const [x, y] = oval(CROSSING, 0, 11.4, 11.4, 8)[i] as readonly [number, number];
    out.push(pinnacle(x, y, 60, 78, 1.1));
  }
  for (let i = 0; i < 4; i++) {
    const [x, y] = oval(CROSSING, 0, 4.6, 4.6, 4)[i] as readonly [number, number];
    out.push(pinnacle(x, y, 68, 86));
  }
  return out;
}

export const duomo: Landmark = {
  id: 'duomo',
  name: 'Duomo di Milano',
  at: [9.19159, 45.46418],
  axisDeg: 0.5,
  heightM: 108.5,
  year: 1813,
  use: 'worship',
  paint: 'stone',
  sources: [
    'Veneranda Fabbrica del Duomo: length 158.5 m, transept 93 m, front 67.9 m wide and 56.5 m high, nave vault 45 m, tiburio 65.6 m, Madonnina 108.5 m',
    'place and axis: as on open maps; heights of aisles and pinnacles: estimated from sections',
  ],
  clearM: 110,
  model: () => ({
    far: [
      sweep(FRONT, WEST, WEST + 3),
      gable((WEST + CROSSING) / 2 + 1, 0, CROSSING - WEST - 2, 58, 0, 24, 27),
      gable((WEST + CROSSING) / 2 + 1, 0, CROSSING - WEST - 2, 38, 24, 33, 36),
      gable((WEST + EAST) / 2 - 8, 0, EAST - WEST - 20, 17, 33, 43, 47),
      placed(gable(0, 0, 92, 33, 0, 26, 29), CROSSING, 0, 90),
      placed(gable(0, 0, 92, 17, 26, 41, 45), CROSSING, 0, 90),
      gable(51, 0, 20, 50, 0, 24, 27),
      gable(51, 0, 20, 34, 24, 33, 36),
      prism(APSE, 0, 34),
      loft([
        [34, APSE],
        [
          40,
          [
            [58, -8],
            [66, -7],
            [71, -3],
            [71, 3],
            [66, 7],
            [58, 8],
          ],
        ],
      ]),
      prism(oval(CROSSING, 0, 11.8, 11.8, 8), 40, 60),
      frustum(oval(CROSSING, 0, 11.8, 11.8, 8), 60, 66, 0.6),
      loft([
        [64, oval(CROSSING, 0, 5.4, 5.4, 8)],
        [80, oval(CROSSING, 0, 3.6, 3.6, 8)],
        [92, oval(CROSSING, 0, 2.1, 2.1, 8)],
        [104.3, oval(CROSSING, 0, 1, 1, 8)],
      ]),
      // The Madonnina, 4.16 m.
      ...painted(
        'gold',
        loft([
          [104.3, oval(CROSSING, 0, 1.1, 1.1, 4)],
          [107.2, oval(CROSSING, 0, 0.7, 0.7, 4)],
          [108.5, [[CROSSING, 0]]],
        ]),
      ),
    ],
    near: [
      ...pinnacles(),
      // Sacristies beside the choir.
      box(60, 24, 14, 14, 0, 20),
      box(60, -24, 14, 14, 0, 20),
      // Six buttresses part the front.
      ...[34, 25, 14].flatMap((y) =>
        [-1, 1].map((side) => box(WEST - 0.8, side * y, 2.4, 2.6, 0, y === 34 ? 29 : y === 25 ? 37 : 46)),
      ),
      // Five doors.
      arcade(
        WEST - 0.8,
        1.6,
        0,
        68,
        0,
        12,
        [-25, -13, 0, 13, 25].map((y) => ({ y, widthM: y === 0 ? 6 : 4.5, crownM: y === 0 ? 11 : 9 })),
      ),
      spire(CROSSING + 7, 7, 1.6, 60, 84),
      pyramid(oval(CROSSING - 7, 7, 1.6, 1.6, 4), 60, 84),
    ],
  }),
};
