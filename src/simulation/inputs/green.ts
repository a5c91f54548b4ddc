// SPDX-License-Identifier: EUPL-1.2
/** The green of the city from the tables `trees`, `green-areas`, `green-rings`, `zone-rings` and `buildings`. */
import { valuesOf } from '../../city/columns';
import { lonLat, lonLatToPlane, type Plane, plane } from '../../city/frames';
import { treesOf } from '../models/green/canopy';
import type { GreenCity } from '../models/green/green-state';
import type { Footprints } from '../models/green/ground-cover';
import type { WalkedStreets } from '../models/people/ways';
import { greenAreas } from '../models/walking/green';
import { residentsByBuilding } from '../models/walking/residents';
import { GREEN_TABLES } from './green-tables';
import { CityInputsError, type Tables } from './tables';

interface Districts {
  readonly districts: number;
  readonly id: Int32Array;
}

/**
 * @returns null where a table is not there or empty, or there are no streets
 * @throws CityInputsError naming table, row and fault; Error where a table lacks a column
 */
export function greenOf(tables: Tables, zones: Districts, streets: WalkedStreets | null): GreenCity | null {
  const found = GREEN_TABLES.map((id) => tables.get(id));
  const population = tables.get('population');
  if (!streets || !population || found.some((table) => !table || table.rows === 0)) return null;
  const [rings, trees, areas, outlines, buildings] = found as [Table, Table, Table, Table, Table];
  const rowOf = new Map(Array.from(zones.id.subarray(0, zones.districts), (id, row) => [id, row]));
  const residents = residentsByBuilding(buildings, population);
  const rows = Array.from({ length: residents.count }, (_, i) => i).filter((i) =>
    rowOf.has(residents.district[i] as number),
  );
  const district = Int32Array.from(rows, (i) => rowOf.get(residents.district[i] as number) as number);
  const pick = (of: Float64Array) => Float64Array.from(rows, (i) => of[i] as number);
  const hasBuildings = new Uint8Array(zones.districts);
  rows.forEach((i, home) => {
    hasBuildings[district[home] as number] = residents.short[i] ? 0 : 1;
  });
  return {
    districts: zones.districts,
    outlines: outlinesOf(rings, zones.districts),
    homes: {
      count: rows.length,
      district,
      eastM: pick(residents.eastM),
      northM: pick(residents.northM),
      persons: pick(residents.persons),
    },
    footprints: footprintsOf(buildings),
    hasBuildings,
    trees: treesOf(trees),
    greens: greenAreas(areas, outlines),
    streets,
  };
}

type Table = Parameters<typeof treesOf>[0];

/** Rings by district; outlines and holes alike. */
function outlinesOf(table: Table, districts: number): Plane[][][] {
  const outlines: Plane[][][] = Array.from({ length: districts }, () => []);
  const [zone, ring] = [valuesOf(table, 'zone'), valuesOf(table, 'ring')];
  const [east, north] = [valuesOf(table, 'eastM'), valuesOf(table, 'northM')];
  for (let row = 0; row < table.rows; row++) {
    const own = outlines[zone[row] as number];
    if (!own) throw new CityInputsError([], `${table.id}, row ${row}: zone ${zone[row]} is none`);
    (own[ring[row] as number] ??= []).push(plane(east[row] as number, north[row] as number));
  }
  // Rings may be counted through all districts.
  return outlines.map((rings) => rings.filter((one) => one !== undefined));
}

function footprintsOf(table: Table): Footprints {
  const [lon, lat, areaM2] = (['lonDeg', 'latDeg', 'areaM2'] as const).map((name) => valuesOf(table, name));
  const places = Array.from({ length: table.rows }, (_, row) =>
    lonLatToPlane(lonLat(lon?.[row] as number, lat?.[row] as number)),
  );
  return {
    count: table.rows,
    eastM: Float64Array.from(places, ([east]) => east),
    northM: Float64Array.from(places, ([, north]) => north),
    areaM2: Float64Array.from(areaM2 as ArrayLike<number>),
  };
}
