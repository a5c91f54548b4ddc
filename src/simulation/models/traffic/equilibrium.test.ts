// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assignment } from './equilibrium';
import { type Demand, NetworkError, type RoadNetwork, type UserClass } from './road-network';

/** [from, to, free-flow cost, growth per vehicle]: cost = free + growth · flow. Nodes from 0. */
type Line = readonly [from: number, to: number, free: number, growth: number];

function network(
  nodes: number,
  zones: number,
  lines: readonly Line[],
  patch: Partial<RoadNetwork> = {},
): RoadNetwork {
  const column = (value: (line: Line) => number) => Float64Array.from(lines, value);
  return {
    nodes,
    zones,
    firstThroughNode: 0,
    from: Int32Array.from(lines, ([from]) => from),
    to: Int32Array.from(lines, ([, to]) => to),
    capacityVehH: column(() => 1),
    freeFlowCost: column(([, , free]) => Math.max(free, 1e-9)),
    alpha: column(([, , free, growth]) => growth / Math.max(free, 1e-9)),
    beta: column(() => 1),
    fixedCost: column(() => 0),
    ...patch,
  };
}

function demand(
  zones: number,
  cells: readonly (readonly [from: number, to: number, vehH: number])[],
): Demand {
  const vehH = new Float64Array(zones * zones);
  for (const [from, to, value] of cells) vehH[from * zones + to] = value;
  return { zones, vehH };
}

const all = (demand: Demand): UserClass[] => [{ id: 'all', demand }];

// Braess (1968) as usually told: 6 vehicles, 10x and 50 + x, and a link of 10 + x between.
const BRAESS: readonly Line[] = [
  [0, 2, 0, 10],
  [0, 3, 50, 1],
  [2, 1, 50, 1],
  [3, 1, 0, 10],
  [2, 3, 10, 1],
];
const six = demand(2, [[0, 1, 6]]);

