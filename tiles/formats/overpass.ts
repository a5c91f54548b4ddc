// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { areasOf } from '../../src/formats/rings';
import { type FoundFile, InputError, type StatementLog } from './found-file';

/** A node, way or relation with its tags and, where it can be had, its geometry. */
export interface OsmElement {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  /**
   * Nodes are points, ways lines (polygons where closed and tagged as an area), multipolygons,
   * boundaries and buildings areas. Null for other relations, and where nothing could be assembled.
   */
  readonly geometry: Point | LineString | Polygon | MultiPolygon | null;
  /** Ways: ids of their nodes, one a position of the line or ring. */
  readonly nodes?: readonly number[];
  readonly members?: readonly { readonly type: string; readonly ref: number; readonly role: string }[];
  /** What is missing of the geometry, in words; the geometry, if any, is what is left. */
  readonly incomplete?: string;
}

interface RawElement {
  type?: unknown;
  id?: unknown;
  lat?: unknown;
  lon?: unknown;
  tags?: Record<string, string>;
  nodes?: number[];
  geometry?: ({ lat: number; lon: number } | null)[];
  members?: {
    type: string;
    ref: number;
    role?: string;
    geometry?: ({ lat: number; lon: number } | null)[];
    lat?: number;
    lon?: number;
  }[];
}

