// SPDX-License-Identifier: EUPL-1.2
import type { Layer } from '../layer';
import { PALETTE } from '../palette';

/** Vehicles of public transport under way; their drawing is {@link file://./vehicle-fleet.ts}. */
export const vehicles = {
  id: 'vehicles',
  kind: 'solid',
  themes: ['transit'],
  visibleAtStart: true,
  legend: [
    { key: 'metro', symbol: 'solid', colour: (look) => PALETTE[look].transit.metro },
    { key: 'tram', symbol: 'solid', colour: (look) => PALETTE[look].transit.tram },
    { key: 'trolleybus', symbol: 'solid', colour: (look) => PALETTE[look].transit.trolleybus },
    { key: 'bus', symbol: 'solid', colour: (look) => PALETTE[look].transit.bus },
    { key: 'scheduled', symbol: 'fill', colour: (look) => PALETTE[look].vehicleScheduled },
  ],
  tables: [],
  live: ['vehicle'],
} as const satisfies Layer;
