// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { arc, changed, oval, rectangle } from './plans';
import { box, loft, painted, prism, type Solid } from './solids';

/** Tower A curves about the square: about the middle of Piazza Gae Aulenti, at (0, 0). */
const [INNER, OUTER] = [44, 66];
const SPIRE_AT = 60;

/** The spire: a spiral that thins out. */
const needle = (): Solid =>
  loft([
    [140, oval(SPIRE_AT - 4, 0, 8, 8, 8)],
    [160, oval(SPIRE_AT - 4, 0, 6, 6, 8)],
    [185, oval(SPIRE_AT - 3, 0, 3.6, 3.6, 8)],
    [210, oval(SPIRE_AT - 2, 0, 1.8, 1.8, 8)],
    [231, [[SPIRE_AT - 2, 0]]],
  ]);

export const unicredit: Landmark = {
  id: 'torre-unicredit',
  name: 'Torre UniCredit',
  at: [9.18941, 45.48354],
  axisDeg: 42,
  heightM: 231,
  year: 2012,
  use: 'office',
  paint: 'glass',
  storeys: 35,
  sources: [
    'Wikipedia, Pelli Clarke Pelli: 231 m to the tip of the spire, roof at 152 m (its list of tallest buildings of 2025 has 217.7 m, that of 2016 a roof at 162 m); towers B and C 100 m and 68 m; 2012',
    'place, radius and the three directions: fitted to the open footprints (77, 74 and 93 m long about one centre), to some metres; which of the lower two is B, and the roofs: estimated',
  ],
  clearM: 86,
  model: () => ({
    far: [
      prism(arc(-34, 34, INNER, OUTER, 8), 0, 128),
      // The roof rises towards the spire.
      loft([
        [128, arc(-34, 34, INNER, OUTER, 8)],
        [140, arc(-24, 24, INNER + 2, OUTER, 8)],
        [152, arc(-12, 12, INNER + 6, OUTER, 8)],
      ]),
      ...painted('metal', needle()),
      prism(arc(50, 108, INNER + 2, OUTER - 2, 6), 0, 100),
      prism(arc(140, 216, INNER + 2, OUTER - 4, 8), 0, 68),
    ],
    near: [
      // The podium round the square, and its canopy on the inner side.
      prism(arc(-40, 220, 40, 70, 18), 0, 6),
      ...[44, 52, 60, 68, 76, 84, 92, 100].map((t) =>
        prism(
          changed(rectangle(36 * Math.cos((t * Math.PI) / 180), 36 * Math.sin((t * Math.PI) / 180), 1, 1), {
            turnDeg: t,
          }),
          0,
          12,
        ),
      ),
      box(SPIRE_AT - 4, 0, 3, 3, 152, 165),
    ],
  }),
};
