// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, prism, type Solid } from './solids';

const SOURCES = [
  'Piazza della Repubblica and via Turati, Giovanni Muzio, 1960s: the pair of towers at the head of the square',
  'places, axes, plans 28 × 16 m and heights about 70 m: as on open maps and measured (LiDAR study); year estimated',
] as const;
const model = (heightM: number) => (): { far: Solid[] } => ({
  far: [prism(rectangle(0, 0, 28, 16), 0, heightM - 4), box(0, 0, 20, 10, heightM - 4, heightM)],
});

export const torreTuratiOvest: Landmark = {
  id: 'torre-turati-ovest',
  name: 'Torri Turati, ovest',
  at: [9.19546, 45.4773],
  axisDeg: 58,
  heightM: 70.5,
  year: 1968,
  use: 'office',
  paint: 'stone',
  sources: SOURCES,
  clearM: 26,
  model: model(70.5),
};
export const torreTuratiEst: Landmark = {
  id: 'torre-turati-est',
  name: 'Torri Turati, est',
  at: [9.19615, 45.47699],
  axisDeg: 56,
  heightM: 72,
  year: 1968,
  use: 'office',
  paint: 'stone',
  sources: SOURCES,
  clearM: 26,
  model: model(72),
};
