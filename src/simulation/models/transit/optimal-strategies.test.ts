// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { OptimalStrategies, type TransitGraph } from './optimal-strategies';

type Arc = readonly [from: number, to: number, timeS: number, headwayS: number];
const graphOf = (nodes: number, arcs: readonly Arc[]): TransitGraph => ({
  nodes,
  from: Int32Array.from(arcs, ([from]) => from),
  to: Int32Array.from(arcs, ([, to]) => to),
  timeS: Float64Array.from(arcs, ([, , timeS]) => timeS),
  headwayS: Float64Array.from(arcs, ([, , , headwayS]) => headwayS),
});
const EVEN = { waitShare: 0.5, waitWeight: 1 };

/** Solves, and sends one traveller from the origin. */
function travel(graph: TransitGraph, origin: number, destination: number, wait = EVEN) {
  const strategies = new OptimalStrategies(graph, wait);
  strategies.solve(destination);
  const volume = new Float64Array(graph.to.length);
  const travellers = new Float64Array(graph.nodes);
  travellers[origin] = 1;
  const without = strategies.load(travellers, volume);
  return { strategies, timeS: strategies.timeS[origin]!, volume: [...volume], without };
}

describeShared('the example of Spiess and Florian (1989)', () => {
  const read = JSON.parse(readFileSync(sharedPath('benchmarks/spiess-florian/sf1989.json'), 'utf8')) as {
    edges: [number, number, number, number][];
    origin: number;
    destination: number;
    expected_volumes_unit_demand: number[];
    expected_total_time_min: number;
  };
  // Its frequencies are of mean waits: half of the published headways of 12, 12, 30 and 6 minutes.
  const arcs = read.edges.map(([a, b, timeS, f]): Arc => [a, b, timeS, f < 0 ? 0 : 2 / f]);

  it('takes 27.75 minutes', () => {
    // The file's arcs within a stop take up to 1e-6 s each so that there are no ties; the paper's take none.
    const paper = arcs.map(([a, b, timeS, h]): Arc => [a, b, timeS < 1e-5 ? 0 : timeS, h]);
    const { timeS } = travel(graphOf(16, paper), read.origin, read.destination);
    expect(Math.abs(timeS / 60 - read.expected_total_time_min)).toBeLessThan(1e-9);
  });

  it('has the published volumes', () => {
    const { volume, timeS } = travel(graphOf(16, arcs), read.origin, read.destination);
    read.expected_volumes_unit_demand.forEach((expected, arc) => {
      expect(Math.abs(volume[arc]! - expected), `arc ${arc}`).toBeLessThan(1e-9);
    });
    expect(timeS / 60).toBeCloseTo(27.75, 6);
  });
});

it('within a limit finds what it finds without, and nothing beyond', () => {
  // 0 → 1 → 2 → 3, ten seconds each; from 1 also a line every 4 s that takes 1 s to 2, and from 0 one that takes 30 to 3.
  const arcs: Arc[] = [
    [0, 1, 10, 0],
    [1, 2, 10, 0],
    [1, 2, 1, 4],
    [2, 3, 10, 0],
    [0, 3, 30, 8],
  ];
  const strategies = new OptimalStrategies(graphOf(4, arcs), EVEN);
  strategies.solve(3);
  const all = [...strategies.timeS];
  expect(all).toEqual([23, 13, 10, 0]);
  strategies.solve(3, 13);
  expect([...strategies.timeS]).toEqual([Number.POSITIVE_INFINITY, 13, 10, 0]);
  strategies.solve(3, 12);
  expect([...strategies.timeS]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 10, 0]);
  strategies.solve(3);
  expect([...strategies.timeS]).toEqual(all);
});

