// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { type AllocationProblem, allocate } from './allocation';
import { CLASS_SIZES, classesOf, GRADES, placesOf } from './class-sizes';

describe('classes after D.P.R. 81/2009', () => {
  it.each([
    // Primary: 26, with a rest 27; no fewer than 15.
    [52, [26, 26], 0],
    [53, [27, 26], 0],
    [54, [27, 27], 0],
    [55, [19, 18, 18], 0],
    [26, [26], 0],
    [15, [15], 0],
    [14, [], 14],
    // Two classes of 14 would be too small: one is full, and one child finds no place.
    [28, [27], 1],
    [30, [15, 15], 0],
    [0, [], 0],
  ])('%i of a primary year are %j, and %i without a place', (pupils, sizes, unplaced) => {
    expect(classesOf(pupils, 'primaria')).toEqual({ sizes, unplaced });
  });

  it('infanzia has 18 to 26 and at most 29, secondary 18 to 27 and at most 28, alone 30', () => {
    expect(classesOf(29, 'infanzia').sizes).toEqual([29]);
    expect(classesOf(36, 'infanzia').sizes).toEqual([18, 18]);
    expect(classesOf(56, 'secondaria-1').sizes).toEqual([28, 28]);
    expect(classesOf(57, 'secondaria-1').sizes).toEqual([19, 19, 19]);
    expect(classesOf(30, 'secondaria-1').sizes).toEqual([30]);
    // Two of 15 or 16 would be too small: one is full, and one child finds no place.
    expect(classesOf(31, 'secondaria-1')).toEqual({ sizes: [30], unplaced: 1 });
    expect(classesOf(36, 'secondaria-1').sizes).toEqual([18, 18]);
  });

  it('rooms are a limit', () => {
    expect(classesOf(80, 'primaria', 2)).toEqual({ sizes: [27, 27], unplaced: 26 });
    expect(placesOf(3, 'primaria')).toBe(78);
    expect(() => classesOf(-1, 'primaria')).toThrow('-1 pupils');
    expect(() => classesOf(1.5, 'primaria')).toThrow('1.5 pupils');
  });

  it('nobody is lost, no class is too large or too small, one more room never leaves more without a place', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 400 }),
        fc.nat({ max: 15 }),
        fc.constantFrom(...GRADES),
        (pupils, rooms, grade) => {
          const { sizes, unplaced } = classesOf(pupils, grade, rooms);
          const { least, mostWithRest, mostAlone } = CLASS_SIZES[grade];
          expect(sizes.reduce((sum, one) => sum + one, 0) + unplaced).toBe(pupils);
          expect(sizes.length).toBeLessThanOrEqual(rooms);
          for (const size of sizes) {
            expect(size).toBeLessThanOrEqual(sizes.length === 1 ? mostAlone : mostWithRest);
            expect(size).toBeGreaterThanOrEqual(least);
          }
          expect(classesOf(pupils, grade, rooms + 1).unplaced).toBeLessThanOrEqual(unplaced);
        },
      ),
    );
  });
});

/**
 * Two homes of 10 pupils each, two schools of 12 and 6 places. Home A is 5 and 10 minutes away, B 6 and 20. Two of
 * the twenty find no place. In the second school A costs 10 less than B: its 6 are A's. Of the 12 in the first those
 * of B walk a minute more than those of A, so the two without a place are B's: 4 · 5 + 8 · 6 + 6 · 10 + 2 · 60 = 248.
 */
const TOWN: AllocationProblem = {
  pupils: Float64Array.from([10, 10]),
  places: Float64Array.from([12, 6]),
  minutes: Float64Array.from([5, 6, 10, 20]),
  unplacedMin: 60,
};

