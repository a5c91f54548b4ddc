// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forecastWith,
  homesOnRoad,
  peopleWith,
  registerYear,
  serviceAt,
  straightWays,
} from '../people/fixtures/made-up-people';
import {
  CARE_PARAMETERS,
  type CareParameterId,
  type CareParameters,
  CENTRAL_CARE,
  drawCareParameters,
  valueAt,
} from './care-parameters';
import { type Aged, agedOf, careOutcome, careReach } from './care-system';
import { SLOW_STEPS_MIN, twoStepAccess } from './floating-catchment';
import { walkMinutes, walkMinutesOf } from './travel';

/** Of 65–79 one in ten is in need, of the over-80s half, two hours a week, and four who live alone. */
const PARAMETERS: CareParameters = {
  ...CENTRAL_CARE,
  needShare65to79: 0.1,
  needShare80Plus: 0.5,
  aloneFactor: 2,
  hoursNeeded: 2,
  servedShare: 0.05,
  hoursServed: 1.5,
  teamPace: 3,
};
const REGISTER = [
  { aged65Plus: 1400, aged80Plus: 400, aloneAged80Plus: 100 },
  { aged65Plus: 700, aged80Plus: 200, aloneAged80Plus: 100 },
];
const AGED: Aged = {
  aged65to79: Float64Array.from([1000, 500]),
  aged80Plus: Float64Array.from([400, 200]),
};
/** One home each, 3,600 m apart: 45 minutes on foot, 15 of a team, which count 0.68. */
const HOMES = homesOnRoad([
  [0, 0, 1],
  [1, 3600, 1],
]);
const WAYS = straightWays(HOMES);
const outcome = (
  people: ReturnType<typeof peopleWith> & { outreachShare?: number },
  parameters = PARAMETERS,
  aged = AGED,
) => careOutcome(careReach(people, HOMES, WAYS), people, aged, parameters);

describe('two districts and one team, by hand', () => {
  const people = peopleWith(REGISTER, [serviceAt('home-care', 0, 486)]);

  it('who is in need, and what the team has for each', () => {
    // First: 100 + 200 in need, of them 400 · ½ · ¼ = 50 alone: 250 · 2 + 50 · 4 = 700 hours.
    // Second: 50 + 100, of them 200 · ½ · ½ = 50 alone: 100 · 2 + 50 · 4 = 400 hours.
    // The team: 486 / (700 + 0.68 · 400) = ½ an hour for each hour asked: 350 and 0.68 · ½ · 400 = 136.
    const { totals, fields } = outcome(people);
    expect(Array.from(fields.homeCareNeededH)).toEqual([700, 400]);
    expect(fields.homeCareUnmetH[0]).toBeCloseTo(350, 9);
    expect(fields.homeCareUnmetH[1]).toBeCloseTo(264, 9);
    expect(fields.homeCareHoursPerPerson[0]).toBeCloseTo(350 / 300, 9);
    expect(fields.homeCareHoursPerPerson[1]).toBeCloseTo(136 / 150, 9);
    expect(totals.homeCareNeededH).toBe(1100);
    expect(totals.homeCareGivenH).toBeCloseTo(486, 9);
    expect(totals.homeCareUnmetH).toBeCloseTo(614, 9);
    // Of those alone: 200 − 350 · 200/700, and 200 − 136 · 200/400.
    expect(totals.homeCareAloneUnmetH).toBeCloseTo(100 + 132, 9);
  });

  it('who is called is served first, and the others have what is left', () => {
    // All who live alone: 200 + 0.68 · 200 = 336 ask for 486: 200 are enough for the first, 0.68 · 486/336 · 200
    // go to the second; what is left goes to the others as before, of 500 and 200 hours.
    const { totals, fields } = outcome({ ...people, outreachShare: 1 });
    const second = (0.68 * 486 * 200) / 336;
    const left = 486 - 200 - second;
    expect(totals.homeCareAloneUnmetH).toBeCloseTo(200 - second, 9);
    expect(totals.homeCareGivenH).toBeCloseTo(486, 9);
    expect(fields.homeCareUnmetH[0]).toBeCloseTo(500 - (500 * left) / 636, 9);
    expect(fields.homeCareUnmetH[1]).toBeCloseTo(400 - second - (0.68 * 200 * left) / 636, 9);
  });

  it('what a team has beyond the need is given to nobody', () => {
    const { totals } = outcome(peopleWith(REGISTER, [serviceAt('home-care', 0, 5000)]));
    expect(totals.homeCareGivenH).toBeCloseTo(1100, 9);
    expect(totals.homeCareUnmetH).toBeCloseTo(0, 9);
  });

  it('today’s hours go out from the social services: 2,100 · 5 % · 1.5', () => {
    const { totals, fields } = outcome(peopleWith(REGISTER, [serviceAt('social-service', 0)]));
    expect(totals.homeCareGivenH).toBeCloseTo(157.5, 9);
    expect(fields.homeCareUnmetH[0]).toBeCloseTo(700 - (157.5 * 700) / 972, 9);
    expect(outcome(peopleWith(REGISTER)).totals.homeCareGivenH).toBe(0);
  });
});

