// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { changed, lens, oval, type Plan, rectangle } from './plans';
import { box, hanging, loft, painted, prism, type Solid, twist } from './solids';

const PLACE =
  'place: approximate, round Piazza Tre Torri, to some tens of metres: the open footprints at hand do not name the towers; axes estimated';

/** Six storeys of a front bulge like a cushion: the tower is eight of them. */
function cushions(): Solid[] {
  const heights = Array.from({ length: 9 }, (_, i) => (i * 200) / 8);
  const at = (t: number): Plan => changed(lens(61, 24, 15, 4), { scale: 1, scaleY: 1 + t * 0.12 });
  const levels = heights.slice(0, -1).flatMap((z) => [[z, at(0)] as const, [z + 12.5, at(1)] as const]);
  return [loft([...levels, [200, at(0)]])];
}

export const torreAllianz: Landmark = {
  id: 'torre-allianz',
  name: 'Torre Allianz (il Dritto)',
  at: [9.1564, 45.4784],
  axisDeg: 70,
  heightM: 249,
  year: 2015,
  use: 'office',
  paint: 'glass',
  storeys: 50,
  sources: [
    'Wikipedia, list of tallest buildings in Milan (2018): 209 m, 249 m with its antenna; its edition of 2023 has 259 m, one of 2016 207 m and 247 m; Arata Isozaki and Andrea Maffei, 50 storeys, plan 61 × 24 m, 2015',
    PLACE,
  ],
  clearM: 60,
  model: () => ({
    far: [
      ...cushions(),
      box(0, 0, 46, 14, 200, 209),
      loft([
        [209, oval(-8, 0, 1.2, 1.2, 4)],
        [240, oval(-8, 0, 0.7, 0.7, 4)],
        [249, [[-8, 0]]],
      ]),
    ],
    near: [
      // The four golden struts.
      ...painted(
        'gold',
        ...[-1, 1].flatMap((s) =>
          [-14, 14].map((x) =>
            loft([
              [0, rectangle(x, s * 26, 2, 2)],
              [60, rectangle(x, s * 13, 2, 2)],
            ]),
          ),
        ),
      ),
      box(0, 0, 70, 40, 0, 7),
    ],
  }),
};

export const torreGenerali: Landmark = {
  id: 'torre-generali',
  name: 'Torre Generali (lo Storto)',
  at: [9.1566, 45.4771],
  axisDeg: 20,
  heightM: 192,
  year: 2017,
  use: 'office',
  paint: 'glass',
  storeys: 44,
  sources: [
    'Wikipedia, list of tallest buildings in Milan (2018, 2023): 192 m, with the frame of its sign over a roof at 177 m; its edition of 2016 has 185 m; Zaha Hadid Architects, 44 storeys, 2017 (others: 2018); the plan turns and narrows upward',
    PLACE,
    'plan 46 × 38 m at the foot, turn of 40°: estimated',
  ],
  clearM: 55,
  model: () => {
    const plan: Plan = [
      [-23, -12],
      [-8, -19],
      [14, -17],
      [23, -5],
      [20, 12],
      [6, 19],
      [-14, 17],
      [-22, 6],
    ];
    return {
      far: [
        twist(plan, 0, 170, 42, 8, 0.8),
        prism(changed(plan, { scale: 0.66, turnDeg: 42 }), 170, 177),
        // The frame of the sign.
        prism(changed(plan, { scale: 0.62, scaleY: 0.1, turnDeg: 42 }), 177, 192),
      ],
      near: [
        loft([
          [0, changed(plan, { scale: 1.6 })],
          [10, changed(plan, { scale: 1.3, turnDeg: 6 })],
        ]),
      ],
    };
  },
};

export const torrePwc: Landmark = {
  id: 'torre-pwc',
  name: 'Torre PwC (il Curvo)',
  at: [9.1551, 45.4779],
  axisDeg: 110,
  heightM: 175,
  year: 2020,
  use: 'office',
  paint: 'glass',
  storeys: 28,
  sources: [
    'Wikipedia, list of tallest buildings in Milan (2018): 175 m with its crown of 40 m; Studio Libeskind, 28 office storeys (the list: 31 in all), the front bends over the square, 2020',
    PLACE,
    'plan and bend: estimated',
  ],
  clearM: 55,
  model: () => {
    const plan: Plan = [
      [-24, -13],
      [0, -16],
      [24, -13],
      [21, 9],
      [0, 14],
      [-21, 9],
    ];
    // The front leans forward as a piece of a sphere would.
    const bend = (z: number): Plan => {
      const t = z / 175;
      return changed(plan, { scale: 1 - 0.22 * t * t, moveM: [0, -16 * t * t] });
    };
    const level = (z: number) => [z, bend(z)] as const;
    return {
      far: [
        loft([level(0), level(28), level(56), level(84), level(110), level(135)]),
        loft([
          [135, bend(135)],
          [155, changed(bend(155), { scaleY: 0.7, scale: 0.95 })],
          [175, changed(bend(175), { scaleY: 0.16, scale: 0.7 })],
        ]),
      ],
      near: [hanging(box(0, -16, 40, 12, 10, 11)), box(0, 4, 62, 34, 0, 6)],
    };
  },
};
