// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lonLatToPlane } from '../city/frames';
import type { Service } from '../city/people';
import {
  forecastWith,
  homesOnRoad,
  peopleWith,
  serviceAt,
  straightWays,
} from './models/people/fixtures/made-up-people';
import { CENTRAL_CARE, drawCareParameters } from './models/service-access/care-parameters';
import { type SitingCity, sitingAnswer } from './siting-answer';

const DRAWS = 8;
/** Metres east, and persons over 80. */
type Road = readonly (readonly [eastM: number, old: number])[];

/** A home and a district at each place. */
function cityOn(
  road: Road,
  services: readonly Service[],
  apart: (draw: number, district: number) => number = () => 1,
): SitingCity {
  const homes = homesOnRoad(road.map(([eastM], district) => [district, eastM, 1]));
  return {
    people: peopleWith(
      road.map(([, old]) => ({
        total: 10 * old,
        aged65Plus: 2 * old,
        aged80Plus: old,
        aloneAged80Plus: old / 2,
      })),
      services,
    ),
    homes,
    ways: straightWays(homes),
    forecast: forecastWith({ districts: road.length, draws: DRAWS }, (district, _, draw) => {
      const old = (road[district] as readonly [number, number])[1];
      return [old, old, old, old, old, 2 * old, old, old * apart(draw, district)];
    }),
    care: Array.from({ length: DRAWS }, () => CENTRAL_CARE),
    names: road.map(([eastM]) => `km ${eastM / 1000}`),
  };
}
const ask = (city: SitingCity, teams = 1) => sitingAnswer(city, { year: 2024, teams, hoursAWeek: 300 });

describe('on a road, by hand', () => {
  /** Minutes on foot from the first: 0, 30, 60, 70, 80. */
  const road: Road = [
    [0, 100],
    [2400, 200],
    [4800, 10],
    [5600, 10],
    [6400, 10],
  ];

  it('one team more where the old are, beside those of today', () => {
    const answer = ask(cityOn(road, [serviceAt('social-service', 0)]));
    // Today: 200 · 30 + 10 · (60 + 70 + 80) = 8,100 minutes on foot of 330 persons, a third of that of a team; with
    // one at 2.4 km 10 · (30 + 40 + 50) = 1,200. Where every home counts alike it stands at 5.6 km, which leaves
    // 30 + 10 + 10: 200 · 30 + 10 · 20 = 6,200 minutes.
    expect(answer.sites.map(({ name, district }) => [name, district])).toEqual([['km 2.4', 1]]);
    expect(answer.beforeMeanMin?.value).toBeCloseTo(8100 / 330 / 3, 9);
    expect(answer.meanMin.value).toBeCloseTo(1200 / 330 / 3, 9);
    expect(answer.evenMeanMin.value).toBeCloseTo(6200 / 330 / 3, 9);
    expect(answer.nearerThanEvenMin.value).toBeCloseTo(5000 / 330 / 3, 9);
    expect(answer.gap).toBe(0);
    expect(Array.from(answer.beforeMin!.value, Math.round)).toEqual([0, 10, 20, 23, 27]);
    expect(Array.from(answer.afterMin.value, Math.round)).toEqual([0, 0, 10, 13, 17]);
    // One pace in all draws: nothing is uncertain.
    expect(answer.afterMin.low).toEqual(answer.afterMin.high);
    const [eastM, northM] = lonLatToPlane((answer.sites[0] as (typeof answer.sites)[0]).at);
    expect(eastM).toBeCloseTo(2400, 2);
    expect(northM).toBeCloseTo(0, 2);
  });

  it('without any of today there is nothing before, and the unmet hours are all that are needed', () => {
    const answer = ask(cityOn(road, []));
    expect(answer.beforeMeanMin).toBeNull();
    expect(answer.beforeMin).toBeNull();
    // 330 persons of 65–79 and 330 over 80, half of whom live alone, and need half as much again.
    const needed = 330 * 0.121 * 3 + 330 * 0.465 * 3 * 1.25;
    expect(answer.unmetBeforeH.value).toBeCloseTo(needed, 3);
    expect(answer.unmetBeforeH.value - answer.unmetAfterH.value).toBeCloseTo(300, 3);
  });

  it('where draws differ, so do the minutes; the pace of teams moves them all', () => {
    const city = cityOn(road, [serviceAt('social-service', 0)], (draw, district) =>
      district === 4 ? 1 + draw : 1,
    );
    const { meanMin, nearerThanEvenMin } = ask(city);
    expect(meanMin.low).toBeLessThan(meanMin.value);
    expect(meanMin.high).toBeGreaterThan(meanMin.value);
    expect(nearerThanEvenMin.low).toBeGreaterThan(0);
    const paced = ask({ ...city, care: drawCareParameters('pace', DRAWS) });
    expect(paced.sites).toEqual(ask(city).sites);
    expect(paced.meanMin.high - paced.meanMin.low).toBeGreaterThan(0);
  });

  it('by district an interval from the pace of each draw, and nothing where nobody lives', () => {
    const paces = [2, 2.5, 3, 3.5, 4, 4.5, 5, 6];
    const city = cityOn(road, [serviceAt('social-service', 0)]);
    const { homes } = city;
    const answer = ask({
      ...city,
      homes: { ...homes, share: homes.share.with(4, 0) },
      care: paces.map((teamPace) => ({ ...CENTRAL_CARE, teamPace })),
    });
    // A team comes to 4.8 km, where 60 minutes are walked today, in 60 over its pace: the least of these are 10, 12,
    // the greatest 24 and 30; 0.7 of a step from either end, and the median half way between 15 and 17.1.
    const sorted = paces.map((pace) => 60 / pace).sort((a, b) => a - b);
    const between = (at: number, share: number) => sorted[at]! + share * (sorted[at + 1]! - sorted[at]!);
    expect(answer.beforeMin!.value[2]).toBeCloseTo(between(3, 0.5), 4);
    expect(answer.beforeMin!.low[2]).toBeCloseTo(10 + 0.7 * 2, 4);
    expect(answer.beforeMin!.high[2]).toBeCloseTo(24 + 0.3 * 6, 4);
    for (const column of [answer.beforeMin!, answer.afterMin]) {
      expect(column.value[4]).toBeNaN();
      expect(column.draws).toBe(DRAWS);
    }
  });

  it('what cannot be is named', () => {
    const city = cityOn(road, []);
    expect(() => ask(city, 6)).toThrow('p: 6 sites of 5 cannot be chosen');
    expect(() => ask(city, 0)).toThrow('p: 0 sites of 5');
    expect(() => sitingAnswer(city, { year: 2024, teams: 1, hoursAWeek: 0 })).toThrow('hours a week: are 0');
    expect(() => sitingAnswer(city, { year: 1999, teams: 1, hoursAWeek: 9 })).toThrow('year: 1999');
    expect(() =>
      ask(
        cityOn(
          road.map(([eastM]) => [eastM, 0]),
          [],
        ),
      ),
    ).toThrow('nobody of 80 or more');
    expect(() => ask({ ...city, care: [] })).toThrow('care: 0 sets of parameters for 8 draws');
  });
});

