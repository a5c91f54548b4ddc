// SPDX-License-Identifier: EUPL-1.2
/** A click on a school, a team or a note: what there is of it opens. */
import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { type LonLat, lonLat } from '../../city/frames';
import { SCENARIO_SITES, SITES } from '../../layers/ask/site-layers';
import { tellFault } from '../state/fault';
import { type Selection, useStore } from '../state/store';
import { keepSeen } from './free-area';

/** Pixels about the pointer: a sign is larger than a point. */
const REACH_PX = 6;

/** Whether a sign was there to open: of a school its card, of a team the district that it stands in, of a measure its form, of a note its words. */
export function openSiteAt(map: MapLibreMap, x: number, y: number): boolean {
  const layers = [SCENARIO_SITES, SITES].filter((id) => map.getLayer(id));
  if (layers.length === 0) return false;
  const box: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const [feature] = map.queryRenderedFeatures(box, { layers });
  if (!feature) return false;
  const { of, thing } = feature.properties;
  if (of === 'measure') return openMeasure(String(thing));
  if (of === 'note') return openNote(String(thing));
  const at = placeOf(feature);
  const selection: Selection =
    of === 'school'
      ? { kind: 'thing', layer: 'service', id: String(thing), at }
      : { kind: 'district', id: Number(thing) };
  useStore.getState().set({ selection });
  keepSeen(map, at);
  return true;
}

function openMeasure(id: string): boolean {
  const { scenario, editing, set } = useStore.getState();
  const measure = scenario?.present.measures.find((one) => one.id === id);
  if (!measure || editing) return false;
  // Not sent with the map: it has come with the panel in which the measure was made.
  import('../state/scenario').then(
    ({ editMeasure }) => set({ scenarioOpen: true, editing: editMeasure(measure) }),
    tellFault,
  );
  return true;
}

function openNote(id: string): boolean {
  const { scenario, editing, set } = useStore.getState();
  if (editing || !scenario?.present.notes.some((note) => note.id === id)) return false;
  set({ scenarioOpen: true, noteWish: id });
  return true;
}

/** Signs are points. */
function placeOf({ geometry }: MapGeoJSONFeature): LonLat {
  const [lon = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
  return lonLat(lon, lat);
}
