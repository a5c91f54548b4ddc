// SPDX-License-Identifier: EUPL-1.2
/** Morton (Z) order: near in the list is near on the ground, and a cell of the quadtree is a range. */

/** Bits of one axis: cells of 0.4 m in a square of 26 km. */
export const MORTON_BITS = 16;
const CELLS = 2 ** MORTON_BITS;

/** Code of a cell, `x` and `y` whole numbers in 0 … 65535. */
export function mortonCode(x: number, y: number): number {
  return (spread(x) | (spread(y) << 1)) >>> 0;
}

function spread(v: number): number {
  let n = v & 0xffff;
  n = (n | (n << 8)) & 0x00ff00ff;
  n = (n | (n << 4)) & 0x0f0f0f0f;
  n = (n | (n << 2)) & 0x33333333;
  return (n | (n << 1)) & 0x55555555;
}

/** Points sorted along the curve. */
export interface MortonOrder {
  /** Old index of the n-th. */
  readonly order: Uint32Array;
  /** Code of the n-th, ascending. */
  readonly codes: Uint32Array;
  /** Side of the square that the curve fills, in the points' unit. */
  readonly side: number;
}

/** Sorts points (any unit, both axes the same) in linear time; equal codes keep their order. */
export function mortonOrder(xs: ArrayLike<number>, ys: ArrayLike<number>): MortonOrder {
  const [minX, maxX] = extent(xs);
  const [minY, maxY] = extent(ys);
  const side = Math.max(maxX - minX, maxY - minY, 0);
  const perCell = side / CELLS || 1;
  const cell = (v: number, min: number) => Math.min(CELLS - 1, Math.floor((v - min) / perCell));
  const keys = new Uint32Array(xs.length);
  for (let i = 0; i < keys.length; i++)
    keys[i] = mortonCode(cell(xs[i] as number, minX), cell(ys[i] as number, minY));
  const order = radixSort(keys);
  return { order, codes: order.map((old) => keys[old] as number), side };
}

function extent(values: ArrayLike<number>): [min: number, max: number] {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    min = Math.min(min, values[i] as number);
    max = Math.max(max, values[i] as number);
  }
  return [min, max];
}

/** Order of unsigned 32-bit keys, stable: two passes of 16 bits. */
function radixSort(keys: Uint32Array): Uint32Array<ArrayBuffer> {
  let from = Uint32Array.from(keys, (_, i) => i);
  let to = new Uint32Array(keys.length);
  for (const shift of [0, 16]) {
    const next = new Uint32Array(65537);
    for (const key of keys) next[((key >>> shift) & 0xffff) + 1]!++;
    for (let d = 0; d < 65536; d++) next[d + 1]! += next[d]!;
    for (const i of from) to[next[((keys[i] as number) >>> shift) & 0xffff]!++] = i;
    [from, to] = [to, from];
  }
  return from;
}
