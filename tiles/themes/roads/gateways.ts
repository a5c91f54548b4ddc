// SPDX-License-Identifier: EUPL-1.2
/** Where the main roads enter the city. */
import { type Plane, plane, planeToLonLat } from '../../../src/city/frames';
import { STREET_CLASSES, type StreetClass } from '../../../src/city/ground';
import { distanceM } from '../plane-geometry';
import type { DistrictFinder } from '../theme';
import { isJoin } from './joins';
import { linksAt, type RoadGraph, type RoadLink } from './road-graph';

export interface Gateway {
  /** Ends of the carriageways, at least one. */
  readonly nodes: readonly number[];
  readonly name: string;
  readonly class: StreetClass;
}

const ENTERS = new Set<StreetClass>(['motorway', 'trunk', 'primary', 'secondary']);
/** Ends of carriageways nearer than this are one gateway. */
const ONE_GATEWAY_M = 300;
/**
 * So near to the limit an end leads out of the city: data cut at the limit leave out the stretches
 * that cross it, which are this long on motorways.
 */
const NEAR_LIMIT_M = 1000;
const DIRECTIONS = 16;
/** Each is a zone of the models; the cost of a run grows with their square. */
const MOST_GATEWAYS = 40;

/** Ends of main roads beyond the city's limit or near it, those of one road together, the greatest first. */
export function gatewaysOf(graph: RoadGraph, districts: DistrictFinder): Gateway[] {
  const { nodes } = graph;
  const roadAt = endsOf(graph);
  const groups: number[][] = [];
  for (const node of roadAt.keys()) {
    if (!leadsOut(nodes[node]!, districts)) continue;
    const near = groups.filter((group) =>
      group.some((other) => distanceM(nodes[node]!, nodes[other]!) <= ONE_GATEWAY_M),
    );
    const [into, ...others] = near;
    if (!into) groups.push([node]);
    else {
      into.push(node, ...others.flat());
      for (const other of others) groups.splice(groups.indexOf(other), 1);
    }
  }
  const gateways = groups.map((group): Gateway => {
    const roads = group.map((node) => roadAt.get(node)!);
    const best = Math.min(...roads.map((road) => STREET_CLASSES.indexOf(road.class)));
    const named = [...roads].sort((a, b) => Number(b.name !== '') - Number(a.name !== ''));
    const road = named.find((link) => STREET_CLASSES.indexOf(link.class) === best)!;
    return {
      nodes: group.sort((a, b) => a - b),
      name: road.name || nearestDistrict(nodes[group[0]!]!, districts),
      class: road.class,
    };
  });
  return gateways
    .sort((a, b) => STREET_CLASSES.indexOf(a.class) - STREET_CLASSES.indexOf(b.class))
    .slice(0, MOST_GATEWAYS);
}

/** Nodes at which a main road ends, each with that road. */
function endsOf({ nodes, links }: RoadGraph): Map<number, RoadLink> {
  const real = links.filter((link) => !isJoin(link));
  const ends = new Map<number, RoadLink>();
  const leave = linksAt(nodes.length, real, 'from');
  const enter = linksAt(nodes.length, real, 'to');
  for (let node = 0; node < nodes.length; node++) {
    const [out, into] = [leave, enter].map(({ start, order }) =>
      Array.from(order.subarray(start[node], start[node + 1]), (i) => real[i]!),
    ) as [RoadLink[], RoadLink[]];
    const here = [...out, ...into];
    const isEnd =
      out.length === 0 ||
      into.length === 0 ||
      new Set(here.map(({ from, to }) => from + to - node)).size === 1;
    const road = here.find((link) => ENTERS.has(link.class));
    if (isEnd && road) ends.set(node, road);
  }
  return ends;
}

const leadsOut = (at: Plane, districts: DistrictFinder) =>
  around(at, 0, 1)
    .concat(around(at, NEAR_LIMIT_M))
    .some((point) => districts.at(planeToLonLat(point)) === 0);

/** Points on a circle, the first to the east. */
const around = ([east, north]: Plane, radiusM: number, count = DIRECTIONS): Plane[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return plane(east + radiusM * Math.cos(angle), north + radiusM * Math.sin(angle));
  });

/** Name of a district at the place or near it, '' where there is none. */
function nearestDistrict(at: Plane, districts: DistrictFinder): string {
  for (let radiusM = 0; radiusM <= 2 * NEAR_LIMIT_M; radiusM += NEAR_LIMIT_M / 4)
    for (const point of around(at, radiusM)) {
      const id = districts.at(planeToLonLat(point));
      if (id > 0) return districts.name(id) ?? '';
    }
  return '';
}
