// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { homesOnRoad, peopleWith, serviceAt, straightWays } from '../people/fixtures/made-up-people';
import { facilityAccess, nearestMinutes } from './facility-access';

/** The first district has three quarters of its homes at the pharmacy, a quarter 15 minutes away; the second is 20 away. */
const HOMES = homesOnRoad([
  [0, 0, 0.75],
  [0, 1200, 0.25],
  [1, 1600, 1],
  [2, 0, 1],
]);
const WAYS = straightWays(HOMES);
const persons = Float64Array.from([8000, 5000, Number.NaN]);

it('pharmacies for each 10,000 residents, the mean over homes, as by hand', () => {
  // 1 / (6000 + 0.68 · 2000 + 0.68 · 5000) = 1 / 10,760; the first: ¾ · 1 + ¼ · 0.68 = 0.92 of it.
  const access = facilityAccess(peopleWith([], [serviceAt('pharmacy', 0)]), HOMES, WAYS, 'pharmacy', persons);
  expect(access[0]).toBeCloseTo(9200 / 10_760, 9);
  expect(access[1]).toBeCloseTo(6800 / 10_760, 9);
  expect(access[2]).toBeNaN();
});

it('beds for each 1,000 of those over 80, gone to three times as fast', () => {
  // 90 beds 60 minutes on foot from the second, 20 of a bus; 80 from the first, 26⅔; from a quarter of it 65, 21⅔.
  const homes = peopleWith([], [serviceAt('nursing-home', 6400, 90)]);
  const access = facilityAccess(homes, HOMES, WAYS, 'nursing-home', Float64Array.from([400, 200, 0]));
  const asking = 0.22 * 400 + 0.68 * 200;
  expect(access[0]).toBeCloseTo((0.22 * 90_000) / asking, 9);
  expect(access[1]).toBeCloseTo((0.68 * 90_000) / asking, 9);
  expect(access[2]).toBeNaN();
});

it('all that is in reach is shared among those in reach', () => {
  const three = peopleWith(
    [],
    [0, 700, 1500].map((eastM) => serviceAt('library', eastM)),
  );
  const access = facilityAccess(three, HOMES, WAYS, 'library', persons);
  expect(((access[0] as number) * 8000 + (access[1] as number) * 5000) / 10_000).toBeCloseTo(3, 9);
});

it('none in reach is nought, none in the city is no nearest', () => {
  const far = facilityAccess(peopleWith([], [serviceAt('pharmacy', 9000)]), HOMES, WAYS, 'pharmacy', persons);
  expect(Array.from(far.subarray(0, 2))).toEqual([0, 0]);
  expect(nearestMinutes(peopleWith([]), HOMES, WAYS, ['social-service'])).toBeNull();
  const two = peopleWith([], [serviceAt('social-service', 0), serviceAt('library', 1600)]);
  expect(Array.from(nearestMinutes(two, HOMES, WAYS, ['social-service', 'library']) ?? [])).toEqual([
    0, 5, 0, 0,
  ]);
});
