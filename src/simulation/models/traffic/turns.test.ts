// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assignment } from './equilibrium';
import type { RoadNetwork } from './road-network';
import { ShortestPaths } from './shortest-paths';
import { type Turns, withTurns } from './turns';

/** [from, to, cost]; cost = free + growth · flow. */
type Line = readonly [from: number, to: number, free: number, growth?: number];

function network(nodes: number, zones: number, lines: readonly Line[]): RoadNetwork {
  const column = (value: (line: Line) => number) => Float64Array.from(lines, value);
  return {
    nodes,
    zones,
    firstThroughNode: zones,
    from: Int32Array.from(lines, ([from]) => from),
    to: Int32Array.from(lines, ([, to]) => to),
    capacityVehH: column(() => 1),
    freeFlowCost: column(([, , free]) => free),
    alpha: column(([, , free, growth = 0]) => (free > 0 ? growth / free : 0)),
    beta: column(() => 1),
    fixedCost: column(() => 0),
  };
}

const penalties = (...turns: readonly (readonly [from: number, to: number, cost: number])[]): Turns => ({
  penalties: {
    fromLink: Int32Array.from(turns, ([from]) => from),
    toLink: Int32Array.from(turns, ([, to]) => to),
    cost: Float64Array.from(turns, ([, , cost]) => cost),
  },
});

/** From zone 0 to 1 over 2 and 3: straight on at 3 (3 + 1 = 4), or round by 4 (6). */
const LINES: readonly Line[] = [
  [0, 2, 1],
  [2, 3, 1],
  [3, 1, 2],
  [2, 4, 2],
  [4, 1, 3],
  [4, 3, 1],
];
const town = network(5, 2, LINES);
const ten = { zones: 2, vehH: Float64Array.of(0, 10, 0, 0) };

function flows(net: RoadNetwork, turns: Turns) {
  const { network: turned, streets } = withTurns(net, turns);
  const { flowVehH, tstt } = new Assignment(turned, [{ id: 'all', demand: ten }]).solve({ gap: 1e-12 });
  return { flow: [...flowVehH.subarray(0, streets)], each: tstt / 10 };
}

