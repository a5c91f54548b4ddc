// SPDX-License-Identifier: EUPL-1.2
import type { WeatherRow } from '../../city/live';
import { FONT } from '../ground/fonts';
import { PALETTE } from '../palette';
import { type LiveFeature, type LiveGround, sourceOf, unlessStale } from './live-ground';

const ID = 'weather';

/** A station with its temperature, and the rain of the last report where there was any. */
export const weatherGround: LiveGround<'weather'> = {
  layer: ID,
  kind: 'weather',
  features: ({ fresh, stale }) => {
    const counted = byStation(fresh);
    const old = [...byStation(stale)].filter(([station]) => !counted.has(station));
    return [
      ...[...counted].map(([station, rows]) => feature(station, rows, false)),
      ...old.map(([station, rows]) => feature(station, rows, true)),
    ];
  },
  style: (look) => {
    const { weather, stale, label, labelHalo, symbolEdge } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        layout: {
          'icon-image': 'dot',
          'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.4, 14, 0.6],
          // Beside the place, where the air has its own sign.
          'icon-offset': [34, 0],
          'icon-allow-overlap': true,
          'text-field': ['get', 'text'],
          'text-font': FONT.semibold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 10, 12, 15, 17],
          'text-anchor': 'left',
          'text-offset': [1.9, 0],
          'text-optional': true,
        },
        paint: {
          'icon-color': unlessStale(weather, labelHalo),
          'icon-halo-color': unlessStale(symbolEdge, stale),
          'icon-halo-width': 1.6,
          'text-color': unlessStale(label, stale),
          'text-halo-color': labelHalo,
          'text-halo-width': 1.8,
        },
      },
    ];
  },
};

function feature(station: string, rows: readonly WeatherRow[], stale: boolean): LiveFeature {
  const of = (quantity: WeatherRow['quantity']) => rows.find((row) => row.quantity === quantity)?.value;
  const temperature = of('temperatureC');
  const rain = of('rainMm') ?? 0;
  // A hyphen is no minus sign.
  const degrees = temperature === undefined ? '' : `${Math.round(temperature)}°`.replace('-', '−');
  const text = rain > 0 ? `${degrees} ☂` : degrees;
  return {
    id: station,
    at: rows[0]!.at,
    properties: { live: 'weather', thing: station, stale, text: stale ? '–' : text },
  };
}

function byStation(rows: readonly WeatherRow[]): Map<string, WeatherRow[]> {
  const found = new Map<string, WeatherRow[]>();
  for (const row of rows) found.set(row.station, [...(found.get(row.station) ?? []), row]);
  return found;
}
