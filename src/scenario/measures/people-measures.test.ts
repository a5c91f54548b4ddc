// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../city/city-inputs';
import { applyScenario } from '../apply-scenario';
import { EXAMPLES } from '../fixtures/examples';
import { drawn, smallCity } from '../fixtures/small-city';
import { EMPTY_SCENARIO, type Measure } from '../scenario';
import type { MeasureId } from '.';

const apply = (city: CityInputs, ...measures: Measure[]) =>
  applyScenario(city, { ...EMPTY_SCENARIO, measures });
const example = (id: MeasureId, change: Partial<Measure> = {}): Measure => ({ ...EXAMPLES[id], ...change });
const near = (eastM: number, northM: number) => ({ kind: 'point' as const, points: [drawn(eastM, northM)] });
const schools = ({ people }: CityInputs) =>
  people!.schools.map(({ id, grade, district, places }) => [id, grade, district, places.value]);

describe('measures on schools', () => {
  const before = schools(smallCity());

  it('open one in the district with the nearest centre', () => {
    expect(schools(apply(smallCity(), example('new-school', { id: 'm7' })))).toEqual([
      ...before,
      ['measure-m7', 'primaria', 1, 120],
    ]);
  });

  it('change the places of the nearest of its grade, exactly', () => {
    const { people } = apply(smallCity(), example('school-places'));
    expect(people!.schools[0]!.places).toEqual({ low: 300, value: 300, high: 300 });
    expect(people!.schools[1]).toEqual(smallCity().people!.schools[1]);
  });

  it('close the nearest', () =>
    expect(schools(apply(smallCity(), example('close-school')))).toEqual([before[0]]));

  it('are refused where none is near, of that grade, or nothing is known of people', () => {
    const refused =
      (...measures: Measure[]) =>
      () =>
        apply(smallCity(), ...measures);
    expect(refused(example('close-school', { place: near(400, 900) }))).toThrow(
      'measure close-school: no-school-there: primaria',
    );
    expect(refused(example('close-school', { config: { grade: 'infanzia' } }))).toThrow(
      'measure close-school: no-school-there: infanzia',
    );
    expect(refused(example('new-school', { place: near(20_000, 0) }))).toThrow('no-district-there');
    expect(refused(example('new-school', { config: { grade: 'infanzia', places: 50 } }))).toThrow(
      'measure new-school: no-school-known: infanzia',
    );
    expect(() => apply({ ...smallCity(), people: null }, example('new-school'))).toThrow(
      'measure new-school: no-people: ',
    );
  });
});

it('a home-care team sets out with its hours', () => {
  const { people } = apply(smallCity(), example('home-care-team', { id: 'm2' }));
  expect(people!.services.at(-1)).toMatchObject({
    id: 'measure-m2',
    kind: 'home-care',
    district: 0,
    capacity: { low: 300, value: 300, high: 300 },
  });
});

it('new homes are lived in from the first year that is forecast', () => {
  const { people } = apply(smallCity(), example('new-housing'));
  const { newHomes } = people!;
  expect(newHomes.every(({ year }) => year === 2025)).toBe(true);
  const { residents } = EXAMPLES['new-housing'].config as { residents: number };
  expect(newHomes.reduce((sum, { persons }) => sum + persons, 0)).toBeCloseTo(residents, 6);
});
