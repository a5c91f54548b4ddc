// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { homeCareAnswer } from './home-care-answer';
import {
  forecastWith,
  homesOnRoad,
  peopleWith,
  serviceAt,
  straightWays,
} from './models/people/fixtures/made-up-people';
import { drawCareParameters } from './models/service-access/care-parameters';

const HOMES = homesOnRoad([
  [0, 0, 1],
  [1, 3600, 1],
]);
/** 1,000 and 500 of 65–79, 400 and 200 over 80, in every draw. */
const city = {
  people: peopleWith(
    [
      { aged65Plus: 1400, aged80Plus: 400, aloneAged80Plus: 100 },
      { aged65Plus: 700, aged80Plus: 200, aloneAged80Plus: 100 },
    ],
    [serviceAt('social-service', 0)],
  ),
  homes: HOMES,
  ways: straightWays(HOMES),
  forecast: forecastWith({ districts: 2, draws: 40 }, (district) =>
    district === 0 ? [1, 1, 1, 1, 1, 5, 1000, 400] : [1, 1, 1, 1, 1, 5, 500, 200],
  ),
  care: drawCareParameters('care', 40),
  districts: [11, 22],
};

it('tells hours given, hours missing and minutes, for those over 65', () => {
  const { found, known } = homeCareAnswer(city, 2024);
  expect(known).toEqual(['social-service', 'home-care']);
  expect(found).toMatchObject({ sites: 1, assumedCapacity: 1, unplaced: 0 });
  expect(Array.from(found!.byDistrict.target.value)).toEqual([1400, 700]);
  // 45 minutes on foot, by a team two to four times as fast.
  const { value, low, high } = found!.byDistrict.minutes;
  expect(value[0]).toBe(0);
  expect(value[1]).toBeGreaterThan(14);
  expect(value[1]).toBeLessThan(16.5);
  expect(low[1]!).toBeGreaterThanOrEqual(45 / 4);
  expect(high[1]!).toBeLessThanOrEqual(45 / 2);
  // 2,100 · 3–7 % · 1–2 hours are given, and all of them: many more are needed.
  expect(found!.capacity.value).toBeGreaterThan(2100 * 0.03);
  expect(found!.capacity.value).toBeLessThan(2100 * 0.07 * 2);
  expect(found!.city.supply.value).toBeCloseTo((1000 * found!.capacity.value) / 2100, 6);
  expect(found!.byDistrict.supply.value[0]!).toBeGreaterThan(found!.byDistrict.supply.value[1]!);
  expect(found!.city.beyond.value).toBeGreaterThan(400);
});

it('in a city without a place to set out from there is none', () =>
  expect(homeCareAnswer({ ...city, people: peopleWith([{}, {}]) }, 2024)).toMatchObject({
    known: [],
    found: null,
  }));