describe('what is not told', () => {
  it('is not a number, and needs nothing; the share alone is then the city’s', () => {
    const register = [...REGISTER, { aged80Plus: Number.NaN, aloneAged80Plus: Number.NaN }];
    const homes = homesOnRoad([
      [0, 0, 1],
      [1, 3600, 1],
      [2, 0, 1],
    ]);
    const people = peopleWith(register, [serviceAt('home-care', 0, 486)]);
    const of = (aged: Aged) =>
      careOutcome(careReach(people, homes, straightWays(homes)), people, aged, PARAMETERS);
    const withheld = of({
      aged65to79: Float64Array.from([1000, 500, Number.NaN]),
      aged80Plus: Float64Array.from([400, 200, Number.NaN]),
    });
    expect(withheld.fields.homeCareNeededH[2]).toBeNaN();
    expect(withheld.fields.homeCareUnmetH[2]).toBeNaN();
    expect(withheld.totals.homeCareUnmetH).toBeCloseTo(614, 9);
    // 200 of 600 over-80s live alone where it is told: of 30, ten; 15 in need, 5 of them alone: 10 · 2 + 5 · 4.
    const told = of({
      aged65to79: Float64Array.from([1000, 500, 0]),
      aged80Plus: Float64Array.from([400, 200, 30]),
    });
    expect(told.fields.homeCareNeededH[2]).toBeCloseTo(40, 9);
  });

  it('what cannot be is named', () => {
    const people = peopleWith(REGISTER, [serviceAt('home-care', 0, 486)]);
    expect(() => outcome({ ...people, outreachShare: 1.2 })).toThrow(
      'share of those alone who are reached: is 1.2',
    );
    expect(() => outcome(people, PARAMETERS, { ...AGED, aged80Plus: Float64Array.from([400, -1]) })).toThrow(
      'the old of district 2: 500 and -1 persons',
    );
    expect(() => outcome(people, PARAMETERS, { ...AGED, aged65to79: new Float64Array(3) })).toThrow(
      '3 districts in one column, 2 in another',
    );
    expect(() => outcome(peopleWith(REGISTER, [serviceAt('home-care', 0, -5)]))).toThrow(
      'team 1: has -5 hours a week',
    );
  });
});