describe('a stop with several lines', () => {
  /** From stop 0 to 1: every 10 min for 20 min, every 15 min for 24 min, every 5 min for 30 min. */
  const lines: Arc[] = [
    [0, 1, 1200, 600],
    [0, 1, 1440, 900],
    [0, 1, 1800, 300],
  ];

  it('is left by the first of the two attractive ones: 3 min of wait and 21.6 of ride', () => {
    const { timeS, volume, strategies } = travel(graphOf(2, lines), 0, 1);
    // Together every 6 min; 3 in 5 take the faster. The third is slower than waiting on: 30 > 24.6.
    expect(timeS).toBeCloseTo(24.6 * 60, 9);
    expect(volume[0]).toBeCloseTo(0.6, 12);
    expect(volume[1]).toBeCloseTo(0.4, 12);
    expect(volume[2]).toBe(0);
    expect(strategies.waitS(0)).toBeCloseTo(180, 9);
  });

  it('weighs the wait', () => {
    const fast = [
      [0, 1, 1200, 600],
      [0, 1, 1440, 900],
      [0, 1, 1620, 180],
    ] as const;
    const { timeS } = travel(graphOf(2, fast), 0, 1, { waitShare: 0.5, waitWeight: 2 });
    // Two lines: 6 + 21.6 = 27.6 > 27, so the third joins: (1 + 2 + 1.6 + 9) / 0.5 = 27.2.
    expect(timeS).toBeCloseTo(27.2 * 60, 9);
  });

  it('is left at once where a walk beats them', () => {
    const { timeS, volume } = travel(graphOf(2, [...lines, [0, 1, 1450, 0]]), 0, 1);
    expect(timeS).toBe(1450);
    expect(volume).toEqual([0, 0, 0, 1]);
  });

  it('divides ties among equal lines, and leaves out a line that changes nothing', () => {
    const same = travel(graphOf(2, [lines[0]!, lines[0]!]), 0, 1);
    expect(same.volume).toEqual([0.5, 0.5]);
    // 5 + 20 min = 25 min: a line of 25 min helps as much as it harms.
    const { volume, timeS } = travel(graphOf(2, [lines[0]!, [0, 1, 1500, 60]]), 0, 1);
    expect([volume, timeS]).toEqual([[1, 0], 1500]);
  });

  it('takes the first of two equal walks', () =>
    expect(
      travel(
        graphOf(2, [
          [0, 1, 9, 0],
          [0, 1, 9, 0],
        ]),
        0,
        1,
      ).volume,
    ).toEqual([1, 0]));
});

it('who has no way is counted, not lost', () => {
  const { without, timeS, volume } = travel(graphOf(3, [[0, 1, 5, 0]]), 0, 2);
  expect([without, timeS, volume]).toEqual([1, Number.POSITIVE_INFINITY, [0]]);
});

it('arcs that cannot be are refused by number', () => {
  const refused = (arc: Arc) => () => new OptimalStrategies(graphOf(2, [[0, 1, 1, 0], arc]), EVEN);
  expect(refused([0, 2, 1, 0])).toThrow('arc 2: node 3 of 2');
  expect(refused([0, 1, Number.NaN, 0])).toThrow('arc 2: time is NaN s');
  expect(refused([0, 1, 1, -5])).toThrow('arc 2: headway is -5 s');
  expect(() => new OptimalStrategies(graphOf(2, []), { waitShare: -1, waitWeight: 1 })).toThrow(
    'waitShare: is -1',
  );
  expect(() => new OptimalStrategies(graphOf(2, []), EVEN).solve(2)).toThrow('destination: node 3 of 2');
  expect(() => {
    const graph = graphOf(2, [[0, 1, 1, 0]]);
    return new OptimalStrategies({ ...graph, timeS: new Float64Array(2) }, EVEN);
  }).toThrow('arcs: 2 times for 1');
});

