// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Drawn by ground-air.ts, which comes when it is first switched on. */
export const air = {
  id: 'air',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [
    { key: 'low', symbol: 'dot', colour: (look) => PALETTE[look].air.low },
    { key: 'fair', symbol: 'square', colour: (look) => PALETTE[look].air.fair },
    { key: 'over', symbol: 'triangle', colour: (look) => PALETTE[look].air.over },
    { key: 'alarm', symbol: 'diamond', colour: (look) => PALETTE[look].air.alarm },
    { key: 'stale', symbol: 'dot', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['air'],
} as const satisfies Layer;
