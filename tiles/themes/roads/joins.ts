// SPDX-License-Identifier: EUPL-1.2
/** Mends what the data cut: open data of main streets end at the city's limit and where others begin. */
import type { Plane } from '../../../src/city/frames';
import { distanceM } from '../plane-geometry';
import { largestConnected, stronglyConnected } from './components';
import { isMain, linksAt, type RoadGraph, type RoadLink } from './road-graph';

/** Between two carriageways of one road at its end; farther apart they are two roads. */
const TURN_M = 150;
/** The open extracts of main streets break off for up to so much where a stretch has another class. */
const BREAK_M = 400;
const JOIN_KM_H = 30;

/** Whether a link is none of the data, but joins ends of roads: {@link joinsAtEnds}. */
export const isJoin = (link: RoadLink): boolean => link.streetId === '';

/**
 * Where a main road ends and no street goes on, a turn to the nearest begin of another: what lies
 * beyond is not in the data, yet traffic comes back from it. Then straight ways over the breaks:
 * from each loose end to the nearest begin that cannot be reached from it, until none is near.
 */
export function joinsAtEnds({ nodes, links }: RoadGraph): RoadLink[] {
  const { ends, begins, deadEnds } = looseEnds({ nodes, links });
  const joins = nearestPairs(nodes, ends, begins, TURN_M, () => true);
  for (;;) {
    const reaches = reachability(nodes.length, [...links, ...joins]);
    const found = nearestPairs(
      nodes,
      [...ends, ...deadEnds],
      [...begins, ...deadEnds],
      BREAK_M,
      (end, begin) => !reaches(end, begin),
    );
    if (found.length === 0) return joins;
    joins.push(...found);
  }
}

interface LooseEnds {
  /** Nodes that nothing leaves. */
  readonly ends: readonly number[];
  /** Nodes that nothing enters. */
  readonly begins: readonly number[];
  /** Ends of two-way streets. */
  readonly deadEnds: readonly number[];
}

/** Of the main streets; where a lesser one goes on, nothing is loose. */
function looseEnds({ nodes, links }: RoadGraph): LooseEnds {
  const leave = linksAt(nodes.length, links, 'from');
  const enter = linksAt(nodes.length, links, 'to');
  const main = [...new Set(links.filter(isMain).flatMap(({ from, to }) => [from, to]))];
  const size = ({ start }: typeof leave, node: number) => start[node + 1]! - start[node]!;
  const isDeadEnd = (node: number) =>
    size(leave, node) === 1 &&
    size(enter, node) === 1 &&
    links[leave.order[leave.start[node]!]!]!.to === links[enter.order[enter.start[node]!]!]!.from;
  return {
    ends: main.filter((node) => size(leave, node) === 0),
    begins: main.filter((node) => size(enter, node) === 0),
    deadEnds: main.filter(isDeadEnd),
  };
}

/** A join from each end to its nearest begin, and to each begin from its nearest end, each pair once. */
function nearestPairs(
  nodes: readonly Plane[],
  ends: readonly number[],
  begins: readonly number[],
  withinM: number,
  mayJoin: (end: number, begin: number) => boolean,
): RoadLink[] {
  const pairs = new Map<string, RoadLink>();
  const add = (end: number | undefined, begin: number | undefined) => {
    if (end !== undefined && begin !== undefined) pairs.set(`${end} ${begin}`, joinOf(nodes, end, begin));
  };
  const nearest = (node: number, others: readonly number[], may: (other: number) => boolean) => {
    let [found, leastM]: [number | undefined, number] = [undefined, withinM];
    for (const other of others) {
      const apartM = distanceM(nodes[node]!, nodes[other]!);
      if (other !== node && apartM < leastM && may(other)) [found, leastM] = [other, apartM];
    }
    return found;
  };
  for (const end of ends)
    add(
      end,
      nearest(end, begins, (begin) => mayJoin(end, begin)),
    );
  for (const begin of begins)
    add(
      nearest(begin, ends, (end) => mayJoin(end, begin)),
      begin,
    );
  return [...pairs.values()];
}

