// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { schoolTown } from '../../../../bench/people/cases';
import { transportProgramme } from '../../../../bench/people/programmes';
import { type AllocationProblem, allocate } from './allocation';
import { auctioned } from './auction';
import { networkOf } from './choices';

const networkOfTown = ({ pupils, places, minutes, unplacedMin }: AllocationProblem) =>
  networkOf(
    pupils.length,
    places.length,
    (school) => minutes.subarray(school * pupils.length, (school + 1) * pupils.length),
    unplacedMin,
  );

/**
 * One home of 10, 5 minutes from a school of 12 places and 9 from one of 4; another of 6, 6 and 20 minutes away. There
 * is room for all, and at the first only 12 of 16: what it costs to go to the second is 4 minutes more for the ten, 14
 * for the six.
 */
const TOWN: AllocationProblem = {
  pupils: Float64Array.of(10, 6),
  places: Float64Array.of(12, 4),
  minutes: Float64Array.of(5, 6, 9, 20),
  unplacedMin: 60,
};

describe('an auction of places', () => {
  it('ends where the hand does: four of the ten go on to the second school', () => {
    const { choices } = networkOfTown(TOWN);
    const { pupils, price } = auctioned(choices, TOWN.pupils, TOWN.places);
    // A place in the first is worth what its absence costs, 4 minutes more, to a quarter.
    expect(Math.abs((price[0] as number) - (price[1] as number) - 4)).toBeLessThanOrEqual(0.25);
    // Rows are those of each home in turn: the first and the second school, and none.
    expect(pupils[3]).toBe(6);
    const { pupils: best, totalMin, boundMin } = allocate(TOWN);
    expect(Array.from(best)).toEqual([6, 6, 4, 0]);
    expect([totalMin, boundMin]).toEqual([6 * 5 + 6 * 6 + 4 * 9, 6 * 5 + 6 * 6 + 4 * 9]);
  });

  it('has each by a cheapest way of his home, no school over-full, and no more than there are', () => {
    const column = (length: number, most: number) =>
      fc
        .array(fc.integer({ min: 0, max: most }), { minLength: length, maxLength: length })
        .map((cells) => Float64Array.from(cells));
    const town = fc
      .record({ homes: fc.integer({ min: 1, max: 9 }), schools: fc.integer({ min: 1, max: 5 }) })
      .chain(({ homes, schools }) =>
        fc.record({
          pupils: column(homes, 12),
          places: column(schools, 20),
          minutes: column(homes * schools, 40),
          unplacedMin: fc.integer({ min: 20, max: 60 }),
        }),
      );
    fc.assert(
      fc.property(town, (it) => {
        const { choices } = networkOfTown(it);
        const { pupils, price } = auctioned(choices, it.pupils, it.places);
        const [inHome, inSchool] = [new Float64Array(choices.homes), new Float64Array(choices.schools + 1)];
        const wayOf = (row: number) =>
          (choices.minutes[row] as number) + (price[choices.school[row] as number] as number);
        pupils.forEach((many, row) => {
          const home = choices.home[row] as number;
          inHome[home]! += many;
          inSchool[choices.school[row] as number]! += many;
          for (
            let other = choices.first[home] as number;
            other < (choices.first[home + 1] as number);
            other++
          )
            if (many > 0) expect(wayOf(row)).toBeLessThanOrEqual(wayOf(other));
        });
        for (const [home, many] of inHome.entries())
          expect(many).toBeLessThanOrEqual(it.pupils[home] as number);
        for (const [school, places] of it.places.entries())
          expect(inSchool[school]).toBeLessThanOrEqual(places);
        expect(price.at(-1)).toBe(0);
        expect(price.every((own) => own >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('what all walk is what HiGHS finds, with places for all and with too few', async () => {
  const highs = await loadHighs();
  for (const share of [1, 0.6]) {
    const town = schoolTown(120, 14);
    const problem = { ...town, places: town.places.map((places) => Math.floor(share * places)) };
    const { totalMin, boundMin } = allocate(problem);
    const { Status, ObjectiveValue } = highs.solve(transportProgramme(problem), { output_flag: false });
    expect(Status).toBe('Optimal');
    expect(Math.abs(totalMin / ObjectiveValue - 1)).toBeLessThan(1e-9);
    expect(boundMin).toBe(totalMin);
  }
});

it('a city of 6,000 homes and 325 schools is solved to the last pupil, and proven', () => {
  const town = schoolTown(6000, 325);
  const { totalMin, boundMin, pupils, unplaced } = allocate(town);
  expect(boundMin).toBe(totalMin);
  const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
  expect(sum(pupils) + sum(unplaced)).toBe(sum(town.pupils));
});
