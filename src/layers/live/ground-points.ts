// SPDX-License-Identifier: EUPL-1.2
import { FONT } from '../ground/fonts';
import { PALETTE } from '../palette';
import { type LiveGround, sourceOf, unlessStale } from './live-ground';

const ID = 'points';

/** A diamond with the first of its values beside it, and its name from near by. */
export const pointGround: LiveGround<'point'> = {
  layer: ID,
  kind: 'point',
  features: ({ fresh, stale }) =>
    [
      { rows: fresh, old: false },
      { rows: stale, old: true },
    ].flatMap(({ rows, old }) =>
      rows.map(({ id, at, name, values }) => ({
        id,
        at,
        properties: {
          live: 'point' as const,
          thing: id,
          stale: old,
          name,
          value: old ? '–' : String(Object.values(values)[0] ?? ''),
        },
      })),
    ),
  style: (look) => {
    const { weather, stale, label, labelHalo, symbolEdge } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        layout: {
          'icon-image': 'diamond',
          'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 14, 0.9, 17, 1.2],
          'icon-allow-overlap': true,
          'text-field': [
            'step',
            ['zoom'],
            '',
            13,
            ['get', 'value'],
            15,
            ['concat', ['get', 'name'], '\n', ['get', 'value']],
          ],
          'text-font': FONT.semibold,
          'text-size': 13,
          'text-anchor': 'left',
          'text-justify': 'left',
          'text-offset': [0.9, 0],
          'text-optional': true,
        },
        paint: {
          // Hollow where it does not count.
          'icon-color': unlessStale(weather, labelHalo),
          'icon-halo-color': unlessStale(symbolEdge, stale),
          'icon-halo-width': 1.6,
          'text-color': unlessStale(label, stale),
          'text-halo-color': labelHalo,
          'text-halo-width': 1.6,
        },
      },
    ];
  },
};