describe('an allocation', () => {
  it('is what the hand finds', () => {
    const { pupils, unplaced, totalMin, boundMin } = allocate(TOWN);
    expect(Array.from(pupils)).toEqual([4, 8, 6, 0]);
    expect(Array.from(unplaced)).toEqual([0, 2]);
    expect([totalMin, boundMin]).toEqual([248, 248]);
  });

  it('sends nobody farther than a place is worth, nor where there is no way', () => {
    const minutes = Float64Array.from([5, 6, 61, Number.POSITIVE_INFINITY]);
    // The 12 places of the first go to the ten of A, and to two of B.
    expect(Array.from(allocate({ ...TOWN, minutes }).unplaced)).toEqual([0, 8]);
  });

  it('names what cannot be', () => {
    expect(() => allocate({ ...TOWN, pupils: Float64Array.from([10, -1]) })).toThrow(
      'pupils of home 2: is -1',
    );
    expect(() => allocate({ ...TOWN, minutes: new Float64Array(3) })).toThrow('3 for 2 homes and 2 schools');
    expect(() => allocate({ ...TOWN, unplacedMin: Number.NaN })).toThrow('unplacedMin: is NaN');
  });
});

describe('whatever the town', () => {
  const sizes = fc.record({ homes: fc.integer({ min: 1, max: 9 }), schools: fc.integer({ min: 1, max: 5 }) });
  const town = sizes.chain(({ homes, schools }) => {
    const column = (length: number, most: number) =>
      fc
        .array(fc.integer({ min: 0, max: most }), { minLength: length, maxLength: length })
        .map((cells) => Float64Array.from(cells));
    return fc.record({
      pupils: column(homes, 12),
      places: column(schools, 20),
      minutes: column(homes * schools, 40),
      unplacedMin: fc.integer({ min: 20, max: 60 }),
    });
  });
  const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);

  it('everybody is somewhere, no school is over-full, and prices prove that it is the best', () => {
    fc.assert(
      fc.property(town, (it) => {
        const { pupils, unplaced, totalMin, boundMin } = allocate(it);
        const homes = it.pupils.length;
        for (const [home, many] of it.pupils.entries()) {
          const placed = it.places.reduce(
            (all, _, school) => all + (pupils[school * homes + home] as number),
            0,
          );
          expect(placed + (unplaced[home] as number)).toBeCloseTo(many, 9);
        }
        for (const [school, places] of it.places.entries())
          expect(sum(pupils.slice(school * homes, (school + 1) * homes))).toBeLessThanOrEqual(places + 1e-9);
        // By weak duality no allocation takes less than the bound: this one takes no more.
        expect(totalMin).toBeCloseTo(boundMin, 6);
      }),
      { numRuns: 500 },
    );
  });

  it('a new school, or a larger one, never makes it worse', () => {
    fc.assert(
      fc.property(town, fc.nat({ max: 20 }), (it, more) => {
        const before = allocate(it);
        const larger = allocate({ ...it, places: it.places.with(0, (it.places[0] as number) + more) });
        expect(larger.totalMin).toBeLessThanOrEqual(before.totalMin + 1e-6);
        const opened = allocate({
          ...it,
          places: Float64Array.from([...it.places, more]),
          minutes: Float64Array.from([...it.minutes, ...it.pupils.map(() => 10)]),
        });
        expect(opened.totalMin).toBeLessThanOrEqual(before.totalMin + 1e-6);
      }),
    );
  });
});

it('a city of 1,500 blocks and 80 schools is solved to the end', () => {
  const random = seeded('a city of schools');
  const at = (n: number) => Array.from({ length: n }, () => [10_000 * random(), 10_000 * random()] as const);
  const [homes, schools] = [at(1500), at(80)];
  const problem: AllocationProblem = {
    pupils: Float64Array.from(homes, () => Math.floor(20 * random())),
    places: Float64Array.from(schools, () => 100 + Math.floor(150 * random())),
    minutes: Float64Array.from(
      schools.flatMap(([x, y]) => homes.map(([a, b]) => Math.hypot(x - a, y - b) / 80)),
    ),
    unplacedMin: 240,
  };
  const { totalMin, boundMin, unplaced } = allocate(problem);
  const all = (column: Float64Array) => column.reduce((sum, one) => sum + one, 0);
  expect(all(unplaced)).toBe(Math.max(0, all(problem.pupils) - all(problem.places)));
  expect(Math.abs(totalMin / boundMin - 1)).toBeLessThan(1e-9);
});
