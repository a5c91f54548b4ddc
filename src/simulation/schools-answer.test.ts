// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { smallCity } from '../scenario/fixtures/small-city';
import { forecastPeople } from './models/demography/people-forecast';
import { homesOf } from './models/people/homes';
import { childrenOf } from './models/people/persons';
import { WalkingWays } from './models/people/ways';
import { schoolsAnswer } from './schools-answer';

const { people, zones } = smallCity();
const homes = homesOf(zones, null);
const city = {
  people: people!,
  homes,
  ways: new WalkingWays(homes, null),
  forecast: forecastPeople(people!, { toYear: 2030, draws: 16, seed: 'schools' }),
  districts: [1, 2, 3],
};
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0);

it('in the year of the register the schools have the pupils that they state, or all the children there are', () => {
  const { found } = schoolsAnswer(city, { year: 2024, grade: 'primaria' });
  expect(found!.schools).toBe(2);
  const children = sum(childrenOf(city.forecast, 0, 2024).primaria);
  expect(children).toBeGreaterThan(300);
  expect(found!.city.pupils.value).toBeCloseTo(Math.min(350, children), 6);
  expect(sum(found!.pupils.value)).toBeCloseTo(Math.min(350, children), 3);
  expect(sum(found!.unplaced.value)).toBeLessThanOrEqual(350);
  // Ovest and Est have a school beside their one home; who lives in Centro walks 500 m, and no farther.
  const [west, centre, east] = found!.walkMin.value;
  expect(centre).toBeGreaterThan(west!);
  expect(centre).toBeGreaterThan(east!);
  expect(centre).toBeLessThan(30);
});

it('later they are as many as the children who are forecast, each with an interval', () => {
  const { found } = schoolsAnswer(city, { year: 2030, grade: 'primaria' });
  const { pupils, unplaced, places } = found!.city;
  expect(pupils.low).toBeLessThan(pupils.high);
  expect(pupils.value - unplaced.value).toBeLessThanOrEqual(places.high);
});

it('schools of the grade that have no place in the city are counted, and are in no figure', () => {
  const asked = { year: 2030, grade: 'primaria' } as const;
  const unplaced = [
    { name: 'A', kind: 'primaria', why: 'no-position' },
    { name: 'B', kind: 'primaria', why: 'outside' },
    { name: 'C', kind: 'secondaria-1', why: 'no-position' },
    { name: 'D', kind: 'pharmacy', why: 'no-position' },
  ] as const;
  const without = schoolsAnswer({ ...city, people: { ...people!, unplaced: [] } }, asked).found!;
  const found = schoolsAnswer({ ...city, people: { ...people!, unplaced } }, asked).found!;
  expect(without.withoutPosition).toBe(0);
  expect(found).toEqual({ ...without, withoutPosition: 2 });
});

it('of a grade of which no school is known nothing is told', () =>
  expect(schoolsAnswer(city, { year: 2030, grade: 'secondaria-1' }).found).toBeNull());

it('where no school has a place nobody walks, and no minutes are told', () => {
  const schools = people!.schools.map((school) => ({ ...school, places: { low: 0, value: 0, high: 0 } }));
  const { found } = schoolsAnswer(
    { ...city, people: { ...people!, schools } },
    { year: 2030, grade: 'primaria' },
  );
  expect(found!.city.walkMin).toBeNull();
  expect([...found!.walkMin.value].every(Number.isNaN)).toBe(true);
  expect(found!.city.unplaced.value).toBeGreaterThan(0);
  expect(found!.city.unplaced.value).toBeCloseTo(found!.city.pupils.value, 3);
});
