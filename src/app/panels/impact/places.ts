// SPDX-License-Identifier: EUPL-1.2
/** The table of an impact: streets by name, or districts, each with estimates as they were drawn. Pure. */
import type { CityInputs, Roads, Zones } from '../../../city/city-inputs';
import { type LonLat, plane, planeToLonLat } from '../../../city/frames';
import { columnDirections, DIRECTIONS, type Direction } from '../../../impact/certainty';
import { type Estimate, estimateAt } from '../../../impact/estimate';
import type { Field } from '../../../impact/impact';

export interface PlaceRow {
  readonly name: string;
  /** What choosing it selects: a street of the vector tiles, or a district. */
  readonly select:
    | { readonly kind: 'street'; readonly id: string }
    | { readonly kind: 'district'; readonly id: number };
  readonly at: LonLat;
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
  readonly direction: Direction;
  /** Row of the field. */
  readonly row: number;
}

/**
 * A row a district; of streets one a name, with the figures of its stretch that changes most: figures
 * of several stretches cannot be added up without losing their intervals. Streets without a name are left out.
 */
export function placeRows(field: Field, city: CityInputs, relativeGap: number): readonly PlaceRow[] {
  const directions = columnDirections(field, relativeGap);
  const estimates = (row: number) => ({
    before: estimateAt(field.before, row),
    after: estimateAt(field.after, row),
    change: estimateAt(field.change, row),
    direction: DIRECTIONS[directions[row] as number] as Direction,
    row,
  });
  if (field.over === 'zone')
    return Array.from({ length: city.zones.districts }, (_, row) => ({
      ...districtAt(city.zones, row),
      ...estimates(row),
    }));
  return mostChanged(field, city.roads, directions).map((link) => ({
    ...streetAt(city.roads, link),
    ...estimates(link),
  }));
}

/** A link a street name: the one whose change is greatest, one that is sure before one that is not. */
function mostChanged(field: Field, roads: Roads, directions: Uint8Array): number[] {
  const best = new Map<number, number>();
  const size = (link: number) => Math.abs(field.change.value[link] as number);
  const sure = (link: number) => {
    const direction = DIRECTIONS[directions[link] as number];
    return direction === 'less' || direction === 'more' ? 2 : direction === 'unclear' ? 1 : 0;
  };
  for (let link = 0; link < roads.links; link++) {
    const name = roads.nameIndex[link] as number;
    if (!roads.names[name]) continue;
    const kept = best.get(name);
    const better =
      kept === undefined || sure(link) > sure(kept) || (sure(link) === sure(kept) && size(link) > size(kept));
    if (better) best.set(name, link);
  }
  return [...best.values()];
}

function streetAt(roads: Roads, link: number): Pick<PlaceRow, 'name' | 'select' | 'at'> {
  const middle = (roads.shapeStart[link] as number) + Math.floor((roads.shapeCount[link] as number) / 2);
  return {
    name: roads.names[roads.nameIndex[link] as number] ?? '',
    select: { kind: 'street', id: roads.streetIds[roads.streetIndex[link] as number] ?? '' },
    at: planeToLonLat(plane(roads.shapeEastM[middle] as number, roads.shapeNorthM[middle] as number)),
  };
}

function districtAt(zones: Zones, row: number): Pick<PlaceRow, 'name' | 'select' | 'at'> {
  return {
    name: zones.name[row] ?? '',
    select: { kind: 'district', id: zones.id[row] as number },
    at: planeToLonLat(plane(zones.eastM[row] as number, zones.northM[row] as number)),
  };
}

/** Rows of the links of a street of the vector tiles. */
export function linksOfStreet(roads: Roads, streetId: string): number[] {
  const links: number[] = [];
  for (let link = 0; link < roads.links; link++)
    if (roads.streetIds[roads.streetIndex[link] as number] === streetId) links.push(link);
  return links;
}

/** By which column, and which way. */
export interface PlaceSort {
  /** `size`: of the change, whichever way. */
  readonly by: 'name' | 'before' | 'after' | 'change' | 'size';
  readonly descending: boolean;
}

/** Rows in an order; those without a change that can be told come last by change and by its size. */
export function orderPlaces(
  rows: readonly PlaceRow[],
  { by, descending }: PlaceSort,
  compare: (a: string, b: string) => number,
): readonly PlaceRow[] {
  const sign = descending ? -1 : 1;
  const told = (row: PlaceRow) => (row.direction === 'less' || row.direction === 'more' ? 0 : 1);
  return [...rows].sort((a, b) => {
    if (by === 'name') return sign * compare(a.name, b.name);
    if ((by === 'change' || by === 'size') && told(a) !== told(b)) return told(a) - told(b);
    // What is not disclosed comes last, whichever way.
    const figureOf = (row: PlaceRow) => (by === 'size' ? Math.abs(row.change.value) : row[by].value);
    const [first, second] = [figureOf(a), figureOf(b)];
    if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
    return sign * (first - second) || compare(a.name, b.name);
  });
}
