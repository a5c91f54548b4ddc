// SPDX-License-Identifier: EUPL-1.2
/** Streets as a routable graph: links between the points that streets share, in both directions. */
import type { Position } from 'geojson';
import type { ColumnTable } from '../../src/city/columns';
import { lonLat, lonLatToPlane, type Plane } from '../../src/city/frames';
import { STREET_CLASSES, type StreetClass } from '../../src/city/ground';
import { pathLengthM } from '../formats/geometry';
import type { StreetRow } from './rows';

/** A stretch of street between two nodes of the graph, in the direction drawn. */
export interface Stretch {
  readonly street: StreetRow;
  readonly from: number;
  readonly to: number;
  /** From end to end, EPSG:32632. */
  readonly shape: readonly Plane[];
  /** On the ground. */
  readonly lengthM: number;
}

export interface StreetGraph {
  readonly nodes: readonly Plane[];
  readonly stretches: readonly Stretch[];
}

/** OpenStreetMap keeps 7 decimals of a degree: 1 cm. Equal to that, two points are one. */
const PLACE_DECIMALS = 7;

/**
 * Splits streets where they share a node (by its id where the source has ids, by place otherwise)
 * and at their own ends.
 */
export function streetGraph(streets: readonly StreetRow[]): StreetGraph {
  const keys = vertexKeys(streets);
  const visits = new Map<string, number>();
  for (const line of keys)
    line.forEach((key, i) => {
      // An end always is a node: it counts as a meeting by itself.
      const weight = i === 0 || i === line.length - 1 ? 2 : 1;
      visits.set(key, (visits.get(key) ?? 0) + weight);
    });
  const numbers = new Map<string, number>();
  const nodes: Plane[] = [];
  const nodeAt = (key: string, place: Plane): number => {
    let node = numbers.get(key);
    if (node === undefined) {
      node = nodes.push(place) - 1;
      numbers.set(key, node);
    }
    return node;
  };
  const stretches: Stretch[] = [];
  streets.forEach((street, s) => {
    const line = keys[s] as readonly string[];
    const shape = street.geometry.coordinates.map(onPlane);
    let start = 0;
    for (let i = 1; i < shape.length; i++) {
      if ((visits.get(line[i] as string) ?? 0) < 2) continue;
      const part = shape.slice(start, i + 1);
      const from = nodeAt(line[start] as string, part[0] as Plane);
      const to = nodeAt(line[i] as string, part.at(-1) as Plane);
      const length = pathLengthM(part);
      if (length > 0) stretches.push({ street, from, to, shape: part, lengthM: length });
      start = i;
    }
  });
  return { nodes, stretches };
}

/** One key a vertex. A place where any source knows the node's id goes by that id for all. */
function vertexKeys(streets: readonly StreetRow[]): string[][] {
  const idAt = new Map<string, string>();
  const known = streets.map((street) => {
    const { coordinates } = street.geometry;
    return coordinates.map((at, i) => {
      const id =
        street.nodes?.[i] ??
        (i === 0 ? street.fromNode : i === coordinates.length - 1 ? street.toNode : undefined);
      if (id === undefined) return undefined;
      const place = placeKey(at);
      if (!idAt.has(place)) idAt.set(place, `n${id}`);
      return `n${id}`;
    });
  });
  return streets.map((street, s) =>
    street.geometry.coordinates.map((at, i) => known[s]?.[i] ?? idAt.get(placeKey(at)) ?? placeKey(at)),
  );
}

const placeKey = (at: Position) =>
  `${(at[0] as number).toFixed(PLACE_DECIMALS)},${(at[1] as number).toFixed(PLACE_DECIMALS)}`;

const onPlane = (at: Position): Plane => lonLatToPlane(lonLat(at[0] as number, at[1] as number));

/**
 * Where the source states no limit: Codice della Strada, art. 142 (130 motorways, 110 main roads out
 * of town, 50 in town); service roads 15 km/h, as OSRM's car profile has them; on foot 5 km/h.
 */
