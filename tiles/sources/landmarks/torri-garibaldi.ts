// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { rectangle } from './plans';
import { box, placed, prism, type Solid, sweep } from './solids';

const SOURCES = [
  'Wikipedia, Laura Lazzari and Giancarlo Perotta: twin towers of 25 storeys, about 100 m, 1992, clad anew 2009–2013 (Progetto CMR)',
  'place, axis and plan: as on open maps; solar chimney and roof: estimated',
] as const;

/** The roof slants; a chimney of glass runs up one front. */
const model = (): { far: Solid[]; near: Solid[] } => ({
  far: [
    prism(rectangle(0, 0, 40, 22), 0, 92),
    placed(
      sweep(
        [
          [-20, 92],
          [20, 92],
          [20, 100],
          [-20, 94],
        ],
        -11,
        11,
      ),
      0,
      0,
      -90,
    ),
    box(0, 12, 9, 5, 0, 96),
  ],
  near: [...[-14, 14].map((x) => box(x, -11.4, 4, 1, 0, 92)), box(0, 0, 48, 30, 0, 6)],
});

export const torreGaribaldiA: Landmark = {
  id: 'torre-garibaldi-a',
  name: 'Torre Garibaldi A',
  at: [9.18709, 45.48517],
  axisDeg: 57,
  heightM: 100,
  year: 1992,
  use: 'office',
  paint: 'glass',
  storeys: 25,
  sources: SOURCES,
  clearM: 32,
  model,
};
export const torreGaribaldiB: Landmark = {
  id: 'torre-garibaldi-b',
  name: 'Torre Garibaldi B',
  at: [9.18803, 45.48505],
  axisDeg: 57,
  heightM: 100,
  year: 1992,
  use: 'office',
  paint: 'glass',
  storeys: 25,
  sources: SOURCES,
  clearM: 32,
  model,
};
