// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { Assignment } from './equilibrium';
import type { RoadNetwork, UserClass } from './road-network';

/** Two ways from zone 0 to 1: 10 + x and 20 + x, beside a way back of 5. */
const network: RoadNetwork = {
  nodes: 2,
  zones: 2,
  firstThroughNode: 0,
  from: Int32Array.of(0, 0, 1),
  to: Int32Array.of(1, 1, 0),
  capacityVehH: Float64Array.of(1, 1, 1),
  freeFlowCost: Float64Array.of(10, 20, 5),
  alpha: Float64Array.of(0.1, 0.05, 0),
  beta: Float64Array.of(1, 1, 1),
  fixedCost: new Float64Array(3),
};
const THETA = 0.06;
/** 20 of 50 travel where it costs 25: 10 + 15 and 20 + 5. */
const drivers = (patch: Partial<UserClass> = {}): UserClass => ({
  id: 'drivers',
  demand: { zones: 2, vehH: Float64Array.of(0, 20, 0, 0) },
  elasticity: {
    totalVehH: Float64Array.of(0, 50, 0, 0),
    baseCost: Float64Array.of(0, 25, 0, 0),
    theta: THETA,
  },
  ...patch,
});
const GOALS = { gap: 1e-11, demandGap: 1e-10 };
const tolled = (toll: number) => drivers({ addedCost: Float64Array.of(toll, toll, 0) });

