// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Drawn by ground-car-parks.ts, which comes when it is first switched on. */
export const carParks = {
  id: 'car-parks',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [
    { key: 'free', symbol: 'square', colour: (look) => PALETTE[look].carPark },
    { key: 'stale', symbol: 'square', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['car-park'],
} as const satisfies Layer;
