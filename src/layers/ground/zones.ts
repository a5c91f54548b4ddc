// SPDX-License-Identifier: EUPL-1.2
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';
import { byClass } from './expressions';

const colours = (look: Look) => ({
  'area-c': PALETTE[look].areaC,
  'area-b': PALETTE[look].areaB,
  ztl: PALETTE[look].ztl,
});

/** Where driving is limited: Area C, Area B, ZTL, and the gates that watch them. */
export const zones = {
  id: 'zones',
  kind: 'ground',
  themes: ['traffic-rules'],
  visibleAtStart: false,
  legend: [
    { key: 'area-c', symbol: 'dashed-line', colour: (look) => PALETTE[look].areaC },
    { key: 'area-b', symbol: 'dashed-line', colour: (look) => PALETTE[look].areaB },
    { key: 'ztl', symbol: 'fill', colour: (look) => PALETTE[look].ztl },
    { key: 'gate', symbol: 'dot', colour: (look) => PALETTE[look].areaC },
  ],
  tables: ['zone', 'gate'],
  style: (look) => [
    {
      id: 'zone-fill',
      type: 'fill',
      source: 'ground',
      'source-layer': 'zone',
      filter: ['!=', ['get', 'class'], 'area-b'],
      paint: {
        'fill-color': byClass(colours(look), PALETTE[look].ztl),
        'fill-opacity': byClass({ 'area-c': 0.08 }, 0.16),
      },
    },
    {
      id: 'zone-edge',
      type: 'line',
      source: 'ground',
      'source-layer': 'zone',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byClass(colours(look), PALETTE[look].ztl),
        'line-width': byClass({ 'area-c': 2.4, 'area-b': 2.4 }, 1.2),
        'line-dasharray': [3, 1.6],
      },
    },
    {
      id: 'gate',
      type: 'circle',
      source: 'ground',
      'source-layer': 'gate',
      minzoom: 12,
      paint: {
        'circle-color': PALETTE[look].symbolEdge,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 2, 16, 5],
        'circle-stroke-color': PALETTE[look].areaC,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 12, 1, 16, 2.5],
      },
    },
  ],
} as const satisfies Layer;