describe('demand that answers', () => {
  it('is the base at the base’s costs', () => {
    const { classVehH, flowVehH } = new Assignment(network, [drivers()]).solve(GOALS);
    expect(classVehH[0]![1]).toBeCloseTo(20, 7);
    expect(flowVehH[0]).toBeCloseTo(15, 6);
    expect(flowVehH[1]).toBeCloseTo(5, 6);
  });

  it('is less under a toll, as much as solves both sides by bisection', () => {
    const { classVehH, demandGap } = new Assignment(network, [tolled(6)]).solve(GOALS);
    // Both ways in use: cost 15 + q/2 + toll = W(q).
    const wants = (q: number) => 25 - (Math.log(q / (50 - q)) - Math.log(20 / 30)) / THETA;
    let [low, high] = [1, 49];
    for (let i = 0; i < 100; i++) {
      const q = (low + high) / 2;
      if (wants(q) > 15 + q / 2 + 6) low = q;
      else high = q;
    }
    expect(demandGap).toBeLessThanOrEqual(1e-10);
    expect(classVehH[0]![1]).toBeCloseTo(low, 5);
    expect(classVehH[0]![1]).toBeLessThan(20);
  });

  it('has the logit’s own elasticity: −θ · cost · (1 − share)', () => {
    const flat = { ...network, alpha: new Float64Array(3), freeFlowCost: Float64Array.of(25, 99, 5) };
    const at = (toll: number) => new Assignment(flat, [tolled(toll)]).solve(GOALS).classVehH[0]![1]!;
    const step = 1e-3;
    const elasticity = ((at(step) - at(0)) / at(0)) * (25 / step);
    expect(elasticity).toBeCloseTo(-THETA * 25 * (1 - 20 / 50), 3);
  });

  it('comes back to the base when the toll goes', () => {
    const kept = new Assignment(network, [drivers()]);
    kept.solve(GOALS);
    for (const toll of [3, 40, 12]) {
      kept.change({ classes: [tolled(toll)] });
      expect(kept.solve(GOALS).classVehH[0]![1]).toBeLessThan(20);
    }
    kept.change({ classes: [drivers()] });
    const { classVehH, flowVehH } = kept.solve(GOALS);
    expect(classVehH[0]![1]).toBeCloseTo(20, 6);
    expect(flowVehH[0]).toBeCloseTo(15, 5);
  });

  it('follows what else has become better or worse, as the logit says', () => {
    const flat = { ...network, alpha: new Float64Array(3), freeFlowCost: Float64Array.of(25, 99, 5) };
    const shifted = (shift: number) =>
      drivers({
        elasticity: { ...drivers().elasticity!, utilityShift: Float64Array.of(0, shift, 0, 0) },
      });
    const kept = new Assignment(flat, [shifted(0)]);
    expect(kept.solve(GOALS).classVehH[0]![1]).toBe(20);
    // Costs stay at the base’s 25: odds of 20 to 30, times e^shift.
    for (const shift of [-0.7, 0.4, 3]) {
      kept.change({ classes: [shifted(shift)] });
      const odds = (20 / 30) * Math.exp(shift);
      expect(kept.solve(GOALS).classVehH[0]![1]).toBeCloseTo((50 * odds) / (1 + odds), 6);
    }
    kept.change({ classes: [shifted(0)] });
    expect(kept.solve(GOALS).classVehH[0]![1]).toBeCloseTo(20, 7);
  });

  it('differs from pair to pair and class to class, and comes back to the base of each', () => {
    const demand = { zones: 2, vehH: Float64Array.of(0, 20, 4, 0) };
    const column = (there: number, back: number) => Float64Array.of(0, there, back, 0);
    const baseCost = column(30, 5);
    const both = (shift: Float64Array) => [
      { id: 'a', demand, elasticity: { totalVehH: column(50, 9), baseCost, theta: 0.06 } },
      {
        id: 'b',
        demand,
        elasticity: { totalVehH: column(21, 40), baseCost, theta: 0.02, utilityShift: shift },
      },
    ];
    const kept = new Assignment(network, both(column(0, 0)));
    const before = kept.solve(GOALS).classVehH.map((vehH) => vehH.slice());
    kept.change({ classes: both(column(-1, 2)) });
    const [a, b] = kept.solve(GOALS).classVehH;
    expect(a![1]).toBeGreaterThan(before[0]![1]!);
    expect(b![1]).toBeLessThan(before[1]![1]!);
    expect(a![2]).toBeCloseTo(4, 7);
    expect(b![2]).toBeCloseTo((40 * (4 / 36) * Math.exp(2)) / (1 + (4 / 36) * Math.exp(2)), 6);
    kept.change({ classes: both(column(0, 0)) });
    kept.solve(GOALS).classVehH.forEach((vehH, index) => {
      vehH.forEach((value, cell) => {
        expect(value).toBeCloseTo(before[index]![cell]!, 6);
      });
    });
  });

  it('is at the least of one convex programme', () => {
    const { objective } = new Assignment(network, [tolled(6)]).solve(GOALS);
    const without = drivers({ elasticity: undefined as never });
    for (const q of [14, 15, 17, 20]) {
      const fixed = {
        ...without,
        addedCost: Float64Array.of(6, 6, 0),
        demand: { zones: 2, vehH: Float64Array.of(0, q, 0, 0) },
      };
      const { objective: routes } = new Assignment(network, [fixed]).solve({ gap: 1e-11 });
      const pivot = Math.log(20 / 30) + THETA * 25;
      const benefit =
        (pivot * q - (q * Math.log(q) + (50 - q) * Math.log(50 - q) - 50 * Math.log(50))) / THETA;
      expect(routes - benefit).toBeGreaterThanOrEqual(objective - 1e-6);
    }
  });

  it('that cannot be is refused', () => {
    const fault = (elasticity: Partial<NonNullable<UserClass['elasticity']>>) => () =>
      new Assignment(network, [drivers({ elasticity: { ...drivers().elasticity!, ...elasticity } })]);
    expect(fault({ theta: 0 })).toThrow('class drivers: theta is 0');
    expect(fault({ totalVehH: Float64Array.of(0, 20, 0, 0) })).toThrow(
      'class drivers, from zone 1 to 2: 20 could travel, and 20 do',
    );
    expect(fault({ baseCost: Float64Array.of(0, Number.NaN, 0, 0) })).toThrow('base cost is NaN');
    expect(fault({ utilityShift: Float64Array.of(0, Number.NEGATIVE_INFINITY, 0, 0) })).toThrow(
      'class drivers, from zone 1 to 2: utility shift is -Infinity',
    );
    expect(fault({ utilityShift: new Float64Array(9) })).toThrow(
      'class drivers: 9 utility shifts for 2 × 2 zones',
    );
  });
});
