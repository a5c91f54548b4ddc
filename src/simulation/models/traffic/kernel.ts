// SPDX-License-Identifier: EUPL-1.2
/** What takes most of a search's time, in WebAssembly or in plain TypeScript: the same results, bit for bit. Pure. */
import {
  arraysIn,
  bytesOf,
  type ContractionArrays,
  contractionLengths,
  type SweepArrays,
  sweepLengths,
} from './kernel-arrays';
import { KERNEL_BYTES } from './kernel-bytes';
import { climb, contract, descend } from './plain-kernel';

/** The two passes of a sweep. */
export interface Sweep {
  readonly arrays: SweepArrays;
  /** Goes up from the first `count` nodes of the list, lowest first. */
  climb(count: number): void;
  /** Goes down to the first `nodes` nodes, in their order. */
  descend(nodes: number): void;
}

/** The costs of a hierarchy's arcs over lower ranks. */
export interface Contraction {
  readonly arrays: ContractionArrays;
  contract(): void;
}

export interface Kernel {
  sweep(nodes: number, arcs: number): Sweep;
  contraction(ranks: number, arcs: number, triangles: number): Contraction;
}

export const PLAIN_KERNEL: Kernel = {
  sweep(nodes, arcs) {
    const lengths = sweepLengths(nodes, arcs);
    const arrays = arraysIn(new ArrayBuffer(bytesOf(lengths)), lengths);
    return {
      arrays,
      climb: (count) => climb(arrays, count),
      descend: (count) => descend(arrays, count),
    };
  },
  contraction(ranks, arcs, triangles) {
    const lengths = contractionLengths(ranks, arcs, triangles);
    const arrays = arraysIn(new ArrayBuffer(bytesOf(lengths)), lengths);
    return { arrays, contract: () => contract(arrays, ranks) };
  },
};

/** What of WebAssembly is used here; the language's own library does not declare it. */
interface WebAssemblyLike {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** Arguments are counts and the arrays' places in memory: assembly/kernel.ts. */
type Exports = Readonly<Record<'climb' | 'descend' | 'contract', (...places: number[]) => void>>;

const PAGE_BYTES = 65_536;

/** An instance of its own, with so much memory. @throws Error where there is no WebAssembly with vectors. */
function instance(bytes: number): { buffer: ArrayBuffer; exports: Exports } {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyLike };
  if (!WebAssembly) throw new Error('there is no WebAssembly');
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  const code = Uint8Array.from(KERNEL_BYTES.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  return { buffer: memory.buffer, exports: exports as Exports };
}

/** @throws Error where WebAssembly or its vectors are missing, or there is not enough memory. */
export const WASM_KERNEL: Kernel = {
  sweep(nodes, arcs) {
    const lengths = sweepLengths(nodes, arcs);
    const { buffer, exports } = instance(bytesOf(lengths));
    const arrays = arraysIn(buffer, lengths);
    const { list, first, head, up, down, cost, parent } = placesOf(arrays);
    return {
      arrays,
      climb: (count) => exports.climb(count, list, first, head, up, cost, parent),
      descend: (count) => exports.descend(count, first, head, down, cost, parent),
    };
  },
  contraction(ranks, arcs, triangles) {
    const lengths = contractionLengths(ranks, arcs, triangles);
    const { buffer, exports } = instance(bytesOf(lengths));
    const arrays = arraysIn(buffer, lengths);
    const { first, opposite, cost, by } = placesOf(arrays);
    return { arrays, contract: () => exports.contract(ranks, first, opposite, cost, by) };
  },
};

const placesOf = <A extends Record<string, { byteOffset: number }>>(arrays: A) =>
  Object.fromEntries(Object.entries(arrays).map(([name, { byteOffset }]) => [name, byteOffset])) as {
    [name in keyof A]: number;
  };

/** The one in WebAssembly, or the plain one where that cannot be. */
export const KERNEL: Kernel = {
  sweep(nodes, arcs) {
    try {
      return WASM_KERNEL.sweep(nodes, arcs);
    } catch {
      return PLAIN_KERNEL.sweep(nodes, arcs);
    }
  },
  contraction(ranks, arcs, triangles) {
    try {
      return WASM_KERNEL.contraction(ranks, arcs, triangles);
    } catch {
      return PLAIN_KERNEL.contraction(ranks, arcs, triangles);
    }
  },
};
