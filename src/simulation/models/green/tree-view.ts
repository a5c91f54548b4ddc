// SPDX-License-Identifier: EUPL-1.2
/** How near the third nearest tree is. Pure. */
import type { Trees } from './canopy';

/** Places, in the plane. */
export interface Points {
  readonly count: number;
  readonly eastM: ArrayLike<number>;
  readonly northM: ArrayLike<number>;
}

/** Trees by squares, so that of a place only those around are looked at. */
export class TreeIndex {
  readonly #side: number;
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Trees of square s: from first[s] to first[s + 1]. */
  readonly #first: Int32Array;
  readonly #east: Float64Array;
  readonly #north: Float64Array;

  /** @param withinM farther than this nothing is looked for */
  constructor(trees: readonly Pick<Trees, 'count' | 'eastM' | 'northM'>[], withinM: number) {
    const east = joined(trees, ({ eastM }) => eastM);
    const north = joined(trees, ({ northM }) => northM);
    this.#side = withinM;
    this.#west = east.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    this.#south = north.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const span = (values: Float64Array, from: number) =>
      values.length === 0
        ? 0
        : Math.floor((values.reduce((a, b) => Math.max(a, b), from) - from) / withinM) + 1;
    this.#columns = span(east, this.#west);
    this.#rows = span(north, this.#south);
    const square = Int32Array.from(
      east,
      (x, i) =>
        Math.floor(((north[i] as number) - this.#south) / withinM) * this.#columns +
        Math.floor((x - this.#west) / withinM),
    );
    this.#first = new Int32Array(this.#columns * this.#rows + 1);
    for (const s of square) this.#first[s + 1]! += 1;
    for (let s = 0; s + 1 < this.#first.length; s++) this.#first[s + 1]! += this.#first[s] as number;
    const next = this.#first.slice();
    this.#east = new Float64Array(east.length);
    this.#north = new Float64Array(east.length);
    square.forEach((s, i) => {
      const at = next[s]!++;
      this.#east[at] = east[i] as number;
      this.#north[at] = north[i] as number;
    });
  }

  /** Metres to the k-th nearest tree, k from 1; Infinity where fewer are within the limit. */
  kthNearestM(eastM: number, northM: number, k: number): number {
    const limit = this.#side;
    const nearest = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
    const column = Math.floor((eastM - this.#west) / limit);
    const row = Math.floor((northM - this.#south) / limit);
    for (let r = Math.max(0, row - 1); r <= Math.min(this.#rows - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(this.#columns - 1, column + 1); c++) {
        const square = r * this.#columns + c;
        for (let i = this.#first[square] as number; i < (this.#first[square + 1] as number); i++) {
          const [x, y] = [(this.#east[i] as number) - eastM, (this.#north[i] as number) - northM];
          let away = Math.sqrt(x * x + y * y);
          if (away > limit) continue;
          for (let n = 0; n < k && away < Number.POSITIVE_INFINITY; n++)
            if (away < (nearest[n] as number)) {
              const farther = nearest[n] as number;
              nearest[n] = away;
              away = farther;
            }
        }
      }
    return nearest[k - 1] as number;
  }

  /** By place. */
  kthNearest({ count, eastM, northM }: Points, k: number): Float64Array {
    return Float64Array.from({ length: count }, (_, i) =>
      this.kthNearestM(eastM[i] as number, northM[i] as number, k),
    );
  }
}

type Placed = Pick<Trees, 'count' | 'eastM' | 'northM'>;
function joined(trees: readonly Placed[], of: (some: Placed) => ArrayLike<number>): Float64Array {
  const all = new Float64Array(trees.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const some of trees) {
    all.set(of(some), at);
    at += some.count;
  }
  return all;
}
