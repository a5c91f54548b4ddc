// SPDX-License-Identifier: EUPL-1.2
/** From the place of a measure to rows of the city: links, districts, and how much of a district. */
import { linksInside, middleOf, type Rings, zonesInside } from '../../city/areas';
import type { CityInputs, Roads } from '../../city/city-inputs';
import { type LonLat, lonLatToPlane, type Plane, plane } from '../../city/frames';
import { STREET_CLASSES } from '../../city/ground';
import { MeasureError, type Place } from './measure';

/** A link is a clicked line's when one lies on the other, but for the rounding of the vector tiles. */
const SAME_STREET_M = 5;
/** …and within 45° of its direction, either way. */
const SAME_DIRECTION = Math.SQRT1_2;

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
  const weights = new Float64Array(city.zones.count);
  weights[nearestDistrict(city, rings, place, measureId)] = 1;
  return weights;
}

function nearestDistrict({ zones }: CityInputs, rings: Rings, place: Place, measureId: string): number {
  const points = rings.flat();
  const eastM = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const northM = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  let best = { zone: -1, distanceM: NEAREST_DISTRICT_M };
  for (let zone = 0; zone < zones.districts; zone++) {
    const [x, y] = [zones.eastM[zone] as number, zones.northM[zone] as number];
    const distanceM = Math.hypot(x - eastM, y - northM);
    if (distanceM <= best.distanceM) best = { zone, distanceM };
  }
  if (best.zone < 0) throw new MeasureError(measureId, 'no-district-there', placeName(place));
  return best.zone;
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

/**
 * Whether a link runs the way that the nearest of the lines was drawn: the cosine of the angle
 * between them at the link's middle, and how far that line is, in metres.
 */
export function alongLines(
  roads: Roads,
  link: number,
  lines: readonly (readonly Plane[])[],
): { cosine: number; distanceM: number } {
  return nearest(middleOf(roads, link), directionOf(roads, link), lines);
}

type Streets = Extract<Place, { kind: 'streets' }>;

function linksOfStreets(roads: Roads, { streetIds, lines }: Streets, measureId: string): Int32Array {
  const known = new Map(roads.streetIds.map((id, row) => [id, row]));
  const chosen = new Set<number>();
  const rows = new Set(streetIds.flatMap((id) => known.get(id) ?? []));
  roads.streetIndex.forEach((row, link) => {
    if (rows.has(row)) chosen.add(link);
  });
  // A link that stands for several streets has the name of the first: the others are found by their line.
  streetIds.forEach((id, i) => {
    if (known.has(id)) return;
    const along = linksAlong(roads, lines[i] ?? []);
    if (along.length === 0) throw new MeasureError(measureId, 'no-such-street', id);
    for (const link of along) chosen.add(link);
  });
  if (chosen.size === 0) throw new MeasureError(measureId, 'no-street-there', streetIds.join(', '));
  return Int32Array.from(chosen).sort();
}

/** Links with their middle on the line, or the line's middle on them. */
function linksAlong(roads: Roads, line: readonly LonLat[]): number[] {
  if (line.length < 2) return [];
  const drawn = line.map(lonLatToPlane);
  const middle = halfwayOf(drawn);
  const links: number[] = [];
  for (let link = 0; link < roads.links; link++) {
    if (!isNear(roads, link, drawn)) continue;
    const onLine = alongLines(roads, link, [drawn]);
    const onLink = nearest(middle.at, middle.direction, [shapeOf(roads, link)]);
    if ([onLine, onLink].some((x) => x.distanceM <= SAME_STREET_M && Math.abs(x.cosine) >= SAME_DIRECTION))
      links.push(link);
  }
  return links;
}

/** Whether the upright boxes about a link and a line touch: nearly all links are ruled out by that. */
function isNear({ shapeStart, shapeCount, ...roads }: Roads, link: number, line: readonly Plane[]): boolean {
  const start = shapeStart[link] as number;
  const end = start + (shapeCount[link] as number);
  return [roads.shapeEastM, roads.shapeNorthM].every((column, axis) => {
    const along = line.map((point) => point[axis] as number);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = start; i < end; i++) {
      low = Math.min(low, column[i] as number);
      high = Math.max(high, column[i] as number);
    }
    return low <= Math.max(...along) + SAME_STREET_M && high >= Math.min(...along) - SAME_STREET_M;
  });
}

function shapeOf(roads: Roads, link: number): Plane[] {
  const start = roads.shapeStart[link] as number;
  return Array.from({ length: roads.shapeCount[link] as number }, (_, i) =>
    plane(roads.shapeEastM[start + i] as number, roads.shapeNorthM[start + i] as number),
  );
}

/** From the first to the last point of a link's shape, at its middle stretch. */
function directionOf(roads: Roads, link: number): Plane {
  return halfwayOf(shapeOf(roads, link)).direction;
}

function halfwayOf(line: readonly Plane[]): { at: Plane; direction: Plane } {
  const steps = line.slice(1).map((b, i) => {
    const a = line[i] as Plane;
    return { a, direction: plane(b[0] - a[0], b[1] - a[1]), lengthM: Math.hypot(b[0] - a[0], b[1] - a[1]) };
  });
  let leftM = steps.reduce((sum, { lengthM }) => sum + lengthM, 0) / 2;
  for (const { a, direction, lengthM } of steps) {
    if (lengthM > 0 && leftM <= lengthM) {
      const t = leftM / lengthM;
      return { at: plane(a[0] + t * direction[0], a[1] + t * direction[1]), direction };
    }
    leftM -= lengthM;
  }
  return { at: line[0] ?? plane(Number.NaN, Number.NaN), direction: plane(0, 0) };
}

function nearest(
  [x, y]: Plane,
  [dx, dy]: Plane,
  lines: readonly (readonly Plane[])[],
): { cosine: number; distanceM: number } {
  let best = { cosine: 0, distanceM: Number.POSITIVE_INFINITY };
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [ax, ay] = line[i - 1] as Plane;
      const [bx, by] = line[i] as Plane;
      const [ex, ey] = [bx - ax, by - ay];
      const square = ex * ex + ey * ey;
      if (square === 0) continue;
      const t = Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / square));
      const distanceM = Math.hypot(x - ax - t * ex, y - ay - t * ey);
      const length = Math.hypot(dx, dy) * Math.sqrt(square);
      if (distanceM < best.distanceM)
        best = { distanceM, cosine: length > 0 ? (dx * ex + dy * ey) / length : 0 };
    }
  return best;
}
