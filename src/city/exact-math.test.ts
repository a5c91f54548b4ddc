// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, log10, power } from './exact-math';

/** Units in the last place between two numbers of one sign. */
function ulps(a: number, b: number): number {
  if (a === b) return 0;
  return Math.abs(a - b) / 2 ** (Math.floor(Math.log2(Math.max(Math.abs(a), Math.abs(b)))) - 52);
}

describe('exp', () => {
  it('is within two units in the last place of the engine’s', () =>
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        expect(ulps(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 5000 },
    ));

  it('has its limits', () => {
    expect([exp(0), exp(-0), exp(710), exp(-746), exp(Number.NEGATIVE_INFINITY)]).toEqual([
      1,
      1,
      Infinity,
      0,
      0,
    ]);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Infinity);
    expect(exp(Number.NaN)).toBeNaN();
    expect(ulps(exp(1), Math.E)).toBeLessThanOrEqual(1);
    expect(exp(709.78)).toBeCloseTo(Math.exp(709.78), -300);
    expect(exp(-740) / Math.exp(-740)).toBeCloseTo(1, 1);
  });
});

describe('log', () => {
  it('is within two units in the last place of the engine’s', () =>
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(ulps(log(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 5000 },
    ));

  it('is the inverse of exp', () =>
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(x)));
      }),
    ));

  it('has its limits', () => {
    expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect(log(-1)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
    expect(ulps(log(5e-324), Math.log(5e-324))).toBeLessThanOrEqual(2);
    expect(log(2)).toBe(Math.LN2);
  });
});

it('decimal logarithm and powers follow', () => {
  expect(log10(1000)).toBeCloseTo(3, 14);
  expect(power(2, 10)).toBeCloseTo(1024, 10);
  expect(power(70, 0.5)).toBeCloseTo(Math.sqrt(70), 13);
});

it('gives bits that are known, in whatever engine', () => {
  const bits = (x: number) => {
    const [low, high] = new Uint32Array(Float64Array.of(x).buffer) as unknown as [number, number];
    return [high, low].map((word) => word.toString(16).padStart(8, '0')).join('');
  };
  expect(
    [exp(-3.7), exp(0.3), exp(12.25), log(3), log(0.07), log(123456.789)].map(bits),
  ).toMatchInlineSnapshot(`
    [
      "3f99511fc6871044",
      "3ff599058c8c1a96",
      "410982aa4f9aec90",
      "3ff193ea7aad030a",
      "c005462a20517cff",
      "40277281cad8a844",
    ]
  `);
});
