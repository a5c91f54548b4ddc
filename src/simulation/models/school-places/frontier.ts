// SPDX-License-Identifier: EUPL-1.2
/**
 * What Dijkstra's search (1959) has seen of few items, and how far each is. Of ways that are equally long it finds
 * the one of the fewest steps, without which pupils could move to and fro for nothing (Edmonds and Karp 1972). Pure.
 */
export class Frontier {
  /** Of what is seen: how far, and by which other; −1: from the start. */
  readonly way: Float64Array;
  readonly via: Int32Array;
  /** Steps of the way. */
  readonly #steps: Int32Array;
  /** 0: not seen, 1: seen, 2: done. */
  readonly #state: Uint8Array;
  readonly #seen: Int32Array;
  #count = 0;
  /** Those of them that are not done. */
  readonly #open: Int32Array;
  #openCount = 0;

  constructor(size: number) {
    this.way = new Float64Array(size);
    this.via = new Int32Array(size);
    this.#steps = new Int32Array(size);
    this.#state = new Uint8Array(size);
    this.#seen = new Int32Array(size);
    this.#open = new Int32Array(size);
  }

  /** Begins anew: nothing is seen. */
  begin(): void {
    this.#state.fill(0);
    this.#count = 0;
    this.#openCount = 0;
  }

  /** Sees an item, or finds a shorter way to it. */
  see(item: number, way: number, via: number): void {
    const state = this.#state[item];
    if (state === 2 || way === Number.POSITIVE_INFINITY) return;
    const steps = via < 0 ? 0 : (this.#steps[via] as number) + 1;
    if (state === 0) {
      this.#state[item] = 1;
      this.#seen[this.#count++] = item;
      this.#open[this.#openCount++] = item;
    } else if (!this.#isBefore(way, steps, item)) return;
    this.way[item] = way;
    this.#steps[item] = steps;
    this.via[item] = via;
  }

  /** The nearest of what is seen and not done, which is done now; −1: there is none. */
  nearest(): number {
    if (this.#openCount === 0) return -1;
    let at = 0;
    let here = this.#open[0] as number;
    for (let i = 1; i < this.#openCount; i++) {
      const item = this.#open[i] as number;
      if (!this.#isBefore(this.way[item] as number, this.#steps[item] as number, here)) continue;
      at = i;
      here = item;
    }
    this.#open[at] = this.#open[--this.#openCount] as number;
    this.#state[here] = 2;
    return here;
  }

  #isBefore(way: number, steps: number, item: number): boolean {
    const own = this.way[item] as number;
    return way < own || (way === own && steps < (this.#steps[item] as number));
  }

  /** What is nearer than `way`, and how much nearer. */
  nearer(way: number, each: (item: number, by: number) => void): void {
    for (let i = 0; i < this.#count; i++) {
      const item = this.#seen[i] as number;
      const by = way - (this.way[item] as number);
      if (by > 0) each(item, by);
    }
  }
}
