// SPDX-License-Identifier: EUPL-1.2
/** The network that the traffic model loads: the city's main streets, each reachable from each. */
import { planeToLonLat } from '../../../src/city/frames';
import type { StreetGraph } from '../street-graph';
import type { DistrictFinder, DistrictZone } from '../theme';
import { type Connector, connectorsOf } from './connectors';
import { contracted } from './contract';
import { type Gateway, gatewaysOf } from './gateways';
import { connected } from './joins';
import { isMain, motorLinks, type RoadGraph, type RoadLink } from './road-graph';

export interface RoadNetwork extends RoadGraph {
  readonly gateways: readonly Gateway[];
  readonly connectors: readonly Connector[];
}

/** Above so many links a network is contracted; what it costs is time, and nothing is lost by it. */
const MOST_LINKS = 12_000;

/**
 * Motorways to tertiary streets that touch a district, with what joins them ({@link connected});
 * `leftOut` is told of each main link that is no part of it. Undefined without districts or links.
 */
export function roadNetwork(
  graph: StreetGraph,
  districts: DistrictFinder,
  leftOut: (link: RoadLink) => void,
): RoadNetwork | undefined {
  const zones = districts.zones ?? [];
  if (zones.length === 0) return undefined;
  const { nodes, links } = motorLinks(graph);
  const isInCity = nodes.map((node) => districts.at(planeToLonLat(node)) > 0);
  const kept = connected({ nodes, links: links.filter(({ from, to }) => isInCity[from] || isInCity[to]) });
  const isKept = new Set(kept);
  for (const link of links) if (isMain(link) && !isKept.has(link)) leftOut(link);
  if (kept.length === 0) return undefined;
  return joined(
    { nodes, links: kept.length > MOST_LINKS ? contracted({ nodes, links: kept }) : kept },
    districts,
    zones,
  );
}

function joined(graph: RoadGraph, districts: DistrictFinder, zones: readonly DistrictZone[]): RoadNetwork {
  const own = renumbered(graph);
  const gateways = gatewaysOf(own, districts);
  return { ...own, gateways, connectors: connectorsOf(own, gateways, districts, zones) };
}

/** With the nodes in use only, in their order. */
function renumbered({ nodes, links }: RoadGraph): RoadGraph {
  const used = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const number = new Map(used.map((node, i) => [node, i]));
  return {
    nodes: used.map((node) => nodes[node]!),
    links: links.map((link) => ({ ...link, from: number.get(link.from)!, to: number.get(link.to)! })),
  };
}
