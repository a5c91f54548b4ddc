// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, furness, gravity, growthFactors, margins } from './gravity';

const whole = (zones: number): Block => ({ firstRow: 0, rows: zones, firstColumn: 0, columns: zones });

/** Ortúzar & Willumsen, Modelling Transport, doubly constrained growth factors: base, targets, solution. */
const BASE = Float64Array.of(5, 50, 100, 200, 50, 5, 100, 300, 50, 100, 5, 100, 100, 200, 250, 20);
const ORIGINS = Float64Array.of(400, 460, 400, 702);
const DESTINATIONS = Float64Array.of(260, 400, 500, 802);
const PUBLISHED = [
  5.25, 44.12, 98.24, 254.25, 45.3, 3.81, 84.78, 329.11, 77.04, 129.5, 7.21, 186.58, 132.41, 222.57, 309.77,
  32.07,
];

const balanced = fc
  .integer({ min: 2, max: 7 })
  .chain((zones) =>
    fc.record({
      zones: fc.constant(zones),
      seed: fc
        .array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
          minLength: zones * zones,
          maxLength: zones * zones,
        })
        .map((x) => Float64Array.from(x)),
      origins: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: zones, maxLength: zones }),
      destinations: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: zones, maxLength: zones }),
    }),
  )
  .filter(({ origins }) => origins.some((x) => x > 0))
  .map(({ origins, destinations, ...rest }) => {
    const total = (x: number[]) => x.reduce((a, b) => a + b, 0);
    const scale = total(origins) / total(destinations);
    return {
      ...rest,
      origins: Float64Array.from(origins),
      destinations: Float64Array.from(destinations, (x) => x * scale),
    };
  });
const near = (a: Float64Array, b: Float64Array, relative: number) =>
  a.forEach((x, i) => {
    expect(Math.abs(x - b[i]!)).toBeLessThanOrEqual(relative * Math.max(1, b[i]!));
  });

describe('doubly constrained trips', () => {
  it('reaches the published growth of a 4 × 4 matrix, which stopped within 1 % of its margins', () => {
    const grown = growthFactors(BASE, ORIGINS, DESTINATIONS);
    grown.forEach((trips, cell) => {
      expect(Math.abs(trips / PUBLISHED[cell]! - 1)).toBeLessThan(0.02);
    });
    near(margins(grown, 4).origins, ORIGINS, 1e-9);
    near(margins(grown, 4).destinations, DESTINATIONS, 1e-9);
  });

  it('solves 2 × 2 as the equation of its cross ratio does', () => {
    // Costs 0, 10 / 10, 0 and β = 0.1: T₁₁·T₂₂ / (T₁₂·T₂₁) = e², with margins 60, 40 and 50, 50.
    const trips = gravity(
      Float64Array.of(0, 10, 10, 0),
      0.1,
      Float64Array.of(60, 40),
      Float64Array.of(50, 50),
      whole(2),
    );
    const expected = [40.973226964622825, 19.026773035377175, 9.026773035377175, 30.973226964622825];
    trips.forEach((x, cell) => {
      expect(x).toBeCloseTo(expected[cell]!, 7);
    });
  });

  it('meets every margin to 1e-9 and keeps the seed’s cross ratios', () => {
    fc.assert(
      fc.property(balanced, ({ zones, seed, origins, destinations }) => {
        const trips = furness(seed, origins, destinations, whole(zones));
        const reached = margins(trips, zones);
        near(reached.origins, origins, 1e-9);
        near(reached.destinations, destinations, 1e-9);
        const t = (i: number, j: number) => trips[i * zones + j]! / seed[i * zones + j]!;
        for (let i = 1; i < zones; i++)
          for (let j = 1; j < zones; j++)
            expect(Math.abs(t(0, 0) * t(i, j) - t(0, j) * t(i, 0))).toBeLessThanOrEqual(
              1e-9 * Math.max(1e-12, t(0, 0) * t(i, j)),
            );
      }),
    );
  });

  it('makes trips shorter the more minutes deter', () => {
    const minutes = Float64Array.from(
      { length: 25 },
      (_, cell) => 5 + 10 * Math.abs(Math.floor(cell / 5) - (cell % 5)),
    );
    const ends = Float64Array.of(10, 20, 30, 40, 50);
    const mean = (beta: number) =>
      gravity(minutes, beta, ends, ends, whole(5)).reduce(
        (sum, trips, cell) => sum + trips * minutes[cell]!,
        0,
      );
    expect(mean(0.1)).toBeLessThan(mean(0.02));
    expect(mean(0.02)).toBeLessThan(mean(0));
  });

  it('leaves alone what is outside its block, and sends nobody where there is no way', () => {
    const minutes = new Float64Array(9).fill(5);
    minutes[3 + 2] = Number.POSITIVE_INFINITY;
    const block = { firstRow: 0, rows: 2, firstColumn: 1, columns: 2 };
    const trips = gravity(minutes, 0.1, Float64Array.of(10, 6), Float64Array.of(9, 7), block);
    // Everybody from the second row goes to the first column of the block: nothing else is open.
    [0, 3, 7, 0, 6, 0, 0, 0, 0].forEach((value, cell) => {
      expect(trips[cell]).toBeCloseTo(value, 7);
    });
  });

  it('is the very same matrix where no margin changed', () => {
    const { origins, destinations } = margins(BASE, 4);
    expect(growthFactors(BASE, origins, destinations)).toBe(BASE);
  });

  it('refuses impossible margins, naming the zone', () => {
    const ways = Float64Array.of(0, 5, 5, 0);
    const two = (a: number, b: number) => Float64Array.of(a, b);
    expect(() => gravity(ways, 0.1, two(1, 2), two(1, 3), whole(2))).toThrow(
      'margins: 3 trips leave and 4 arrive',
    );
    expect(() => gravity(ways, 0.1, two(-1, 4), two(1, 2), whole(2))).toThrow(
      'trips from zone 1: there are -1',
    );
    expect(() => gravity(ways, 0.1, two(1, 2), two(Number.NaN, 3), whole(2))).toThrow(
      'trips to zone 1: there are NaN',
    );
    const cut = Float64Array.of(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 5, 0);
    expect(() => gravity(cut, 0.1, two(1, 2), two(1, 2), whole(2))).toThrow(
      'trips from zone 1: there is no way for 1 trips',
    );
    // Zone 2 can only be left for zone 1, where one trip may arrive.
    const narrow = Float64Array.of(0, 5, 5, Number.POSITIVE_INFINITY);
    expect(() => gravity(narrow, 0.1, two(1, 2), two(1, 2), whole(2))).toThrow(
      'the zeros of the seed forbid it',
    );
    expect(() => gravity(ways, -1, two(1, 2), two(1, 2), whole(2))).toThrow(
      'gravity: deterrence is -1 per minute',
    );
    expect(() => gravity(ways, 0.1, two(1, 2), Float64Array.of(3), whole(2))).toThrow(
      'margins: 2 × 1 for 2 × 2',
    );
  });
});