describe('an equilibrium', () => {
  it('is Braess’s: 92 a trip with the link that seems to help, 83 without', () => {
    const perTrip = (lines: readonly Line[]) => {
      const { tstt, relativeGap } = new Assignment(network(4, 2, lines), all(six)).solve({ gap: 1e-10 });
      expect(relativeGap).toBeLessThanOrEqual(1e-10);
      return tstt / 6;
    };
    expect(perTrip(BRAESS)).toBeCloseTo(92, 5);
    expect(perTrip(BRAESS.slice(0, 4))).toBeCloseTo(83, 5);
  });

  it('shares two ways by hand: 10 + x and 15 + x/2 carry 25 as 11.67 and 13.33', () => {
    const two = network(2, 2, [
      [0, 1, 10, 1],
      [0, 1, 15, 0.5],
    ]);
    const { flowVehH } = new Assignment(two, all(demand(2, [[0, 1, 25]]))).solve({ gap: 1e-12 });
    // 10 + x = 15 + (25 − x) / 2.
    expect(flowVehH[0]).toBeCloseTo(35 / 3, 6);
    expect(flowVehH[1]).toBeCloseTo(40 / 3, 6);
  });

  it('goes through no zone that is no through node', () => {
    // From zone 0 to 1 the way over zone 2 is cheaper, but zones are below the first through node.
    const lines: Line[] = [
      [0, 3, 1, 0],
      [3, 2, 1, 0],
      [2, 4, 1, 0],
      [3, 4, 50, 0],
      [4, 1, 1, 0],
    ];
    const trips = demand(3, [
      [0, 1, 1],
      [0, 2, 2],
    ]);
    const closed = new Assignment(network(5, 3, lines, { firstThroughNode: 3 }), all(trips)).solve({
      gap: 1e-9,
    });
    expect([...closed.flowVehH]).toEqual([3, 2, 0, 1, 1]);
    const open = new Assignment(network(5, 3, lines), all(trips)).solve({ gap: 1e-9 });
    expect([...open.flowVehH]).toEqual([3, 3, 1, 0, 1]);
  });

  it('goes from zone to zone where one link joins them, and says which pairs have no way', () => {
    const lines: Line[] = [
      [0, 1, 5, 0],
      [0, 3, 1, 0],
      [3, 2, 1, 0],
    ];
    const trips = demand(3, [
      [0, 1, 4],
      [0, 2, 3],
      [1, 2, 7],
    ]);
    const result = new Assignment(network(4, 3, lines, { firstThroughNode: 3 }), all(trips)).solve({
      gap: 1e-9,
    });
    expect([...result.flowVehH]).toEqual([4, 3, 3]);
    expect(result.unreachable).toEqual({ pairs: 1, vehH: 7 });
    expect(result.tstt).toBeCloseTo(26, 9);
  });

  it('passes over links that cost nothing, loops and doubles', () => {
    const lines: Line[] = [
      [0, 0, 0, 0],
      [0, 1, 3, 0],
      [0, 1, 2, 0],
      [1, 2, 0, 0],
      [2, 1, 0, 0],
    ];
    const free = network(3, 3, lines, { freeFlowCost: Float64Array.of(0, 3, 2, 0, 0) });
    const { flowVehH, tstt } = new Assignment(free, all(demand(3, [[0, 2, 5]]))).solve({ gap: 1e-9 });
    expect([...flowVehH]).toEqual([0, 0, 5, 5, 0]);
    expect(tstt).toBe(10);
  });

  it('stops when it is told to', () => {
    const seen: number[] = [];
    const { iteration } = new Assignment(network(4, 2, BRAESS), all(six)).solve({
      gap: 0,
      onProgress: ({ iteration }) => seen.push(iteration) < 3,
    });
    expect([iteration, seen]).toEqual([2, [0, 1, 2]]);
  });

  it('is one, of flows that conserve, on any network', () => {
    const grids = fc.record({
      side: fc.integer({ min: 2, max: 5 }),
      closed: fc.boolean(),
      values: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 200, maxLength: 200 }),
    });
    fc.assert(
      fc.property(grids, ({ side, closed, values }) => {
        let next = 0;
        const value = () => values[next++ % values.length] as number;
        const at = (x: number, y: number) => 4 + x + side * y;
        const lines: Line[] = [];
        const both = (a: number, b: number) => {
          lines.push([a, b, 1 + value(), value() / 50], [b, a, 1 + value(), value() / 50]);
        };
        for (let y = 0; y < side; y++)
          for (let x = 0; x < side; x++) {
            if (x + 1 < side) both(at(x, y), at(x + 1, y));
            if (y + 1 < side) both(at(x, y), at(x, y + 1));
          }
        const corners = [at(0, 0), at(side - 1, 0), at(0, side - 1), at(side - 1, side - 1)];
        corners.forEach((corner, zone) => {
          both(zone, corner);
        });
        const trips = new Float64Array(16).map((_, i) => (i % 5 === 0 ? 0 : value()));
        const net = network(4 + side * side, 4, lines, { firstThroughNode: closed ? 4 : 0 });
        const result = new Assignment(net, all({ zones: 4, vehH: trips })).solve({
          gap: 1e-7,
          maxIterations: 500,
        });
        expect(result.relativeGap).toBeLessThanOrEqual(1e-7);
        expect(trueGap(net, trips, result.flowVehH)).toBeLessThanOrEqual(2e-7);
        const balance = new Float64Array(net.nodes);
        trips.forEach((vehH, cell) => {
          balance[Math.floor(cell / 4)]! -= vehH;
          balance[cell % 4]! += vehH;
        });
        result.flowVehH.forEach((vehH, link) => {
          balance[net.from[link]!]! += vehH;
          balance[net.to[link]!]! -= vehH;
        });
        for (const left of balance) expect(Math.abs(left)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe('classes', () => {
  // Two ways from 0 to 1: a tolled one of 10 + x, a free one of 20 + x.
  const two = network(2, 2, [
    [0, 1, 10, 1],
    [0, 1, 20, 1],
  ]);
  const ten = demand(2, [[0, 1, 10]]);

  it('weigh a toll each in its own way: who can pay goes there, by hand', () => {
    const [rich, poor] = new Assignment(two, [
      { id: 'rich', demand: ten, addedCost: Float64Array.of(1, 0) },
      { id: 'poor', demand: ten, addedCost: Float64Array.of(100, 0) },
    ]).solve({ gap: 1e-12 }).classFlowVehH;
    // Rich: 10 + 10 + 1 = 21 there against 20 + 10 = 30 beside it; poor: 120 against 30.
    expect([...rich!]).toEqual([10, 0]);
    expect([...poor!]).toEqual([0, 10]);
  });

  it('are in equilibrium together: 11 + x and 20 + 20 − x are alike at 14.5', () => {
    const { flowVehH, tstt, objective } = new Assignment(two, [
      { id: 'a', demand: ten, addedCost: Float64Array.of(1, 0) },
      { id: 'b', demand: ten, addedCost: Float64Array.of(1, 0) },
    ]).solve({ gap: 1e-12 });
    expect(flowVehH[0]).toBeCloseTo(14.5, 6);
    expect(tstt).toBeCloseTo(20 * 25.5, 5);
    // ∫ 11 + x to 14.5, ∫ 20 + x to 5.5.
    expect(objective).toBeCloseTo(11 * 14.5 + 14.5 ** 2 / 2 + 20 * 5.5 + 5.5 ** 2 / 2, 5);
  });

  it('may be banned, and then have no way', () => {
    const banned = { id: 'old', demand: ten, addedCost: Float64Array.of(Number.POSITIVE_INFINITY, 0) };
    expect([...new Assignment(two, [banned]).solve({ gap: 1e-9 }).flowVehH]).toEqual([0, 10]);
    const nowhere = { ...banned, addedCost: new Float64Array(2).fill(Number.POSITIVE_INFINITY) };
    const { unreachable, flowVehH } = new Assignment(two, [nowhere]).solve({ gap: 1e-9 });
    expect([unreachable, ...flowVehH]).toEqual([{ pairs: 1, vehH: 10 }, 0, 0]);
  });
});

describe('a change', () => {
  const values = (net: RoadNetwork, trips: Demand) => new Assignment(net, all(trips)).solve({ gap: 1e-11 });
  const net = network(4, 2, BRAESS);

  it('goes to the same flows as from nothing, and back to the very same', () => {
    const twelve = demand(2, [
      [0, 1, 12],
      [1, 0, 0],
    ]);
    const kept = new Assignment(net, all(six));
    const before = kept.solve({ gap: 1e-11 });
    kept.change({ classes: all(twelve) });
    const there = kept.solve({ gap: 1e-11 });
    values(net, twelve).flowVehH.forEach((vehH, link) => {
      expect(there.flowVehH[link]).toBeCloseTo(vehH, 4);
    });
    kept.change({ classes: all(six) });
    kept.solve({ gap: 1e-11 }).flowVehH.forEach((vehH, link) => {
      expect(vehH).toBeCloseTo(before.flowVehH[link]!, 4);
    });
  });

  it('closes a link: nobody stays on it, and Braess’s travellers are better off', () => {
    const kept = new Assignment(net, all(six));
    expect(kept.solve({ gap: 1e-11 }).tstt / 6).toBeCloseTo(92, 5);
    kept.change({ network: { ...net, closed: Uint8Array.of(0, 0, 0, 0, 1) } });
    const without = kept.solve({ gap: 1e-11 });
    expect(without.flowVehH[4]).toBe(0);
    expect(without.tstt / 6).toBeCloseTo(83, 5);
    kept.change({ network: net });
    expect(kept.solve({ gap: 1e-11 }).tstt / 6).toBeCloseTo(92, 5);
  });

  it('that widens a link, with the same demand, never lengthens the total time of ways side by side', () => {
    // The BPR function; two ways that share no link, so that Braess has no place.
    const bpr = (lanes: number): Partial<RoadNetwork> => ({
      capacityVehH: Float64Array.of(900 * lanes, 1800),
      alpha: Float64Array.of(0.15, 0.15),
      beta: Float64Array.of(4, 4),
    });
    const lines: Line[] = [
      [0, 1, 10, 0],
      [0, 1, 12, 0],
    ];
    // On one way alone, by hand: 1800 · 10 · (1 + 0.15 · 2⁴), and 1800 · 10 · (1 + 0.15).
    const alone = (lanes: number) =>
      new Assignment(
        network(2, 2, lines.slice(0, 1), {
          capacityVehH: Float64Array.of(900 * lanes),
          alpha: Float64Array.of(0.15),
          beta: Float64Array.of(4),
        }),
        all(demand(2, [[0, 1, 1800]])),
      ).solve({ gap: 1e-9 }).tstt;
    expect([alone(1), alone(2)]).toEqual([expect.closeTo(61_200, 6), expect.closeTo(20_700, 6)]);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 8000 }), fc.integer({ min: 1, max: 4 }), (vehH, lanes) => {
        const classes = all(demand(2, [[0, 1, vehH]]));
        const kept = new Assignment(network(2, 2, lines, bpr(lanes)), classes);
        const before = kept.solve({ gap: 1e-10 }).tstt;
        kept.change({ network: network(2, 2, lines, bpr(lanes + 1)) });
        // The first way is the shorter one and always used: its room is felt by everybody.
        expect(kept.solve({ gap: 1e-10 }).tstt).toBeLessThan(before);
      }),
      { numRuns: 50 },
    );
  });

  it('of pairs that were not there, or are no more, is one too', () => {
    const lines: Line[] = [...BRAESS, [1, 0, 5, 1]];
    const wider = network(4, 2, lines);
    const kept = new Assignment(wider, all(six));
    kept.solve({ gap: 1e-9 });
    kept.change({ classes: all(demand(2, [[1, 0, 3]])) });
    expect([...kept.solve({ gap: 1e-9 }).flowVehH]).toEqual([0, 0, 0, 0, 0, 3]);
  });

  it('to another network is refused, and nothing has changed', () => {
    const kept = new Assignment(net, all(six));
    const before = kept.solve({ gap: 1e-9 }).tstt;
    expect(() => kept.change({ network: network(4, 2, BRAESS.slice(1)) })).toThrow(
      'not those of the one before',
    );
    expect(() => kept.change({ classes: all(demand(2, [[0, 1, Number.NaN]])) })).toThrow('is NaN');
    expect(kept.solve({ gap: 1e-9 }).tstt).toBeCloseTo(before, 6);
  });
});

describe('what cannot be assigned', () => {
  const fault = (patch: Partial<RoadNetwork>, trips = six) => {
    try {
      new Assignment(network(4, 2, BRAESS, patch), all(trips));
    } catch (error) {
      if (error instanceof NetworkError) return error.message;
    }
    return 'nothing';
  };
  const second = (value: number) => Float64Array.of(1, value, 1, 1, 1);

  it('is named: which link, and what', () => {
    expect(fault({ capacityVehH: second(0) })).toBe('link 2 (node 1 to 4): capacity is 0');
    expect(fault({ capacityVehH: second(Number.NaN) })).toBe('link 2 (node 1 to 4): capacity is NaN');
    expect(fault({ freeFlowCost: second(-1) })).toBe('link 2 (node 1 to 4): free-flow cost is -1');
    expect(fault({ fixedCost: second(Number.POSITIVE_INFINITY) })).toBe(
      'link 2 (node 1 to 4): fixed cost is Infinity',
    );
    expect(fault({ to: Int32Array.of(2, 9, 1, 1, 3) })).toBe('link 2 (node 1 to 10): node 10 of 4');
    expect(fault({ zones: 9 })).toBe('network: 9 zones among 4 nodes');
    expect(fault({}, demand(2, [[0, 1, -6]]))).toBe('class all, demand: from zone 1 to 2 is -6');
    expect(fault({}, demand(3, []))).toBe('class all, demand: 3 zones, and the network has 2');
  });
});

/** The relative gap by plain Bellman–Ford at the flows' costs: none of the product's path finding. */
function trueGap(net: RoadNetwork, trips: Float64Array, flow: Float64Array): number {
  const cost = flow.map(
    (x, link) => net.freeFlowCost[link]! * (1 + net.alpha[link]! * x) + net.fixedCost[link]!,
  );
  const tstt = flow.reduce((sum, x, link) => sum + x * cost[link]!, 0);
  let sptt = 0;
  for (let origin = 0; origin < net.zones; origin++) {
    const least = new Float64Array(net.nodes).fill(Number.POSITIVE_INFINITY);
    least[origin] = 0;
    for (let round = 0; round < net.nodes; round++)
      for (let link = 0; link < cost.length; link++) {
        const from = net.from[link]!;
        if (from !== origin && from < net.firstThroughNode) continue;
        least[net.to[link]!] = Math.min(least[net.to[link]!]!, least[from]! + cost[link]!);
      }
    for (let zone = 0; zone < net.zones; zone++) {
      const vehH = trips[origin * net.zones + zone]!;
      if (zone !== origin && vehH > 0) sptt += vehH * least[zone]!;
    }
  }
  return tstt === 0 ? 0 : (tstt - sptt) / tstt;
}

describe('a fork', () => {
  it('stands where the other stands, and goes its own way', () => {
    const one = new Assignment(network(4, 2, BRAESS), all(six));
    const there = one.solve({ gap: 1e-10 });
    const other = one.fork();
    const same = other.solve({ gap: 1e-10 });
    expect(same.iteration).toBe(0);
    for (const [link, flow] of same.flowVehH.entries())
      expect(flow).toBeCloseTo(there.flowVehH[link] as number, 12);
    other.change({ classes: all(demand(2, [[0, 1, 3]])) });
    expect(other.solve({ gap: 1e-10 }).tstt).toBeLessThan(there.tstt / 2);
    expect(one.solve({ gap: 1e-10 }).tstt).toBe(there.tstt);
  });

  it('knows the least costs from zone to zone', () => {
    const one = new Assignment(network(4, 2, BRAESS), all(six));
    one.solve({ gap: 1e-12 });
    const least = one.leastCosts();
    expect(least[1]).toBeCloseTo(92, 5);
    expect([least[0], least[3]]).toEqual([0, 0]);
    expect(least[2]).toBe(Number.POSITIVE_INFINITY);
  });
});
