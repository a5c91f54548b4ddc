// SPDX-License-Identifier: EUPL-1.2
/** What of one solution the next one begins with. Pure. */
import type { Pairs } from './pairs';
import type { PathFlows } from './path-flows';
import type { Standing } from './path-search';
import type { RoadNetwork } from './road-network';

/** What stays as it is from one solution to the next, and what does not. */
type Side = Pick<Standing, 'pairs' | 'elastic' | 'classes' | 'network'>;

/**
 * Keeps the paths of pairs that are still there, but those through a link that is closed now, with
 * flows in their old shares of the demand that the pair begins with: which is returned, by pair, and
 * whether any path carries other than it did. What is as before stays as it was, to the last bit.
 */
export function carryOver(before: Standing, after: Side): { vehH: Float64Array; isOther: boolean } {
  const vehH = demandToBeginWith(before, after);
  const { paths } = before;
  const old = oldNumbers(before.pairs, after.pairs);
  // Pairs that are no more leave their links.
  let isOther = old.reduce((count, number) => count + (number < 0 ? 0 : 1), 0) < before.pairs.count;
  paths.renumber(old);
  const { zones } = after.network;
  const sameWays = isAlike(after.network.closed, before.network.closed);
  after.classes.forEach(({ addedCost }, index) => {
    const isAsBefore = sameWays && isAlike(addedCost, before.classes[index]?.addedCost);
    const last = after.pairs.first[(index + 1) * zones] as number;
    for (let pair = after.pairs.first[index * zones] as number; pair < last; pair++) {
      const isShort = !isAsBefore && dropClosed(paths, pair, after.network, addedCost);
      if (!isShort && vehH[pair] === before.vehH[old[pair] as number]) continue;
      share(paths, pair, vehH[pair] as number);
      isOther = true;
    }
  });
  return { vehH, isOther };
}

/** Whether two columns, of which either may be absent, hold the same. */
function isAlike(one: ArrayLike<number> | undefined, other: ArrayLike<number> | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** What number each pair had; −1: it was none. */
function oldNumbers(before: Pairs, after: Pairs): Int32Array {
  const old = new Int32Array(after.count);
  after.numberOf.forEach((pair, cell) => {
    if (pair >= 0) old[pair] = before.numberOf[cell] as number;
  });
  return old;
}

/** What paths cost a class beside time; whether any that carried something is closed now, and gone. */
function dropClosed(
  paths: PathFlows,
  pair: number,
  network: RoadNetwork,
  addedCost: Float64Array | undefined,
): boolean {
  let before = -1;
  let isShort = false;
  for (let path = paths.head[pair] as number; path !== -1; path = paths.next[path] as number) {
    const first = paths.first[path] as number;
    const added = addedTo(paths.links, first, first + (paths.length[path] as number), network, addedCost);
    paths.added[path] = added;
    if (added === Number.POSITIVE_INFINITY) {
      if ((paths.flow[path] as number) > 0) isShort = true;
      paths.remove(pair, path, before);
    } else before = path;
  }
  return isShort;
}

/** Divides a demand among a pair's paths as they share it now. */
function share(paths: PathFlows, pair: number, vehH: number): void {
  const { flow, next } = paths;
  const head = paths.head[pair] as number;
  let carried = 0;
  for (let path = head; path !== -1; path = next[path] as number) carried += flow[path] as number;
  for (let path = head; path !== -1; path = next[path] as number)
    flow[path] = carried > 0 ? ((flow[path] as number) * vehH) / carried : 0;
  // Where all that is left carried nothing, the first carries all.
  if (carried === 0 && head !== -1) flow[head] = vehH;
}

/** Elastic pairs begin with the share of their base that travelled before, short of all that could. */
function demandToBeginWith(
  { pairs: oldPairs, vehH: oldVehH }: Standing,
  { pairs, elastic }: Side,
): Float64Array {
  const vehH = pairs.vehH.slice();
  for (let cell = 0; cell < pairs.numberOf.length; cell++) {
    const pair = pairs.numberOf[cell] as number;
    const old = oldPairs.numberOf[cell] as number;
    if (pair < 0 || old < 0 || elastic.theta[pair] === 0) continue;
    const base = pairs.vehH[pair] as number;
    const [oldBase, travelled] = [oldPairs.vehH[old] as number, oldVehH[old] as number];
    // Of the same base the same travels, without a rounding.
    const wish = base === oldBase ? travelled : (base * travelled) / oldBase;
    vehH[pair] = Math.min(wish, (base + elastic.rest(pair, 0)) / 2);
  }
  return vehH;
}

/** What the links from `first` to `end` add for a class; infinite where one is closed to it. */
export function addedTo(
  links: Int32Array,
  first: number,
  end: number,
  { closed }: RoadNetwork,
  addedCost: Float64Array | undefined,
): number {
  let sum = 0;
  for (let i = first; i < end; i++) {
    const link = links[i] as number;
    if (closed !== undefined && closed[link] === 1) return Number.POSITIVE_INFINITY;
    if (addedCost !== undefined) sum += addedCost[link] as number;
  }
  return sum;
}
