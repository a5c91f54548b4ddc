// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Drawn by ground-gate-counts.ts, which comes when it is first switched on. */
export const gateCounts = {
  id: 'gate-counts',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [
    { key: 'gate', symbol: 'diamond', colour: (look) => PALETTE[look].areaC },
    { key: 'stale', symbol: 'diamond', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['gate-count'],
} as const satisfies Layer;
