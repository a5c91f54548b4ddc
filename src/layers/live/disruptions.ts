// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Drawn by ground-disruptions.ts, which comes when it is first switched on. */
export const disruptions = {
  id: 'disruptions',
  kind: 'ground',
  themes: [],
  visibleAtStart: false,
  legend: [{ key: 'alert', symbol: 'triangle', colour: (look) => PALETTE[look].alert }],
  tables: [],
  live: ['alert'],
} as const satisfies Layer;
