// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** The buildings in three dimensions; their drawing is {@link file://./city-layer.ts}. */
export const buildings = {
  id: 'buildings',
  kind: 'solid',
  themes: ['buildings'],
  visibleAtStart: true,
  legend: [
    { key: 'building', symbol: 'solid', colour: (look) => PALETTE[look].building.roof },
    { key: 'selected', symbol: 'solid', colour: (look) => PALETTE[look].selection },
  ],
  tables: ['building'],
} as const satisfies Layer;
