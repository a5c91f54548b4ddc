// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { agesApart } from './ages-apart';

describe('how far ages go their own way', () => {
  const errors = (drawn: number) => [0.1, 0.2, 0.3, 0.35, 0.0].map((off) => ({ off, drawn }));

  it('is the spread of the errors about their median, over the years it took', () => {
    // About 0.2: 0.1, 0, 0.1, 0.15, 0.2, of which the median is 0.1.
    expect(agesApart(errors(0), 10)).toBeCloseTo((1000 * 0.1) / 0.6745 / 10, 9);
  });

  it('is the same whatever all districts have in common', () =>
    expect(
      agesApart(
        errors(0).map(({ off, drawn }) => ({ off: off + 0.5, drawn })),
        10,
      ),
    ).toBeCloseTo(agesApart(errors(0), 10), 9));

  it('is without what the draws spread by already', () => {
    const spread = 0.1 / 0.6745;
    expect(agesApart(errors(0.8 * spread), 10)).toBeCloseTo((1000 * 0.6 * spread) / 10, 9);
    expect(agesApart(errors(1), 10)).toBe(0);
  });

  it('is not known of two', () => {
    expect(() => agesApart(errors(0).slice(0, 2), 10)).toThrow('districts: 2 with errors');
    expect(() => agesApart(errors(0), 0)).toThrow('exposure: of 0 years');
  });
});