describe('Milan as it is known', () => {
  it('the shares in need make the 78,000 that the welfare plan counts, of 312,229 over 65', () => {
    const persons =
      CARE_PARAMETERS.needShare65to79.value * (312_229 - 117_090) +
      CARE_PARAMETERS.needShare80Plus.value * 117_090;
    expect(Math.abs(persons - 78_000)).toBeLessThan(100);
  });

  it('every parameter is drawn from its range, the same before and after', () => {
    const draws = drawCareParameters('seed', 50);
    for (const [id, { low, high, value }] of Object.entries(CARE_PARAMETERS)) {
      const column = draws.map((draw) => draw[id as CareParameterId]);
      expect(Math.min(...column)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...column)).toBeLessThanOrEqual(high);
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    }
    expect(drawCareParameters('seed', 50)).toEqual(draws);
    expect([0, 0.25, 0.5, 0.75, 1].map((at) => valueAt({ low: 10, value: 20, high: 60 }, at))).toEqual([
      10, 15, 20, 40, 60,
    ]);
  });

  it('the old of a draw are the forecast’s last two groups', () => {
    const forecast = forecastWith({ districts: 2 }, (district) =>
      district ? null : [1, 1, 1, 1, 1, 5, 30, 20],
    );
    const { aged65to79, aged80Plus } = agedOf(forecast, 3, 2024);
    expect([aged65to79[0], aged80Plus[0], aged80Plus[1]]).toEqual([30, 20, Number.NaN]);
    expect(() => agedOf(forecast, 0, 2025)).toThrow('year: 2025 is not of 2024 to 2024');
  });
});

