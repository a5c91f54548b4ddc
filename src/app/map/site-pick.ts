// SPDX-License-Identifier: EUPL-1.2
/** A click on a school or a team: what there is of it opens. */
import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { lonLat } from '../../city/frames';
import { SITES } from '../../layers/ask/sites';
import { editMeasure, presentScenario } from '../state/scenario';
import { type StoreState, useStore } from '../state/store';

/** Pixels about the pointer: a sign is larger than a point. */
const REACH_PX = 6;
/** Of schools and teams that measures move: map/draw-layers.ts, which comes with its panel. */
const SCENARIO_SITES = 'scenario-site';

/** Whether a sign was there to open. */
export function openSiteAt(map: MapLibreMap, x: number, y: number): boolean {
  const layers = [SCENARIO_SITES, SITES].filter((id) => map.getLayer(id));
  if (layers.length === 0) return false;
  const box: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const [feature] = map.queryRenderedFeatures(box, { layers });
  const opened = feature && openedBy(feature);
  if (!opened) return false;
  useStore.getState().set(opened);
  return true;
}

/** Of a school its card, of a team the district that it stands in, of a measure its form. */
function openedBy({ properties, geometry }: MapGeoJSONFeature): Partial<StoreState> | null {
  const { of, thing } = properties;
  if (of === 'district') return { selection: { kind: 'district', id: Number(thing) } };
  if (of === 'measure') {
    const { editing } = useStore.getState();
    const measure = presentScenario().measures.find(({ id }) => id === String(thing));
    return measure && !editing ? { scenarioOpen: true, editing: editMeasure(measure) } : null;
  }
  if (of !== 'school' || geometry.type !== 'Point') return null;
  const [lon = 0, lat = 0] = geometry.coordinates;
  return { selection: { kind: 'thing', layer: 'service', id: String(thing), at: lonLat(lon, lat) } };
}
