// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODES } from './modes';
import { NestedLogit } from './nested-logit';

const THETA = 0.05;
const [CAR, TRANSIT, BICYCLE, WALK] = [0, 2, 3, 4];
const cell = (patch: Record<number, number>) => Float64Array.from(MODES, (_, k) => patch[k] ?? 0);
const BASE = Float64Array.of(0.16, 0.07, 0.45, 0.07, 0.2, 0.05);
const moved = (base: Float64Array, delta: Float64Array, scale = 0.6) => {
  const out = new Float64Array(MODES.length);
  new NestedLogit(THETA, scale).sharesAfter(base, delta, out);
  return out;
};

const shares = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map((weights) => {
    const all = weights.reduce((a, b) => a + b, 0);
    return Float64Array.from(weights, (w) => w / all);
  });
const changes = fc
  .array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map((minutes) => Float64Array.from(minutes));
const scales = fc.double({ min: 0.3, max: 1, noNaN: true });

describe('incremental nested logit', () => {
  it('three modes by hand: car 10 minutes dearer, bicycle 10 cheaper, λ = ½', () => {
    // Nest: √(½·e + ½) · 0.6 = 0.818102; car: 0.4 · e^−½ = 0.242612; together 1.060714.
    const base = cell({ [CAR]: 0.4, [BICYCLE]: 0.3, [WALK]: 0.3 });
    const delta = cell({ [CAR]: 10, [BICYCLE]: -10 });
    const out = moved(base, delta, 0.5);
    expect(out[CAR]).toBeCloseTo(0.22872539153352, 12);
    expect(out[BICYCLE]).toBeCloseTo(0.56384691899892, 12);
    expect(out[WALK]).toBeCloseTo(0.20742768946756, 12);
    const model = new NestedLogit(THETA, 0.5);
    expect(model.othersLogsum(base, delta)).toBeCloseTo(0.31005725347914, 12);
  });

  it('gives back the base bit by bit where nothing that is used changed', () => {
    fc.assert(
      fc.property(shares, scales, (base, scale) => {
        const model = new NestedLogit(THETA, scale);
        const out = new Float64Array(6);
        model.sharesAfter(base, new Float64Array(6), out);
        expect([...out]).toEqual([...base]);
        expect(model.othersLogsum(base, new Float64Array(6))).toBe(0);
      }),
    );
    const noTransit = Float64Array.of(0.5, 0, 0, 0.2, 0.3, 0);
    expect([...moved(noTransit, cell({ [TRANSIT]: Number.NaN }))]).toEqual([...noTransit]);
  });

  it('is at an offset what it is alone, in place too', () => {
    const delta = Float64Array.of(5, 3, -4, 2, 1, 0);
    const rows = new Float64Array(18);
    rows.set(BASE, 6);
    new NestedLogit(THETA, 0.6).sharesAfter(rows, delta, rows, 6);
    expect([...rows.subarray(6, 12)]).toEqual([...moved(BASE, delta)]);
    expect([...rows.subarray(0, 6), ...rows.subarray(12)]).toEqual(Array(12).fill(0));
  });

  it('adds up to 1, and what gets dearer loses', () => {
    fc.assert(
      fc.property(shares, changes, scales, fc.nat(5), (base, delta, scale, mode) => {
        const out = moved(base, delta, scale);
        expect(Math.abs(out.reduce((a, b) => a + b, 0) - 1)).toBeLessThanOrEqual(1e-12);
        const dearer = delta.slice();
        dearer[mode]! += 5;
        const then = moved(base, dearer, scale);
        for (let k = 0; k < 6; k++)
          if (k === mode) expect(then[k]).toBeLessThan(out[k]!);
          else expect(then[k]).toBeGreaterThan(out[k]!);
      }),
    );
  });

  it('is the multinomial logit with scale 1', () => {
    fc.assert(
      fc.property(shares, changes, (base, delta) => {
        const out = moved(base, delta, 1);
        const weights = base.map((share, k) => share * Math.exp(-THETA * delta[k]!));
        const all = weights.reduce((a, b) => a + b, 0);
        for (let k = 0; k < 6; k++) expect(Math.abs(out[k]! - weights[k]! / all)).toBeLessThan(1e-12);
      }),
    );
  });

  it('keeps the ratio within a nest whatever happens outside, and draws more from within', () => {
    const out = moved(BASE, cell({ [CAR]: 12, [TRANSIT]: -7 }));
    expect(out[BICYCLE]! / out[WALK]!).toBeCloseTo(BASE[BICYCLE]! / BASE[WALK]!, 12);
    const cycling = moved(BASE, cell({ [BICYCLE]: -10 }));
    expect(cycling[WALK]! / BASE[WALK]!).toBeLessThan(cycling[TRANSIT]! / BASE[TRANSIT]!);
    expect(cycling[CAR]! / BASE[CAR]!).toBeCloseTo(cycling[TRANSIT]! / BASE[TRANSIT]!, 12);
  });

  it('has the logit’s own elasticity −θ · c · (1 − P)', () => {
    const [cost, step] = [40, 1e-5];
    const up = moved(BASE, cell({ [TRANSIT]: cost * step }))[TRANSIT]!;
    const down = moved(BASE, cell({ [TRANSIT]: -cost * step }))[TRANSIT]!;
    const elasticity = (up - down) / (2 * step) / BASE[TRANSIT]!;
    expect(elasticity).toBeCloseTo(-THETA * cost * (1 - BASE[TRANSIT]!), 7);
  });

  it('car against all the rest is a binary pivot logit', () => {
    fc.assert(
      fc.property(shares, changes, scales, (base, delta, scale) => {
        const others = new NestedLogit(THETA, scale).othersLogsum(base, delta);
        const odds = (base[CAR]! / (1 - base[CAR]!)) * Math.exp(-THETA * delta[CAR]! - others);
        expect(Math.abs(moved(base, delta, scale)[CAR]! - odds / (1 + odds))).toBeLessThan(1e-12);
      }),
    );
  });

  it('does without a mode that there is no more', () => {
    const out = moved(BASE, cell({ [CAR]: Number.POSITIVE_INFINITY }));
    expect(out[CAR]).toBe(0);
    expect(out.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('refuses what makes no sense', () => {
    expect(() => new NestedLogit(0, 0.6)).toThrow('nested logit: theta is 0');
    expect(() => new NestedLogit(0.05, 1.2)).toThrow('nest scale is 1.2');
    expect(() => moved(cell({ [CAR]: 1 }), cell({ [CAR]: Number.POSITIVE_INFINITY }))).toThrow(
      'mode choice: no mode is left',
    );
  });
});
