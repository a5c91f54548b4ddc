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
  const neighbours: Set<number>[] = Array.from({ length: nodes }, () => new Set());
  for (let link = 0; link < from.length; link++) {
    const [a, b] = [from[link] as number, to[link] as number];
    if (a === b) continue;
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  const rank = new Int32Array(nodes).fill(-1);
  const depth = new Int32Array(nodes);
  const later: number[][] = [];
  const queue = new DegreeQueue(
    nodes,
    (node) => (neighbours[node] as Set<number>).size + (depth[node] as number),
  );
  for (let next = 0; next < nodes; next++) {
    const node = queue.take();
    const around = [...(neighbours[node] as Set<number>)];
    rank[node] = next;
    later.push(around);
    for (const a of around) {
      const of = neighbours[a] as Set<number>;
      of.delete(node);
      for (const b of around) if (b !== a) of.add(b);
      depth[a] = Math.max(depth[a] as number, (depth[node] as number) + 1);
    }
    for (const a of around) queue.changed(a);
    (neighbours[node] as Set<number>).clear();
  }
  const upFirst = new Int32Array(nodes + 1);
  for (let r = 0; r < nodes; r++) upFirst[r + 1] = (upFirst[r] as number) + (later[r] as number[]).length;
  const upHead = new Int32Array(upFirst[nodes] as number);
  later.forEach((around, r) => {
    upHead.set(Int32Array.from(around, (node) => rank[node] as number).sort(), upFirst[r]);
  });
  return { rank, upFirst, upHead };
}

/** Nodes by a key that changes: a heap with stale entries, passed over when they come up. */
class DegreeQueue {
  readonly #key: (node: number) => number;
  readonly #current: Int32Array;
  readonly #heap: { key: number; node: number }[] = [];

  constructor(nodes: number, key: (node: number) => number) {
    this.#key = key;
    this.#current = new Int32Array(nodes);
    for (let node = 0; node < nodes; node++) this.changed(node);
  }

  changed(node: number): void {
    const entry = { key: this.#key(node), node };
    this.#current[node] = entry.key;
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(entry, heap[above] as typeof entry)) break;
      heap[at] = heap[above] as typeof entry;
      at = above;
    }
    heap[at] = entry;
  }

  /** The node of the least key, which leaves the queue. */
  take(): number {
    for (;;) {
      const { key, node } = this.#pop();
      if (this.#current[node] !== key) continue;
      this.#current[node] = -1;
      return node;
    }
  }

  #pop() {
    const heap = this.#heap;
    const first = heap[0] as { key: number; node: number };
    const last = heap.pop() as typeof first;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      const other = below + 1;
      if (other < heap.length && before(heap[other] as typeof first, heap[below] as typeof first))
        below = other;
      if (!before(heap[below] as typeof first, last)) break;
      heap[at] = heap[below] as typeof first;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

const before = (a: { key: number; node: number }, b: { key: number; node: number }) =>
  a.key < b.key || (a.key === b.key && a.node < b.node);
