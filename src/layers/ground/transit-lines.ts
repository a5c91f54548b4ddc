// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Layer, Look } from '../layer';
import { METRO_LINES, PALETTE } from '../palette';
import { byClass } from './expressions';

/** A metro line in its own colour, every other line in that of its mode. */
export function lineColour(look: Look): ExpressionSpecification {
  return [
    'case',
    ['==', ['get', 'mode'], 'metro'],
    byClass(METRO_LINES, PALETTE[look].transit.metro, 'line'),
    byClass(PALETTE[look].transit, PALETTE[look].transit.bus, 'mode'),
  ];
}

export const transitLines = {
  id: 'transit-lines',
  kind: 'ground',
  themes: ['transit'],
  visibleAtStart: false,
  legend: [
    ...Object.entries(METRO_LINES).map(([key, colour]) => ({
      key,
      symbol: 'line' as const,
      colour: () => colour,
    })),
    { key: 'rail', symbol: 'line', colour: (look) => PALETTE[look].transit.rail },
    { key: 'tram', symbol: 'line', colour: (look) => PALETTE[look].transit.tram },
    { key: 'trolleybus', symbol: 'line', colour: (look) => PALETTE[look].transit.trolleybus },
    { key: 'bus', symbol: 'line', colour: (look) => PALETTE[look].transit.bus },
  ],
  tables: ['transit-line'],
  style: (look) => [
    {
      id: 'transit-line-surface',
      type: 'line',
      source: 'ground',
      'source-layer': 'transit-line',
      minzoom: 11.5,
      filter: ['!', ['in', ['get', 'mode'], ['literal', ['metro', 'rail']]]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': lineColour(look),
        'line-opacity': 0.75,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11.5, 0.6, 14, 1.4, 18, 3],
      },
    },
    {
      id: 'transit-line',
      type: 'line',
      source: 'ground',
      'source-layer': 'transit-line',
      filter: ['in', ['get', 'mode'], ['literal', ['metro', 'rail']]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': lineColour(look),
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.6, 14, 3.2, 18, 7],
      },
    },
  ],
} as const satisfies Layer;
