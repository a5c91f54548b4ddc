// SPDX-License-Identifier: EUPL-1.2
/** Whether every zone can still be driven to and from when links are closed. */
import type { CityInputs, Roads } from '../city/city-inputs';

/**
 * Rows of the zones that cannot be left, or not be driven to, from the main part of the network (its
 * largest part in which every node reaches every other), at any time of the day.
 */
export function zonesCutOff(city: CityInputs): number[] {
  const cut = new Set<number>();
  for (const open of openLinksThroughTheDay(city)) for (const zone of cutOff(city, open)) cut.add(zone);
  return [...cut].sort((a, b) => a - b);
}

/** Links open by day, and at the beginning of every closure: more are never closed at once. */
function openLinksThroughTheDay({ roads, rules }: CityInputs): Uint8Array[] {
  const times = new Set(rules.closures.map(({ hours }) => hours.fromMin));
  const states = [...times].map((time) => {
    const open = roads.open.slice();
    for (const { hours, links } of rules.closures)
      if (hours.fromMin <= time && time < hours.toMin) for (const link of links) open[link] = 0;
    return open;
  });
  return [roads.open, ...states];
}

function cutOff({ roads, zones }: CityInputs, open: Uint8Array): number[] {
  const out = adjacency(roads.nodes, roads.from, roads.to, open);
  const back = adjacency(roads.nodes, roads.to, roads.from, open);
  const seed = nodeOfLargestPart(roads, out, back);
  const arrives = reachedFrom(seed, out);
  const leaves = reachedFrom(seed, back);
  const [canArrive, canLeave] = [new Uint8Array(zones.count), new Uint8Array(zones.count)];
  roads.connectors.zone.forEach((zone, i) => {
    const node = roads.connectors.node[i] as number;
    if (arrives[node] === 1) canArrive[zone] = 1;
    if (leaves[node] === 1) canLeave[zone] = 1;
  });
  return [...canArrive.keys()].filter((zone) => canArrive[zone] === 0 || canLeave[zone] === 0);
}

interface Adjacency {
  readonly first: Int32Array;
  readonly heads: Int32Array;
}

function adjacency(nodes: number, tails: Int32Array, heads: Int32Array, open: Uint8Array): Adjacency {
  const first = new Int32Array(nodes + 1);
  for (let link = 0; link < tails.length; link++)
    if (open[link] === 1) first[(tails[link] as number) + 1]! += 1;
  for (let node = 0; node < nodes; node++) first[node + 1]! += first[node] as number;
  const next = first.slice();
  const rows = new Int32Array(first[nodes] as number);
  for (let link = 0; link < tails.length; link++)
    if (open[link] === 1) rows[next[tails[link] as number]!++] = heads[link] as number;
  return { first, heads: rows };
}

/** Kosaraju and Sharir: backward searches, in the reverse of the order in which forward ones end. */
function nodeOfLargestPart({ nodes }: Roads, out: Adjacency, back: Adjacency): number {
  const ended = endingOrder(nodes, out);
  const seen = new Uint8Array(nodes);
  let best = { node: 0, size: 0 };
  for (let i = nodes - 1; i >= 0; i--) {
    const node = ended[i] as number;
    if (seen[node] === 1) continue;
    const size = search(node, back, seen);
    if (size > best.size) best = { node, size };
  }
  return best.node;
}

function endingOrder(nodes: number, { first, heads }: Adjacency): Int32Array {
  const ended = new Int32Array(nodes);
  const seen = new Uint8Array(nodes);
  const next = first.slice(0, nodes);
  const stack = new Int32Array(nodes);
  let count = 0;
  for (let root = 0; root < nodes; root++) {
    if (seen[root] === 1) continue;
    let depth = 0;
    stack[0] = root;
    seen[root] = 1;
    while (depth >= 0) {
      const node = stack[depth] as number;
      const at = next[node]!++;
      if (at >= (first[node + 1] as number)) {
        ended[count++] = node;
        depth--;
      } else if (seen[heads[at] as number] === 0) {
        seen[heads[at] as number] = 1;
        stack[++depth] = heads[at] as number;
      }
    }
  }
  return ended;
}

function reachedFrom(node: number, adjacent: Adjacency): Uint8Array {
  const seen = new Uint8Array(adjacent.first.length - 1);
  search(node, adjacent, seen);
  return seen;
}

/** Marks what can be reached and was not seen before; returns how many nodes that is. */
function search(node: number, { first, heads }: Adjacency, seen: Uint8Array): number {
  const stack = [node];
  seen[node] = 1;
  let count = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    count++;
    for (let i = first[at] as number; i < (first[at + 1] as number); i++) {
      const head = heads[i] as number;
      if (seen[head] === 1) continue;
      seen[head] = 1;
      stack.push(head);
    }
  }
  return count;
}
