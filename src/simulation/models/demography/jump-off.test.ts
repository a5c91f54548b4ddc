// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { toRegister } from './jump-off';
import { AGES } from './schedules';

/** Persons of both sexes from one age to another, both included. */
const between = (of: ReturnType<typeof toRegister>['pyramid'], from: number, to: number) =>
  [of.female, of.male].flatMap((ages) => [...ages.subarray(from, to + 1)]).reduce((all, one) => all + one, 0);
const even = () => ({ female: new Float64Array(AGES).fill(1), male: new Float64Array(AGES).fill(1) });

describe('a pyramid brought to counts that are rounded', () => {
  it('has no adults where minors and the old are a person more than all', () => {
    const counts = { men: 50, women: 50, minors: 50, aged65Plus: 51, aged80Plus: 20 };
    const { pyramid, worstOff } = toRegister(even(), counts);
    expect(between(pyramid, 18, 64)).toBe(0);
    expect(between(pyramid, 0, AGES - 1)).toBeCloseTo(100, -1);
    expect(worstOff).toBeLessThan(0.02);
  });

  it('has nobody from 65 to 79 where more are 80 and over than 65', () => {
    const counts = { men: 50, women: 50, minors: 20, aged65Plus: 20, aged80Plus: 21 };
    const { pyramid } = toRegister(even(), counts);
    expect(between(pyramid, 65, 79)).toBe(0);
    expect(between(pyramid, 80, AGES - 1)).toBeCloseTo(21, 6);
  });
});
