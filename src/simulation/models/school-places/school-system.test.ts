// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plane, plane } from '../../../city/frames';
import type { School } from '../../../city/people';
import { seeded } from '../../../city/seeded';
import type { Homes } from '../people/homes';
import { WalkingWays } from '../people/ways';
import { ASSUMED_ENROLMENT, type ByGrade, byGrade, cohortOf, enrolmentShares } from './enrolment';
import { centralPlaces, drawnPlaces, triangular } from './place-draws';
import { type GradeAnswer, type SchoolAnswer, SchoolSystem } from './school-system';

const school = (id: string, at: Plane, places: number, more: Partial<School> = {}): School => ({
  id,
  name: id,
  grade: 'primaria',
  at,
  district: 0,
  pupils: Number.NaN,
  places: { low: places, value: places, high: places },
  ...more,
});
const homesOf = (...rows: readonly (readonly [number, number, number, number])[]): Homes => ({
  count: rows.length,
  district: Int32Array.from(rows, ([district]) => district),
  share: Float64Array.from(rows, ([, share]) => share),
  eastM: Float64Array.from(rows, ([, , east]) => east),
  northM: Float64Array.from(rows, ([, , , north]) => north),
});
const onlyPrimary = (...pupils: number[]): ByGrade<Float64Array> =>
  byGrade((grade) => Float64Array.from(pupils, (many) => (grade === 'primaria' ? many : 0)));
const systemOf = (homes: Homes, districts: number) =>
  new SchoolSystem(homes, new WalkingWays(homes, null), districts);
const primary = (answer: SchoolAnswer) => answer.primaria as GradeAnswer;

/** Straight lines × 1.3 at 80 m a minute: 800 m are 13 minutes. */
const KM8 = 13;
// District 0 has two homes, 800 m and 0 m from school A; district 1 one, 800 m from B.
const HOMES = homesOf([0, 0.25, 800, 0], [0, 0.75, 0, 0], [1, 1, 1600, 800]);
const [A, B] = [school('a', plane(0, 0), 70), school('b', plane(1600, 0), 30)];

