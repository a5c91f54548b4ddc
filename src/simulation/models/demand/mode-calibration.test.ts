// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { ModeShares, TRAVEL_MODES } from './mode-calibration';
import { NestedLogit } from './nested-logit';

const THETA = 0.05;
const SCALE = 0.6;
const AIM = Float64Array.of(0.16, 0.07, 0.47, 0.07, 0.23);
const random = seeded('cells');
const CELLS = {
  weight: Float64Array.from({ length: 300 }, () => 1 + 20 * random()),
  costMin: Float64Array.from({ length: 300 * TRAVEL_MODES }, () => 5 + 50 * random()),
};

describe('mode constants', () => {
  it('meet the shares aimed at to a hundredth of a point, the car’s being 0', () => {
    const model = new ModeShares(CELLS, THETA, SCALE);
    const constants = model.calibrate(AIM);
    expect(constants[0]).toBe(0);
    model.shares(constants).forEach((share, k) => {
      expect(Math.abs(share - AIM[k]!)).toBeLessThanOrEqual(1e-4);
    });
  });

  it('are found again from shares that they made', () => {
    const model = new ModeShares(CELLS, THETA, SCALE);
    const truth = Float64Array.of(0, -1.2, 0.8, -0.6, 1.1);
    const found = model.calibrate(model.shares(truth));
    found.forEach((constant, k) => {
      expect(Math.abs(constant - truth[k]!)).toBeLessThan(5e-3);
    });
  });

  it('give the shares whose changes the pivot form gives', () => {
    // Two cells alike but for their costs: the second follows from the first by the incremental model.
    const first = [30, 25, 40, 20, 35];
    const second = [33, 24, 30, 28, 31];
    const costMin = Float64Array.from([...first, ...second]);
    const model = new ModeShares({ weight: Float64Array.of(1, 1), costMin }, THETA, SCALE);
    const out = new Float64Array(2 * TRAVEL_MODES);
    model.shares(Float64Array.of(0, -1, 0.5, -0.4, 0.9), out);
    const base = Float64Array.of(...out.subarray(0, TRAVEL_MODES), 0);
    const delta = Float64Array.from(base, (_, k) => (second[k] ?? 0) - (first[k] ?? 0));
    const moved = new Float64Array(6);
    new NestedLogit(THETA, SCALE).sharesAfter(base, delta, moved);
    for (let k = 0; k < TRAVEL_MODES; k++) expect(moved[k]).toBeCloseTo(out[TRAVEL_MODES + k]!, 12);
  });

  it('leave out a mode that nobody has, and let the others share what was aimed at it', () => {
    const costMin = CELLS.costMin.map((c, at) => (at % TRAVEL_MODES === 2 ? Number.POSITIVE_INFINITY : c));
    const model = new ModeShares({ ...CELLS, costMin }, THETA, SCALE);
    const shares = model.shares(model.calibrate(AIM));
    expect(shares[2]).toBe(0);
    expect(shares[0]! / shares[4]!).toBeCloseTo(16 / 23, 2);
  });

  it('refuses trips that no mode makes', () => {
    const costMin = CELLS.costMin.slice().fill(Number.POSITIVE_INFINITY, 10, 15);
    expect(() => new ModeShares({ ...CELLS, costMin }, THETA, SCALE)).toThrow(
      'mode choice: trips of cell 3 have no mode to go by',
    );
  });
});
