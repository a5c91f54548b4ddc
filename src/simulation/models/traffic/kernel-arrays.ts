// SPDX-License-Identifier: EUPL-1.2
/** The arrays that the kernel works on, side by side in one buffer. Pure. */

/** Origins that are swept from together. */
export const LANES = 4;

/** Of a sweep. Arcs of a node are those from its `first` to the next one's; `head` is the node above. */
export interface SweepArrays {
  readonly first: Int32Array;
  readonly head: Int32Array;
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** By node and lane. */
  readonly cost: Float64Array;
  /** By node and lane: the arc by which a node is reached, up to it, or ~arc down to it. */
  readonly parent: Int32Array;
  /** Nodes to climb from. */
  readonly list: Int32Array;
}

/** Of a hierarchy. Arcs of a rank are those from its `first` to the next one's. */
export interface ContractionArrays {
  readonly first: Int32Array;
  /** For each two arcs up from one rank, in their order, the arc between their upper ends. */
  readonly opposite: Int32Array;
  /** By arc: up it, and down it. */
  readonly cost: Float64Array;
  /**
   * By arc, up it and down it: the link that it is; or ~arc from the lowest rank of the two it goes
   * by to its lower end, and then the arc from there to its higher end.
   */
  readonly by: Int32Array;
}

/** How many entries each array has, those of eight bytes first. */
type Lengths = Readonly<Record<string, readonly [kind: 'f64' | 'i32', length: number]>>;

export const sweepLengths = (nodes: number, arcs: number) =>
  ({
    cost: ['f64', nodes * LANES],
    up: ['f64', arcs],
    down: ['f64', arcs],
    parent: ['i32', nodes * LANES],
    first: ['i32', nodes + 1],
    head: ['i32', arcs],
    list: ['i32', nodes],
  }) as const;

export const contractionLengths = (ranks: number, arcs: number, triangles: number) =>
  ({
    cost: ['f64', 2 * arcs],
    by: ['i32', 4 * arcs],
    first: ['i32', ranks + 1],
    opposite: ['i32', triangles],
  }) as const;

export const bytesOf = (lengths: Lengths): number =>
  Object.values(lengths).reduce((sum, [kind, length]) => sum + (kind === 'f64' ? 8 : 4) * length, 0);

/** Places the arrays one after the other. */
export function arraysIn<L extends Lengths>(
  buffer: ArrayBuffer,
  lengths: L,
): { [name in keyof L]: L[name][0] extends 'f64' ? Float64Array : Int32Array } {
  let at = 0;
  const placed = Object.entries(lengths).map(([name, [kind, length]]) => {
    const array = kind === 'f64' ? new Float64Array(buffer, at, length) : new Int32Array(buffer, at, length);
    at += array.byteLength;
    return [name, array];
  });
  return Object.fromEntries(placed);
}
