// SPDX-License-Identifier: EUPL-1.2
/** Where the traffic of a district joins the modelled network. */
import { lonLatToPlane, type Plane, planeToLonLat } from '../../../src/city/frames';
import { grouped } from '../grouped';
import { distanceM } from '../plane-geometry';
import type { DistrictFinder, DistrictZone } from '../theme';
import type { Gateway } from './gateways';
import { isJoin } from './joins';
import type { RoadGraph } from './road-graph';

export interface Connector {
  /** Row of the zones; gateways follow the districts. */
  readonly zone: number;
  readonly node: number;
  readonly lengthM: number;
}

const FEWEST = 4;
const MOST = 8;
const M2_A_CONNECTOR = 250_000;

/**
 * Four to eight nodes a district, the larger the more, and every node of a gateway. The nodes of a
 * district are those inside, first the nearest to its centre, then always the farthest from those
 * taken; a district with fewer than four takes of those around it. Nobody joins on a motorway.
 */
export function connectorsOf(
  graph: RoadGraph,
  gateways: readonly Gateway[],
  districts: DistrictFinder,
  zones: readonly DistrictZone[],
): Connector[] {
  const { nodes } = graph;
  const usable = joinable(graph, gateways);
  const byDistrict = grouped(usable, (node) => districts.at(planeToLonLat(nodes[node]!)));
  const ofDistricts = zones.flatMap((zone, row) => {
    const centre = lonLatToPlane(zone.at);
    const radiusM = Math.sqrt(zone.areaM2 / Math.PI);
    const inside = byDistrict.get(zone.id) ?? [];
    const wanted = Math.max(FEWEST, Math.min(MOST, Math.round(zone.areaM2 / M2_A_CONNECTOR)));
    const taken = spread(inside, nodes, centre, wanted);
    if (taken.length < FEWEST)
      taken.push(
        ...spread(around(usable, taken, nodes, centre, radiusM), nodes, centre, FEWEST - taken.length),
      );
    return taken.map((node): Connector => {
      const straightM = distanceM(centre, nodes[node]!);
      // The far corner of a long district is near to those who live there.
      return { zone: row, node, lengthM: inside.includes(node) ? Math.min(straightM, radiusM) : straightM };
    });
  });
  const ofGateways = gateways.flatMap((gateway, i) =>
    gateway.nodes.map((node): Connector => ({ zone: zones.length + i, node, lengthM: 0 })),
  );
  return [...ofDistricts, ...ofGateways];
}

/** Nodes of streets along which one can stop, ascending; one can leave and enter at each. */
function joinable({ links }: RoadGraph, gateways: readonly Gateway[]): number[] {
  const taken = new Set(gateways.flatMap((gateway) => gateway.nodes));
  const streets = links.filter((link) => link.class !== 'motorway' && !isJoin(link));
  const left = new Set(streets.map(({ from }) => from));
  const both = new Set(streets.map(({ to }) => to).filter((node) => left.has(node)));
  return [...both].filter((node) => !taken.has(node)).sort((a, b) => a - b);
}

/** Nodes not much farther from the centre than the nearest is. */
function around(
  usable: readonly number[],
  taken: readonly number[],
  nodes: readonly Plane[],
  centre: Plane,
  radiusM: number,
): number[] {
  const others = usable.filter((node) => !taken.includes(node));
  const nearestM = others.reduce((least, node) => Math.min(least, distanceM(centre, nodes[node]!)), Infinity);
  return others.filter((node) => distanceM(centre, nodes[node]!) <= nearestM + radiusM);
}

/** Farthest-point choice (Gonzalez 1985), begun at the node nearest to the centre. */
function spread(from: readonly number[], nodes: readonly Plane[], centre: Plane, wanted: number): number[] {
  const taken: number[] = [];
  const apartM = new Map(from.map((node) => [node, -distanceM(centre, nodes[node]!)]));
  while (taken.length < wanted && apartM.size > 0) {
    const [next] = [...apartM].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    taken.push(next);
    apartM.delete(next);
    for (const [node, before] of apartM) {
      const now = distanceM(nodes[next]!, nodes[node]!);
      apartM.set(node, taken.length === 1 ? now : Math.min(before, now));
    }
  }
  return taken;
}
