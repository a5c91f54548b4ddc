// SPDX-License-Identifier: EUPL-1.2
/** From the place of a measure to rows of the city: links, districts, and how much of a district. */
import { linksInside, type Rings, zonesInside } from '../../city/areas';
import type { CityInputs, Roads, Zones } from '../../city/city-inputs';
import { lonLatToPlane, type Plane } from '../../city/frames';
import { STREET_CLASSES } from '../../city/ground';
import { linksOfStreets } from './chosen-streets';
import { MeasureError, type Place } from './measure';

/** Milan's largest districts reach about this far from their centre. */
const NEAREST_DISTRICT_M = 3000;

/** An area as measures and rules mean it: one of the city's, or all of a class as one. */
export interface NamedArea {
  /** The class where it is all of it, else the area's id. */
  readonly id: string;
  readonly rings: Rings;
}

/**
 * The areas of this class as one (there may be several parts of Area C), or the one with this id.
 * @throws MeasureError `no-such-area`.
 */
export function areaOf({ areas }: CityInputs, areaId: string, measureId: string): NamedArea {
  const named = areas.find(({ id }) => id === areaId);
  const ofClass = areas.filter((area) => area.class === (named?.class ?? areaId));
  if (ofClass.length === 0) throw new MeasureError(measureId, 'no-such-area', areaId);
  // The only one of its class has the same name, whichever way it was chosen.
  if (!named || ofClass.length === 1)
    return { id: named?.class ?? areaId, rings: ofClass.flatMap(({ rings }) => rings) };
  return { id: named.id, rings: named.rings };
}

/** Outline of an area of the city or of a drawn one. @throws MeasureError `no-such-area`, `wrong-place`. */
export function ringsOf(city: CityInputs, place: Place, measureId: string): Rings {
  if (place.kind === 'area') return areaOf(city, place.areaId, measureId).rings;
  if (place.kind === 'polygon') return [place.ring.map(lonLatToPlane)];
  throw new MeasureError(measureId, 'wrong-place', place.kind);
}

/**
 * Rows of the links that a measure on streets acts on, ascending: all of the city, those with their
 * middle inside, or those of the streets chosen.
 * @throws MeasureError `no-such-area`, `no-such-street`, `no-street-there`, `wrong-place`.
 */
export function linksAt(city: CityInputs, place: Place, measureId: string): Int32Array {
  if (place.kind === 'city') return Int32Array.from({ length: city.roads.links }, (_, link) => link);
  if (place.kind === 'streets') return linksOfStreets(city.roads, place, measureId);
  const links = linksInside(city.roads, ringsOf(city, place, measureId));
  if (links.length === 0) throw new MeasureError(measureId, 'no-street-there', placeName(place));
  return links;
}

/** 1 for each district whose centre lies inside. @throws MeasureError `no-district-there` and as `ringsOf`. */
export function districtsAt(city: CityInputs, place: Place, measureId: string): Uint8Array {
  if (place.kind === 'city') return new Uint8Array(city.zones.count).fill(1, 0, city.zones.districts);
  const inside = zonesInside(city.zones, ringsOf(city, place, measureId));
  if (!inside.includes(1)) throw new MeasureError(measureId, 'no-district-there', placeName(place));
  return inside;
}

/**
 * How much of each zone lies inside, by length of its modelled streets (districts have no outline
 * here): 0 … 1, 0 for gateways. A district without streets is in when its centre is.
 * @throws MeasureError `no-district-there` and as `ringsOf`.
 */
export function districtShares(city: CityInputs, place: Place, measureId: string): Float64Array {
  const { zones, roads } = city;
  if (place.kind === 'city') return new Float64Array(zones.count).fill(1, 0, zones.districts);
  const rings = ringsOf(city, place, measureId);
  const totalM = lengthByZone(city, null);
  const insideM = lengthByZone(city, linksInside(roads, rings));
  const centreInside = zonesInside(zones, rings);
  const shares = insideM.map((lengthM, zone) =>
    (totalM[zone] as number) > 0 ? lengthM / (totalM[zone] as number) : (centreInside[zone] as number),
  );
  if (!shares.some((share) => share > 0))
    throw new MeasureError(measureId, 'no-district-there', placeName(place));
  return shares;
}

/**
 * Where what is built in a place goes: one weight a zone, 1 in all, by length of the streets inside.
 * A place between the modelled streets belongs to the district of the nearest centre, within
 * {@link NEAREST_DISTRICT_M} of its own.
 * @throws MeasureError `no-district-there` and as `ringsOf`.
 */
export function weightsAt(city: CityInputs, place: Place, measureId: string): Float64Array {
  const rings = ringsOf(city, place, measureId);
  const lengthM = lengthByZone(city, linksInside(city.roads, rings));
  const total = lengthM.reduce((sum, x) => sum + x, 0);
  if (total > 0) return lengthM.map((x) => x / total);
  const nearest = nearestDistrict(city.zones, middleOf(rings));
  if (nearest < 0) throw new MeasureError(measureId, 'no-district-there', placeName(place));
  const weights = new Float64Array(city.zones.count);
  weights[nearest] = 1;
  return weights;
}

/** Row of the district with the nearest centre, −1 where none is within {@link NEAREST_DISTRICT_M}. */
export function nearestDistrict({ districts, eastM, northM }: Zones, [x, y]: Plane): number {
  let best = { zone: -1, awayM: NEAREST_DISTRICT_M };
  for (let zone = 0; zone < districts; zone++) {
    const awayM = Math.hypot((eastM[zone] as number) - x, (northM[zone] as number) - y);
    if (awayM <= best.awayM) best = { zone, awayM };
  }
  return best.zone;
}

/** Mean of the corners. */
function middleOf(rings: Rings): Plane {
  const points = rings.flat();
  const eastM = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const northM = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  return [eastM, northM];
}

function lengthByZone({ zones, roads }: CityInputs, links: Int32Array | null): Float64Array {
  const lengthM = new Float64Array(zones.count);
  const rows = links ?? roads.zone.keys();
  for (const link of rows) {
    const zone = roads.zone[link] as number;
    if (zone >= 0 && zone < zones.districts)
      lengthM[zone] = (lengthM[zone] as number) + (roads.lengthM[link] as number);
  }
  return lengthM;
}

/** Motorways and trunk roads: whose limits, lanes and bicycles are not the city's to settle. */
export function isMotorRoad(roads: Roads, link: number): boolean {
  const streetClass = STREET_CLASSES[roads.class[link] as number];
  return streetClass === 'motorway' || streetClass === 'trunk';
}

/**
 * The links that are no motorway or trunk road.
 * @throws MeasureError `nothing-to-change` where all are.
 */
export function cityStreets(roads: Roads, links: Int32Array, place: Place, measureId: string): Int32Array {
  const streets = links.filter((link) => !isMotorRoad(roads, link));
  if (streets.length === 0) throw new MeasureError(measureId, 'nothing-to-change', placeName(place));
  return streets;
}

/** What a message calls a place. */
export function placeName(place: Place): string {
  if (place.kind === 'area') return place.areaId;
  return place.kind === 'streets' ? place.streetIds.join(', ') : place.kind;
}

/** A copy with these rows changed. */
export function changed<Column extends Float64Array | Uint8Array>(
  column: Column,
  rows: Iterable<number>,
  value: (before: number, row: number) => number,
): Column {
  const copy = column.slice() as Column;
  for (const row of rows) copy[row] = value(column[row] as number, row);
  return copy;
}
