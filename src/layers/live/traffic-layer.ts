// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Streets by how fast and how much traffic goes; their drawing is {@link file://./traffic-ribbons.ts}. */
export const traffic = {
  id: 'traffic',
  kind: 'solid',
  themes: ['streets'],
  visibleAtStart: false,
  legend: [
    { key: 'free', symbol: 'line', colour: (look) => PALETTE[look].traffic.free },
    { key: 'slowed', symbol: 'line', colour: (look) => PALETTE[look].traffic.slowed },
    { key: 'slow', symbol: 'line', colour: (look) => PALETTE[look].traffic.slow },
    { key: 'jam', symbol: 'line', colour: (look) => PALETTE[look].traffic.jam },
    { key: 'unknown', symbol: 'line', colour: (look) => PALETTE[look].traffic.unknown },
    { key: 'stale', symbol: 'line', colour: (look) => PALETTE[look].stale },
    { key: 'dashes', symbol: 'dashed-line', colour: (look) => PALETTE[look].traffic.free },
  ],
  tables: [],
  live: ['traffic'],
} as const satisfies Layer;
