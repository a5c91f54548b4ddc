// SPDX-License-Identifier: EUPL-1.2
import type { AlertRow } from '../../city/live';
import { FONT } from '../ground/fonts';
import { PALETTE } from '../palette';
import { type LiveFeature, type LiveGround, type StopPlaces, sourceOf, unlessStale } from './live-ground';

const ID = 'disruptions';

/** Whether it is in force at a moment; without one, whether it is at all. */
export const inForce = ({ fromMs, toMs }: AlertRow, atMs: number | null): boolean =>
  atMs === null || ((fromMs === null || fromMs <= atMs) && (toMs === null || atMs <= toMs));

/** Stops that it names; where it names lines only, all stops of those. */
export function stopsOf({ stops, routes }: AlertRow, places: StopPlaces): readonly string[] {
  return stops.length > 0 ? stops : [...new Set(routes.flatMap((route) => places.ofRoute.get(route) ?? []))];
}

/** A sign at every stop that an alert is about. */
export const disruptionGround: LiveGround<'alert'> = {
  layer: ID,
  kind: 'alert',
  needsStops: true,
  features: ({ fresh, stale }, { atMs, stops: places }) => {
    if (!places) return [];
    const found = new Map<string, LiveFeature>();
    for (const [rows, old] of [
      [fresh, false],
      [stale, true],
    ] as const)
      for (const row of rows) {
        if (!inForce(row, atMs)) continue;
        for (const stop of stopsOf(row, places)) {
          const at = places.stops.get(stop);
          if (at && !found.has(stop))
            found.set(stop, { id: stop, at, properties: { live: 'alert', thing: row.id, stale: old } });
        }
      }
    return [...found.values()];
  },
  style: (look) => {
    const { alert, stale, labelHalo, symbolEdge } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        layout: {
          'icon-image': 'triangle',
          'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 15, 1.1],
          'icon-allow-overlap': true,
          'text-field': ['step', ['zoom'], '', 13, '!'],
          'text-font': FONT.semibold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10, 15, 14],
          'text-allow-overlap': true,
        },
        paint: {
          'icon-color': unlessStale(alert, labelHalo),
          'icon-halo-color': unlessStale(symbolEdge, stale),
          'icon-halo-width': 1.8,
          'text-color': unlessStale(symbolEdge, stale),
        },
      },
    ];
  },
};