describe('turns', () => {
  it('that cost nothing change nothing', () => {
    expect(flows(town, {})).toEqual({ flow: [10, 10, 10, 0, 0, 0], each: 4 });
    expect(flows(town, penalties([1, 2, 0]))).toEqual({ flow: [10, 10, 10, 0, 0, 0], each: 4 });
  });

  it('that are forbidden are not taken; those of others at the node are', () => {
    // Over 4 and then 3: 1 + 2 + 1 + 2 = 6, as over 4 alone: 1 + 2 + 3.
    const { flow, each } = flows(town, penalties([1, 2, Number.POSITIVE_INFINITY]));
    expect([flow[1], each]).toEqual([0, 6]);
    const dear = network(
      5,
      2,
      LINES.map(([a, b, c]) => (a === 4 && b === 1 ? [a, b, 9] : [a, b, c])),
    );
    expect(flows(dear, penalties([1, 2, Number.POSITIVE_INFINITY]))).toEqual({
      flow: [10, 0, 10, 10, 0, 10],
      each: 6,
    });
  });

  it('are worth a way round where they cost more than it', () => {
    expect(flows(town, penalties([1, 2, 1.5]))).toEqual({ flow: [10, 10, 10, 0, 0, 0], each: 5.5 });
    expect(flows(town, penalties([1, 2, 2.5], [5, 2, 9]))).toEqual({ flow: [10, 0, 0, 10, 10, 0], each: 6 });
  });

  it('share flow with ways that grow: 4 + x + 3 and 6 + 10 − x are alike at x = 4.5', () => {
    const growing = network(5, 2, [
      [0, 2, 1],
      [2, 3, 1, 1],
      [3, 1, 2],
      [2, 4, 2, 1],
      [4, 1, 3],
    ]);
    const { flow, each } = flows(growing, penalties([1, 2, 3]));
    expect(flow[1]).toBeCloseTo(4.5, 9);
    expect(each).toBeCloseTo(11.5, 9);
  });

  it('may be forbidden later without another hierarchy', () => {
    const free = withTurns(town, penalties([1, 2, 0]));
    const kept = new Assignment(free.network, [{ id: 'all', demand: ten }]);
    expect(kept.solve({ gap: 1e-12 }).tstt).toBe(40);
    kept.change({ network: withTurns(town, penalties([1, 2, Number.POSITIVE_INFINITY])).network });
    expect(kept.solve({ gap: 1e-12 }).tstt).toBe(60);
    expect([...free.widen(Float64Array.of(1, 2, 3, 4, 5, 6))].slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 0]);
  });

  it('cost what a search from link to link says, at every node of any network', () => {
    const cases = fc.record({
      ends: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(9)), { minLength: 4, maxLength: 24 }),
      costs: fc.array(fc.oneof(fc.nat(9), fc.constant(Number.POSITIVE_INFINITY)), {
        minLength: 40,
        maxLength: 40,
      }),
    });
    fc.assert(
      fc.property(cases, ({ ends, costs }) => {
        const lines: Line[] = [
          [0, 2, 1],
          [3, 1, 1],
          [0, 4, 2],
          [5, 1, 2],
          ...ends.map(([a, b, c]) => [2 + a, 2 + b, c] as const),
        ];
        const net = network(9, 2, lines);
        const pairs = lines.flatMap(([, to], come) =>
          lines.flatMap(([from], go) => (from === to && to >= 2 ? [[come, go] as const] : [])),
        );
        const listed = pairs.flatMap(([come, go], i) =>
          i % 3 === 0 ? [] : [[come, go, costs[i % costs.length] as number] as const],
        );
        const { network: turned } = withTurns(net, penalties(...listed));
        const ways = new ShortestPaths(turned);
        const cost = ways.skim(
          turned.freeFlowCost.map((free, link) =>
            turned.closed![link] === 1 ? Number.POSITIVE_INFINITY : free + turned.fixedCost[link]!,
          ),
        );
        expect(cost[1]).toBe(leastByLinks(lines, listed));
      }),
      { numRuns: 200 },
    );
  });

  it('and nodes that cannot be are refused', () => {
    expect(() => withTurns(town, penalties([0, 2, 1]))).toThrow(
      'turn 1: link 1 (node 1 to 3) does not lead to link 3 (node 4 to 2)',
    );
    expect(() => withTurns(town, penalties([1, 2, 1], [1, 2, 3]))).toThrow('turn 2: is listed twice');
    expect(() => withTurns(town, penalties([1, 2, -1]))).toThrow('turn 1: cost is -1');
    expect(() => withTurns(town, penalties([1, 9, 1]))).toThrow('turn 1: link 10 of 6');
    const through = {
      ...network(3, 2, [
        [0, 1, 1],
        [1, 2, 1],
      ]),
      firstThroughNode: 0,
    };
    expect(() => withTurns(through, penalties([0, 1, 1]))).toThrow('turn 1: node 2 is a zone');
    expect(() => withTurns(town, { nodeDelay: new Float64Array(4) })).toThrow('4 for 5 nodes');
    expect(() => withTurns(town, { nodeDelay: Float64Array.of(0, 0, 0, Number.NaN, 0) })).toThrow(
      'node 4: its delay is NaN',
    );
  });
});

describe('delays of nodes', () => {
  it('are paid by all who come into them', () => {
    expect(flows(town, { nodeDelay: Float64Array.of(0, 0, 1, 0.5, 0) })).toEqual({
      flow: [10, 10, 10, 0, 0, 0],
      each: 5.5,
    });
    expect(flows(town, { nodeDelay: Float64Array.of(0, 0, 1, 3, 0) })).toEqual({
      flow: [10, 0, 0, 10, 10, 0],
      each: 7,
    });
  });
});

/** Least cost from zone 0 to 1 by Bellman–Ford over the links as states: none of the product's search. */
function leastByLinks(
  lines: readonly Line[],
  turns: readonly (readonly [from: number, to: number, cost: number])[],
): number {
  const at = lines.map(([from, , free]) => (from === 0 ? free : Number.POSITIVE_INFINITY));
  const penalty = (come: number, go: number) => turns.find(([a, b]) => a === come && b === go)?.[2] ?? 0;
  for (const _ of lines)
    lines.forEach(([, to], come) => {
      lines.forEach(([from, , free], go) => {
        if (from === to && to >= 2) at[go] = Math.min(at[go]!, at[come]! + penalty(come, go) + free);
      });
    });
  return Math.min(...lines.map(([, to], link) => (to === 1 ? at[link]! : Number.POSITIVE_INFINITY)));
}
