// SPDX-License-Identifier: EUPL-1.2
/** Draws who can walk to a place, as the store says. */
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import type { LonLat } from '../../city/frames';
import { firstAboveBuildings } from '../../layers/ground/style';
import { WALK_SOURCE, walkAreaLayers } from '../../layers/ground/walk-area';
import type { ReachAnswer } from '../../simulation/walk-protocol';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

/** Keeps the map as the store says; returns how to end it. */
export function drawWalkArea(
  { map, city, whenStyled }: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
): () => void {
  const show = () => {
    const { walkArea, look } = useStore.getState();
    const data = featuresOf(walkArea);
    const source = map.getSource<GeoJSONSource>(WALK_SOURCE);
    if (source) return void source.setData(data);
    map.addSource(WALK_SOURCE, { type: 'geojson', data });
    const ground = city && map.getLayer(city.id) ? city.id : firstAboveBuildings(catalogue, look);
    for (const layer of walkAreaLayers(look))
      map.addLayer(layer, layer.type === 'fill' ? ground : 'selection');
  };
  const repaint = () => {
    for (const { id, paint } of walkAreaLayers(useStore.getState().look))
      for (const [name, value] of Object.entries(paint ?? {}))
        if (map.getLayer(id)) map.setPaintProperty(id, name as never, value as never);
  };
  whenStyled(show);
  const stop = useStore.subscribe((now, before) => {
    if (now.walkArea !== before.walkArea) whenStyled(show);
    if (now.look !== before.look) whenStyled(repaint);
  });
  return () => {
    stop();
    if (!map.style || !map.getSource(WALK_SOURCE)) return;
    for (const { id } of walkAreaLayers('light')) map.removeLayer(id);
    map.removeSource(WALK_SOURCE);
  };
}

function featuresOf(answer: ReachAnswer | null): FeatureCollection {
  const copy = (points: readonly (readonly [number, number])[]) => points.map(([lon, lat]) => [lon, lat]);
  return {
    type: 'FeatureCollection',
    features: (answer?.bands ?? []).flatMap(({ minutes, area, streets }) => [
      {
        type: 'Feature' as const,
        properties: { shape: 'area', minutes },
        geometry: { type: 'MultiPolygon' as const, coordinates: area.map((polygon) => polygon.map(copy)) },
      },
      {
        type: 'Feature' as const,
        properties: { shape: 'streets', minutes },
        geometry: { type: 'MultiLineString' as const, coordinates: streets.map(copy) },
      },
      ...labelsOf(area).map(([anchor, at]) => ({
        type: 'Feature' as const,
        properties: { shape: 'label', minutes, anchor },
        geometry: { type: 'Point' as const, coordinates: [...at] },
      })),
    ]),
  };
}

/** Where the minutes are written: at the northern and the southern end of the outline. */
function labelsOf(area: ReachAnswer['bands'][number]['area']): ['top' | 'bottom', LonLat][] {
  const points = area.flatMap(([outline]) => outline ?? []);
  const [first] = points;
  if (!first) return [];
  let [north, south] = [first, first];
  for (const point of points) {
    if (point[1] > north[1]) north = point;
    if (point[1] < south[1]) south = point;
  }
  return [
    ['bottom', north],
    ['top', south],
  ];
}
