// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { AGES, BASIC_STANDARD, fertilityOf, HAZARD_YEARS, migrationOf, survivalOf } from './schedules';

const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);

describe('who lives on', () => {
  it.each([
    [80.5, HAZARD_YEARS.male],
    [86.7, HAZARD_YEARS.female],
  ])('those born live %f years on average', (years, hazard) => {
    const ratios = survivalOf(years, hazard);
    expect(ratios).toHaveLength(AGES + 1);
    // Of one birth a year: everybody who is alive, the open age as a geometric series.
    let alive = 1;
    let all = 0;
    for (let age = 0; age < AGES - 1; age++) {
      alive *= ratios[age] as number;
      all += alive;
    }
    const open = (alive * (ratios[AGES - 1] as number)) / (1 - (ratios[AGES] as number));
    expect(all + open).toBeCloseTo(years, 6);
    for (const [age, ratio] of ratios.slice(1).entries()) {
      expect(ratio).toBeLessThan(1);
      if (age > 0 && age < AGES) expect(ratio).toBeLessThanOrEqual((ratios[age] as number) + 1e-12);
    }
  });

  it('Istat’s remaining years at 65 are nearly those of the curve', () => {
    // Istat, Indicatori demografici, Milan: at birth and at 65, in 2002, 2011 and 2024.
    for (const [birth, at65, hazard] of [
      [77.6, 16.8, HAZARD_YEARS.male],
      [80.5, 19, HAZARD_YEARS.male],
      [82.8, 20.5, HAZARD_YEARS.male],
      [83.4, 21.1, HAZARD_YEARS.female],
      [85.5, 22.6, HAZARD_YEARS.female],
      [86.7, 23.5, HAZARD_YEARS.female],
    ] as const) {
      const ratios = survivalOf(birth, hazard);
      let [alive, all] = [1, 1];
      for (let age = 66; age < AGES; age++) {
        alive *= ratios[age] as number;
        all += alive;
      }
      expect(Math.abs(all - at65), `${birth}`).toBeLessThan(0.5);
    }
  });

  it('who lives longer survives more at every age', () => {
    const [short, long] = [survivalOf(78, 9.5), survivalOf(84, 9.5)];
    for (const [age, ratio] of short.entries()) expect(long[age] as number).toBeGreaterThan(ratio);
    expect(() => survivalOf(0, 9.5)).toThrow('life expectancy: is 0 years');
    // Where hardly anybody comes to be old the shares are of nobody, not of no number.
    for (const ratio of survivalOf(30, 8.7)) expect(ratio).toBeGreaterThanOrEqual(0);
  });
});

describe('who bears', () => {
  it('as many as the rate says, at the age that it says', () => {
    // Milan 2024 (Istat): 1.13 children, mothers 33.4 years old.
    const curve = fertilityOf(1.13, 33.4, 5.9);
    expect(sum(curve)).toBeCloseTo(1.13, 12);
    const mean = curve.reduce((all, births, age) => all + births * (age + 0.5), 0) / sum(curve);
    expect(Math.abs(mean - 33.4)).toBeLessThan(0.3);
    expect([curve[14], curve[50]]).toEqual([0, 0]);
    expect(() => fertilityOf(1.1, 55, 6)).toThrow('mean age at birth: is 55');
  });
});

describe('who moves', () => {
  it('is young: Rogers and Castro’s standard has its peak at 22 or 23 and its low in the middle teens', () => {
    const curve = migrationOf(BASIC_STANDARD);
    expect(sum(curve)).toBeCloseTo(1, 12);
    const peak = curve.indexOf(Math.max(...curve));
    expect([22, 23]).toContain(peak);
    const youth = curve.slice(5, 20);
    expect(5 + youth.indexOf(Math.min(...youth))).toBeGreaterThanOrEqual(12);
    expect(curve[0] as number).toBeGreaterThan(curve[10] as number);
    expect(curve[90] as number).toBeLessThan(curve[40] as number);
  });
});
