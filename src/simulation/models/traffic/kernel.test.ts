// SPDX-License-Identifier: EUPL-1.2

import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { syntheticTown } from '../../../../bench/synthetic-network';
import { compiledKernel, KERNEL_FILE } from '../../../../commands/kernel';
import { Assignment } from './equilibrium';
import { LANES, newKernel, plainKernel, wasmKernel } from './kernel';
import type { RoadNetwork } from './road-network';
import { ShortestPaths } from './shortest-paths';

const networks = fc
  .record({
    nodes: fc.integer({ min: 8, max: 60 }),
    zones: fc.integer({ min: 1, max: 8 }),
    isClosed: fc.boolean(),
    ends: fc.array(fc.tuple(fc.nat(59), fc.nat(59), fc.double({ min: 0, max: 9, noNaN: true })), {
      minLength: 20,
      maxLength: 240,
    }),
  })
  .map(({ nodes, zones, isClosed, ends }): RoadNetwork => {
    const column = (value: number) => new Float64Array(ends.length).fill(value);
    return {
      nodes,
      zones,
      firstThroughNode: isClosed ? zones : 0,
      from: Int32Array.from(ends, ([a]) => a % nodes),
      to: Int32Array.from(ends, ([, b]) => b % nodes),
      capacityVehH: column(1),
      freeFlowCost: Float64Array.from(ends, ([, , cost]) => cost),
      alpha: column(0),
      beta: column(0),
      fixedCost: column(0),
    };
  });

describe('the kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('in WebAssembly leaves what the plain one leaves, bit for bit', () => {
    expect(wasmKernel(1, 1)).not.toBeNull();
    fc.assert(
      fc.property(networks, (network) => {
        const both = [wasmKernel, plainKernel].map((kernel) => {
          const ways = new ShortestPaths(network, (nodes, arcs) => kernel(nodes, arcs)!);
          ways.customise(network.freeFlowCost);
          return ways;
        });
        for (let origin = 0; origin < network.zones; origin += LANES) {
          const origins = [...Array(Math.min(LANES, network.zones - origin)).keys()].map((i) => origin + i);
          for (const ways of both) ways.sweep(origins);
          const [wasm, plain] = both.map(({ arrays }) => arrays);
          expect(new BigInt64Array(wasm!.cost.slice().buffer)).toEqual(
            new BigInt64Array(plain!.cost.slice().buffer),
          );
          plain!.cost.forEach((cost, at) => {
            // Of what no way leads to nothing is left but the cost.
            if (cost < Number.POSITIVE_INFINITY) expect(wasm!.parent[at]).toBe(plain!.parent[at]);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('makes no difference to an equilibrium: not in a bit, nor from one time to the next', () => {
    const { network, demand } = syntheticTown({ side: 9, zones: 10, vehHByZone: 1500 });
    const flows = [plainKernel, newKernel, newKernel].map((kernel) => {
      const ways = new ShortestPaths(network, kernel);
      const { flowVehH, iteration } = new Assignment(network, [{ id: 'all', demand }], ways).solve({
        gap: 1e-8,
      });
      expect(iteration).toBeGreaterThan(3);
      return new BigInt64Array(flowVehH.buffer);
    });
    expect(flows[1]).toEqual(flows[0]);
    expect(flows[2]).toEqual(flows[0]);
  });

  it('is the plain one where WebAssembly is missing, or will not take it', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(wasmKernel(4, 4)).toBeNull();
    expect(newKernel(4, 4).arrays.cost.length).toBe(4 * LANES);
    const refuses = {
      Memory: class {},
      Module: class {
        constructor() {
          throw new Error('no vectors');
        }
      },
      Instance: class {},
    };
    vi.stubGlobal('WebAssembly', refuses);
    expect(wasmKernel(4, 4)).toBeNull();
    expect(newKernel(4, 4).arrays.cost.length).toBe(4 * LANES);
  });

  it('is what its AssemblyScript compiles to', async () => {
    expect(readFileSync(KERNEL_FILE, 'utf8')).toBe(await compiledKernel());
  }, 60_000);
});
