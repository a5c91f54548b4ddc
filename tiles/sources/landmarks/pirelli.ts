// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { changed, lens } from './plans';
import { box, loft, prism } from './solids';

const PLAN = lens(70.4, 18.5, 4);

export const pirelli: Landmark = {
  id: 'pirelli',
  name: 'Grattacielo Pirelli',
  at: [9.20118, 45.48479],
  axisDeg: 56.5,
  heightM: 127.1,
  year: 1960,
  use: 'office',
  paint: 'glass',
  storeys: 31,
  sources: [
    'Regione Lombardia, Wikipedia: 127.1 m, 31 storeys over ground, plan 70.4 × 18.5 m, Gio Ponti and Pier Luigi Nervi, 1960',
    'place and axis: as on open maps; tips and roof: estimated from photographs',
  ],
  clearM: 54,
  model: () => ({
    far: [
      prism(PLAN, 0, 121),
      // The roof floats over a recess.
      loft([
        [121, changed(PLAN, { scale: 0.93 })],
        [124.5, changed(PLAN, { scale: 0.93 })],
      ]),
      prism(changed(PLAN, { scale: 1.01 }), 124.5, 127.1),
    ],
    near: [
      // The two fins of each front.
      ...[-12.5, 12.5].flatMap((x) => [-1, 1].map((s) => box(x, s * 8.4, 1.6, 2.2, 0, 124.5))),
      box(-4, 19, 72, 22, 0, 7),
    ],
  }),
};
