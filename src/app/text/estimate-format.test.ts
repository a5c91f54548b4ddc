// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Estimate, estimateOf } from '../../impact/estimate';
import { formatBeforeAfter, formatEstimate, formatRatio, stepOf } from './estimate-format';

/** Of eleven draws: the second is the 10th percentile, the tenth the 90th, the sixth the median. */
function drawn(low: number, value: number, high: number): Estimate {
  return estimateOf([low, low, low, low, value, value, value, high, high, high, high]);
}

describe('figures of an estimate', () => {
  it.each([
    [1204, 1500, 1833, 100],
    [10, 15, 30, 10],
    [10, 15, 29.9, 1],
    [0.0121, 0.0133, 0.0152, 0.001],
    [500, 500, 500, 1],
    [123456, 123456, 123456, 1000],
    [0, 0, 0, 1],
    [-3, 0, 3, 1],
  ])('of %s to %s … %s are rounded to %s', (low, value, high, step) =>
    expect(stepOf({ low, value, high })).toBeCloseTo(step, 9),
  );

  it('are written in Italian with their interval, thousands grouped', () =>
    expect(formatEstimate(drawn(120_400, 151_230, 183_300), 'km', 'it')).toEqual({
      value: '150.000',
      low: '120.000',
      high: '180.000',
      unit: 'km',
    }));

  it('show as many decimals as the interval allows, and all of them', () =>
    expect(formatEstimate(drawn(21.04, 22, 22.41), 'km/h', 'it')).toEqual({
      value: '22,0',
      low: '21,0',
      high: '22,4',
      unit: 'km/h',
    }));

  it('of a change bear their sign', () =>
    expect(formatEstimate(drawn(-1833, -1500, 204), 'trips/h', 'en', 'change')).toEqual({
      value: '−2,000',
      low: '−2,000',
      high: '0',
      unit: 'trips/h',
    }));

  it('of a share are per cent, of its change points', () => {
    expect(formatEstimate(drawn(0.281, 0.293, 0.307), 'share', 'it').value).toBe('29%');
    expect(formatEstimate(drawn(-0.014, -0.011, -0.008), 'share', 'it', 'change')).toEqual({
      value: '−1,1',
      low: '−1,4',
      high: '−0,8',
      unit: 'punti',
    });
    expect(formatRatio(drawn(-0.05, -0.04, -0.03), 'it').value).toBe('−4%');
  });

  it('of a size lose the sign and put the smaller end first', () =>
    expect(formatEstimate(drawn(-830, -600, -410), 'kg/h', 'it', 'size')).toEqual({
      value: '600',
      low: '400',
      high: '800',
      unit: 'kg/h',
    }));

  it('of a size whose interval crosses zero keep their signs', () => {
    expect(formatEstimate(drawn(-10, -6, 1), 'km', 'it', 'size')).toEqual({
      value: '−6',
      low: '−10',
      high: '+1',
      unit: 'km',
    });
    expect(formatRatio(drawn(-0.01, 0.06, 0.1), 'en', 'size')).toMatchObject({ low: '−1%', high: '+10%' });
    expect(formatEstimate(drawn(-10, -6, 0), 'km', 'it', 'size')).toMatchObject({ low: '0', high: '10' });
  });

  it('cannot be had of a number without its interval', () => {
    // @ts-expect-error a bare number is no estimate
    expect(() => formatEstimate(1500, 'km', 'it')).toThrow(RangeError);
    const made = { value: 1, low: 1, high: 1, draws: 8, sameSign: 1 };
    // @ts-expect-error nor is what only looks like one: estimates are made from draws alone
    expect(formatEstimate(made, 'km', 'it').value).toBe('1,00');
  });
});

describe('a figure before, after and as a change', () => {
  const ofDraws = (before: readonly number[], change: readonly number[]) => ({
    before: estimateOf(before),
    after: estimateOf(before.map((value, i) => value + (change[i] as number))),
    change: estimateOf(change),
  });
  const values = (figure: ReturnType<typeof ofDraws>, unit: 'km' | 'share' = 'km') => {
    const { before, after, change } = formatBeforeAfter(figure, unit, 'it');
    return [before.value, after.value, change.value];
  };

  it('is told as finely as the change, so that before and after are seen to differ', () => {
    // By themselves both are 10.000: their intervals are thousands wide.
    const wide = ofDraws([8_204, 9_631, 10_243, 11_020, 12_411], [-710, -640, -600, -580, -450]);
    expect(formatEstimate(wide.before, 'km', 'it').value).toBe(formatEstimate(wide.after, 'km', 'it').value);
    expect(values(wide)).toEqual(['10.240', '9.640', '−600']);
    expect(formatBeforeAfter(wide, 'km', 'it').before.low).toBe('9.000');
  });

  it('is the same before and after where it does not change', () =>
    expect(values(ofDraws([21.04, 22, 22.01, 22.41, 23], [0, 0, 0, 0, 0]))).toEqual(['22,0', '22,0', '0']));

  it('is told in per cent where it is a share, and its change in points', () =>
    expect(
      values(ofDraws([0.2, 0.29, 0.3, 0.31, 0.4], [-0.014, -0.012, -0.011, -0.01, -0.008]), 'share'),
    ).toEqual(['30,0%', '28,9%', '−1,1']));

  it('adds up as it is written, whatever the draws are', () => {
    const figure = (text: string) => Number(text.replace(/[.%]/g, '').replace(',', '.').replace('−', '-'));
    const draw = fc.tuple(
      fc.double({ min: 1, max: 1e6, noNaN: true }),
      fc.integer({ min: -900, max: 2000 }).map((permille) => permille / 1000),
    );
    fc.assert(
      fc.property(fc.array(draw, { minLength: 4, maxLength: 12 }), (draws) => {
        const of = ofDraws(
          draws.map(([before]) => before),
          draws.map(([before, ratio]) => before * ratio),
        );
        const [before, after, change] = values(of).map(figure) as [number, number, number];
        const { low, high } = of.after;
        // The one exception: added, it would leave the interval; then after is its own median.
        if (before + change < low || before + change > high) return;
        const least = Math.max(Math.abs(before), Math.abs(after)) * 1e-5;
        if (Math.abs(change) <= least) return;
        expect(Math.abs(after - before - change)).toBeLessThan(1e-6 * Math.max(1, Math.abs(before)));
        expect(after).not.toBe(before);
      }),
      { numRuns: 1000 },
    );
  });
});