const SPEED_KM_H: Readonly<Record<StreetClass, number>> = {
  motorway: 130,
  trunk: 110,
  primary: 50,
  secondary: 50,
  tertiary: 50,
  residential: 50,
  service: 15,
  pedestrian: 5,
  path: 5,
  steps: 5,
  track: 5,
};
const WALKING_KM_H = 5;

/**
 * Lanes in one direction where the source states none: OSM wiki, "Key:lanes", assumptions (two for
 * each direction on motorways and trunk roads, otherwise one).
 */
export const lanesOf = (street: StreetRow): number => {
  if (street.footOnly) return 0;
  if (street.lanes !== undefined) return street.oneway ? street.lanes : street.lanes / 2;
  return street.class === 'motorway' || street.class === 'trunk' ? 2 : 1;
};

export const speedOf = (street: StreetRow): number =>
  street.footOnly ? WALKING_KM_H : (street.speedKmH ?? SPEED_KM_H[street.class]);

/**
 * The tables `street-nodes`, `street-links` (directed: two rows for a two-way street, each with its
 * own shape in its own direction) and `street-shapes`. Streets closed to motors have 0 lanes.
 */
export function streetTables({ nodes, stretches }: StreetGraph): ColumnTable[] {
  const links = stretches.flatMap((stretch): Stretch[] =>
    stretch.street.oneway
      ? [stretch]
      : [stretch, { ...stretch, from: stretch.to, to: stretch.from, shape: [...stretch.shape].reverse() }],
  );
  const names = [...new Set(['', ...links.map(({ street }) => street.name ?? '')])];
  const nameNumbers = new Map(names.map((name, i) => [name, i]));
  const shapeStart = new Uint32Array(links.length);
  let points = 0;
  links.forEach((link, i) => {
    shapeStart[i] = points;
    points += link.shape.length;
  });
  const shapes = links.flatMap((link) => link.shape);
  const column = <A extends Float32Array | Uint32Array | Uint8Array>(
    values: A,
    of: (link: Stretch) => number,
  ): A => {
    links.forEach((link, i) => {
      values[i] = of(link);
    });
    return values;
  };
  const n = links.length;
  return [
    placesTable('street-nodes', nodes),
    {
      id: 'street-links',
      rows: n,
      columns: [
        { name: 'from', unit: '1', values: column(new Uint32Array(n), (l) => l.from) },
        { name: 'to', unit: '1', values: column(new Uint32Array(n), (l) => l.to) },
        { name: 'lengthM', unit: 'm', values: column(new Float32Array(n), (l) => l.lengthM) },
        { name: 'lanes', unit: '1', values: column(new Float32Array(n), (l) => lanesOf(l.street)) },
        { name: 'speedKmH', unit: 'km/h', values: column(new Float32Array(n), (l) => speedOf(l.street)) },
        {
          name: 'class',
          unit: '1',
          values: column(new Uint8Array(n), (l) => STREET_CLASSES.indexOf(l.street.class)),
          dictionary: STREET_CLASSES,
        },
        {
          name: 'nameIndex',
          unit: '1',
          values: column(new Uint32Array(n), (l) => nameNumbers.get(l.street.name ?? '') ?? 0),
          dictionary: names,
        },
        { name: 'shapeStart', unit: '1', values: shapeStart },
        { name: 'shapeCount', unit: '1', values: column(new Uint32Array(n), (l) => l.shape.length) },
        {
          name: 'footOnly',
          unit: '1',
          values: column(new Uint8Array(n), (l) => (l.street.footOnly ? 1 : 0)),
        },
      ],
    },
    placesTable('street-shapes', shapes),
  ];
}

function placesTable(id: 'street-nodes' | 'street-shapes', places: readonly Plane[]): ColumnTable {
  return {
    id,
    rows: places.length,
    columns: [
      { name: 'eastM', unit: 'm', values: Float64Array.from(places, ([east]) => east) },
      { name: 'northM', unit: 'm', values: Float64Array.from(places, ([, north]) => north) },
    ],
  };
}
