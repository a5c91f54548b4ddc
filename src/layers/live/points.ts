// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** What no other layer knows: polls of CSV and GeoJSON. Drawn by ground-points.ts, which comes when it is first switched on. */
export const points = {
  id: 'points',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [
    { key: 'point', symbol: 'diamond', colour: (look) => PALETTE[look].weather },
    { key: 'stale', symbol: 'diamond', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['point'],
} as const satisfies Layer;
