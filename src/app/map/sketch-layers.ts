// SPDX-License-Identifier: EUPL-1.2
/** How sketches are drawn on the ground: areas under the buildings, lines, spots and figures over them. */
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { FONT } from '../../layers/ground/fonts';
import { firstAboveBuildings } from '../../layers/ground/style';
import type { Look } from '../../layers/layer';
import { PALETTE } from '../../layers/palette';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

export const SKETCH_SOURCE = 'sketch';

const shape = (name: string): ExpressionSpecification => ['==', ['get', 'shape'], name];
const from = { source: SKETCH_SOURCE } as const;
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** In drawing order. */
function layers(look: Look): LayerSpecification[] {
  const { sketch: ink, symbolEdge, labelHalo } = PALETTE[look];
  return [
    {
      ...from,
      id: 'sketch-area',
      type: 'fill',
      filter: shape('area'),
      paint: { 'fill-color': ink, 'fill-opacity': 0.18 },
    },
    {
      ...from,
      id: 'sketch-case',
      type: 'line',
      filter: ['any', shape('line'), shape('area')],
      layout: round,
      paint: { 'line-color': symbolEdge, 'line-width': 6, 'line-opacity': 0.9 },
    },
    {
      ...from,
      id: 'sketch-line',
      type: 'line',
      filter: ['any', shape('line'), shape('area')],
      layout: round,
      paint: { 'line-color': ink, 'line-width': 3 },
    },
    {
      ...from,
      id: 'sketch-spot',
      type: 'circle',
      filter: shape('spot'),
      paint: {
        'circle-radius': ['match', ['get', 'role'], 'drawn', 6, 4.5],
        'circle-color': symbolEdge,
        'circle-stroke-color': ink,
        'circle-stroke-width': 2.5,
      },
    },
    {
      ...from,
      id: 'sketch-label',
      type: 'symbol',
      filter: ['!=', ['get', 'label'], ''],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT.semibold,
        'text-size': 15,
        'text-offset': [0, -1.1],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': ink, 'text-halo-color': labelHalo, 'text-halo-width': 2.5 },
    },
  ];
}

export function addSketchLayers({ map, city }: Pick<MapSession, 'map' | 'city'>, catalogue: Catalogue): void {
  const { look } = useStore.getState();
  if (map.getSource(SKETCH_SOURCE)) return;
  map.addSource(SKETCH_SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  const ground = city && map.getLayer(city.id) ? city.id : firstAboveBuildings(catalogue, look);
  for (const layer of layers(look)) map.addLayer(layer, layer.type === 'fill' ? ground : undefined);
}

export function paintSketchLayers(map: MapLibreMap, look: Look): void {
  if (!map.getSource(SKETCH_SOURCE)) return;
  for (const { id, paint } of layers(look))
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as never, value as never);
}

export function removeSketchLayers(map: MapLibreMap): void {
  if (!map.style || !map.getSource(SKETCH_SOURCE)) return;
  for (const { id } of layers('light')) map.removeLayer(id);
  map.removeSource(SKETCH_SOURCE);
}