const joinOf = (nodes: readonly Plane[], from: number, to: number): RoadLink => ({
  from,
  to,
  lengthM: distanceM(nodes[from]!, nodes[to]!),
  lanes: 1,
  speedKmH: JOIN_KM_H,
  class: 'service',
  name: '',
  streetId: '',
  shape: [nodes[from]!, nodes[to]!],
});

/** Whether a node can be reached from another; what was found is remembered. */
function reachability(nodes: number, links: readonly RoadLink[]): (from: number, to: number) => boolean {
  const { of } = stronglyConnected(nodes, links);
  const { start, order } = linksAt(nodes, links, 'from');
  const known = new Map<number, Uint8Array>();
  const reachedFrom = (first: number): Uint8Array => {
    const reached = new Uint8Array(nodes);
    reached[first] = 1;
    const queue = [first];
    for (let node = queue.pop(); node !== undefined; node = queue.pop())
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const { to } = links[order[i]!]!;
        if (reached[to] === 1) continue;
        reached[to] = 1;
        queue.push(to);
      }
    known.set(first, reached);
    return reached;
  };
  return (from, to) => of[from] === of[to] || (known.get(from) ?? reachedFrom(from))[to] === 1;
}

/**
 * Main streets and joins of which each reaches each: the largest strongly connected part, and what
 * the shortest ways along lesser streets join to it both ways, with those ways.
 */
export function connected({ nodes, links }: RoadGraph): RoadLink[] {
  const lesser = links.filter((link) => !isMain(link));
  const own = [...links.filter(isMain), ...joinsAtEnds({ nodes, links })];
  const { of, largest } = stronglyConnected(nodes.length, own);
  const isCore = (node: number) => of[node] === largest;
  const all = [...own, ...lesser];
  const out = shortestWays(nodes.length, all, isCore, 'from');
  const back = shortestWays(nodes.length, all, isCore, 'to');
  const kept = new Set(largestConnected(nodes.length, own));
  for (const link of own) {
    if (kept.has(link)) continue;
    const [before, after] = [wayOf(link.from, out, 'from'), wayOf(link.to, back, 'to')];
    if (before && after) for (const part of [link, ...before, ...after]) kept.add(part);
  }
  return all.filter((link) => kept.has(link));
}

/** By node: the last link of the shortest way from the core, or the first of that back to it. */
type Ways = readonly (RoadLink | 'core' | undefined)[];

/** Label-correcting search (Bellman, Ford) from all of the core at once. */
function shortestWays(
  nodes: number,
  links: readonly RoadLink[],
  isCore: (node: number) => boolean,
  reach: 'from' | 'to',
): Ways {
  const far = reach === 'from' ? 'to' : 'from';
  const { start, order } = linksAt(nodes, links, reach);
  const lengthM = new Float64Array(nodes).fill(Infinity);
  const ways: (RoadLink | 'core' | undefined)[] = new Array(nodes).fill(undefined);
  const queue: number[] = [];
  for (let node = 0; node < nodes; node++)
    if (isCore(node)) {
      lengthM[node] = 0;
      ways[node] = 'core';
      queue.push(node);
    }
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const link = links[order[i]!]!;
      const length = lengthM[node]! + link.lengthM;
      if (length >= lengthM[link[far]]!) continue;
      lengthM[link[far]] = length;
      ways[link[far]] = link;
      queue.push(link[far]);
    }
  }
  return ways;
}

function wayOf(node: number, ways: Ways, reach: 'from' | 'to'): RoadLink[] | undefined {
  const found: RoadLink[] = [];
  for (let at = node; ways[at] !== 'core'; ) {
    const link = ways[at];
    if (link === undefined || link === 'core') return undefined;
    found.push(link);
    at = link[reach];
  }
  return found;
}
