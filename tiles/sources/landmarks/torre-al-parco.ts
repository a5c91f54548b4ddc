// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { type Plan, rectangle } from './plans';
import { box, hanging, prism } from './solids';

const PLAN: Plan = rectangle(0, 0, 27, 23);

export const torreAlParco: Landmark = {
  id: 'torre-al-parco',
  name: 'Torre al Parco',
  at: [9.1705, 45.4716],
  axisDeg: 42,
  heightM: 80,
  year: 1956,
  use: 'residential',
  paint: 'stone',
  storeys: 23,
  sources: [
    'Wikipedia, Vico Magistretti and Franco Longoni, via Revere 2: 23 storeys, about 80 m, 1956',
    'place, axis and plan: as on open maps',
  ],
  clearM: 28,
  model: () => ({
    far: [prism(PLAN, 0, 75), box(-3, 0, 14, 13, 75, 80)],
    near: Array.from({ length: 20 }, (_, i) => hanging(box(0, -11.5, 18, 2.4, 8 + i * 3.3, 9 + i * 3.3))),
  }),
};