describe('the schools of a city', () => {
  const system = systemOf(HOMES, 2);
  const cohort = onlyPrimary(100, 20);
  const before = system.answer([A, B], cohort, { places: centralPlaces([A, B]) });

  it('have pupils as the hand finds', () => {
    const answer = primary(before);
    // 75 live beside A, which has 70 places; 25 are 13 minutes from either; 20 are 13 minutes from B. Of the 120 all
    // but 20 have a place. A's are those beside it; B's 30 are 13 minutes away, whichever of the 45 they are.
    expect(answer.total).toMatchObject({ pupils: 120, placed: 100, unplaced: 20, places: 100 });
    expect(Array.from(answer.schoolPupils)).toEqual([70, 30]);
    expect(answer.total.meanMin).toBeCloseTo((30 * KM8) / 100, 9);
    expect(answer.pupils).toEqual(Float64Array.of(100, 20));
    expect((answer.unplaced[0] as number) + (answer.unplaced[1] as number)).toBeCloseTo(20, 9);
    expect(answer.totalMin).toBeCloseTo(answer.boundMin, 3);
  });

  it('of a grade that the city has no school of are not told of', () => {
    expect([before.infanzia, before['secondaria-1']]).toEqual([null, null]);
  });

  it('are solved for the grades that are asked about', () => {
    const both = [A, school('m', plane(0, 0), 5, { grade: 'secondaria-1' })];
    const places = centralPlaces(both);
    const found = system.answer(both, cohort, { places, grades: ['secondaria-1'] });
    expect(found.primaria).toBeNull();
    expect(found['secondaria-1']!.total.places).toBe(5);
  });

  it('are the same answer where nothing changed', () => {
    const again = system.answer([A, { ...B, name: 'other' }], cohort, {
      places: centralPlaces([A, B]),
      before,
    });
    expect(again.primaria).toBe(before.primaria);
  });

  it('with twenty places more have everybody', () => {
    const more = { ...B, places: { low: 50, value: 50, high: 50 } };
    const after = primary(system.answer([A, more], cohort, { places: centralPlaces([A, more]), before }));
    expect(after.total.unplaced).toBeCloseTo(0, 9);
    // Five of the 75 walk 1,600 m × 1.3 to B, 26 minutes; the other 45 there 13.
    expect(after.total.meanMin).toBeCloseTo((45 * KM8 + 5 * 26) / 120, 9);
    expect(Array.from(after.meanMin)).toEqual([
      expect.closeTo((25 * KM8 + 5 * 26) / 100, 9),
      expect.closeTo(KM8, 9),
    ]);
  });

  it('a new one draws in who is nearest, and the answer is that of a solution from nothing', () => {
    const c = school('c', plane(800, 0), 10);
    const three = [A, B, c];
    const after = primary(system.answer(three, cohort, { places: centralPlaces(three), before }));
    const cold = primary(systemOf(HOMES, 2).answer(three, cohort, { places: centralPlaces(three) }));
    expect(after.total.unplaced).toBeCloseTo(10, 9);
    expect(after.schoolPupils[2]).toBeCloseTo(10, 9);
    expect(after.totalMin).toBeCloseTo(cold.totalMin, 3);
    expect(after.totalMin).toBeCloseTo(after.boundMin, 3);
  });

  it('closed, its pupils look for another', () => {
    const after = primary(system.answer([A], cohort, { places: centralPlaces([A]), before }));
    expect(after.total).toMatchObject({ placed: 70, places: 70 });
    expect(after.unplaced[1]).toBe(20);
    expect(after.meanMin[1]).toBeNaN();
  });

  it('a district that is not disclosed sends nobody, and is not told', () => {
    const answer = primary(
      system.answer([A, B], onlyPrimary(40, Number.NaN), { places: centralPlaces([A, B]) }),
    );
    expect(answer.unplaced).toEqual(Float64Array.of(0, Number.NaN));
    expect(answer.total.pupils).toBe(40);
  });

  it('names what cannot be', () => {
    expect(() => system.answer([A, B], cohort, { places: Float64Array.of(1) })).toThrow(
      'places: 1 for 2 schools',
    );
    expect(() => system.answer([A, B], cohort, { places: Float64Array.of(1, Number.NaN) })).toThrow(
      'places of school b: is NaN',
    );
    expect(() => system.answer([A], onlyPrimary(-1, 2), { places: Float64Array.of(1) })).toThrow(
      'cohort primaria of district 0: is -1',
    );
    expect(() => system.answer([A], onlyPrimary(1), { places: Float64Array.of(1) })).toThrow(
      'cohort primaria: 1 for 2 districts',
    );
  });
});