/** Whether a head is that of an Overpass answer (with or without its `osm3s` header). */
export const isOverpass = (head: string): boolean =>
  /^\s*\{/.test(head) &&
  /"elements"\s*:\s*\[/.test(head.slice(0, 4000)) &&
  !/"FeatureCollection"/.test(head.slice(0, 4000));

/**
 * Elements of an Overpass answer in JSON, as `out geom` writes it, or `out body` with the nodes
 * after it. States the day of the data, where the answer does.
 *
 * @throws InputError where it is not such an answer, or Overpass says in it that it broke off.
 */
export async function* readOverpass(file: FoundFile, log?: StatementLog): AsyncGenerator<OsmElement> {
  const { elements, remark, osm3s } = ((await file.json()) ?? {}) as {
    elements?: unknown;
    remark?: unknown;
    osm3s?: { timestamp_osm_base?: unknown } | null;
  };
  if (!Array.isArray(elements))
    throw new InputError(file.name, 'is JSON but no Overpass answer: no "elements"');
  if (typeof remark === 'string' && /error|timed out|exceeded/i.test(remark))
    throw new InputError(file.name, `incomplete: Overpass says "${remark.trim().slice(0, 120)}"`);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(String(osm3s?.timestamp_osm_base))?.[0];
  if (day) log?.states?.({ vintage: day });
  const lookup = new Lookup(elements as RawElement[]);
  for (let i = 0; i < elements.length; i++) {
    const raw = (elements[i] ?? {}) as RawElement;
    if (raw.type !== 'node' && raw.type !== 'way' && raw.type !== 'relation')
      throw new InputError(file.name, 'an element that is no node, way or relation', i + 1);
    if (typeof raw.id !== 'number') throw new InputError(file.name, 'an element without id', i + 1);
    yield {
      row: i + 1,
      type: raw.type,
      id: raw.id,
      tags: raw.tags ?? {},
      ...(raw.type === 'node'
        ? nodeOf(raw)
        : raw.type === 'way'
          ? wayOf(raw, lookup)
          : relationOf(raw, lookup)),
    };
  }
}

type Shaped = Pick<OsmElement, 'geometry' | 'nodes' | 'members' | 'incomplete'>;

function nodeOf({ lon, lat }: RawElement): Shaped {
  return typeof lon === 'number' && typeof lat === 'number'
    ? { geometry: { type: 'Point', coordinates: [lon, lat] } }
    : { geometry: null, incomplete: 'node without position' };
}

function wayOf(raw: RawElement, lookup: Lookup): Shaped {
  const { line, missing } = lookup.lineOf(raw);
  const nodes = Array.isArray(raw.nodes) && raw.nodes.length === line.length ? { nodes: raw.nodes } : {};
  const incomplete = missing > 0 ? { incomplete: `${missing} of its nodes are not in the file` } : {};
  if (line.length < 2) return { geometry: null, incomplete: 'way without geometry' };
  return isClosed(line) && missing === 0 && isArea(raw.tags ?? {})
    ? { geometry: { type: 'Polygon', coordinates: [line] }, ...nodes }
    : { geometry: { type: 'LineString', coordinates: line }, ...nodes, ...incomplete };
}

const AREA_RELATIONS = new Set(['multipolygon', 'boundary', 'building']);

function relationOf(raw: RawElement, lookup: Lookup): Shaped {
  const all = Array.isArray(raw.members) ? raw.members : [];
  const members = all.map(({ type, ref, role }) => ({ type, ref, role: role ?? '' }));
  if (!AREA_RELATIONS.has(raw.tags?.type ?? '')) return { geometry: null, members };
  const faults: string[] = [];
  const ringsOf = (roles: readonly string[]): Position[][] => {
    const lines: Position[][] = [];
    for (const member of all) {
      if (member.type !== 'way' || !roles.includes(member.role ?? '')) continue;
      const { line, missing } = lookup.lineOf({ id: member.ref, geometry: member.geometry });
      if (missing > 0 || line.length < 2) faults.push(`member way ${member.ref} is not wholly in the file`);
      else lines.push(line);
    }
    const { rings, open } = joinRings(lines);
    if (open > 0) faults.push(`${open} rings do not close`);
    return rings;
  };
  const outer = ringsOf(['outer', '', 'outline']);
  const geometry = areasOf(outer, outer.length > 0 ? ringsOf(['inner']) : []);
  if (!geometry && faults.length === 0) faults.push('no outer ring');
  return { geometry, members, ...(faults.length > 0 ? { incomplete: faults.join('; ') } : {}) };
}

/** None where it is not there: outside the box that was asked for. */
function positionOf(at: { lon?: unknown; lat?: unknown } | null): Position[] {
  return typeof at?.lon === 'number' && typeof at.lat === 'number' ? [[at.lon, at.lat]] : [];
}

/** Positions of nodes and ways that stand in the file as elements of their own (`out body; >;`). */
class Lookup {
  #nodes: Map<number, Position> | undefined;
  #ways: Map<number, RawElement> | undefined;
  constructor(readonly elements: readonly RawElement[]) {}

  lineOf(way: Pick<RawElement, 'id' | 'nodes' | 'geometry'>): { line: Position[]; missing: number } {
    if (Array.isArray(way.geometry)) {
      const line = way.geometry.flatMap(positionOf);
      return { line, missing: way.geometry.length - line.length };
    }
    this.#ways ??= new Map(this.elements.flatMap((e) => (e?.type === 'way' ? [[e.id as number, e]] : [])));
    const own = way.nodes ? way : this.#ways.get(way.id as number);
    if (Array.isArray(own?.geometry)) return this.lineOf(own);
    if (!Array.isArray(own?.nodes)) return { line: [], missing: 0 };
    this.#nodes ??= new Map(
      this.elements.flatMap((e) =>
        e?.type === 'node' ? positionOf(e).map((at) => [e.id as number, at] as const) : [],
      ),
    );
    const line = own.nodes.flatMap((id) => {
      const at = this.#nodes?.get(id);
      return at ? [at] : [];
    });
    return { line, missing: own.nodes.length - line.length };
  }
}

const isClosed = (line: readonly Position[]): boolean => {
  const [a, b] = [line[0], line.at(-1)];
  return line.length >= 4 && a?.[0] === b?.[0] && a?.[1] === b?.[1];
};

/** Joins lines end to end into closed rings; `open` counts the chains that do not close. */
function joinRings(lines: readonly Position[][]): { rings: Position[][]; open: number } {
  const key = (at: Position | undefined) => `${at?.[0]},${at?.[1]}`;
  const rings = lines.filter(isClosed);
  const loose = new Set(lines.filter((line) => !isClosed(line)));
  const byEnd = new Map<string, Position[][]>();
  for (const line of loose)
    for (const end of [key(line[0]), key(line.at(-1))]) byEnd.set(end, [...(byEnd.get(end) ?? []), line]);
  let open = 0;
  for (const first of loose) {
    loose.delete(first);
    const chain = [...first];
    while (key(chain[0]) !== key(chain.at(-1))) {
      const next = byEnd.get(key(chain.at(-1)))?.find((line) => loose.has(line));
      if (!next) break;
      loose.delete(next);
      const forward = key(next[0]) === key(chain.at(-1));
      chain.push(...(forward ? next : [...next].reverse()).slice(1));
    }
    if (isClosed(chain)) rings.push(chain);
    else open++;
  }
  return { rings, open };
}

/** Keys that make a closed way an area (OSM wiki, "Key:area", shortened to what the city uses). */
const AREA_KEYS = [
  'building',
  'building:part',
  'landuse',
  'leisure',
  'natural',
  'amenity',
  'shop',
  'tourism',
  'historic',
  'office',
  'place',
  'military',
  'boundary',
  'water',
];
const LINEAR_VALUES = new Set(['track', 'slipway', 'coastline', 'tree_row', 'cliff', 'ridge']);

/** Whether the tags of a closed way mean the area within, not the line around. */
export function isArea(tags: Readonly<Record<string, string>>): boolean {
  if (tags.area === 'yes') return true;
  if (
    tags.area === 'no' ||
    tags.highway ||
    tags.barrier ||
    tags.railway === 'rail' ||
    tags.railway === 'tram'
  )
    return tags.building !== undefined && tags.area !== 'no' && tags.building !== 'no';
  if (tags.waterway) return /^(riverbank|dock|boatyard|dam)$/.test(tags.waterway);
  return AREA_KEYS.some((key) => tags[key] !== undefined && !LINEAR_VALUES.has(tags[key]));
}

/** A closed line as the area within it, whatever its tags; null where it is not closed. */
export function areaWithin(geometry: Geometry | null): Polygon | MultiPolygon | null {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return geometry;
  return geometry?.type === 'LineString' && isClosed(geometry.coordinates)
    ? { type: 'Polygon', coordinates: [geometry.coordinates] }
    : null;
}
