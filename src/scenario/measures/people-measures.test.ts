// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../city/city-inputs';
import { lonLatToPlane } from '../../city/frames';
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

describe('a school that moves', () => {
  it('is the nearest to where the line begins, with its places, and stands where it ends', () => {
    const { people } = apply(smallCity(), example('move-school'));
    const [west, east] = people!.schools;
    expect(west).toEqual(smallCity().people!.schools[0]);
    expect(east).toMatchObject({ id: 'school-east', pupils: 150, district: 1 });
    expect(east!.places).toEqual(smallCity().people!.schools[1]!.places);
    expect(east!.at).toEqual(lonLatToPlane(drawn(500, 520)));
  });

  it('is refused where no school is near, or the end is in no district', () => {
    const line = (...points: [number, number][]) => ({
      kind: 'line' as const,
      points: points.map(([eastM, northM]) => drawn(eastM, northM)),
    });
    const moved = (place: Measure['place']) => () => apply(smallCity(), example('move-school', { place }));
    expect(moved(line([400, 900], [500, 500]))).toThrow('measure move-school: no-school-there: primaria');
    expect(moved(line([990, 510], [20_000, 0]))).toThrow('measure move-school: no-district-there');
    expect(moved(line([990, 510]))).toThrow('bad-place');
  });
});

describe('a service that opens', () => {
  const opened = (config: object) =>
    apply(smallCity(), example('new-service', { id: 'm3', config })).people!.services.at(-1);

  it('counts as one of those that are there', () =>
    expect(opened({ service: 'social-service', beds: 300 })).toMatchObject({
      id: 'measure-m3',
      kind: 'social-service',
      district: 0,
      capacity: { low: 1, value: 1, high: 1 },
    }));

  it('is refused where none of its kind is known', () =>
    expect(() => opened({ service: 'nursing-home', beds: 120 })).toThrow(
      'measure m3: no-service-known: nursing-home',
    ));

  it('is a nursing home of so many beds', () => {
    const city = smallCity();
    const home = { ...city.people!.services[0]!, id: 'rsa', kind: 'nursing-home' as const };
    const people = { ...city.people!, services: [...city.people!.services, home] };
    const { services } = apply(
      { ...city, people },
      example('new-service', { config: { service: 'nursing-home', beds: 90 } }),
    ).people!;
    expect(services.at(-1)).toMatchObject({
      kind: 'nursing-home',
      capacity: { low: 90, value: 90, high: 90 },
    });
  });

  it('is a family doctor with the patients of one, where doctors are known', () => {
    const config = { service: 'family-doctor', beds: 120 };
    expect(() => opened(config)).toThrow('measure m3: no-service-known: family-doctor');
    const city = smallCity();
    const others = { ...city.people!.services[0]!, id: 'd', kind: 'family-doctor' as const };
    const people = { ...city.people!, services: [...city.people!.services, others] };
    const { services } = apply({ ...city, people }, example('new-service', { config })).people!;
    expect(services.at(-1)).toMatchObject({
      kind: 'family-doctor',
      capacity: { low: 1200, value: 1500, high: 1800 },
    });
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
