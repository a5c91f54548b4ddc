// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AllOrNothing } from './all-or-nothing';
import type { RoadNetwork } from './road-network';
import { ShortestPaths } from './shortest-paths';

/** A network of any links among some nodes, costs from 0 on with many ties. */
const networks = fc
  .record({
    nodes: fc.integer({ min: 2, max: 12 }),
    zones: fc.integer({ min: 1, max: 6 }),
    isClosed: fc.boolean(),
    ends: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(3)), { minLength: 1, maxLength: 60 }),
    trips: fc.array(fc.nat(9), { minLength: 36, maxLength: 36 }),
  })
  .map(({ nodes, zones: wanted, isClosed, ends, trips }) => {
    const zones = Math.min(wanted, nodes);
    const column = (value: number) => new Float64Array(ends.length).fill(value);
    const network: RoadNetwork = {
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
    return { network, demand: { zones, vehH: Float64Array.from(trips.slice(0, zones * zones)) } };
  });

/** Bellman–Ford: none of the product's path finding. */
function least(
  { nodes, firstThroughNode, from, to, freeFlowCost }: RoadNetwork,
  origin: number,
): Float64Array {
  const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  cost[origin] = 0;
  for (let round = 0; round < nodes; round++)
    from.forEach((node, link) => {
      if (node === origin || node >= firstThroughNode)
        cost[to[link]!] = Math.min(cost[to[link]!]!, cost[node]! + freeFlowCost[link]!);
    });
  return cost;
}

describe('the ways of a sweep', () => {
  it('cost the least, and their links add up to it', () => {
    fc.assert(
      fc.property(networks, ({ network }) => {
        const ways = new ShortestPaths(network);
        ways.customise(network.freeFlowCost);
        const links = new Int32Array(4 * network.nodes);
        for (let origin = 0; origin < network.zones; origin++) {
          const expected = least(network, origin);
          ways.sweep([origin]);
          for (let zone = 0; zone < network.zones; zone++) {
            expect(ways.costTo(zone, 0)).toBe(expected[zone]);
            if (zone === origin || expected[zone] === Number.POSITIVE_INFINITY) continue;
            const path = links.subarray(0, ways.path(zone, 0, links, 0));
            let at = origin;
            let cost = 0;
            for (const link of path) {
              expect(network.from[link]).toBe(at);
              at = network.to[link]!;
              cost += network.freeFlowCost[link]!;
            }
            expect([at, cost]).toEqual([zone, expected[zone]]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('carry all of the demand: Σ flow · cost is Σ demand · least cost, also among ties', () => {
    fc.assert(
      fc.property(networks, ({ network, demand }) => {
        const ways = new ShortestPaths(network);
        ways.customise(network.freeFlowCost);
        const flow = new Float64Array(network.from.length);
        const { sptt, unreachable } = new AllOrNothing(network, ways).load(demand, flow);
        let [expected, without] = [0, 0];
        demand.vehH.forEach((vehH, cell) => {
          const [from, to] = [Math.floor(cell / demand.zones), cell % demand.zones];
          const cost = least(network, from)[to]!;
          if (from === to || vehH === 0) return;
          if (cost === Number.POSITIVE_INFINITY) without += vehH;
          else expected += vehH * cost;
        });
        expect(flow.reduce((sum, x, link) => sum + x * network.freeFlowCost[link]!, 0)).toBeCloseTo(
          expected,
          9,
        );
        expect([sptt, unreachable.vehH]).toEqual([expected, without]);
      }),
      { numRuns: 300 },
    );
  });
});
