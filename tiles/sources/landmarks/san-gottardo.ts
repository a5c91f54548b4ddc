// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { gable, prism, spire } from './solids';

export const sanGottardo: Landmark = {
  id: 'san-gottardo',
  name: 'Chiesa di San Gottardo in Corte',
  at: [9.19196, 45.4628],
  axisDeg: 22.5,
  heightM: 47,
  year: 1336,
  use: 'worship',
  paint: 'brick',
  roof: 'tiles',
  sources: [
    'Wikipedia, Francesco Pegorari: eight-sided bell tower of brick, 1336, with the first public clock of Milan',
    'place and axis: as on open maps; height of the tower about 47 m: estimated',
  ],
  clearM: 0,
  model: () => ({
    far: [gable(-3, 0, 30, 14, 0, 14, 18), prism(oval(15, 0, 4, 4, 8), 0, 36), spire(15, 0, 4.2, 36, 47, 8)],
    near: [...[12, 20, 28, 35].map((z) => prism(oval(15, 0, 4.4, 4.4, 8), z, z + 0.6))],
  }),
};
