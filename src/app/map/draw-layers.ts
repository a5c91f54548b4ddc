// SPDX-License-Identifier: EUPL-1.2
/** How the places of a scenario are drawn: hatched areas, streets in a case, stops as rings, arrows, schools, teams and notes as signs. */
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { SCENARIO_SITES } from '../../layers/ask/site-layers';
import { addSiteImages, siteLayer } from '../../layers/ask/sites';
import { firstAboveBuildings } from '../../layers/ground/style';
import type { Look } from '../../layers/layer';
import { PALETTE } from '../../layers/palette';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

export const DRAW_SOURCE = 'scenario';
const HATCH = 'scenario-hatch';
const ARROW = 'scenario-arrow';

/** What is at hand stands out from what is only in the list. */
const byRole = (listed: number, atHand: number): ExpressionSpecification => [
  'match',
  ['get', 'role'],
  'listed',
  listed,
  atHand,
];
const shape = (name: string): ExpressionSpecification => ['==', ['get', 'shape'], name];

/** In drawing order. */
const layers = (look: Look): LayerSpecification[] => [
  ...areaAndLineLayers(look),
  ...markLayers(look),
  siteLayer(SCENARIO_SITES, DRAW_SOURCE, look),
];

const common = { source: DRAW_SOURCE } as const;
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Areas hatched and outlined, lines and streets in a case. */
function areaAndLineLayers(look: Look): LayerSpecification[] {
  const { measure, symbolEdge } = PALETTE[look];
  return [
    {
      ...common,
      id: 'scenario-area',
      type: 'fill',
      filter: shape('area'),
      paint: { 'fill-pattern': HATCH, 'fill-opacity': byRole(0.3, 0.7) },
    },
    {
      ...common,
      id: 'scenario-case',
      type: 'line',
      filter: ['!', shape('stop')],
      layout: round,
      paint: { 'line-color': symbolEdge, 'line-width': byRole(5, 7), 'line-opacity': 0.9 },
    },
    {
      ...common,
      id: 'scenario-edge',
      type: 'line',
      filter: shape('area'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': measure, 'line-width': byRole(2, 3), 'line-dasharray': [3, 1.5] },
    },
    {
      ...common,
      id: 'scenario-line',
      type: 'line',
      filter: ['any', shape('line'), shape('street')],
      layout: round,
      paint: { 'line-color': measure, 'line-width': byRole(3, 4.5) },
    },
  ];
}

/** Stops, and arrows along the streets. */
function markLayers(look: Look): LayerSpecification[] {
  const { measure, symbolEdge } = PALETTE[look];
  return [
    {
      ...common,
      id: 'scenario-stop',
      type: 'circle',
      filter: shape('stop'),
      paint: {
        'circle-radius': byRole(4, 6),
        'circle-color': symbolEdge,
        'circle-stroke-color': measure,
        'circle-stroke-width': 2.5,
      },
    },
    {
      ...common,
      id: 'scenario-arrow',
      type: 'symbol',
      filter: ['!=', ['coalesce', ['get', 'arrow'], ''], ''],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 70,
        'icon-image': ARROW,
        'icon-rotate': ['match', ['get', 'arrow'], 'against', 180, 0],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

/** The hatching lies on the ground under the buildings; lines and stops are seen through them. */
export function addDrawLayers({ map, city }: Pick<MapSession, 'map' | 'city'>, catalogue: Catalogue): void {
  const { look } = useStore.getState();
  if (map.getSource(DRAW_SOURCE)) return;
  addImages(map, look);
  map.addSource(DRAW_SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  const ground = city && map.getLayer(city.id) ? city.id : firstAboveBuildings(catalogue, look);
  for (const layer of layers(look)) map.addLayer(layer, layer.type === 'fill' ? ground : 'selection');
}

export function paintDrawLayers(map: MapLibreMap, look: Look): void {
  if (!map.getSource(DRAW_SOURCE)) return;
  map.updateImage(HATCH, hatch(look));
  map.updateImage(ARROW, arrow(look));
  addSiteImages(map, look);
  for (const { id, paint } of layers(look))
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as never, value as never);
}

export function removeDrawLayers(map: MapLibreMap): void {
  if (!map.style || !map.getSource(DRAW_SOURCE)) return;
  for (const { id } of layers('light')) map.removeLayer(id);
  map.removeSource(DRAW_SOURCE);
}

function addImages(map: MapLibreMap, look: Look): void {
  if (!map.hasImage(HATCH)) map.addImage(HATCH, hatch(look), { pixelRatio: 2 });
  if (!map.hasImage(ARROW)) map.addImage(ARROW, arrow(look), { pixelRatio: 2 });
  addSiteImages(map, look);
}

const HATCH_PX = 32;

/** Slanted stripes that meet at the edges of the tile. */
function hatch(look: Look): ImageData {
  const context = canvas(HATCH_PX);
  context.fillStyle = `${PALETTE[look].measure}2e`;
  context.fillRect(0, 0, HATCH_PX, HATCH_PX);
  context.strokeStyle = `${PALETTE[look].measure}b0`;
  context.lineWidth = 4;
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    context.beginPath();
    context.moveTo(shift - 4, HATCH_PX + 4);
    context.lineTo(shift + HATCH_PX + 4, -4);
    context.stroke();
  }
  return context.getImageData(0, 0, HATCH_PX, HATCH_PX);
}

const ARROW_PX = 48;

function arrow(look: Look): ImageData {
  const { measure, symbolEdge } = PALETTE[look];
  const context = canvas(ARROW_PX);
  context.beginPath();
  context.moveTo(12, 6);
  context.lineTo(42, 24);
  context.lineTo(12, 42);
  context.closePath();
  context.fillStyle = symbolEdge;
  context.strokeStyle = measure;
  context.lineWidth = 6;
  context.lineJoin = 'round';
  context.fill();
  context.stroke();
  return context.getImageData(0, 0, ARROW_PX, ARROW_PX);
}

function canvas(sizePx: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = sizePx;
  element.height = sizePx;
  // Drawn by the processor: what is read back from a graphics card keeps the page waiting.
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no pictures');
  return context;
}
