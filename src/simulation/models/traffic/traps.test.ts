// SPDX-License-Identifier: EUPL-1.2
/**
 * What trials of these methods fell into and nothing else here tests. The others: exchanged weights of
 * the conjugate directions (frank-wolfe.test.ts), ties that lose flow and links that cost nothing
 * (all-or-nothing.test.ts, equilibrium.test.ts), traffic through zones (equilibrium.test.ts).
 */
import { describe, expect, it } from 'vitest';
import { Assignment } from './equilibrium';
import { frankWolfe } from './frank-wolfe';
import type { RoadNetwork } from './road-network';
import { warmUp } from './warm-up';

/** From zone 0 to 1: a short way of two links (2, 2) and a long one (9); zone 2 hangs on node 3. */
const network: RoadNetwork = {
  nodes: 4,
  zones: 3,
  firstThroughNode: 3,
  from: Int32Array.of(0, 3, 0, 3),
  to: Int32Array.of(3, 1, 1, 2),
  capacityVehH: Float64Array.of(10, 10, 10, 10),
  freeFlowCost: Float64Array.of(2, 2, 9, 1),
  alpha: Float64Array.of(0.15, 0.15, 0.15, 0.15),
  beta: Float64Array.of(4, 4, 4, 4),
  fixedCost: new Float64Array(4),
};
const demand = { zones: 3, vehH: Float64Array.of(0, 5, 2, 0, 0, 0, 0, 0, 0) };
const closing = (...links: readonly number[]) => ({
  ...network,
  closed: Uint8Array.from({ length: 4 }, (_, link) => Number(links.includes(link))),
});

describe('a closed link', () => {
  it('is no link: its cost is no large number that sums and slopes carry along', () => {
    const kept = new Assignment(network, [{ id: 'all', demand }]);
    kept.solve({ gap: 1e-10 });
    kept.change({ network: closing(1) });
    const { flowVehH, tstt, objective, relativeGap } = kept.solve({ gap: 1e-10 });
    expect([...flowVehH]).toEqual([2, 0, 5, 2]);
    // 2 · (2 + 1) + 5 · 9, each with its growth at a fifth and a half of capacity.
    const cost = (free: number, share: number) => free * (1 + 0.15 * share ** 4);
    expect(tstt).toBeCloseTo(2 * (cost(2, 0.2) + cost(1, 0.2)) + 5 * cost(9, 0.5), 9);
    expect(relativeGap).toBeLessThanOrEqual(1e-10);
    expect(objective).toBeLessThan(tstt);
    expect([...frankWolfe(closing(1), { id: 'all', demand }, { gap: 1e-10 }).flowVehH]).toEqual([2, 0, 5, 2]);
  });

  it('that was the only way leaves its trips nowhere, and says so; reopened it has them again', () => {
    const kept = new Assignment(network, [{ id: 'all', demand }]);
    const before = kept.solve({ gap: 1e-10 });
    kept.change({ network: closing(0, 2) });
    const none = kept.solve({ gap: 1e-10 });
    expect([...none.flowVehH, none.tstt, none.relativeGap]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(none.unreachable).toEqual({ pairs: 2, vehH: 7 });
    kept.change({ network });
    const after = kept.solve({ gap: 1e-10 });
    expect(after.unreachable.pairs).toBe(0);
    after.flowVehH.forEach((vehH, link) => {
      expect(vehH).toBeCloseTo(before.flowVehH[link]!, 6);
    });
  });
});

describe('the first solve', () => {
  it('can be had before anybody waits for it, and leaves no trace in the next one', () => {
    const solve = () => new Assignment(network, [{ id: 'all', demand }]).solve({ gap: 1e-9 });
    const before = solve();
    warmUp();
    expect(solve()).toEqual(before);
  });
});