describe('whatever the city', () => {
  const DISTRICTS = 3;
  const metres = fc.integer({ min: 0, max: 4000 });
  const place = fc.tuple(metres, metres);
  const city = fc.record({
    homes: fc.array(fc.tuple(fc.nat({ max: DISTRICTS - 1 }), place), { minLength: 1, maxLength: 12 }),
    schools: fc.array(fc.tuple(place, fc.nat({ max: 40 })), { minLength: 1, maxLength: 6 }),
    pupils: fc.array(fc.nat({ max: 60 }), { minLength: DISTRICTS, maxLength: DISTRICTS }),
    newcomer: fc.tuple(place, fc.nat({ max: 40 })),
    which: fc.nat(),
    more: fc.nat({ max: 40 }),
  });
  type City = typeof city extends fc.Arbitrary<infer T> ? T : never;
  const madeOf = ({ homes, schools, pupils }: City) => {
    const counts = new Float64Array(DISTRICTS);
    for (const [district] of homes) counts[district]! += 1;
    const own = homesOf(
      ...homes.map(([district, [x, y]]) => [district, 1 / (counts[district] as number), x, y] as const),
    );
    return {
      system: systemOf(own, DISTRICTS),
      cohort: onlyPrimary(...pupils.map((many, district) => (counts[district] ? many : 0))),
      schools: schools.map(([[x, y], places], i) => school(`s${i}`, plane(x, y), places)),
    };
  };

  /** The answer after a change, from the answer before, held to one from nothing. */
  function change(it: City, edit: (schools: readonly School[]) => readonly School[]) {
    const { system, cohort, schools } = madeOf(it);
    const answer = (of: readonly School[], before?: SchoolAnswer) =>
      system.answer(of, cohort, { places: centralPlaces(of), ...(before && { before }) });
    const before = answer(schools);
    const changed = edit(schools);
    const [after, cold] = [primary(answer(changed, before)), primary(answer(changed))];
    for (const one of [primary(before), after]) {
      // By weak duality nothing takes less than the bound: this takes no more.
      expect(Math.abs(one.totalMin - one.boundMin)).toBeLessThan(1e-9 * one.totalMin + 1e-6);
      one.pupils.forEach((many, district) => {
        expect(one.unplaced[district]).toBeLessThanOrEqual(many + 1e-6);
      });
      const { pupils, placed, unplaced } = one.total;
      expect(placed + unplaced).toBeCloseTo(pupils, 6);
      expect(one.schoolPupils.reduce((sum, many) => sum + many, 0)).toBeCloseTo(placed, 6);
      one.schoolPupils.forEach((many, row) => {
        expect(many).toBeLessThanOrEqual((one.schoolPlaces[row] as number) + 1e-6);
      });
    }
    expect(Math.abs(after.totalMin - cold.totalMin)).toBeLessThan(1e-9 * cold.totalMin + 1e-6);
    expect(after.total.unplaced).toBeCloseTo(cold.total.unplaced, 6);
    return { before: primary(before).total.unplaced, after: after.total.unplaced };
  }

  it('a new school never raises the pupils without a place', () => {
    fc.assert(
      fc.property(city, (it) => {
        const [[x, y], places] = it.newcomer;
        const { before, after } = change(it, (all) => [...all, school('new', plane(x, y), places)]);
        expect(after).toBeLessThanOrEqual(before + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('a school less never lowers them', () => {
    fc.assert(
      fc.property(city, (it) => {
        fc.pre(it.schools.length > 1);
        const { before, after } = change(it, (all) => all.toSpliced(it.which % all.length, 1));
        expect(after).toBeGreaterThanOrEqual(before - 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('more places never raise them, fewer never lower them', () => {
    const withPlaces = (all: readonly School[], row: number, value: number) =>
      all.with(row, { ...(all[row] as School), places: { low: value, value, high: value } });
    fc.assert(
      fc.property(city, (it) => {
        const row = it.which % it.schools.length;
        const now = (it.schools[row] as City['schools'][number])[1];
        const larger = change(it, (all) => withPlaces(all, row, now + it.more));
        expect(larger.after).toBeLessThanOrEqual(larger.before + 1e-6);
        const smaller = change(it, (all) => withPlaces(all, row, Math.max(0, now - it.more)));
        expect(smaller.after).toBeGreaterThanOrEqual(smaller.before - 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('other pupils are solved from the answer before as from nothing', () => {
    fc.assert(
      fc.property(city, fc.nat({ max: 60 }), (it, other) => {
        const { system, cohort, schools } = madeOf(it);
        const places = centralPlaces(schools);
        const before = system.answer(schools, cohort, { places });
        const changed = onlyPrimary(
          ...cohort.primaria.map((many, district) => (district === 1 && many > 0 ? other : many)),
        );
        const [warm, cold] = [
          primary(system.answer(schools, changed, { places, before })),
          primary(system.answer(schools, changed, { places })),
        ];
        expect(Math.abs(warm.totalMin - cold.totalMin)).toBeLessThan(1e-9 * cold.totalMin + 1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('who goes to school', () => {
  const children = byGrade((grade) => Float64Array.of(grade === 'primaria' ? 300 : 100, Number.NaN, 100));

  it('is as many as the schools state, those that do not the mean of the others, and no more than there are', () => {
    const at = plane(0, 0);
    const schools = [
      school('a', at, 1, { pupils: 100 }),
      school('b', at, 1, { pupils: 140 }),
      school('c', at, 1),
      school('d', at, 1, { grade: 'secondaria-1', pupils: 500 }),
    ];
    const shares = enrolmentShares(schools, children);
    expect(shares).toEqual({ infanzia: ASSUMED_ENROLMENT.infanzia, primaria: 0.9, 'secondaria-1': 1 });
    // Of 200 children of pre-school age, 94 in 100 at most, and no more than there are places.
    const preSchool = (places: number) => [school('p', at, places, { grade: 'infanzia' })];
    expect(enrolmentShares(preSchool(190), children).infanzia).toBe(0.94);
    expect(enrolmentShares(preSchool(150), children).infanzia).toBe(0.75);
    expect(cohortOf(children, shares).primaria).toEqual(Float64Array.of(270, Number.NaN, 90));
  });
});

describe('places in a draw', () => {
  const range = { low: 100, value: 120, high: 200 };
  const schools = [school('a', plane(0, 0), 0, { places: range }), school('b', plane(0, 0), 50)];

  it('are triangular between low and high', () => {
    // A fifth of the probability lies below 120; half of that below 100 + 20 · √½.
    expect(triangular(range, 0.2)).toBeCloseTo(120, 9);
    expect(triangular(range, 0.1)).toBeCloseTo(100 + 20 * Math.sqrt(0.5), 9);
    expect([triangular(range, 0), triangular(range, 1)]).toEqual([100, 200]);
  });

  it('are even over the draws, the same for the same seed and school, and certain where they are', () => {
    const draws = drawnPlaces(schools, 8, 'x');
    const own = draws.map(([places]) => places as number).sort((a, b) => a - b);
    own.forEach((places, stratum) => {
      expect(places).toBeGreaterThanOrEqual(Math.round(triangular(range, stratum / 8)));
      expect(places).toBeLessThanOrEqual(Math.round(triangular(range, (stratum + 1) / 8)));
    });
    expect(draws.map((places) => places[1])).toEqual(Array(8).fill(50));
    const [a, b] = schools as [School, School];
    const others = drawnPlaces([b, school('c', plane(0, 0), 1), a], 8, 'x');
    expect(others.map((places) => places[2])).toEqual(draws.map((places) => places[0]));
    expect(drawnPlaces(schools, 8, 'y')).not.toEqual(draws);
    expect(() => drawnPlaces(schools, 0, 'x')).toThrow('an ensemble of 0 draws');
  });
});

// Places for nearly all of 57,200 pupils, and for two in three of 88,000: who has none then moves many others.
it.each([650, 1000])(
  'a city of 1,500 homes, 208 schools and 88 × %i pupils is proven to the last one, before and after',
  (pupils) => {
    const random = seeded('a city of schools');
    const at = () => plane(14_000 * random(), 13_000 * random());
    const homes = homesOf(
      ...Array.from({ length: 1500 }, (_, home) => {
        const [east, north] = at();
        return [home % 88, 1 / Math.ceil((1500 - (home % 88)) / 88), east, north] as const;
      }),
    );
    const schools = Array.from({ length: 208 }, (_, i) =>
      school(`s${i}`, at(), 180 + Math.floor(180 * random())),
    );
    const system = systemOf(homes, 88);
    const cohort = onlyPrimary(...Array.from({ length: 88 }, () => pupils));
    const before = system.answer(schools, cohort, { places: centralPlaces(schools) });
    const more = [...schools, school('new', plane(7000, 6500), 400)];
    const after = system.answer(more, cohort, { places: centralPlaces(more), before });
    for (const answer of [primary(before), primary(after)]) {
      expect(answer.total.placed + answer.total.unplaced).toBeCloseTo(answer.total.pupils, 4);
      expect(Math.abs(answer.totalMin / answer.boundMin - 1)).toBeLessThan(1e-9);
    }
    expect(primary(after).total.unplaced).toBeLessThan(primary(before).total.unplaced);
  },
);
