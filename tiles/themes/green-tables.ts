// SPDX-License-Identifier: EUPL-1.2
import type { Position } from 'geojson';
import type { ColumnTable } from '../../src/city/columns';
import { lonLat, lonLatToPlane } from '../../src/city/frames';
import { GREENERY_CLASSES, type GreeneryClass } from '../../src/city/ground';
import { centreOf } from '../formats/geometry';
import { simplifyRing } from '../write/buildings/rings';
import type { Green } from './greenery';
import { polygonsOf } from './plane-geometry';
import type { CleanContext } from './theme';

/** What one goes to for its own sake; fields, pitches and cemeteries are green too, but not these. */
const VISITED: readonly GreeneryClass[] = ['park', 'garden', 'wood', 'playground', 'dog-area'];
/** A corner that stands less than this off the line between its neighbours is left out. */
const TOLERANCE_M = 1;

/** Model inputs `green-areas` and `green-rings`; none where there is no such green. */
export function greenTables(features: readonly Green[], { districts }: CleanContext): ColumnTable[] {
  const visited = features.filter(({ properties }) => VISITED.includes(properties.class));
  if (visited.length === 0) return [];
  const centres = visited.map(({ geometry }) => centreOf(geometry));
  const planes = centres.map(lonLatToPlane);
  const ids = visited.map(({ properties }) => properties.id);
  const names = [...new Set(['', ...visited.map(({ properties }) => properties.name ?? '')])];
  const nameNumbers = new Map(names.map((name, i) => [name, i]));
  return [
    {
      id: 'green-areas',
      rows: visited.length,
      columns: [
        { name: 'id', unit: '1', values: Uint32Array.from(ids.keys()), dictionary: ids },
        {
          name: 'class',
          unit: '1',
          values: Uint8Array.from(visited, ({ properties }) => GREENERY_CLASSES.indexOf(properties.class)),
          dictionary: GREENERY_CLASSES,
        },
        {
          name: 'name',
          unit: '1',
          values: Uint32Array.from(visited, ({ properties }) => nameNumbers.get(properties.name ?? '') ?? 0),
          dictionary: names,
        },
        { name: 'areaM2', unit: 'm2', values: Float64Array.from(visited, (f) => f.properties.areaM2 ?? 0) },
        { name: 'eastM', unit: 'm', values: Float64Array.from(planes, ([east]) => east) },
        { name: 'northM', unit: 'm', values: Float64Array.from(planes, ([, north]) => north) },
        { name: 'zone', unit: '1', values: Uint16Array.from(centres, (at) => districts.at(at)) },
      ],
    },
    ringsTable(visited),
  ];
}

function ringsTable(areas: readonly Green[]): ColumnTable {
  const rows: { area: number; ring: number; eastM: number; northM: number }[] = [];
  areas.forEach(({ geometry }, area) => {
    polygonsOf(geometry)
      .flat()
      .forEach((points, ring) => {
        const corners = outline(points);
        for (let i = 0; i < corners.length; i += 2)
          rows.push({ area, ring, eastM: corners[i] as number, northM: corners[i + 1] as number });
      });
  });
  return {
    id: 'green-rings',
    rows: rows.length,
    columns: [
      { name: 'area', unit: '1', values: Uint32Array.from(rows, (row) => row.area) },
      { name: 'ring', unit: '1', values: Uint16Array.from(rows, (row) => row.ring) },
      { name: 'eastM', unit: 'm', values: Float64Array.from(rows, (row) => row.eastM) },
      { name: 'northM', unit: 'm', values: Float64Array.from(rows, (row) => row.northM) },
    ],
  };
}

/** East, north, east, north, … without the last corner, which is the first. */
function outline(ring: readonly Position[]): readonly number[] {
  const planes = ring.slice(0, -1).flatMap((at) => lonLatToPlane(lonLat(at[0] as number, at[1] as number)));
  const simple = simplifyRing(planes, TOLERANCE_M);
  // A playground of a few metres may come to nothing.
  return simple.length >= 6 ? simple : planes;
}
