// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { arcade, box, gable } from './solids';

export const portaTicinese: Landmark = {
  id: 'porta-ticinese',
  name: 'Porta Ticinese',
  at: [9.17895, 45.45215],
  axisDeg: 60,
  heightM: 15,
  year: 1814,
  use: 'culture',
  paint: 'stone',
  sources: [
    'Wikipedia, Luigi Cagnola: Ionic gate on Piazza XXIV Maggio, 1814',
    'place: as on open maps; dimensions about 18 × 11 m, 15 m high: estimated',
  ],
  clearM: 18,
  model: () => ({
    far: [
      arcade(
        0,
        11,
        0,
        18,
        0,
        11.5,
        [-5.2, 0, 5.2].map((y) => ({ y, widthM: y === 0 ? 4.4 : 3.4, crownM: 9 })),
      ),
      box(0, 0, 12, 19, 11.5, 12.8),
      gable(0, 0, 12, 19, 12.8, 13, 15),
    ],
  }),
};

export const portaNuova: Landmark = {
  id: 'archi-porta-nuova',
  name: 'Archi di Porta Nuova',
  at: [9.19305, 45.47353],
  axisDeg: 60,
  heightM: 17,
  year: 1171,
  use: 'culture',
  paint: 'stone',
  sources: [
    'Wikipedia: gate of the medieval wall, after 1171, with two arches; restored 1861',
    'place: end of via Manzoni as on open maps; dimensions about 22 × 8 m, 17 m high: estimated',
  ],
  clearM: 16,
  model: () => ({
    far: [
      arcade(
        0,
        8,
        0,
        24,
        0,
        13,
        [-4.6, 4.6].map((y) => ({ y, widthM: 6, crownM: 9.5 })),
      ),
      box(0, -9.5, 9, 6, 13, 17),
      box(0, 9.5, 9, 6, 13, 17),
    ],
  }),
};
