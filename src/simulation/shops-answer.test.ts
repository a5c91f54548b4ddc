// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { SHOP_SECTORS } from '../city/shops';
import { smallCity } from '../scenario/fixtures/small-city';
import { forecastWith } from './models/people/fixtures/made-up-people';
import { shopsAnswer } from './shops-answer';

const city = smallCity();
const IDS = [11, 12, 13];
/** Ovest, Centro, Est: 3100 adults, 1800, and nobody that is told. */
const forecast = forecastWith({ districts: 3, draws: 20 }, (district) =>
  district === 2 ? null : [0, 0, 0, 0, 0, district === 0 ? 2500 : 1200, 400, 200],
);
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((all, one) => all + one, 0);

describe('visits to the shops of a city', () => {
  const { found } = shopsAnswer(city, forecast, IDS, { year: 2024 });

  it('rest on what was counted', () => {
    expect(found!.counted).toEqual({ neighbourhood: 590, large: 11, foodAndDrink: 269 });
    expect(found!.untold).toBe(1);
  });

  it('lie in their intervals, are shared out among the districts, and most go to the middle', () => {
    for (const { visits, share, city: all } of [
      found!.all,
      ...SHOP_SECTORS.map((sector) => found!.of[sector]),
    ]) {
      expect(all.low).toBeLessThan(all.value);
      expect(all.value).toBeLessThan(all.high);
      for (const row of [0, 1, 2]) {
        expect(visits.low[row]!).toBeLessThanOrEqual(visits.value[row]!);
        expect(visits.value[row]!).toBeLessThanOrEqual(visits.high[row]!);
      }
      expect(share.value[1]).toBe(Math.max(...share.value));
      // Medians of shares add up to one but for rounding.
      expect(sum(share.value)).toBeCloseTo(1, 1);
    }
  });

  it('sectors make all of them, draw for draw: their medians all but', () => {
    const parts = SHOP_SECTORS.reduce((all, sector) => all + found!.of[sector].city.value, 0);
    expect(parts / found!.all.city.value).toBeGreaterThan(0.9);
    expect(parts / found!.all.city.value).toBeLessThan(1.1);
  });

  it('begin at work as many as do so', () => {
    // At the central values 32,190 of 39,000 are at work and make 0.48 visits each; 4900 adults make 0.54 from home,
    // and of the 6810 at home three in five live here and keep three in five: 15,451 of 19,274.
    expect(found!.fromWork.value).toBeCloseTo(15_451 / 19_274, 1);
    expect(found!.fromWork.high).toBeLessThan(1);
  });

  it('of a district whose residents are not told no balance is', () => {
    expect(found!.all.balance.value[2]).toBeNaN();
    expect(found!.all.visits.value[2]).toBeGreaterThan(0);
    // All that sets out arrives: where one attracts, another does not.
    const [west, centre] = found!.of.everyday.balance.value;
    expect(Number.isFinite(west!) && Number.isFinite(centre!)).toBe(true);
  });

  it('are none where shops are not counted', () => {
    const { shops: _, ...bare } = city;
    expect(shopsAnswer(bare, forecast, IDS, { year: 2024 }).found).toBeNull();
  });
});
