// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Light and shadows of the clock's sun; their drawing is {@link file://./sun-shadows.ts}. */
export const sun = {
  id: 'sun',
  kind: 'solid',
  themes: ['buildings'],
  visibleAtStart: false,
  legend: [{ key: 'shadow', symbol: 'fill', colour: (look) => PALETTE[look].shadow }],
  tables: [],
} as const satisfies Layer;
