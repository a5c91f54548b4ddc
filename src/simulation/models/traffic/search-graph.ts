// SPDX-License-Identifier: EUPL-1.2
/** What a sweep goes over: the ranks of the hierarchy that lead to zones, and the zones themselves. Pure. */
import type { Hierarchy } from './hierarchy';
import type { RoadNetwork } from './road-network';

/**
 * Nodes: ranks that lie above a zone, highest first; then, of zones that nothing passes through, a
 * sink each to arrive at, and a source each to begin at, so that they hang outside of the hierarchy.
 * A node's arcs are those of its rank, a sink's the links into the zone, a source's those out of it.
 */
export interface SearchGraph {
  readonly nodes: number;
  /** Ranks and sinks; sources come after them. */
  readonly descended: number;
  readonly first: Int32Array;
  readonly head: Int32Array;
  /** The node below an arc: whose it is. */
  readonly tail: Int32Array;
  /** Arc of the hierarchy, or ~link where it joins a zone. */
  readonly by: Int32Array;
  /** Node of each zone to begin and to arrive at. */
  readonly source: Int32Array;
  readonly sink: Int32Array;
}

export function searchGraph(network: RoadNetwork, hierarchy: Hierarchy): SearchGraph {
  const { zones, firstThroughNode, from, to } = network;
  const { rankOf, upFirst, upHead } = hierarchy;
  const closed = Math.min(zones, firstThroughNode);
  const ranks = ranksAboveZones(network, hierarchy);
  const nodeOfRank = new Int32Array(hierarchy.ranks).fill(-1);
  for (let node = 0; node < ranks.length; node++) nodeOfRank[ranks[node] as number] = node;
  const nodeOf = (zone: number, base: number) =>
    zone < closed ? base + zone : (nodeOfRank[rankOf[zone] as number] as number);
  const descended = ranks.length + closed;
  const source = Int32Array.from({ length: zones }, (_, zone) => nodeOf(zone, descended));
  const sink = Int32Array.from({ length: zones }, (_, zone) => nodeOf(zone, ranks.length));
  const first: number[] = [];
  const [head, tail, by]: [number[], number[], number[]] = [[], [], []];
  const add = (above: number, below: number, what: number) => {
    head.push(above);
    tail.push(below);
    by.push(what);
  };
  ranks.forEach((rank, node) => {
    first.push(head.length);
    for (let arc = upFirst[rank] as number; arc < (upFirst[rank + 1] as number); arc++)
      add(nodeOfRank[upHead[arc] as number] as number, node, arc);
  });
  const [into, out] = [linksBy(to, closed), linksBy(from, closed)];
  for (let zone = 0; zone < closed; zone++) {
    first.push(head.length);
    for (const link of into[zone] as number[]) {
      const other = from[link] as number;
      const rank = rankOf[other] as number;
      if (rank >= 0) add(nodeOfRank[rank] as number, sink[zone] as number, ~link);
      // From zone to zone: rare, but there are such links.
      else if (other < closed && other !== zone) add(source[other] as number, sink[zone] as number, ~link);
    }
  }
  for (let zone = 0; zone < closed; zone++) {
    first.push(head.length);
    for (const link of out[zone] as number[]) {
      const rank = rankOf[to[link] as number] as number;
      if (rank >= 0) add(nodeOfRank[rank] as number, source[zone] as number, ~link);
    }
  }
  first.push(head.length);
  return {
    nodes: descended + closed,
    descended,
    first: Int32Array.from(first),
    head: Int32Array.from(head),
    tail: Int32Array.from(tail),
    by: Int32Array.from(by),
    source,
    sink,
  };
}

/** Links by the zone at this end of them, of the zones below `closed`. */
function linksBy(ends: Int32Array, closed: number): number[][] {
  const lists: number[][] = Array.from({ length: closed }, () => []);
  ends.forEach((zone, link) => {
    if (zone < closed) lists[zone]?.push(link);
  });
  return lists;
}

/** Ranks at which links of zones end or begin, and all above them; highest first. */
function ranksAboveZones({ zones, firstThroughNode, from, to }: RoadNetwork, hierarchy: Hierarchy): number[] {
  const { ranks, rankOf, upFirst, upHead } = hierarchy;
  const wanted = new Uint8Array(ranks);
  const climb = (start: number) => {
    for (let rank = start; rank >= 0 && wanted[rank] === 0; ) {
      wanted[rank] = 1;
      const first = upFirst[rank] as number;
      rank = first < (upFirst[rank + 1] as number) ? (upHead[first] as number) : -1;
    }
  };
  for (let zone = firstThroughNode; zone < zones; zone++) climb(rankOf[zone] as number);
  const closed = Math.min(zones, firstThroughNode);
  for (let link = 0; link < from.length; link++) {
    const [a, b] = [from[link] as number, to[link] as number];
    if (a < closed) climb(rankOf[b] as number);
    if (b < closed) climb(rankOf[a] as number);
  }
  const list: number[] = [];
  for (let rank = ranks - 1; rank >= 0; rank--) if (wanted[rank] === 1) list.push(rank);
  return list;
}
