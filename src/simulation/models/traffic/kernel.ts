// SPDX-License-Identifier: EUPL-1.2
/** The two passes of a sweep for four origins at once: in WebAssembly, or in plain TypeScript. Pure. */
import { KERNEL_BYTES } from './kernel-bytes';

/** Origins that are swept from together, side by side in the arrays. */
export const LANES = 4;

/** Arcs of a node are those from its `first` to the next one's; `head` is the node above. */
export interface KernelArrays {
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

export interface Kernel {
  readonly arrays: KernelArrays;
  /** Goes up from the first `count` nodes of the list, lowest first. */
  climb(count: number): void;
  /** Goes down to the first `nodes` nodes, in their order. */
  descend(nodes: number): void;
}

export type NewKernel = (nodes: number, arcs: number) => Kernel;

/** What of WebAssembly is used here; the language's own library does not declare it. */
interface WebAssemblyLike {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

interface KernelExports {
  climb(
    count: number,
    list: number,
    first: number,
    head: number,
    up: number,
    cost: number,
    parent: number,
  ): void;
  descend(nodes: number, first: number, head: number, down: number, cost: number, parent: number): void;
}

const PAGE_BYTES = 65_536;

/** The plain kernel where WebAssembly, or its vectors, are missing: the same results, bit for bit. */
export const newKernel: NewKernel = (nodes, arcs) => wasmKernel(nodes, arcs) ?? plainKernel(nodes, arcs);

/** null where there is no WebAssembly with vectors, or not enough memory for it. */
export function wasmKernel(nodes: number, arcs: number): Kernel | null {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyLike };
  if (!WebAssembly) return null;
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytesOf(nodes, arcs) / PAGE_BYTES) });
    const bytes = Uint8Array.from(KERNEL_BYTES.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
    const { climb, descend } = exports as KernelExports;
    const arrays = arraysIn(memory.buffer, nodes, arcs);
    const [list, first, head] = [arrays.list, arrays.first, arrays.head].map((a) => a.byteOffset) as Three;
    const [up, down] = [arrays.up.byteOffset, arrays.down.byteOffset];
    const [cost, parent] = [arrays.cost.byteOffset, arrays.parent.byteOffset];
    return {
      arrays,
      climb: (count) => climb(count, list, first, head, up, cost, parent),
      descend: (count) => descend(count, first, head, down, cost, parent),
    };
  } catch {
    return null;
  }
}
type Three = [number, number, number];

export function plainKernel(nodes: number, arcs: number): Kernel {
  const arrays = arraysIn(new ArrayBuffer(bytesOf(nodes, arcs)), nodes, arcs);
  return {
    arrays,
    climb: (count) => climbPlainly(arrays, count),
    descend: (count) => descendPlainly(arrays, count),
  };
}

function climbPlainly({ list, first, head, up, cost, parent }: KernelArrays, count: number): void {
  for (let i = 0; i < count; i++) {
    const node = list[i] as number;
    for (let arc = first[node] as number, end = first[node + 1] as number; arc < end; arc++) {
      const price = up[arc] as number;
      const from = node * LANES;
      const to = (head[arc] as number) * LANES;
      for (let lane = 0; lane < LANES; lane++) {
        const through = (cost[from + lane] as number) + price;
        if (through >= (cost[to + lane] as number)) continue;
        cost[to + lane] = through;
        parent[to + lane] = arc;
      }
    }
  }
}

function descendPlainly({ first, head, down, cost, parent }: KernelArrays, nodes: number): void {
  for (let node = 0; node < nodes; node++) {
    const at = node * LANES;
    for (let arc = first[node] as number, end = first[node + 1] as number; arc < end; arc++) {
      const price = down[arc] as number;
      const above = (head[arc] as number) * LANES;
      for (let lane = 0; lane < LANES; lane++) {
        const through = (cost[above + lane] as number) + price;
        if (through >= (cost[at + lane] as number)) continue;
        cost[at + lane] = through;
        parent[at + lane] = ~arc;
      }
    }
  }
}

const bytesOf = (nodes: number, arcs: number) =>
  8 * (nodes * LANES + 2 * arcs) + 4 * (nodes * LANES + nodes + 1 + arcs + nodes);

/** One after the other, those of eight bytes first. */
function arraysIn(buffer: ArrayBuffer, nodes: number, arcs: number): KernelArrays {
  let at = 0;
  const place = <A>(array: new (buffer: ArrayBuffer, at: number, length: number) => A, length: number) => {
    const placed = new array(buffer, at, length);
    at += length * (array === (Float64Array as unknown) ? 8 : 4);
    return placed;
  };
  return {
    cost: place(Float64Array, nodes * LANES),
    up: place(Float64Array, arcs),
    down: place(Float64Array, arcs),
    parent: place(Int32Array, nodes * LANES),
    first: place(Int32Array, nodes + 1),
    head: place(Int32Array, arcs),
    list: place(Int32Array, nodes),
  };
}
