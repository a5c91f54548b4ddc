// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, rectangle } from './plans';
import { box, dome, prism, pyramid, spire } from './solids';

export const sanLorenzo: Landmark = {
  id: 'san-lorenzo',
  name: 'Basilica di San Lorenzo Maggiore',
  at: [9.18207, 45.4581],
  axisDeg: -3,
  heightM: 45,
  year: 1119,
  use: 'worship',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Wikipedia: 4th to 5th century, rebuilt after 1119, dome by Martino Bassi (1574–1619), the highest of Milan; sixteen Roman columns before it',
    'place: as on open maps; plan (square of 24 m with four conches, four corner towers) and heights: estimated',
  ],
  clearM: 52,
  model: () => ({
    far: [
      box(0, 0, 27, 27, 0, 24),
      ...[0, 90, 180, 270].map((deg) => {
        const t = (deg * Math.PI) / 180;
        return prism(oval(Math.cos(t) * 14, Math.sin(t) * 14, 12, 12, 12), 0, 17);
      }),
      ...[-1, 1].flatMap((s) => [-1, 1].map((t) => box(s * 16, t * 16, 7.5, 7.5, 0, 31))),
      ...[-1, 1].flatMap((s) => [-1, 1].map((t) => pyramid(rectangle(s * 16, t * 16, 7.8, 7.8), 31, 34))),
      prism(oval(0, 0, 13.2, 13.2, 8), 24, 31),
      dome(0, 0, 13, 31, 40.5, 8),
      prism(oval(0, 0, 2.2, 2.2, 8), 39.5, 43),
      spire(0, 0, 2.4, 43, 45, 8),
      // Chapels of Sant'Aquilino, San Sisto and Sant'Ippolito.
      prism(oval(2, -34, 10, 10, 8), 0, 15),
      pyramid(oval(2, -34, 10, 10, 8), 15, 19),
      prism(oval(0, 31, 6, 6, 8), 0, 11),
      prism(oval(32, 0, 6, 6, 8), 0, 12),
      box(-27, 0, 6, 30, 0, 11),
    ],
    near: [
      // The columns, with their entablature.
      ...Array.from({ length: 16 }, (_, i) => prism(oval(-62, (i - 7.5) * 3.6, 0.5, 0.5, 6), 0, 8.5)),
      box(-62, 0, 1.4, 56, 8.5, 10),
    ],
  }),
};
