// SPDX-License-Identifier: EUPL-1.2
/** The order in which a graph's nodes are taken out, those of fewest neighbours first. Pure. */

/** Nodes in their order, and for each its neighbours that come later, by rank, ascending. */
export interface Elimination {
  /** Rank of each node. */
  readonly rank: Int32Array;
  /** Where each rank's later neighbours begin in `upHead`; one more entry than nodes. */
  readonly upFirst: Int32Array;
  /** Ranks. */
  readonly upHead: Int32Array;
}

/**
 * Minimum-degree elimination (Tinney and Walker 1967, in the use of Dibbelt, Strasser, Wagner 2016):
 * a node that is taken out leaves its neighbours joined to one another, so that any two nodes keep
 * their distance over nodes that are left. Ties go to the node whose neighbours were taken least
 * deep, then to the lower number: the same graph has the same order everywhere.
 */
export function eliminate(nodes: number, from: Int32Array, to: Int32Array): Elimination {
  const neighbours = neighboursOf(nodes, from, to);
  const rank = new Int32Array(nodes).fill(-1);
  const depth = new Int32Array(nodes);
  const later: number[][] = [];
  const mark = new Int32Array(nodes).fill(-1);
  const keyOf = (node: number) => (neighbours[node] as number[]).length + (depth[node] as number);
  const queue = new LeastKeyQueue(nodes, keyOf);
  for (let next = 0; next < nodes; next++) {
    const node = queue.take();
    const around = neighbours[node] as number[];
    rank[node] = next;
    later.push(around);
    for (const a of around) {
      joinAround(a, node, around, neighbours[a] as number[], mark);
      depth[a] = Math.max(depth[a] as number, (depth[node] as number) + 1);
      queue.changed(a, keyOf(a));
    }
  }
  const upFirst = new Int32Array(nodes + 1);
  for (let r = 0; r < nodes; r++) upFirst[r + 1] = (upFirst[r] as number) + (later[r] as number[]).length;
  const upHead = new Int32Array(upFirst[nodes] as number);
  later.forEach((around, r) => {
    upHead.set(Int32Array.from(around, (node) => rank[node] as number).sort(), upFirst[r]);
  });
  return { rank, upFirst, upHead };
}

/** Each node's neighbours either way, once. */
function neighboursOf(nodes: number, from: Int32Array, to: Int32Array): number[][] {
  const lists: number[][] = Array.from({ length: nodes }, () => []);
  for (let link = 0; link < from.length; link++) {
    const [a, b] = [from[link] as number, to[link] as number];
    if (a === b) continue;
    lists[a]?.push(b);
    lists[b]?.push(a);
  }
  return lists.map((list) => [...new Set(list)]);
}

/** Takes `gone` out of the neighbours of `node` and puts the other ones of `around` in. */
function joinAround(
  node: number,
  gone: number,
  around: readonly number[],
  own: number[],
  mark: Int32Array,
): void {
  // Marks are the nodes themselves: whoever is marked with this one is its neighbour.
  let kept = 0;
  for (let i = 0; i < own.length; i++) {
    const other = own[i] as number;
    if (other === gone) continue;
    mark[other] = node;
    own[kept++] = other;
  }
  own.length = kept;
  for (const other of around) if (other !== node && mark[other] !== node) own.push(other);
  for (const other of own) mark[other] = -1;
}

/** Nodes by a key that changes: a heap whose stale entries are passed over when they come up. */
class LeastKeyQueue {
  readonly #nodes: number;
  readonly #current: Int32Array;
  /** key · nodes + node, so that ties go to the lower number. */
  readonly #heap: number[] = [];

  constructor(nodes: number, keyOf: (node: number) => number) {
    this.#nodes = nodes;
    this.#current = new Int32Array(nodes);
    for (let node = 0; node < nodes; node++) this.changed(node, keyOf(node));
  }

  changed(node: number, key: number): void {
    this.#current[node] = key;
    const entry = key * this.#nodes + node;
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (entry >= (heap[above] as number)) break;
      heap[at] = heap[above] as number;
      at = above;
    }
    heap[at] = entry;
  }

  /** The node of the least key, which leaves the queue. */
  take(): number {
    for (;;) {
      const entry = this.#pop();
      const node = entry % this.#nodes;
      if (this.#current[node] !== (entry - node) / this.#nodes) continue;
      this.#current[node] = -1;
      return node;
    }
  }

  #pop(): number {
    const heap = this.#heap;
    const first = heap[0] as number;
    const last = heap.pop() as number;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && (heap[below + 1] as number) < (heap[below] as number)) below++;
      if ((heap[below] as number) >= last) break;
      heap[at] = heap[below] as number;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}
