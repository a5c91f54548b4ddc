// SPDX-License-Identifier: EUPL-1.2
import { classColours } from '../impact/impact-colours';
import type { Layer, LegendEntry, Look } from '../layer';
import { PALETTE } from '../palette';
import { PRESENCE_BREAKS } from './presence-values';

const ofClass = (key: string, at: number): LegendEntry => ({
  key,
  symbol: 'fill',
  colour: (look: Look) => classColours('values', PRESENCE_BREAKS.length, look)[at] as string,
});

/** Where people are at this hour, as a surface; its drawing is {@link file://./presence-surface.ts}. */
export const presence = {
  id: 'presence',
  kind: 'solid',
  themes: ['daily-life'],
  visibleAtStart: false,
  legend: [
    ofClass('least', 0),
    ofClass('little', 1),
    ofClass('some', 2),
    ofClass('much', 3),
    ofClass('more', 4),
    ofClass('most', 5),
    { key: 'not-disclosed', symbol: 'fill', colour: (look) => PALETTE[look].stale },
    { key: 'stale', symbol: 'fill', colour: (look) => PALETTE[look].stale },
  ],
  tables: [],
  live: ['presence'],
} as const satisfies Layer;
