// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { Assignment } from './equilibrium';
import { LinkCosts } from './link-cost';
import type { RoadNetwork } from './road-network';

/** Links from zone 0 to 1 of capacity 100, 10 at no flow. */
const network = (...betas: readonly number[]): RoadNetwork => {
  const column = (value: number) => new Float64Array(betas.length).fill(value);
  return {
    nodes: 2,
    zones: 2,
    firstThroughNode: 0,
    from: new Int32Array(betas.length),
    to: new Int32Array(betas.length).fill(1),
    capacityVehH: column(100),
    freeFlowCost: column(10),
    alpha: column(0.5),
    beta: Float64Array.from(betas),
    fixedCost: column(0),
  };
};

describe('the cost of a link', () => {
  it('is that of the Bureau of Public Roads, with its slope and integral', () => {
    const betas = [0, 0.5, 1, 2, 2.5, 4, 5, 20];
    const costs = new LinkCosts(network(...betas));
    const column = () => new Float64Array(betas.length);
    for (const x of [0, 1, 50, 100, 130]) {
      const [flow, cost, slope, more, after] = [column().fill(x), column(), column(), column(), column()];
      costs.update(flow, cost, slope);
      costs.update(column().fill(x + 1e-5), more, after);
      betas.forEach((beta, link) => {
        expect(cost[link]! / (10 * (1 + 0.5 * (x / 100) ** beta)) - 1).toBeCloseTo(0, 12);
        const rise = (more[link]! - cost[link]!) / 1e-5;
        if (x > 0)
          expect(Math.abs(rise - slope[link]!)).toBeLessThanOrEqual(1e-5 * Math.max(1, slope[link]!));
      });
      const integral = betas.map((beta) => 10 * x * (1 + (0.5 * (x / 100) ** beta) / (beta + 1)));
      expect(costs.objective(flow) / integral.reduce((a, b) => a + b, 0) || 1).toBeCloseTo(1, 12);
    }
  });

  it('that rises steepest at no flow has its equilibrium too', () => {
    // √s and ½ − s, with s = x / 100, are alike at √s = (√3 − 1) / 2.
    const { flowVehH, relativeGap } = new Assignment(network(0.5, 1), [
      { id: 'all', demand: { zones: 2, vehH: Float64Array.of(0, 50, 0, 0) } },
    ]).solve({ gap: 1e-12 });
    expect(relativeGap).toBeLessThanOrEqual(1e-12);
    expect(flowVehH[0]).toBeCloseTo((100 * (Math.sqrt(3) - 1) ** 2) / 4, 6);
  });
});
