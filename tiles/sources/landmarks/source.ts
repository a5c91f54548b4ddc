// SPDX-License-Identifier: EUPL-1.2
import { lonLat } from '../../../src/city/frames';
import type { BuildingRow } from '../../themes/rows';
import { CC_BY_4 } from '../licences';
import type { Source } from '../source';
import { LANDMARKS } from './index';
import { rowOf } from './landmark';

/**
 * Models of ours of the buildings that everyone looks for: their figures and how they are put together
 * are code of this project. They stand in every city whose buildings lie around their places, or one of whose
 * districts does (files seldom hold all of its buildings), before what other sources have there.
 */
export const landmarkModels: Source<'buildings'> = {
  id: 'landmark-models',
  theme: 'buildings',
  title: {
    it: 'Modelli semplificati dei luoghi notevoli, disegnati dal progetto',
    en: 'Simplified models of landmarks, drawn by the project',
  },
  publisher: 'Gemello Milano',
  licence: CC_BY_4,
  attribution: 'Gemello Milano, modelli dei luoghi notevoli, CC BY 4.0',
  page: '',
  crs: 'EPSG:4326',
  vintage: '2026',
  recognises: () => false,
  read: () => [],
  own: (others, inCity) => {
    const amongBuildings = boxOf(others.flatMap(({ rows }) => rows));
    return LANDMARKS.filter(({ at: [lon, lat] }) => amongBuildings(lon, lat) || inCity(lonLat(lon, lat))).map(
      (landmark, i) => rowOf(landmark, i + 1),
    );
  },
};

/** Whether a place lies in the box of what the files tell of. */
function boxOf(rows: readonly BuildingRow[]): (lonDeg: number, latDeg: number) => boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of rows) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [outer = []] of polygons)
      for (const [lon, lat] of outer as [number, number][]) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
  }
  return (lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north;
}
