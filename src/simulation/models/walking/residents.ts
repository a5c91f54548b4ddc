// SPDX-License-Identifier: EUPL-1.2
/** How many live in each building, estimated, and how many of them are near. Pure. */
import { BUILDING_USES, STOREY_HEIGHT_M } from '../../../city/building';
import { type ColumnTable, valuesOf } from '../../../city/columns';
import { lonLat, lonLatToPlane, plane } from '../../../city/frames';
import type { EdgeFinder } from './edge-finder';
import { type Reach, walkTo } from './reach';

/** Registered persons, by building that has any. */
export interface Residents {
  readonly count: number;
  /** Id of the district. */
  readonly district: Uint16Array;
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  readonly persons: Float64Array;
  readonly aged65Plus: Float64Array;
  readonly minors: Float64Array;
  /** 1: of a district whose buildings are not all in the data; fewer are told to live there than do. */
  readonly short: Uint8Array;
  /** Newest year of the register. */
  readonly year: number;
}

/** Most buildings of the open maps do not say what they are for; most of these are lived in. */
const LIVED_IN = [BUILDING_USES.indexOf('residential'), BUILDING_USES.indexOf('unknown')];

/**
 * Floor that each person has at least (D.M. 5 July 1975, art. 2). Where a district's buildings have less
 * for each of its residents, some of them are missing from the data.
 */
const LEAST_FLOOR_M2 = 14;

/**
 * Spreads the registered residents of each district (table `population`) over its buildings in
 * proportion to their floor area (table `buildings`): dasymetric mapping (Wright 1936; with floor area
 * Lwin & Murayama 2009). Floor area is footprint × storeys, where storeys are not known height ÷ 3.2 m;
 * buildings count that are residential or of no known use. Whoever lives in a district without any is
 * in no building, and where buildings are missing nobody is crowded into those that are there.
 */
export function residentsByBuilding(buildings: ColumnTable, population: ColumnTable): Residents {
  const register = newestRegister(population);
  const [use, district, storeys] = ['use', 'district', 'storeys'].map((name) => valuesOf(buildings, name));
  const [heightDm, areaM2] = ['heightDm', 'areaM2'].map((name) => valuesOf(buildings, name));
  const floorM2 = new Float64Array(buildings.rows);
  const ofDistrict = new Map<number, number>();
  for (let i = 0; i < buildings.rows; i++) {
    if (!LIVED_IN.includes(use![i] as number) || !register.has(district![i] as number)) continue;
    const known = storeys![i] as number;
    const levels =
      known > 0 ? known : Math.max(1, Math.round((heightDm![i] as number) / 10 / STOREY_HEIGHT_M));
    floorM2[i] = levels * (areaM2![i] as number);
    ofDistrict.set(district![i] as number, (ofDistrict.get(district![i] as number) ?? 0) + floorM2[i]!);
  }
  const rows = [...floorM2.keys()].filter((i) => floorM2[i]! > 0);
  const [lonDeg, latDeg] = ['lonDeg', 'latDeg'].map((name) => valuesOf(buildings, name));
  const places = rows.map((i) => lonLatToPlane(lonLat(lonDeg![i] as number, latDeg![i] as number)));
  const floorOf = (zone: number) =>
    Math.max(ofDistrict.get(zone) as number, LEAST_FLOOR_M2 * (register.get(zone) as Register).total);
  const spread = (of: (row: Register) => number) =>
    Float64Array.from(rows, (i) => {
      const zone = district![i] as number;
      return (of(register.get(zone) as Register) * floorM2[i]!) / floorOf(zone);
    });
  return {
    count: rows.length,
    district: Uint16Array.from(rows, (i) => district![i] as number),
    eastM: Float64Array.from(places, ([east]) => east),
    northM: Float64Array.from(places, ([, north]) => north),
    persons: spread(({ total }) => total),
    aged65Plus: spread(({ aged65Plus }) => aged65Plus),
    minors: spread(({ minors }) => minors),
    short: Uint8Array.from(rows, (i) => {
      const zone = district![i] as number;
      return floorOf(zone) > (ofDistrict.get(zone) as number) ? 1 : 0;
    }),
    year: Math.max(0, ...[...register.values()].map(({ year }) => year)),
  };
}

export interface Register {
  readonly year: number;
  readonly total: number;
  readonly aged65Plus: number;
  readonly minors: number;
}

/** The newest row of each district with anyone in it. */
export function newestRegister(population: ColumnTable): Map<number, Register> {
  const [zone, year, total] = ['zone', 'year', 'total'].map((name) => valuesOf(population, name));
  const [aged65Plus, minors] = ['aged65Plus', 'minors'].map((name) => valuesOf(population, name));
  const found = new Map<number, Register>();
  for (let row = 0; row < population.rows; row++) {
    const own = {
      year: year![row]!,
      total: total![row]!,
      // Not a number: too few to be told.
      aged65Plus: aged65Plus![row] || 0,
      minors: minors![row] || 0,
    };
    if (own.total > 0 && own.year > (found.get(zone![row]!)?.year ?? 0)) found.set(zone![row]!, own);
  }
  return found;
}

/** Persons at most so far away, by ascending limits. */
export interface Near {
  readonly persons: number[];
  readonly aged65Plus: number[];
  readonly minors: number[];
  /** Some of the buildings near are of districts that lack others: there are more than this. */
  short: boolean;
}

/** A building farther than this from every street is not counted. */
const MOST_AWAY_M = 150;

/**
 * Residents within each of the limits: the walk ends at the point of the streets that is nearest to
 * the middle of the building, and the way from there to the middle is walked too.
 */
export function residentsNear(
  reach: Reach,
  finder: EdgeFinder,
  residents: Residents,
  limitsM: readonly number[],
): Near {
  const near = {
    persons: limitsM.map(() => 0),
    aged65Plus: limitsM.map(() => 0),
    minors: limitsM.map(() => 0),
    short: false,
  };
  const box = extent(reach);
  for (let i = 0; i < residents.count; i++) {
    const at = plane(residents.eastM[i]!, residents.northM[i]!);
    if (at[0] < box[0] || at[1] < box[1] || at[0] > box[2] || at[1] > box[3]) continue;
    const door = finder.nearest(at, MOST_AWAY_M);
    if (!door) continue;
    const metres = walkTo(reach, door.edge, door.alongM).metres + door.awayM;
    if (metres <= (limitsM.at(-1) as number) && residents.short[i]) near.short = true;
    limitsM.forEach((limitM, k) => {
      if (metres > limitM) return;
      near.persons[k]! += residents.persons[i]!;
      near.aged65Plus[k]! += residents.aged65Plus[i]!;
      near.minors[k]! += residents.minors[i]!;
    });
  }
  return near;
}

/** West, south, east, north of what can be within the limit of a start. */
function extent({ graph, starts, limitM }: Reach): [number, number, number, number] {
  const points = starts.map(({ edge }) => graph.shapeStart[edge] as number);
  const longest = Math.max(0, ...starts.map(({ edge }) => graph.lengthM[edge] as number));
  const margin = limitM + longest + MOST_AWAY_M;
  const east = points.map((i) => graph.shapeEastM[i] as number);
  const north = points.map((i) => graph.shapeNorthM[i] as number);
  return [
    Math.min(...east) - margin,
    Math.min(...north) - margin,
    Math.max(...east) + margin,
    Math.max(...north) + margin,
  ];
}
