// SPDX-License-Identifier: EUPL-1.2
/** What of a network can be reached from everywhere in it. */
import { linksAt, type RoadLink } from './road-graph';

/**
 * The number of the strongly connected component of each node (Tarjan 1972, without recursion), and
 * the largest: the one with most nodes, the first found among equals.
 */
export function stronglyConnected(
  nodes: number,
  links: readonly RoadLink[],
): { readonly of: Int32Array; readonly largest: number } {
  const { start, order } = linksAt(nodes, links, 'from');
  const of = new Int32Array(nodes).fill(-1);
  const seenAt = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = start.slice();
  const open: number[] = [];
  const sizes: number[] = [];
  let clock = 0;
  const close = (root: number) => {
    const component = sizes.push(0) - 1;
    for (let node = -1; node !== root; ) {
      node = open.pop() as number;
      of[node] = component;
      sizes[component]!++;
    }
  };
  for (let first = 0; first < nodes; first++) {
    if (seenAt[first]! >= 0) continue;
    const way = [first];
    while (way.length > 0) {
      const node = way.at(-1) as number;
      if (seenAt[node]! < 0) {
        seenAt[node] = low[node] = clock++;
        open.push(node);
      }
      if (next[node]! < start[node + 1]!) {
        const to = links[order[next[node]!++] as number]!.to;
        if (seenAt[to]! < 0) way.push(to);
        else if (of[to]! < 0) low[node] = Math.min(low[node]!, seenAt[to]!);
        continue;
      }
      way.pop();
      if (low[node] === seenAt[node]) close(node);
      const before = way.at(-1);
      if (before !== undefined) low[before] = Math.min(low[before]!, low[node]!);
    }
  }
  let largest = 0;
  sizes.forEach((size, component) => {
    if (size > sizes[largest]!) largest = component;
  });
  return { of, largest };
}

/** The links within the largest strongly connected component. */
export function largestConnected(nodes: number, links: readonly RoadLink[]): RoadLink[] {
  const { of, largest } = stronglyConnected(nodes, links);
  return links.filter(({ from, to }) => of[from] === largest && of[to] === largest);
}
