// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';
import { byClass, notFarther } from './expressions';
import { FONT } from './fonts';

const FAST: FilterSpecification = ['in', ['get', 'mode'], ['literal', ['metro', 'rail']]];
const SHAPES: ExpressionSpecification = byClass(
  { metro: 'square', rail: 'square', tram: 'diamond' },
  'dot',
  'mode',
);

function stops(
  id: string,
  look: Look,
  which: FilterSpecification,
  zooms: { from: number; to: number; finest: number; name: number },
  size: number,
): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'ground',
    'source-layer': 'transit-stop',
    minzoom: zooms.from,
    maxzoom: zooms.to,
    filter: ['all', which, notFarther(zooms.finest)] as FilterSpecification,
    layout: {
      'icon-image': SHAPES,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.5 * size, 17, size],
      'icon-padding': 0,
      'text-field': ['step', ['zoom'], '', zooms.name, ['get', 'name']],
      'text-font': FONT.semibold,
      'text-size': 12,
      'text-anchor': 'left',
      'text-offset': [0.8, 0],
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: {
      'icon-color': byClass(PALETTE[look].transit, PALETTE[look].transit.bus, 'mode'),
      'icon-halo-color': PALETTE[look].symbolEdge,
      'icon-halo-width': 1.4,
      'text-color': PALETTE[look].label,
      'text-halo-color': PALETTE[look].labelHalo,
      'text-halo-width': 1.5,
    },
  };
}

export const transitStops = {
  id: 'transit-stops',
  kind: 'ground',
  themes: ['transit'],
  visibleAtStart: true,
  legend: [
    { key: 'metro', symbol: 'square', colour: (look) => PALETTE[look].transit.metro },
    { key: 'rail', symbol: 'square', colour: (look) => PALETTE[look].transit.rail },
    { key: 'tram', symbol: 'diamond', colour: (look) => PALETTE[look].transit.tram },
    { key: 'trolleybus', symbol: 'dot', colour: (look) => PALETTE[look].transit.trolleybus },
    { key: 'bus', symbol: 'dot', colour: (look) => PALETTE[look].transit.bus },
  ],
  tables: ['transit-stop'],
  style: (look) => [
    stops('transit-stop-surface', look, ['!', FAST], { from: 15, to: 24, finest: 15, name: 16.5 }, 0.66),
    stops('transit-stop', look, FAST, { from: 11.5, to: 14.5, finest: 11, name: 13.5 }, 0.92),
    stops('transit-stop-near', look, FAST, { from: 14.5, to: 24, finest: 13, name: 14 }, 0.92),
  ],
} as const satisfies Layer;
