// SPDX-License-Identifier: EUPL-1.2
/** What of one solution the next one begins with. Pure. */
import type { ElasticDemand } from './elastic-demand';
import type { Pairs } from './pairs';
import { PathFlows } from './path-flows';
import type { RoadNetwork, UserClass } from './road-network';

interface Before {
  readonly pairs: Pairs;
  readonly paths: PathFlows;
  /** What travelled, by pair. */
  readonly vehH: Float64Array;
}

interface After {
  readonly pairs: Pairs;
  readonly elastic: ElasticDemand;
  readonly classes: readonly UserClass[];
  readonly network: RoadNetwork;
}

/**
 * Paths of pairs that are still there, but those through a link that is closed now, with flows in
 * their old shares of the demand that the pair begins with.
 */
export function carryOver(before: Before, after: After): { paths: PathFlows; vehH: Float64Array } {
  const vehH = demandToBeginWith(before, after);
  const paths = new PathFlows(after.pairs.count);
  const cells = after.network.zones ** 2;
  for (let cell = 0; cell < after.pairs.numberOf.length; cell++) {
    const pair = after.pairs.numberOf[cell] as number;
    const old = before.pairs.numberOf[cell] as number;
    if (pair < 0 || old < 0) continue;
    const { addedCost } = after.classes[Math.floor(cell / cells)] as UserClass;
    const carried = copyOpen(before.paths, old, paths, pair, (links) =>
      addedTo(links, after.network, addedCost),
    );
    const all = vehH[pair] as number;
    for (let path = paths.head[pair] as number; path !== -1; path = paths.next[path] as number)
      paths.flow[path] = carried > 0 ? ((paths.flow[path] as number) * all) / carried : 0;
    // Where all that is left carried nothing, the first carries all.
    if (carried === 0 && paths.head[pair] !== -1) paths.flow[paths.head[pair] as number] = all;
  }
  return { paths, vehH };
}

/** Copies a pair's paths but for those of infinite cost; returns what the copied ones carried. */
function copyOpen(
  from: PathFlows,
  old: number,
  to: PathFlows,
  pair: number,
  addedCost: (links: Int32Array) => number,
): number {
  let carried = 0;
  for (let path = from.head[old] as number; path !== -1; path = from.next[path] as number) {
    const first = from.first[path] as number;
    const links = from.links.subarray(first, first + (from.length[path] as number));
    const added = addedCost(links);
    if (added === Number.POSITIVE_INFINITY) continue;
    const at = to.roomFor(links.length);
    to.links.set(links, at);
    to.add(pair, at + links.length, from.flow[path] as number, added);
    carried += from.flow[path] as number;
  }
  return carried;
}

/** Elastic pairs begin with the share of their base that travelled before, short of all that could. */
function demandToBeginWith(
  { pairs: oldPairs, vehH: oldVehH }: Before,
  { pairs, elastic }: After,
): Float64Array {
  const vehH = pairs.vehH.slice();
  for (let cell = 0; cell < pairs.numberOf.length; cell++) {
    const pair = pairs.numberOf[cell] as number;
    const old = oldPairs.numberOf[cell] as number;
    if (pair < 0 || old < 0 || elastic.theta[pair] === 0) continue;
    const base = pairs.vehH[pair] as number;
    const share = (oldVehH[old] as number) / (oldPairs.vehH[old] as number);
    vehH[pair] = Math.min(base * share, (base + elastic.rest(pair, 0)) / 2);
  }
  return vehH;
}

/** What links add for a class; infinite where one is closed to it. */
export function addedTo(
  links: Int32Array,
  { closed }: RoadNetwork,
  addedCost: Float64Array | undefined,
): number {
  let sum = 0;
  for (const link of links) {
    if (closed?.[link] === 1) return Number.POSITIVE_INFINITY;
    if (addedCost) sum += addedCost[link] as number;
  }
  return sum;
}
