// SPDX-License-Identifier: EUPL-1.2
import type { AirRow } from '../../city/live';
import { byClass } from '../ground/expressions';
import { FONT } from '../ground/fonts';
import { PALETTE } from '../palette';
import { airClass, worstOf } from './air-index';
import { type LiveFeature, type LiveGround, sourceOf, unlessStale } from './live-ground';

const ID = 'air';
const SHAPES = { low: 'dot', fair: 'square', over: 'triangle', alarm: 'diamond' };
const WRITTEN: Partial<Record<string, string>> = { NO2: 'NO₂', O3: 'O₃', SO2: 'SO₂', C6H6: 'C₆H₆' };

/** A station shows the pollutant that is nearest to its limit; where none counts any more it is grey. */
export const airGround: LiveGround<'air'> = {
  layer: ID,
  kind: 'air',
  features: ({ fresh, stale }) => {
    const counted = byStation(fresh);
    const old = [...byStation(stale)].filter(([station]) => !counted.has(station));
    return [
      ...[...counted].flatMap(([station, rows]) => feature(station, rows, false)),
      ...old.flatMap(([station, rows]) => feature(station, rows, true)),
    ];
  },
  style: (look) => {
    const { air, stale, label, labelHalo, symbolEdge } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        layout: {
          'icon-image': byClass(SHAPES, 'dot', 'index'),
          'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 14, 1, 17, 1.3],
          'icon-allow-overlap': true,
          'text-field': ['step', ['zoom'], '', 11.5, ['get', 'text']],
          'text-font': FONT.semibold,
          'text-size': 13,
          'text-anchor': 'top',
          'text-offset': [0, 0.9],
          'text-allow-overlap': true,
        },
        paint: {
          'icon-color': unlessStale(byClass(air, air.low, 'index'), labelHalo),
          'icon-halo-color': unlessStale(symbolEdge, stale),
          'icon-halo-width': 1.8,
          'text-color': unlessStale(label, stale),
          'text-halo-color': labelHalo,
          'text-halo-width': 1.6,
        },
      },
    ];
  },
};

function feature(station: string, rows: readonly AirRow[], stale: boolean): LiveFeature[] {
  const worst = worstOf(rows);
  if (!worst) return [];
  const { pollutant, value } = worst;
  const name = WRITTEN[pollutant] ?? pollutant;
  return [
    {
      id: station,
      at: worst.at,
      properties: {
        live: 'air',
        thing: station,
        stale,
        index: airClass(pollutant, value),
        text: stale ? `${name} –` : `${name} ${Math.round(value)}`,
      },
    },
  ];
}

function byStation(rows: readonly AirRow[]): Map<string, AirRow[]> {
  const found = new Map<string, AirRow[]>();
  for (const row of rows) found.set(row.station, [...(found.get(row.station) ?? []), row]);
  return found;
}