describe('whatever the road', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 1, max: 900 }));
  const town = fc.record({
    road: fc.uniqueArray(place, { minLength: 4, maxLength: 14, selector: ([eastM]) => eastM }),
    today: fc.array(fc.integer({ min: 0, max: 15_000 }), { maxLength: 3 }),
    teams: fc.integer({ min: 1, max: 3 }),
  });
  const cityOf = ({ road, today }: { road: Road; today: readonly number[] }) =>
    cityOn(
      road,
      today.map((eastM) => serviceAt('social-service', eastM)),
    );

  it('the chosen are never farther than those spread evenly, nor than those of today, and one more never farther', () => {
    fc.assert(
      fc.property(town, (it) => {
        const [answer, more] = [ask(cityOf(it), it.teams), ask(cityOf(it), it.teams + 1)];
        expect(answer.meanMin.value).toBeLessThanOrEqual(answer.evenMeanMin.value + 1e-9);
        if (answer.beforeMeanMin)
          expect(answer.meanMin.value).toBeLessThanOrEqual(answer.beforeMeanMin.value + 1e-9);
        expect(more.meanMin.value).toBeLessThanOrEqual(answer.meanMin.value + 1e-9);
        expect(answer.unmetAfterH.value).toBeLessThanOrEqual(answer.unmetBeforeH.value + 1e-6);
        expect(new Set(answer.sites.map(({ district }) => district)).size).toBe(it.teams);
        for (const [row, minutes] of answer.afterMin.value.entries())
          if (answer.beforeMin) expect(minutes).toBeLessThanOrEqual(answer.beforeMin.value[row] as number);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same, however often it is asked', () => {
    fc.assert(
      fc.property(town, (it) => {
        expect(ask(cityOf(it), it.teams)).toEqual(ask(cityOf(it), it.teams));
      }),
      { numRuns: 10 },
    );
  });
});

it('a town of 2,500 homes and five teams is answered within what a search may ask, with a small gap', () => {
  const side = 50;
  const homes = homesOnRoad(
    Array.from({ length: side * side }, (_, i) => [Math.floor(i / 100), 250 * (i % side), 0.01] as const),
  );
  const northM = Float64Array.from({ length: side * side }, (_, i) => 250 * Math.floor(i / side));
  const districts = 25;
  const city: SitingCity = {
    people: peopleWith(
      Array.from({ length: districts }, (_, i) => ({
        aged65Plus: 4000,
        aged80Plus: 1000 + 40 * i,
        aloneAged80Plus: 400,
      })),
      [0, 4000, 9000].map((eastM) => serviceAt('social-service', eastM)),
    ),
    homes: { ...homes, northM },
    ways: straightWays({ ...homes, northM }, 30),
    forecast: forecastWith({ districts, draws: DRAWS }, (district) => [
      1,
      1,
      1,
      1,
      1,
      1,
      3000,
      1000 + 40 * district,
    ]),
    care: drawCareParameters('large', DRAWS),
    names: Array.from({ length: districts }, (_, i) => `${i}`),
  };
  const answer = ask(city, 5);
  expect(answer.sites).toHaveLength(5);
  expect(answer.gap).toBeLessThan(0.05);
  expect(answer.meanMin.value).toBeLessThan(answer.beforeMeanMin?.value as number);
});
