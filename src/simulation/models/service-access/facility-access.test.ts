// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { homesOnRoad, peopleWith, serviceAt, straightWays } from '../people/fixtures/made-up-people';
import { nearestMinutes } from './facility-access';

/** The first district has three quarters of its homes at the pharmacy, a quarter 15 minutes away; the second is 20 away. */
const HOMES = homesOnRoad([
  [0, 0, 0.75],
  [0, 1200, 0.25],
  [1, 1600, 1],
  [2, 0, 1],
]);
const WAYS = straightWays(HOMES);

it('the nearest of several kinds on foot; none in the city is no nearest', () => {
  expect(nearestMinutes(peopleWith([]), HOMES, WAYS, ['social-service'])).toBeNull();
  const two = peopleWith([], [serviceAt('social-service', 0), serviceAt('library', 1600)]);
  expect(Array.from(nearestMinutes(two, HOMES, WAYS, ['social-service', 'library']) ?? [])).toEqual([
    0, 5, 0, 0,
  ]);
});