it('where nobody walks, the way is the straight line with a detour, and no less than the farthest that is walked', () => {
  const homes = homesOnRoad([
    [0, 0, 0.3],
    [0, 2000, 0.3],
    [0, 2400, 0.2],
    [0, 8000, 0.2],
  ]);
  const walked = straightWays(homes, 25);
  // 2,400 m are 30 minutes straight on, 39 with the detour of 1.3; 8,000 m are 100 and 130.
  expect(Array.from(walkMinutes(homes, walked, [0, 0]))).toEqual([0, 25, 39, 130]);
  const slow = {
    minutesFrom: () => Float64Array.from([0, 60, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
  };
  expect(Array.from(walkMinutes(homes, slow, [0, 0]))).toEqual([0, 60, 60, 130]);
});

describe('whatever the city', () => {
  const persons = fc.integer({ min: 0, max: 5000 });
  const city = fc.integer({ min: 1, max: 4 }).chain((districts) =>
    fc.record({
      aged: fc.record({
        aged65to79: fc.array(persons, { minLength: districts, maxLength: districts }),
        aged80Plus: fc.array(persons, { minLength: districts, maxLength: districts }),
      }),
      alone: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: districts, maxLength: districts }),
      homes: fc.array(fc.integer({ min: 0, max: 12_000 }), {
        minLength: 2 * districts,
        maxLength: 2 * districts,
      }),
      teams: fc.array(fc.tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 4000 })), {
        minLength: 1,
        maxLength: 4,
      }),
      outreach: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      draw: fc.integer({ min: 0, max: 19 }),
    }),
  );
  type City = typeof city extends fc.Arbitrary<infer T> ? T : never;
  const draws = drawCareParameters('whatever', 20);

  const homesOf = (it: City) => {
    const districts = it.aged.aged80Plus.length;
    return homesOnRoad(it.homes.map((eastM, i) => [i % districts, eastM, i < districts ? 0.3 : 0.7]));
  };

  function asked(it: City, change: { teams?: City['teams']; aged80Plus?: number[]; outreach?: number } = {}) {
    const homes = homesOf(it);
    const last = registerYear(
      2024,
      it.alone.map((share) => ({ aged65Plus: 200, aged80Plus: 100, aloneAged80Plus: share })),
    );
    const people = {
      ...peopleWith(
        [],
        (change.teams ?? it.teams).map(([eastM, hours]) => serviceAt('home-care', eastM, hours)),
      ),
      register: { first: last, last },
      outreachShare: change.outreach ?? it.outreach,
    };
    const aged = {
      aged65to79: Float64Array.from(it.aged.aged65to79),
      aged80Plus: Float64Array.from(change.aged80Plus ?? it.aged.aged80Plus),
    };
    return careOutcome(
      careReach(people, homes, straightWays(homes)),
      people,
      aged,
      draws[it.draw] as CareParameters,
    );
  }
  const hoursOf = (teams: City['teams']) => teams.reduce((sum, [, hours]) => sum + hours, 0);

  it('given and unmet are what is needed, and no more is given than there is', () => {
    fc.assert(
      fc.property(city, (it) => {
        const { totals, fields } = asked(it);
        expect(totals.homeCareGivenH + totals.homeCareUnmetH).toBeCloseTo(totals.homeCareNeededH, 6);
        expect(totals.homeCareGivenH).toBeLessThanOrEqual(hoursOf(it.teams) + 1e-6);
        expect(totals.homeCareAloneUnmetH).toBeLessThanOrEqual(totals.homeCareUnmetH + 1e-6);
        for (const [row, unmet] of fields.homeCareUnmetH.entries()) {
          expect(unmet).toBeGreaterThanOrEqual(0);
          expect(unmet).toBeLessThanOrEqual((fields.homeCareNeededH[row] as number) + 1e-9);
        }
      }),
    );
  });

  it('what is given is what floating catchments in two steps give, at most the need', () => {
    fc.assert(
      fc.property(city, (it) => {
        const { fields } = asked(it, { outreach: 0 });
        const homes = homesOf(it);
        const needed = Float64Array.from(
          homes.district,
          (row, home) => (fields.homeCareNeededH[row] as number) * (homes.share[home] as number),
        );
        const access = twoStepAccess(
          {
            demand: needed,
            supply: Float64Array.from(it.teams, ([, hours]) => hours),
            cost: walkMinutesOf(
              homes,
              straightWays(homes),
              it.teams.map(([eastM]) => [eastM, 0]),
            ).map((minutes) => minutes / (draws[it.draw] as CareParameters).teamPace),
          },
          SLOW_STEPS_MIN,
        );
        const given = new Float64Array(fields.homeCareNeededH.length);
        homes.district.forEach((row, home) => {
          given[row] =
            (given[row] as number) + (needed[home] as number) * Math.min(1, access[home] as number);
        });
        for (const [row, hours] of given.entries())
          expect(
            (fields.homeCareNeededH[row] as number) - (fields.homeCareUnmetH[row] as number),
          ).toBeCloseTo(hours, 6);
      }),
    );
  });

  it('one team more leaves no district with more unmet', () => {
    fc.assert(
      fc.property(city, fc.integer({ min: 0, max: 12_000 }), (it, eastM) => {
        const [before, after] = [asked(it), asked(it, { teams: [...it.teams, [eastM, 800]] })];
        for (const [row, unmet] of after.fields.homeCareUnmetH.entries())
          expect(unmet).toBeLessThanOrEqual((before.fields.homeCareUnmetH[row] as number) + 1e-6);
      }),
    );
  });

  it('more old in one district leave no district with less unmet', () => {
    fc.assert(
      fc.property(city, fc.nat({ max: 3 }), (it, at) => {
        const row = at % it.aged.aged80Plus.length;
        const more = it.aged.aged80Plus.map((count, i) => (i === row ? count + 700 : count));
        const [before, after] = [asked(it, { outreach: 0 }), asked(it, { outreach: 0, aged80Plus: more })];
        for (const [i, unmet] of after.fields.homeCareUnmetH.entries())
          expect(unmet).toBeGreaterThanOrEqual((before.fields.homeCareUnmetH[i] as number) - 1e-6);
      }),
    );
  });

  it('calling more of those alone leaves them with no more unmet', () => {
    fc.assert(
      fc.property(city, (it) => {
        const [none, all] = [asked(it, { outreach: 0 }), asked(it, { outreach: 1 })];
        expect(all.totals.homeCareAloneUnmetH).toBeLessThanOrEqual(none.totals.homeCareAloneUnmetH + 1e-6);
      }),
    );
  });
});
