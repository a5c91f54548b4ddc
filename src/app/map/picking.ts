// SPDX-License-Identifier: EUPL-1.2
import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { type LonLat, lonLat } from '../../city/frames';
import type { GroundLayer } from '../../city/ground';
import type { CityLayer } from '../../layers/solid/city-layer';
import { loadRecord } from '../../stream/buildings';
import { tellFault } from '../state/fault';
import { type Selection, useStore } from '../state/store';
import { keepSeen } from './free-area';
import { livePicker } from './live-pick';
import type { MapSession } from './map-session';
import { ownOf } from './own';
import { openSiteAt } from './site-pick';

/** Seen above the buildings, so chosen before them. */
const ABOVE: readonly GroundLayer[] = ['transit-stop', 'service', 'business'];
/** Seen on the ground, in the order in which they are chosen. */
const BELOW: readonly GroundLayer[] = [
  'gate',
  'tree',
  'transit-line',
  'cycleway',
  'street',
  'rail',
  'water',
  'greenery',
  'zone',
];
/** Chosen only where they have a name to show. */
const NAMED: readonly GroundLayer[] = ['street', 'rail', 'water', 'greenery'];
/** Pixels about the pointer. */
const REACH_PX = 4;
/** Pixels about the pointer within which a vehicle is meant: it does not wait. */
const VEHICLE_REACH_PX = 12;
/** Below this zoom a district is meant rather than a street of it. */
const DISTRICT_ZOOM = 13;

export type Picked = Selection | { readonly kind: 'building-id'; readonly id: number } | null;

/** What a point of the map shows: vehicles and symbols over it, else the building, else the ground. */
export function pickAt(map: MapLibreMap, city: CityLayer | null, x: number, y: number): Picked {
  const box: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const features = map.queryRenderedFeatures(box);
  const at = map.unproject([x, y]);
  const here = lonLat(at.lng, at.lat);
  const thing = (layers: readonly GroundLayer[]) => thingOf(features, layers, here);
  const district = (): Selection | null => {
    const id = idUnder(map, 'district-fill', x, y);
    return id === null ? null : { kind: 'district', id };
  };
  const building = (): Picked => {
    const id = city?.pick(x, y) ?? idUnder(map, 'footprints', x, y);
    return id === null ? null : { kind: 'building-id', id };
  };
  // What somebody brought is what they look at.
  const first = ownOf(features, here, 'upright') ?? livingOf(features, here);
  if (first) return first;
  const own = () => ownOf(features, here, 'flat');
  const live = livePicker(map);
  const presence = live.presence(here);
  if (map.getZoom() < DISTRICT_ZOOM)
    return (
      live.vehicle(x, y, REACH_PX) ??
      thing(ABOVE) ??
      presence ??
      own() ??
      district() ??
      building() ??
      thing(BELOW)
    );
  const onStreet = () => {
    const edge = map.unproject([x, y + 2 * REACH_PX]);
    return live.traffic(here, lonLat(edge.lng, edge.lat));
  };
  return (
    live.vehicle(x, y, VEHICLE_REACH_PX) ??
    thing(ABOVE) ??
    presence ??
    building() ??
    own() ??
    onStreet() ??
    thing(BELOW) ??
    district()
  );
}

/** The first of the layers that has something there. */
function thingOf(
  features: readonly MapGeoJSONFeature[],
  layers: readonly GroundLayer[],
  here: LonLat,
): Selection | null {
  for (const layer of layers) {
    const feature = features.find(
      (f) => f.sourceLayer === layer && (!NAMED.includes(layer) || f.properties.name),
    );
    if (feature)
      return { kind: 'thing', layer, id: String(feature.properties.id), at: pointOf(feature, here) };
  }
  return null;
}

function livingOf(features: readonly MapGeoJSONFeature[], here: LonLat): Selection | null {
  const feature = features.find((f) => f.properties.live && f.source.startsWith('live-'));
  if (!feature) return null;
  const { live, thing } = feature.properties;
  return { kind: 'live', live, id: String(thing), at: pointOf(feature, here) };
}

/** The id of what a layer of the map's style has there; null: nothing. */
function idUnder(map: MapLibreMap, layer: string, x: number, y: number): number | null {
  const [feature] = map.getLayer(layer) ? map.queryRenderedFeatures([x, y], { layers: [layer] }) : [];
  return feature ? Number(feature.properties.id) : null;
}

/** A point feature's own place; for a line or an area, where it was pointed at. */
function pointOf(feature: MapGeoJSONFeature, pointed: LonLat): LonLat {
  if (feature.geometry.type !== 'Point') return pointed;
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  return lonLat(lon, lat);
}

/** Clicks and Enter choose; the pointer over the ground says which district it is in. */
export function connectPicking(
  { map, city }: Pick<MapSession, 'map' | 'city'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  let asking: AbortController | null = null;
  const placeAt = (x: number, y: number): LonLat => {
    const { lng, lat } = map.unproject([x, y]);
    return lonLat(lng, lat);
  };
  /** A point's own place; of what is larger, where it was pointed at. */
  const placeOf = (picked: Selection, x: number, y: number): LonLat =>
    'at' in picked ? picked.at : placeAt(x, y);
  const choose = (x: number, y: number) => {
    asking?.abort();
    const { drawing, tool } = useStore.getState();
    if (drawing || tool || openSiteAt(map, x, y)) return;
    const picked = pickAt(map, city, x, y);
    if (picked?.kind !== 'building-id') {
      useStore.getState().set({ selection: picked });
      if (picked) keepSeen(map, placeOf(picked, x, y));
      return;
    }
    const { signal } = (asking = new AbortController());
    const before = useStore.getState().selection;
    const clicked = placeAt(x, y);
    loadRecord(catalogue, cityUrl, picked.id, signal).then(
      ({ stableId }) => {
        const { selection, set } = useStore.getState();
        // Somebody may have chosen otherwise, or closed the card, while it was on its way.
        if (selection !== before) return;
        set({ selection: { kind: 'building', stableId } });
        keepSeen(map, clicked);
      },
      (error: unknown) => {
        if (!signal.aborted) tellFault(error);
      },
    );
  };
  const onClick = (event: MapMouseEvent) => choose(event.point.x, event.point.y);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== map.getCanvas()) return;
    event.preventDefault();
    const { clientWidth, clientHeight } = map.getCanvas();
    choose(clientWidth / 2, clientHeight / 2);
  };
  map.on('click', onClick);
  map.getCanvas().addEventListener('keydown', onKey);
  const stopHover = connectHover(map);
  return () => {
    asking?.abort();
    stopHover();
    map.off('click', onClick);
    map.getCanvas().removeEventListener('keydown', onKey);
  };
}

function connectHover(map: MapLibreMap): () => void {
  let waiting = 0;
  const say = (id: number | null) => {
    const { hoverDistrict, set } = useStore.getState();
    if (id !== hoverDistrict) set({ hoverDistrict: id });
  };
  const onMove = (event: MapMouseEvent) => {
    cancelAnimationFrame(waiting);
    if (map.isMoving()) return;
    waiting = requestAnimationFrame(() => {
      if (!map.getLayer('district-fill')) return;
      const [feature] = map.queryRenderedFeatures(event.point, { layers: ['district-fill'] });
      say(feature ? Number(feature.properties.id) : null);
    });
  };
  const onOut = () => say(null);
  map.on('mousemove', onMove);
  map.on('mouseout', onOut);
  return () => {
    cancelAnimationFrame(waiting);
    map.off('mousemove', onMove);
    map.off('mouseout', onOut);
    say(null);
  };
}
