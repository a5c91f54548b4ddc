// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, Position } from 'geojson';
import type { Crs } from './crs';
import { InputError } from './fault';

/** One row of a file with geometry, as published but for its geometry, which is in WGS 84. */
export interface Feature {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly id?: string | number;
  /** Longitude and latitude in degrees, not yet checked (see geometry.ts). */
  readonly geometry: Geometry | null;
  readonly properties: Record<string, unknown>;
}

/** The same geometry with every position turned into longitude and latitude; heights are dropped. */
export function toLonLat(geometry: Geometry, crs: Crs): Geometry {
  if (geometry.type === 'GeometryCollection')
    return { type: geometry.type, geometries: geometry.geometries.map((g) => toLonLat(g, crs)) };
  return { type: geometry.type, coordinates: convert(geometry.coordinates, crs) } as Geometry;
}

function convert(coordinates: unknown, crs: Crs): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (Array.isArray(coordinates[0])) return coordinates.map((inner) => convert(inner, crs));
  const [x, y] = coordinates;
  return typeof x === 'number' && typeof y === 'number' ? crs.toLonLat(x, y) : coordinates;
}

const LOOKED_AT = 20;

/**
 * Stops a file that declares degrees but is in metres. Looks at the first features: one odd row is
 * the row's fault, all of them the file's.
 *
 * @throws InputError
 */
export function expectDegrees(file: string, crs: Crs, geometries: Iterable<Geometry | null>): void {
  if (!crs.isDegrees) return;
  let seen = 0;
  let example: Position | undefined;
  for (const geometry of geometries) {
    const at = geometry ? firstPosition(geometry) : undefined;
    if (!at) continue;
    if (Math.abs(at[0] as number) <= 400 && Math.abs(at[1] as number) <= 400) return;
    example ??= at;
    if (++seen === LOOKED_AT) break;
  }
  if (example)
    throw new InputError(
      file,
      `coordinates look like metres (${example[0]}, ${example[1]}), but the file is taken to be in ${crs.id}: its coordinate reference system is missing or wrong`,
      undefined,
      'metres',
      { x: example[0] as number, y: example[1] as number },
    );
}

function firstPosition(geometry: Geometry): Position | undefined {
  let at: unknown = 'coordinates' in geometry ? geometry.coordinates : undefined;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number'
    ? (at as Position)
    : undefined;
}
