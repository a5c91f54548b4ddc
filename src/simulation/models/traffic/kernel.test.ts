// SPDX-License-Identifier: EUPL-1.2

import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { syntheticTown } from '../../../../bench/synthetic-network';
import { compiledKernel, KERNEL_FILE } from '../../../../commands/kernel';
import { Assignment } from './equilibrium';
import { KERNEL, PLAIN_KERNEL, WASM_KERNEL } from './kernel';
import { LANES } from './kernel-arrays';
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

const bits = (values: Float64Array) => new BigInt64Array(values.slice().buffer);

describe('the kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('in WebAssembly leaves what the plain one leaves, bit for bit', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const both = [WASM_KERNEL, PLAIN_KERNEL].map((kernel) => {
          const ways = new ShortestPaths(network, kernel);
          ways.customise(network.freeFlowCost);
          return ways;
        });
        const [first, second] = both.map(({ hierarchy }) => hierarchy);
        expect(bits(first!.cost)).toEqual(bits(second!.cost));
        first!.cost.forEach((cost, way) => {
          if (cost < Number.POSITIVE_INFINITY && first!.by[2 * way]! >= 0)
            expect(first!.by[2 * way]).toBe(second!.by[2 * way]);
          else if (cost < Number.POSITIVE_INFINITY)
            expect(first!.by.slice(2 * way, 2 * way + 2)).toEqual(second!.by.slice(2 * way, 2 * way + 2));
        });
        for (let origin = 0; origin < network.zones; origin += LANES) {
          const origins = [...Array(Math.min(LANES, network.zones - origin)).keys()].map((i) => origin + i);
          for (const ways of both) ways.sweep(origins);
          const [wasm, plain] = both.map(({ arrays }) => arrays);
          expect(bits(wasm!.cost)).toEqual(bits(plain!.cost));
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
    const flows = [PLAIN_KERNEL, KERNEL, KERNEL].map((kernel) => {
      const ways = new ShortestPaths(network, kernel);
      const { flowVehH, iteration } = new Assignment(network, [{ id: 'all', demand }], ways).solve({
        gap: 1e-8,
      });
      expect(iteration).toBeGreaterThan(3);
      return bits(flowVehH);
    });
    expect(flows[1]).toEqual(flows[0]);
    expect(flows[2]).toEqual(flows[0]);
  });

  it('is the plain one where WebAssembly is missing, or will not take it', () => {
    const isPlain = () => {
      expect(() => WASM_KERNEL.sweep(4, 4)).toThrow();
      expect(KERNEL.sweep(4, 4).arrays.cost.length).toBe(4 * LANES);
      expect(KERNEL.contraction(4, 5, 6).arrays.opposite.length).toBe(6);
    };
    expect(WASM_KERNEL.sweep(4, 4).arrays.cost.length).toBe(4 * LANES);
    vi.stubGlobal('WebAssembly', undefined);
    isPlain();
    class Refusing {
      constructor() {
        throw new Error('no vectors');
      }
    }
    vi.stubGlobal('WebAssembly', { Memory: class {}, Module: Refusing, Instance: class {} });
    isPlain();
  });

  it('is what its AssemblyScript compiles to', async () => {
    expect(readFileSync(KERNEL_FILE, 'utf8')).toBe(await compiledKernel());
  }, 60_000);
});
