// SPDX-License-Identifier: EUPL-1.2
/** Typed arrays that grow as a file is read, whose length nobody knows before. */

interface Arrays {
  float64: Float64Array<ArrayBuffer>;
  uint32: Uint32Array<ArrayBuffer>;
  uint8: Uint8Array<ArrayBuffer>;
}
const MAKE: { [K in keyof Arrays]: (length: number) => Arrays[K] } = {
  float64: (length) => new Float64Array(length),
  uint32: (length) => new Uint32Array(length),
  uint8: (length) => new Uint8Array(length),
};

/** An array that doubles when it is full. */
export class Growing<K extends keyof Arrays> {
  length = 0;
  #array: Arrays[K];
  constructor(private readonly kind: K) {
    this.#array = MAKE[kind](1024);
  }
  /** Makes room for `more` values at the end and gives the whole to write into, from `length` on. */
  room(more: number): Arrays[K] {
    const needed = this.length + more;
    if (needed > this.#array.length) {
      const larger = MAKE[this.kind](Math.max(needed, 2 * this.#array.length));
      larger.set(this.#array.subarray(0, this.length) as never);
      this.#array = larger;
    }
    return this.#array;
  }
  push(value: number): void {
    this.room(1)[this.length++] = value;
  }
  /** What was written, in an array of that length. */
  take(): Arrays[K] {
    return this.#array.slice(0, this.length) as Arrays[K];
  }
}
