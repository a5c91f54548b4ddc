// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { box, hanging, loft, prism } from './solids';

export const torreBranca: Landmark = {
  id: 'torre-branca',
  name: 'Torre Branca',
  at: [9.17289, 45.47328],
  axisDeg: 43,
  heightM: 108.6,
  year: 1933,
  use: 'culture',
  paint: 'metal',
  sources: [
    'Wikipedia, Gio Ponti and Cesare Chiodi: 108.6 m, hexagon of steel tubes, 6 m across at the foot and 4.45 m at the top, 1933',
    'place: as on open maps; cabin and lantern: estimated from photographs',
  ],
  clearM: 14,
  model: () => ({
    far: [
      loft([
        [0, oval(0, 0, 3.2, 3.2, 6)],
        [97, oval(0, 0, 2.2, 2.2, 6)],
      ]),
      hanging(
        loft([
          [95, oval(0, 0, 2.4, 2.4, 6)],
          [97, oval(0, 0, 4.4, 4.4, 6)],
          [101, oval(0, 0, 4.4, 4.4, 6)],
        ]),
      ),
      loft([
        [101, oval(0, 0, 1.8, 1.8, 6)],
        [104, oval(0, 0, 1.2, 1.2, 6)],
        [108.6, [[0, 0]]],
      ]),
    ],
    near: [
      ...Array.from({ length: 11 }, (_, i) =>
        hanging(prism(oval(0, 0, 3.5 - i * 0.09, 3.5 - i * 0.09, 6), 8 + i * 8, 8.6 + i * 8)),
      ),
      box(0, 0, 11, 11, 0, 4),
    ],
  }),
};
