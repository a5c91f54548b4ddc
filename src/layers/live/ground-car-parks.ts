// SPDX-License-Identifier: EUPL-1.2
import { FONT } from '../ground/fonts';
import { PALETTE } from '../palette';
import { type LiveGround, sourceOf, unlessStale } from './live-ground';

const ID = 'car-parks';

/** The sign with a P, and the places that are free beside it. */
export const carParkGround: LiveGround<'car-park'> = {
  layer: ID,
  kind: 'car-park',
  features: ({ fresh, stale }) =>
    [
      { rows: fresh, old: false },
      { rows: stale, old: true },
    ].flatMap(({ rows, old }) =>
      rows.map(({ id, at, free, open }) => ({
        id,
        at,
        properties: {
          live: 'car-park' as const,
          thing: id,
          stale: old,
          closed: open === false,
          free: old || free === null || open === false ? '–' : String(free),
        },
      })),
    ),
  style: (look) => {
    const { carPark, stale, label, labelHalo, symbolEdge } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        layout: {
          'icon-image': 'square',
          'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.45, 14, 0.85, 17, 1.2],
          'icon-allow-overlap': true,
          'text-field': ['step', ['zoom'], '', 12.5, 'P'],
          'text-font': FONT.semibold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 12.5, 10, 17, 18],
          'text-allow-overlap': true,
        },
        paint: {
          // Hollow where it does not count.
          'icon-color': unlessStale(carPark, labelHalo),
          'icon-halo-color': unlessStale(symbolEdge, stale),
          'icon-halo-width': 1.6,
          'text-color': unlessStale(symbolEdge, stale),
        },
      },
      {
        id: `${ID}-free`,
        type: 'symbol',
        source: sourceOf(ID),
        minzoom: 13.5,
        layout: {
          'text-field': ['get', 'free'],
          'text-font': FONT.semibold,
          'text-size': 14,
          'text-anchor': 'left',
          'text-offset': [1, 0],
        },
        paint: {
          'text-color': unlessStale(label, stale),
          'text-halo-color': labelHalo,
          'text-halo-width': 1.6,
        },
      },
    ];
  },
};
