// SPDX-License-Identifier: EUPL-1.2
/** The paths in use of every pair of zones with demand, and what each carries and costs beside time. Pure. */

const NONE = -1;

/**
 * Paths as runs of links in one array. A pair's paths are a list; a path whose flow is gone leaves
 * the list, and its place is taken again when the array is packed.
 */
export class PathFlows {
  /** First path of each pair; −1: none. */
  head: Int32Array;
  next: Int32Array;
  first: Int32Array;
  length: Int32Array;
  flow: Float64Array;
  /** Cost that does not grow with flow and is the pair's class's own. */
  added: Float64Array;
  links: Int32Array;
  paths = 0;
  #used = 0;
  #dead = 0;

  constructor(public pairs: number) {
    this.head = new Int32Array(pairs).fill(NONE);
    const room = Math.max(16, 2 * pairs);
    this.next = new Int32Array(room);
    this.first = new Int32Array(room);
    this.length = new Int32Array(room);
    this.flow = new Float64Array(room);
    this.added = new Float64Array(room);
    this.links = new Int32Array(room * 16);
  }

  /** Room for a path of at most `longest` links, at the end of `links`; returns where it begins. */
  roomFor(longest: number): number {
    if (this.#used + longest > this.links.length) {
      if (this.#dead > this.links.length / 4) this.#pack();
      if (this.#used + longest > this.links.length) {
        const more = new Int32Array(Math.ceil(1.5 * this.links.length) + longest);
        more.set(this.links);
        this.links = more;
      }
    }
    return this.#used;
  }

  /** Keeps what has been written from `roomFor` up to `end` as a path of `pair`; returns its number. */
  add(pair: number, end: number, flow: number, added: number): number {
    if (this.paths === this.next.length) this.#grow();
    const path = this.paths++;
    this.first[path] = this.#used;
    this.length[path] = end - this.#used;
    this.flow[path] = flow;
    this.added[path] = added;
    this.next[path] = this.head[pair] as number;
    this.head[pair] = path;
    this.#used = end;
    return path;
  }

  /** Takes a path, which follows `before` (−1: none) in its pair's list, out of it. */
  remove(pair: number, path: number, before: number): void {
    if (before === NONE) this.head[pair] = this.next[path] as number;
    else this.next[before] = this.next[path] as number;
    this.#dead += this.length[path] as number;
  }

  /** From now on pair p is what `before[p]` was; −1: it has no path. Paths of pairs left out are gone. */
  renumber(before: Int32Array): void {
    const head = before.map((old) => (old < 0 ? NONE : (this.head[old] as number)));
    this.head = head;
    this.pairs = before.length;
    this.#dead = this.#used;
    for (let pair = 0; pair < this.pairs; pair++)
      for (let path = head[pair] as number; path !== NONE; path = this.next[path] as number)
        this.#dead -= this.length[path] as number;
  }

  copy(): PathFlows {
    // Once here, rather than in every copy.
    if (this.#dead > 0) this.#pack();
    const other = new PathFlows(0);
    other.pairs = this.pairs;
    other.head = this.head.slice();
    const paths = this.paths;
    other.next = roomier(this.next, paths);
    other.first = roomier(this.first, paths);
    other.length = roomier(this.length, paths);
    other.flow = roomier(this.flow, paths);
    other.added = roomier(this.added, paths);
    other.links = roomier(this.links, this.#used);
    other.paths = this.paths;
    other.#used = this.#used;
    return other;
  }

  /** Whether the links from `at` to `end` are those of a path of this pair. */
  has(pair: number, at: number, end: number): boolean {
    const { links } = this;
    for (let path = this.head[pair] as number; path !== NONE; path = this.next[path] as number) {
      if (this.length[path] !== end - at) continue;
      const first = this.first[path] as number;
      let i = 0;
      while (i < end - at && links[first + i] === links[at + i]) i++;
      if (i === end - at) return true;
    }
    return false;
  }

  /** Sets the links' flows to what the paths carry. */
  load(flow: Float64Array): void {
    flow.fill(0);
    this.loadOf(0, this.pairs, flow);
  }

  /** Adds what the paths of some pairs carry to the links' flows. */
  loadOf(firstPair: number, endPair: number, flow: Float64Array): void {
    for (let pair = firstPair; pair < endPair; pair++)
      for (let path = this.head[pair] as number; path !== NONE; path = this.next[path] as number) {
        const carried = this.flow[path] as number;
        const first = this.first[path] as number;
        for (let i = first, end = first + (this.length[path] as number); i < end; i++) {
          const link = this.links[i] as number;
          flow[link] = (flow[link] as number) + carried;
        }
      }
  }

  /** Σ flow · added cost, over all paths in use. */
  addedTotal(): number {
    let sum = 0;
    for (let pair = 0; pair < this.pairs; pair++)
      for (let path = this.head[pair] as number; path !== -1; path = this.next[path] as number)
        sum += (this.flow[path] as number) * (this.added[path] as number);
    return sum;
  }

  #grow(): void {
    const room = 16 + 2 * this.next.length;
    const wider = <A extends Int32Array | Float64Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.next = wider(this.next, new Int32Array(room));
    this.first = wider(this.first, new Int32Array(room));
    this.length = wider(this.length, new Int32Array(room));
    this.flow = wider(this.flow, new Float64Array(room));
    this.added = wider(this.added, new Float64Array(room));
  }

  /** Writes the paths in use anew, one after the other. */
  #pack(): void {
    const { head, next, first, length, flow, links } = this;
    const packed = new PathFlows(this.pairs);
    packed.links = new Int32Array(links.length);
    for (let pair = 0; pair < this.pairs; pair++) {
      const own: number[] = [];
      for (let path = head[pair] as number; path !== NONE; path = next[path] as number) own.push(path);
      for (const path of own.reverse()) {
        const at = packed.#used;
        const from = first[path] as number;
        const end = at + (length[path] as number);
        packed.links.set(links.subarray(from, from + (length[path] as number)), at);
        packed.add(pair, end, flow[path] as number, this.added[path] as number);
      }
    }
    this.head.set(packed.head);
    this.next = packed.next;
    this.first = packed.first;
    this.length = packed.length;
    this.flow = packed.flow;
    this.added = packed.added;
    this.links = packed.links;
    this.paths = packed.paths;
    this.#used = packed.#used;
    this.#dead = 0;
  }
}

/** The first `used` entries, with room for a quarter more. */
function roomier<A extends Int32Array | Float64Array>(old: A, used: number): A {
  const copy = new (old.constructor as new (length: number) => A)(Math.ceil(1.25 * used));
  copy.set(old.subarray(0, used));
  return copy;
}
