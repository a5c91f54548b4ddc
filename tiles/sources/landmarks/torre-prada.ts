// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import type { Plan } from './plans';
import { box, hanging, loft, painted, prism } from './solids';

/** Rooms alternate between a rectangle and a trapezium, and are higher the higher they lie. */
const LEVELS = [0, 7, 13, 20, 27.5, 35.5, 44, 53, 60] as const;
const RECTANGLE: Plan = [
  [-14, -8],
  [12, -8],
  [12, 8],
  [-14, 8],
];
const TRAPEZIUM: Plan = [
  [-14, -8],
  [6, -8],
  [16, 8],
  [-14, 8],
];

export const torrePrada: Landmark = {
  id: 'torre-prada',
  name: 'Fondazione Prada, Torre',
  at: [9.2049, 45.44385],
  axisDeg: 20,
  heightM: 60,
  year: 2018,
  use: 'culture',
  paint: 'stone',
  storeys: 9,
  sources: [
    'Fondazione Prada, OMA: 60 m, nine storeys of white concrete, plans rectangular and trapezoidal in turn, 2018',
    'place: approximate, within some tens of metres: the Comune’s list of places of culture has the gate of Largo Isarco 2 at 9.20531, 45.44424, no open footprint at hand covers it; axis and plans: estimated',
  ],
  clearM: 40,
  model: () => ({
    far: [
      ...LEVELS.slice(0, -1).map((z, i) =>
        prism(i % 2 === 0 ? RECTANGLE : TRAPEZIUM, z, LEVELS[i + 1] as number),
      ),
      // The diagonal behind that holds it.
      hanging(
        loft([
          [
            0,
            [
              [-30, -3],
              [-26, -3],
              [-26, 3],
              [-30, 3],
            ],
          ],
          [
            46,
            [
              [-16, -3],
              [-13, -3],
              [-13, 3],
              [-16, 3],
            ],
          ],
        ]),
      ),
    ],
    // The old distillery's hall, and the house that is gilded all over.
    near: [box(-44, 6, 26, 60, 0, 11), ...painted('gold', box(-20, 34, 16, 14, 0, 17))],
  }),
};
