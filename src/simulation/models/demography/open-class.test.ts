// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { BySex } from './cohort-component';
import { bendOf, partedAt80, personsBetween } from './open-class';
import { AGES } from './schedules';

/** 1,000 women and 600 men from 75 to 100, alike by age; 50 of each younger age. */
const even = (): BySex => {
  const column = (open: number) => {
    const ages = new Float64Array(AGES).fill(50, 0, 75);
    return ages.fill(open / 26, 75);
  };
  return { female: column(1000), male: column(600) };
};

describe('the open class of a census', () => {
  it('has as many of 80 and over as is asked, and stays as large by sex', () => {
    const parted = partedAt80(even(), { from: 75, bend: 0 }, 700);
    expect(personsBetween(parted, 80, AGES)).toBeCloseTo(700, 6);
    expect(personsBetween(parted, 75, 80)).toBeCloseTo(900, 6);
    expect(parted.female.slice(75).reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 9);
    expect(parted.male.slice(0, 75)).toEqual(even().male.slice(0, 75));
  });

  it('falls by the same factor from age to age, not by a step at 80', () => {
    const { female } = partedAt80(even(), { from: 75, bend: 0 }, 700);
    const factor = (age: number) => (female[age + 1] as number) / (female[age] as number);
    for (let age = 75; age < AGES - 1; age++) expect(factor(age)).toBeCloseTo(factor(75), 9);
    expect(factor(79)).toBeLessThan(0.95);
  });

  it('of nineteen in twenty at most, and rises where so many are old', () => {
    const old = partedAt80(even(), { from: 75, bend: 0 }, 1590);
    expect(personsBetween(old, 80, AGES)).toBeCloseTo(0.95 * 1600, 4);
    expect(old.female[90] as number).toBeGreaterThan(old.female[76] as number);
  });

  it('is bent until as many are a hundred as were counted', () => {
    const bend = bendOf(even(), 75, 700, 3);
    const bent = partedAt80(even(), { from: 75, bend }, 700);
    expect(bend).toBeGreaterThan(0);
    expect((bent.female[100] as number) + (bent.male[100] as number)).toBeCloseTo(3, 4);
    expect(personsBetween(bent, 80, AGES)).toBeCloseTo(700, 6);
    const straight = partedAt80(even(), { from: 75, bend: 0 }, 700);
    // Fewer of the oldest are more of 85.
    expect(personsBetween(bent, 80, 90)).toBeGreaterThan(personsBetween(straight, 80, 90));
  });

  it('stays as it is where it begins at 80, or nobody is in it', () => {
    const pyramid = even();
    expect(partedAt80(pyramid, { from: 80, bend: 0 }, 700)).toBe(pyramid);
    expect(partedAt80(pyramid, { from: 75, bend: 0 }, 0)).toBe(pyramid);
    expect(() => bendOf(pyramid, 85, 700, 3)).toThrow('open class: begins at 85');
  });
});
