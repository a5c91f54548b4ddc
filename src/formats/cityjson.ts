// SPDX-License-Identifier: EUPL-1.2
import { InputError } from './fault';

/** Longitude, latitude in degrees and height in metres as in the file. */
export type Position3 = [lonDeg: number, latDeg: number, zM: number];

export interface CityJsonSurface {
  /** Outer ring first, not closed (the first point is not repeated). */
  readonly rings: readonly Position3[][];
  /** `RoofSurface`, `WallSurface`, `GroundSurface`…, where the file says. */
  readonly semantics?: string;
}

export interface CityJsonObject {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly id: string;
  /** `Building`, `BuildingPart`, `Bridge`… */
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly parents: readonly string[];
  readonly children: readonly string[];
  /** Of the surfaces: the finest level with roofs but without furniture (2.x), or what there is. */
  readonly lod?: string;
  readonly surfaces: readonly CityJsonSurface[];
  /** Some surface names a vertex that is not in the file: how many were left out. */
  readonly brokenSurfaces: number;
}

/** A CityJSON file as JSON. */
interface Raw {
  type?: unknown;
  version?: unknown;
  transform?: { scale?: number[]; translate?: number[] };
  vertices?: number[][];
  metadata?: { referenceSystem?: unknown; referenceDate?: unknown };
  CityObjects?: Record<string, RawObject>;
}
interface RawObject {
  type?: unknown;
  attributes?: Record<string, unknown>;
  parents?: string[];
  children?: string[];
  geometry?: RawGeometry[];
}
interface RawGeometry {
  type?: string;
  lod?: string | number;
  boundaries?: unknown;
  semantics?: { surfaces?: { type?: string }[]; values?: unknown };
}

export const isCityJson = (head: string): boolean => /"type"\s*:\s*"CityJSON"/.test(head);

/** What is in a CityJSON file, its coordinates not yet read. */
export interface CityJsonFile {
  /** "https://www.opengis.net/def/crs/EPSG/0/7415"; undefined where it does not say. */
  readonly referenceSystem: string | undefined;
  /** "2020-07-14" */
  readonly day: string | undefined;
  /** Each with the surfaces of its best level of detail, by `toLonLat` in degrees. */
  readonly objects: (toLonLat: (x: number, y: number) => [number, number]) => Generator<CityJsonObject>;
}

/**
 * CityJSON 1.1 or 2.0 (1.0 too), parsed.
 *
 * @throws InputError where it is no CityJSON or of another version.
 */
export function openCityJson(file: string, json: unknown): CityJsonFile {
  const raw = json as Raw | null;
  if (raw?.type !== 'CityJSON' || typeof raw.CityObjects !== 'object' || !Array.isArray(raw.vertices))
    throw new InputError(file, 'is JSON but not CityJSON');
  if (!/^(1\.[01]|2\.0)/.test(String(raw.version)))
    throw new InputError(
      file,
      `is CityJSON ${raw.version}; versions 1.0, 1.1 and 2.0 are read`,
      undefined,
      'version',
      { version: String(raw.version).slice(0, 20) },
    );
  const system = raw.metadata?.referenceSystem;
  return {
    referenceSystem: typeof system === 'string' ? system : undefined,
    day: /^\d{4}-\d{2}-\d{2}/.exec(String(raw.metadata?.referenceDate))?.[0],
    objects: (toLonLat) => objectsOf(raw, toLonLat),
  };
}

function* objectsOf(
  raw: Raw,
  toLonLat: (x: number, y: number) => [number, number],
): Generator<CityJsonObject> {
  const positions = positionsOf(raw, toLonLat);
  let row = 0;
  for (const [id, object] of Object.entries(raw.CityObjects ?? {})) {
    const chosen = bestGeometry(object?.geometry ?? []);
    const surfaces: CityJsonSurface[] = [];
    const broken = chosen ? collect(chosen, positions, surfaces) : 0;
    yield {
      row: ++row,
      id,
      type: String(object?.type ?? ''),
      attributes: object?.attributes ?? {},
      parents: object?.parents ?? [],
      children: object?.children ?? [],
      ...(chosen?.lod === undefined ? {} : { lod: String(chosen.lod) }),
      surfaces,
      brokenSurfaces: broken,
    };
  }
}

function positionsOf(
  { vertices = [], transform }: Raw,
  toLonLat: (x: number, y: number) => [number, number],
): (Position3 | undefined)[] {
  const [sx = 1, sy = 1, sz = 1] = transform?.scale ?? [];
  const [tx = 0, ty = 0, tz = 0] = transform?.translate ?? [];
  return vertices.map((vertex) => {
    const [x, y, z] = (Array.isArray(vertex) ? vertex : []) as [number, number, number];
    const [lon, lat] = toLonLat(x * sx + tx, y * sy + ty);
    const height = z * sz + tz;
    return Number.isFinite(lon) && Number.isFinite(lat) && Number.isFinite(height)
      ? [lon, lat, height]
      : undefined;
  });
}

/** The greatest level below 3 (with windows and doors a city is too heavy), else the least above. */
function bestGeometry(all: readonly RawGeometry[]): RawGeometry | undefined {
  const lodOf = (geometry: RawGeometry) => Number(geometry.lod ?? 0);
  const usable = all.filter((geometry) => /Solid|Surface/.test(String(geometry?.type)));
  const light = usable.filter((geometry) => lodOf(geometry) < 3).sort((a, b) => lodOf(b) - lodOf(a));
  return light[0] ?? usable.sort((a, b) => lodOf(a) - lodOf(b))[0];
}

/** Depth of the nesting above a surface's rings: MultiSurface 0, Solid 1, MultiSolid 2. */
function collect(
  geometry: RawGeometry,
  positions: readonly (Position3 | undefined)[],
  into: CityJsonSurface[],
): number {
  const kinds = geometry.semantics?.surfaces ?? [];
  let broken = 0;
  const surface = (rings: unknown, value: unknown): void => {
    const placed = (rings as unknown[]).map((ring) =>
      (Array.isArray(ring) ? ring : []).map((index) => positions[index as number]),
    );
    if (placed.length === 0 || placed.some((ring) => ring.length < 3 || ring.includes(undefined))) {
      broken++;
      return;
    }
    const kind = typeof value === 'number' ? kinds[value]?.type : undefined;
    into.push({ rings: placed as Position3[][], ...(kind ? { semantics: kind } : {}) });
  };
  const descend = (node: unknown, depth: number, values: unknown): void => {
    if (!Array.isArray(node)) return;
    node.forEach((inner, i) => {
      const value = Array.isArray(values) ? values[i] : values;
      if (depth === 0) surface(Array.isArray(inner) ? inner : [], value);
      // Inner shells of a solid are voids inside the building: not seen.
      else if (!(depth === 1 && i > 0)) descend(inner, depth - 1, value);
    });
  };
  const depth = /^(Multi|Composite)Solid$/.test(String(geometry.type))
    ? 2
    : geometry.type === 'Solid'
      ? 1
      : 0;
  descend(geometry.boundaries, depth, geometry.semantics?.values);
  return broken;
}
