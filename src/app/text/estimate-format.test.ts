// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Estimate, estimateOf } from '../../impact/estimate';
import { formatEstimate, formatRatio, stepOf } from './estimate-format';

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
