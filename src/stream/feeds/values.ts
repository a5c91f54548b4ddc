// SPDX-License-Identifier: EUPL-1.2
/** Single values of foreign messages: what is none of the asked kind is undefined, never NaN, never thrown. */
import { type LonLat, lonLat } from '../../city/frames';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of an object that is its own: `constructor` and the like are none. */
export function field(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A text that says something, trimmed and without control characters; numbers are written out. */
export function text(value: unknown, longest = 300): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = value.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
  return clean === '' ? undefined : clean.slice(0, longest);
}

/** An id. One that is too long is none, since a part of it could be another's. */
export function idText(value: unknown): string | undefined {
  const id = text(value, 201);
  return id && id.length <= 200 ? id : undefined;
}

/** A finite number, also as a text with decimal point or comma ("1.234,5" is none). */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  if (!/^\s*[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?\s*$/i.test(value)) return undefined;
  const parsed = Number(value.replace(',', '.'));
  return Number.isFinite(parsed) ? parsed : undefined;
}

export function within(value: unknown, least: number, most: number): number | undefined {
  const parsed = number(value);
  return parsed !== undefined && parsed >= least && parsed <= most ? parsed : undefined;
}

/** A whole number, not negative, of things that can be counted in a city. */
export function count(value: unknown): number | undefined {
  const parsed = within(value, 0, 10_000_000);
  return parsed !== undefined && Number.isInteger(parsed) ? parsed : undefined;
}

export function flag(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === 'true' || value === '1') return true;
  return value === false || value === 0 || value === 'false' || value === '0' ? false : undefined;
}

/** A place on Earth; 0,0 is what instruments say that do not know theirs. */
export function placeAt(lon: unknown, lat: unknown): LonLat | undefined {
  const lonDeg = within(lon, -180, 180);
  const latDeg = within(lat, -90, 90);
  if (lonDeg === undefined || latDeg === undefined || (lonDeg === 0 && latDeg === 0)) return undefined;
  return lonLat(lonDeg, latDeg);
}

/** A foreign value for an operator's eyes. String() would call into it, and overflow on deep lists. */
export function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? '[…]'
      : '{…}'
    : String(value).slice(0, 60);
}

/** How deep the points of a GeoJSON geometry are. */
const POINT_DEPTH: ReadonlyMap<unknown, number> = new Map([
  ['LineString', 1],
  ['MultiPoint', 1],
  ['Polygon', 2],
  ['MultiLineString', 2],
  ['MultiPolygon', 3],
]);

/** The point of a GeoJSON geometry or feature; of an area or line the middle of its extent (RFC 7946 §3.1). */
export function placeOf(geojson: unknown): LonLat | undefined {
  const inner = field(geojson, 'geometry');
  const geometry = isFields(inner) ? inner : geojson;
  const type = field(geometry, 'type');
  const coordinates = field(geometry, 'coordinates');
  if (!Array.isArray(coordinates)) return undefined;
  if (type === 'Point') return placeAt(coordinates[0], coordinates[1]);
  const depth = POINT_DEPTH.get(type);
  if (depth === undefined) return undefined;
  const points: unknown[] = (coordinates as unknown[]).flat(depth - 1);
  let [west, south, east, north] = [181, 91, -181, -91];
  for (const point of points) {
    const at = Array.isArray(point) ? placeAt(point[0], point[1]) : undefined;
    if (!at) return undefined;
    west = Math.min(west, at[0]);
    south = Math.min(south, at[1]);
    east = Math.max(east, at[0]);
    north = Math.max(north, at[1]);
  }
  return points.length ? placeAt((west + east) / 2, (south + north) / 2) : undefined;
}

/** 123 of `link-123` where the prefix is `link-`; null where the id is not of that form. */
export function linkOf(id: string, prefix: string | undefined): number | null {
  if (!prefix || !id.startsWith(prefix)) return null;
  const digits = id.slice(prefix.length);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
