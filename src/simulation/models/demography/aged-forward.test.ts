// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { yearOlder } from './aged-forward';
import { sum } from './cohort-component';
import { AGES, BASIC_STANDARD, migrationOf, survivalOf } from './schedules';

const survival = { female: survivalOf(86, 9.6), male: survivalOf(81, 10.3) };
const moving = migrationOf(BASIC_STANDARD);
/** Every age of 25 to 44. */
const coming = new Float64Array(AGES).fill(0.05, 25, 45);
const even = () => ({ female: new Float64Array(AGES).fill(100), male: new Float64Array(AGES).fill(90) });
const NOTHING = { births: 0, deaths: 0, arrivals: 0, departures: 0 };

describe('a year of which events were counted', () => {
  it('without any makes all a year older', () => {
    const { female, male } = yearOlder(even(), NOTHING, survival, moving, coming);
    expect([female[0], female[1], female[99], female[100]]).toEqual([0, 100, 100, 200]);
    expect([male[0], male[50], male[100]]).toEqual([0, 90, 180]);
  });

  it('changes the population by what was counted', () => {
    const events = { births: 120, deaths: 310, arrivals: 800, departures: 500 };
    const after = yearOlder(even(), events, survival, moving, coming);
    expect(sum(after)).toBeCloseTo(101 * 190 + 120 - 310 + 800 - 500, 6);
  });

  it('lets the old die first, and as many boys be born as ever', () => {
    const after = yearOlder(even(), { ...NOTHING, births: 205.5, deaths: 500 }, survival, moving, coming);
    expect(100 - (after.female[90] as number)).toBeGreaterThan(20 * (100 - (after.female[40] as number)));
    // 100 girls, 105.5 boys; of whom hardly one dies.
    expect(after.female[0]).toBeGreaterThan(99);
    expect(after.female[0]).toBeLessThan(100);
    expect((after.male[0] as number) / (after.female[0] as number)).toBeCloseTo(1.055, 3);
  });

  it('lets those go who are there, and come those who are young', () => {
    const gone = yearOlder(even(), { ...NOTHING, departures: 190 }, survival, moving, coming);
    const share = (age: number) => 1 - (gone.female[age] as number) / 100;
    expect(share(25) / share(60)).toBeCloseTo((moving[25] as number) / (moving[60] as number), 9);
    const come = yearOlder(even(), { ...NOTHING, arrivals: 1000 }, survival, moving, coming);
    expect([come.male[24], come.male[25], come.female[44], come.female[45]]).toEqual([90, 115, 125, 100]);
    // No more than nine in ten of any age go.
    const emptied = yearOlder(even(), { ...NOTHING, departures: 1e6 }, survival, moving, coming);
    expect(emptied.female[30]).toBeCloseTo(10, 9);
  });
});
