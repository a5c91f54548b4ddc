// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';
import { lonLat } from '../../city/frames';
import type { GateCountRow } from '../../city/live';
import { FONT } from '../ground/fonts';
import { PALETTE } from '../palette';
import { type LiveFeature, type LiveGround, sourceOf, unlessStale } from './live-ground';

const ID = 'gate-counts';

/**
 * The gates of a zone and the vehicles that entered in the last half-hour. A count of one gate stands at
 * it; a count of all gates together, which is what AMAT publishes, stands in their middle, and the gates
 * without one of their own belong to it. What several feeds count at one place stands in lines, the
 * first feed's nearest to it and larger. Without the places of the gates nothing is drawn.
 */
export const gateCountGround: LiveGround<'gate-count'> = {
  layer: ID,
  kind: 'gate-count',
  needsGates: true,
  features: ({ fresh, stale }, { gates, number }) => {
    if (!gates || gates.size === 0) return [];
    const rows = [...fresh.map((row) => ({ row, old: false })), ...stale.map((row) => ({ row, old: true }))];
    const all = rows.find(({ row }) => row.gate === null);
    const lines = new Map<string | null, number>();
    return [
      ...rows.flatMap(({ row, old }) => {
        const at = row.gate === null ? middleOf([...gates.values()]) : gates.get(row.gate);
        if (!at) return [];
        const line = lines.get(row.gate) ?? 0;
        lines.set(row.gate, line + 1);
        return [countFeature(row, at, { line, count: old ? '–' : number(row.vehicles), stale: old })];
      }),
      ...[...gates].flatMap(([gate, at]): LiveFeature[] =>
        !all || lines.has(gate)
          ? []
          : [
              {
                id: `gate/${gate}`,
                at,
                properties: {
                  ...{ live: 'gate-count' as const, thing: all.row.id, stale: all.old },
                  ...{ gate: true, count: '', line: 0 },
                },
              },
            ],
      ),
    ];
  },
  style: (look) => {
    const { areaC, stale, label, labelHalo, symbolEdge } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        filter: ['get', 'gate'],
        layout: {
          'icon-image': 'diamond',
          'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.45, 14, 0.8, 17, 1.2],
          'icon-allow-overlap': true,
        },
        paint: {
          'icon-color': unlessStale(areaC, labelHalo),
          'icon-halo-color': unlessStale(symbolEdge, stale),
          'icon-halo-width': 1.6,
        },
      },
      {
        id: `${ID}-count`,
        type: 'symbol',
        source: sourceOf(ID),
        filter: ['!=', ['get', 'count'], ''],
        layout: {
          'text-field': ['get', 'count'],
          'text-font': FONT.semibold,
          'text-size': [
            'case',
            ['get', 'gate'],
            ['match', ['get', 'line'], 0, 13, 11],
            ['match', ['get', 'line'], 0, 20, 14],
          ],
          'text-offset': ['case', ['get', 'gate'], lineOffsets(1.1, 2.4, 3.5), lineOffsets(-1.1, -2.8, -3.9)],
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': unlessStale(['case', ['get', 'gate'], label, areaC], stale),
          'text-halo-color': labelHalo,
          'text-halo-width': 2,
        },
      },
    ];
  },
};

/** Of the first line, the second and all others, in heights of their own text. */
const lineOffsets = (first: number, second: number, more: number): ExpressionSpecification => [
  'case',
  ['==', ['get', 'line'], 0],
  ['literal', [0, first]],
  ['==', ['get', 'line'], 1],
  ['literal', [0, second]],
  ['literal', [0, more]],
];

function countFeature(
  row: GateCountRow,
  at: LonLat,
  shown: { readonly line: number; readonly count: string; readonly stale: boolean },
): LiveFeature {
  return {
    id: row.id,
    at,
    properties: { live: 'gate-count', thing: row.id, gate: row.gate !== null, ...shown },
  };
}

function middleOf(places: readonly LonLat[]): LonLat {
  const mean = (axis: 0 | 1) => places.reduce((sum, at) => sum + at[axis], 0) / places.length;
  return lonLat(mean(0), mean(1));
}
