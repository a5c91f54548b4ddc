// SPDX-License-Identifier: EUPL-1.2
/** Stretches of one street in a row become one link. */
import { isJoin } from './joins';
import { linksAt, type RoadGraph, type RoadLink } from './road-graph';

/**
 * Passes over the nodes where nothing meets or changes: those of exactly two neighbours, between
 * links of the same class, lanes, limit and name. Lengths add up, shapes are joined, the first
 * street's id stays. A chain that comes back to where it begins is left as it is.
 */
export function contracted({ nodes, links }: RoadGraph): RoadLink[] {
  const leave = linksAt(nodes.length, links, 'from');
  const enter = linksAt(nodes.length, links, 'to');
  const at = ({ start, order }: typeof leave, node: number) =>
    Array.from(order.subarray(start[node], start[node + 1]), (i) => links[i]!);
  /** By node that is passed over: the link that goes on, by the link that comes. */
  const onward = new Map<RoadLink, RoadLink>();
  for (let node = 0; node < nodes.length; node++) {
    const [into, out] = [at(enter, node), at(leave, node)];
    const neighbours = new Set([...into.map(({ from }) => from), ...out.map(({ to }) => to)]);
    if (neighbours.size !== 2 || into.length !== out.length) continue;
    const next = into.map((link) => out.filter(({ to }) => to !== link.from));
    // Of two parallel links that come, only one can go on by the one that leaves.
    const isOneToOne = new Set(next.map(([way]) => way)).size === into.length;
    const isPlain = isOneToOne && next.every((ways, i) => ways.length === 1 && isAlike(ways[0]!, into[i]!));
    if (isPlain) for (const [i, link] of into.entries()) onward.set(link, next[i]![0]!);
  }
  const isGoneOn = new Set(onward.values());
  const chains = links
    .filter((link) => !isGoneOn.has(link))
    .map((first) => {
      const chain = [first];
      for (let next = onward.get(first); next; next = onward.get(next)) chain.push(next);
      return chain;
    });
  const chained = new Set(chains.flat());
  // A ring that nothing meets has no first link.
  return [...chains.flatMap(joined), ...links.filter((link) => !chained.has(link))];
}

function joined(chain: readonly RoadLink[]): readonly RoadLink[] {
  const [first, last] = [chain[0]!, chain.at(-1)!];
  if (chain.length === 1 || last.to === first.from) return chain;
  const lengthM = chain.reduce((sum, link) => sum + link.lengthM, 0);
  const shape = chain.flatMap((link, i) => (i === 0 ? link.shape : link.shape.slice(1)));
  return [{ ...first, to: last.to, lengthM, shape }];
}

const isAlike = (a: RoadLink, b: RoadLink) =>
  a.class === b.class &&
  a.lanes === b.lanes &&
  a.speedKmH === b.speedKmH &&
  a.name === b.name &&
  !isJoin(a) &&
  !isJoin(b);
