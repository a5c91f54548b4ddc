// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmall } from './disclosure';
import { knownFrom } from './fixtures/known-sums';
import { type Counts, GroupsTogether } from './told-together';

/** Parts: young, adult, old. Groups: all, young, adult, old. */
const AGES: readonly (readonly number[])[] = [[0, 1, 2], [0], [1], [2]];
const [ALL, YOUNG, ADULT, OLD] = [0, 1, 2, 3] as const;
const TOGETHER = new GroupsTogether(AGES, [ADULT, YOUNG, OLD, ALL]);

type District = readonly [young: number, adult: number, old: number];
const countsOf = (districts: readonly District[]): Counts => {
  const parts = [0, 1, 2].map((part) => districts.map((district) => district[part] as number));
  return {
    parts,
    groups: AGES.map((of) => districts.map((_, row) => of.reduce((sum, p) => sum + parts[p]![row]!, 0))),
  };
};
const toldOf = (districts: readonly District[]) => {
  const { isTold } = TOGETHER.withheld(countsOf(districts));
  return districts.map((_, row) =>
    [ALL, YOUNG, ADULT, OLD].map((group) => (isTold(group, row) ? 1 : 0)).join(''),
  );
};

describe('counts that overlap', () => {
  it('are all told where nothing is small', () =>
    expect(
      toldOf([
        [20, 60, 20],
        [50, 90, 40],
      ]),
    ).toEqual(['1111', '1111']));

  it('are withheld where they are small, with what would tell them: the adults, and those of another district', () =>
    // 3 are old: all − young − adult would tell it, and so would the city less the others.
    expect(
      toldOf([
        [20, 60, 3],
        [50, 90, 40],
        [30, 90, 30],
      ]),
    ).toEqual(['1100', '1111', '1100']));

  it('are withheld of a third district where two are too few together', () =>
    // 1 and 2 in two districts: whoever knows the 3 knows that either is small.
    expect(
      toldOf([
        [20, 60, 1],
        [20, 60, 2],
        [50, 90, 40],
        [60, 90, 50],
      ]),
    ).toEqual(['1100', '1100', '1100', '1111']));

  it('are not told of nobody as if nobody were few', () =>
    expect(
      toldOf([
        [20, 60, 0],
        [50, 90, 40],
      ]),
    ).toEqual(['1111', '1111']));

  it('may be told once more, reckoned otherwise, where that tells of nobody few', () => {
    const { mayTell } = TOGETHER.withheld(
      countsOf([
        [20, 60, 20],
        [50, 90, 40],
      ]),
    );
    expect(mayTell(OLD, 0, 20)).toBe(true);
    expect(mayTell(OLD, 0, 4.9)).toBe(false);
    // 100 − 77 − 20 are three adults.
    expect(mayTell(YOUNG, 0, 77)).toBe(false);
  });

  it('of a district of which nothing is told, nothing is told, nor counted in the city', () => {
    const { groups, parts } = countsOf([
      [20, 60, 3],
      [50, 90, 40],
      [30, 90, 30],
    ]);
    const without = {
      parts,
      groups: groups.map((column) => [...Array.from(column).slice(0, 2), Number.NaN]),
    } as Counts;
    const { isTold, mayTell } = TOGETHER.withheld(without);
    expect([isTold(ALL, 2), mayTell(ALL, 2, 150), isTold(OLD, 1)]).toEqual([false, false, false]);
  });
});

it('no set of a district of 1 to 4 persons follows from what is told and the city’s sums', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 0, max: 12 }),
        ),
        { minLength: 2, maxLength: 5 },
      ),
      (districts) => {
        const counts = countsOf(districts);
        const { isTold } = TOGETHER.withheld(counts);
        const cells = districts.length * 3;
        const sumOf = (row: number | null, group: readonly number[]) =>
          Array.from({ length: cells }, (_, cell) =>
            (row === null || Math.floor(cell / 3) === row) && group.includes(cell % 3) ? 1 : 0,
          );
        const told = districts.flatMap((_, row) =>
          AGES.flatMap((group, i) => (isTold(i, row) ? [sumOf(row, group)] : [])),
        );
        const isKnown = knownFrom([...told, ...AGES.map((group) => sumOf(null, group))]);
        for (let row = 0; row < districts.length; row++)
          for (let set = 1; set < 8; set++) {
            const parts = [0, 1, 2].filter((part) => set & (1 << part));
            const persons = parts.reduce((sum, part) => sum + districts[row]![part]!, 0);
            if (isSmall(persons))
              expect(isKnown(sumOf(row, parts)), `${districts} ${row} ${parts}`).toBe(false);
          }
      },
    ),
    { numRuns: 500 },
  ));
