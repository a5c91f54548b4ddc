// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Drawn by ground-weather.ts, which comes when it is first switched on. */
export const weather = {
  id: 'weather',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [
    { key: 'station', symbol: 'dot', colour: (look) => PALETTE[look].weather },
    { key: 'stale', symbol: 'dot', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['weather'],
} as const satisfies Layer;