const graphs = fc
  .record({
    nodes: fc.integer({ min: 2, max: 9 }),
    arcs: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(40), fc.constantFrom(0, 0, 5, 10, 30)), {
      minLength: 1,
      maxLength: 40,
    }),
  })
  .map(({ nodes, arcs }) => ({
    nodes,
    arcs: arcs.map(([a, b, timeS, headwayS]): Arc => [a % nodes, b % nodes, timeS, headwayS]),
  }));

/** The equations themselves, iterated to their fixed point from above: none of the product's queue. */
function fixedPoint(nodes: number, arcs: readonly Arc[], destination: number): number[] {
  const u = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  u[destination] = 0;
  for (let round = 0; round < 2000; round++) {
    let change = 0;
    for (let i = 0; i < nodes; i++) {
      if (i === destination) continue;
      const out = arcs.filter(([from]) => from === i).map(([, to, c, h]) => ({ v: u[to]! + c, h }));
      let best = Math.min(Number.POSITIVE_INFINITY, ...out.filter(({ h }) => h === 0).map(({ v }) => v));
      let [f, sum] = [0, 0.5];
      for (const { v, h } of out.filter((o) => o.h > 0 && o.v < 1e9).sort((a, b) => a.v - b.v)) {
        f += 1 / h;
        sum += v / h;
        best = Math.min(best, sum / f);
      }
      if (best < u[i]!) {
        change = Math.max(change, Number.isFinite(u[i]) ? u[i]! - best : 1);
        u[i] = best;
      }
    }
    if (change < 1e-12) return u;
  }
  throw new Error('no fixed point');
}

describe('optimal strategies of any graph', () => {
  it('solve their equations', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, arcs }) => {
        const strategies = new OptimalStrategies(graphOf(nodes, arcs), EVEN);
        for (let destination = 0; destination < nodes; destination++) {
          strategies.solve(destination);
          fixedPoint(nodes, arcs, destination).forEach((expected, node) => {
            if (Number.isFinite(expected))
              expect(Math.abs(strategies.timeS[node]! - expected)).toBeLessThan(1e-9 * (1 + expected));
            else expect(strategies.timeS[node]).toBe(expected);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('carry everybody: flows conserve, and their times and waits add up to the expected time', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, arcs }) => {
        const strategies = new OptimalStrategies(graphOf(nodes, arcs), EVEN);
        strategies.solve(0);
        const travellers = Float64Array.from({ length: nodes }, (_, node) => node);
        const volume = new Float64Array(arcs.length);
        const without = strategies.load(travellers, volume);
        const rest = travellers.slice();
        arcs.forEach(([from, to], arc) => {
          rest[from]! -= volume[arc]!;
          rest[to]! += volume[arc]!;
        });
        const passing = travellers.slice();
        arcs.forEach(([, to], arc) => {
          passing[to]! += volume[arc]!;
        });
        let [felt, expected, lost] = [0, 0, 0];
        for (let node = 0; node < nodes; node++) {
          const isReached = Number.isFinite(strategies.timeS[node]);
          if (node > 0) expect(rest[node]).toBeCloseTo(isReached ? 0 : travellers[node]!, 9);
          if (!isReached) lost += travellers[node]!;
          else {
            expected += travellers[node]! * strategies.timeS[node]!;
            if (node > 0) felt += passing[node]! * strategies.waitS(node);
          }
        }
        felt += volume.reduce((sum, x, arc) => sum + x * arcs[arc]![2], 0);
        expect(without).toBe(lost);
        expect(felt).toBeCloseTo(expected, 7);
      }),
      { numRuns: 300 },
    );
  });

  it('are never longer with one line more', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, arcs }) => {
        const [fewer, more] = [arcs.slice(1), arcs].map((some) => {
          const strategies = new OptimalStrategies(graphOf(nodes, some), EVEN);
          strategies.solve(0);
          return strategies.timeS;
        });
        more!.forEach((time, node) => {
          expect(time).toBeLessThanOrEqual(fewer![node]! * (1 + 1e-12));
        });
      }),
      { numRuns: 300 },
    );
  });
});
