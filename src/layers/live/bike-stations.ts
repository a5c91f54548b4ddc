// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Drawn by ground-bike-stations.ts, which comes when it is first switched on. */
export const bikeStations = {
  id: 'bike-stations',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [
    { key: 'bikes', symbol: 'dot', colour: (look) => PALETTE[look].bikes },
    { key: 'stale', symbol: 'dot', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['bike-station'],
} as const satisfies Layer;
