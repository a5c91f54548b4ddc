// SPDX-License-Identifier: EUPL-1.2
import type { GeoJSONSource, LineLayerSpecification } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import type { GroundLayer } from '../../city/ground';
import { PALETTE } from '../../layers/palette';
import { lookupBuilding } from '../../stream/buildings';
import type { Selection } from '../state/store';
import type { MapPart } from './map-session';

const OUTLINE = 'selection-line';
/** Things that are a point: a ring says where. The others are outlined. */
const POINTS: readonly GroundLayer[] = ['transit-stop', 'service', 'business', 'gate', 'tree', 'place'];

/** A ring says where: but for a vehicle, which does not wait there, and for what is outlined. */
function isMarked(thing: Extract<Selection, { kind: 'thing' | 'live' | 'own' }>): boolean {
  if (thing.kind === 'own') return true;
  return thing.kind === 'live' ? thing.live !== 'vehicle' : POINTS.includes(thing.layer);
}

/** Shows on the map what is selected and which district the pointer is in. */
export function connectHighlight(
  { map, city, whenStyled, state }: MapPart,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  let clear = () => {};
  let asking = new AbortController();
  const district = (id: number, key: 'hover' | 'selected', on: boolean) => {
    if (map.getSource('ground'))
      map.setFeatureState({ source: 'ground', sourceLayer: 'district', id }, { [key]: on });
  };
  const building = (id: number, on: boolean) => {
    city?.paint(id, on ? 'selection' : null);
    if (map.getSource('footprints'))
      map.setFeatureState({ source: 'footprints', sourceLayer: 'building', id }, { selected: on });
  };
  const show = (selection: Selection | null) => {
    clear();
    clear = () => {};
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (selection?.kind === 'district') {
      district(selection.id, 'selected', true);
      outline('district', String(selection.id));
      clear = () => {
        district(selection.id, 'selected', false);
        removeOutline();
      };
    } else if (selection?.kind === 'thing' || selection?.kind === 'live' || selection?.kind === 'own') {
      ring(selection);
      if (selection.kind === 'thing' && !POINTS.includes(selection.layer))
        outline(selection.layer, selection.id);
      clear = () => {
        ring(null);
        removeOutline();
      };
    } else if (selection)
      lookupBuilding(catalogue, cityUrl, selection.stableId, signal).then(
        (place) => {
          if (!place || signal.aborted) return;
          building(place.id, true);
          clear = () => building(place.id, false);
        },
        (error: unknown) => {
          if (!signal.aborted) console.warn(error);
        },
      );
  };
  const ring = (thing: Extract<Selection, { kind: 'thing' | 'live' | 'own' }> | null) =>
    map.getSource<GeoJSONSource>('selection')?.setData({
      type: 'FeatureCollection',
      features:
        thing && isMarked(thing)
          ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...thing.at] } }]
          : [],
    });
  const removeOutline = () => {
    if (map.getLayer(OUTLINE)) map.removeLayer(OUTLINE);
  };
  const outline = (layer: GroundLayer, id: string) => {
    const spec: LineLayerSpecification = {
      id: OUTLINE,
      type: 'line',
      source: 'ground',
      'source-layer': layer,
      filter: ['==', ['to-string', ['get', 'id']], id],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': PALETTE[state.getState().look].selection, 'line-width': 4 },
    };
    // Over the buildings, which would hide it.
    map.addLayer(spec, 'selection');
  };
  whenStyled(() => show(state.getState().selection));
  const stop = state.subscribe((now, before) => {
    if (now.selection !== before.selection) whenStyled(() => show(now.selection));
    if (now.hoverDistrict !== before.hoverDistrict)
      whenStyled(() => {
        if (before.hoverDistrict !== null) district(before.hoverDistrict, 'hover', false);
        if (now.hoverDistrict !== null) district(now.hoverDistrict, 'hover', true);
      });
  });
  return () => {
    asking.abort();
    stop();
  };
}
