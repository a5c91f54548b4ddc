// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { netMigrationSince, pastChange } from './past-change';
import { AGES } from './schedules';

describe('what a series did', () => {
  it('is the mean of its changes, give or take their spread', () => {
    // Changes 1, 3, 2: mean 2, squares about it 1 + 1 + 0 over two degrees of freedom.
    const { perYear, step, error } = pastChange([10, 11, 14, 16]);
    expect([perYear, step]).toEqual([2, 1]);
    expect(error).toBeCloseTo(1 / Math.sqrt(3), 12);
  });

  it('is held to somebody’s forecast where there is one', () => {
    // About nought: 1 + 9 + 4 over three.
    const { perYear, step, error } = pastChange([10, 11, 14, 16], 0);
    expect(perYear).toBe(0);
    expect(step).toBeCloseTo(Math.sqrt(14 / 3), 12);
    expect(error).toBeCloseTo(Math.sqrt(14) / 3, 12);
  });

  it('is not known of two years', () => expect(() => pastChange([1, 2])).toThrow('series: of 2 years'));
});

describe('who came less who went', () => {
  /** Every year a tenth dies, whatever the age. */
  const survival = {
    female: new Float64Array(AGES + 1).fill(0.9),
    male: new Float64Array(AGES + 1).fill(0.9),
  };
  const today = () => {
    const [female, male] = [new Float64Array(AGES), new Float64Array(AGES)];
    // 1,000 women of 70 and 800 of 71 two years ago, of whom one in twenty leaves each year.
    female[72] = 1000 * (0.9 * 0.95) ** 2;
    female[73] = 800 * (0.9 * 0.95) ** 2;
    return { female, male };
  };
  const before = { from: 70, end: 72, persons: 1800 };

  it('is what is missing beside those who died', () =>
    expect(netMigrationSince(today(), before, [survival, survival], 1)).toBeCloseTo(-0.05, 12));

  it('is less where more died than the table says', () => {
    // Of a hundred 13.5 die instead of ten: 0.865² for 0.9², so that nearly all who are missing died.
    const rate = netMigrationSince(today(), before, [survival, survival], 1.35);
    expect(rate).toBeCloseTo((0.9 * 0.95) / 0.865 - 1, 12);
  });

  it('takes the ages that each year led to, the last year first', () => {
    const early = { female: survival.female.slice(), male: survival.male };
    early.female[71] = 0.45;
    early.female[72] = 0.45;
    // The first of the two years brought 70 to 71 and 71 to 72: half as many lived.
    const rate = netMigrationSince(today(), before, [survival, early], 1);
    expect(rate).toBeCloseTo(0.95 * Math.sqrt(2) - 1, 12);
  });

  it('is not known where nobody is left', () =>
    expect(() =>
      netMigrationSince(
        { female: new Float64Array(AGES), male: new Float64Array(AGES) },
        before,
        [survival],
        1,
      ),
    ).toThrow('cohorts: 1800 counted before, 0 by who is left'));
});
