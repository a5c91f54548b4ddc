// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { Service } from '../city/people';
import { smallCity } from '../scenario/fixtures/small-city';
import { forecastPeople } from './models/demography/people-forecast';
import { homesOf } from './models/people/homes';
import { WalkingWays } from './models/people/ways';
import { ServiceWays } from './models/service-access/service-reach';
import { servicesAnswer } from './services-answer';

const { people, zones, transit } = smallCity();
const homes = homesOf(zones, null);
const [office] = people!.services as [Service];
const nursing: Service = {
  ...office,
  id: 'rsa',
  kind: 'nursing-home',
  capacity: { low: 40, value: 60, high: 90 },
};
const city = {
  people: {
    ...people!,
    services: [office, nursing],
    unplaced: [{ name: 'RSA altrove', kind: 'nursing-home' as const, why: 'no-position' as const }],
  },
  ways: new ServiceWays(homes, new WalkingWays(homes, null)),
  transit,
  forecast: forecastPeople(people!, { toYear: 2030, draws: 16, seed: 'services' }),
  districts: [11, 12, 13],
};
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0);

it('tells of everybody in the year of the register, each figure with its interval', () => {
  const { found, byTransit } = servicesAnswer(city, { year: 2024, service: 'social-service' });
  expect(byTransit).toBe(true);
  expect(found!.sites).toBe(1);
  expect(found!.capacity).toMatchObject({ value: 1, low: 1, high: 1 });
  expect(found!.city.target.value).toBeCloseTo(9000, 0);
  expect(sum(found!.byDistrict.target.value)).toBeCloseTo(9000, 0);
  // The office stands in the middle district: nobody is half an hour away.
  const [west, centre, east] = found!.byDistrict.minutes.value;
  expect(centre).toBeCloseTo(0, 3);
  expect(west).toBeGreaterThan(2);
  expect(east).toBeGreaterThan(2);
  expect(found!.byDistrict.minutes.low[0]!).toBeLessThan(found!.byDistrict.minutes.high[0]!);
  expect(Array.from(found!.byDistrict.beyond.value)).toEqual([0, 0, 0]);
  // One office for 9,000.
  expect(found!.city.supply.value).toBeCloseTo(1000 / 9000, 4);
});

it('tells how much of a capacity is assumed, and what has no place', () => {
  const { found } = servicesAnswer(city, { year: 2030, service: 'nursing-home' });
  expect(found).toMatchObject({ sites: 1, unplaced: 1, assumedCapacity: 1 });
  expect(found!.capacity.low).toBeLessThan(found!.capacity.high);
  expect(found!.capacity.low).toBeGreaterThan(40);
  expect(found!.capacity.high).toBeLessThan(90);
  expect(found!.city.target.low).toBeLessThan(found!.city.target.high);
});

it('of a class of which the city has none nothing is told', () =>
  expect(servicesAnswer(city, { year: 2030, service: 'library' }).found).toBeNull());

it('of few persons nothing is told, nor where they would follow from the city’s', () => {
  const last = { ...people!.register.last, aged80Plus: Float64Array.of(300, Number.NaN, 150) };
  const withheld = { ...city, people: { ...city.people, register: { first: last, last } } };
  const { found } = servicesAnswer(withheld, { year: 2024, service: 'nursing-home' });
  expect(found!.byDistrict.target.value[1]).toBeNaN();
  expect(found!.byDistrict.minutes.value[1]).toBeNaN();
  expect(found!.byDistrict.beyond.value[1]).toBeNaN();
  expect(found!.city.target.value).toBeLessThan(500);
});

it('a year that is not forecast is named', () =>
  expect(() => servicesAnswer(city, { year: 2050, service: 'social-service' })).toThrow('2050'));
