// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmall } from '../../../city/disclosure';
import { knownFrom } from '../../../city/fixtures/known-sums';
import { forecastWith } from './fixtures/made-up-people';
import { PERSON_GROUPS, type PersonGroup, toldPersons } from './told-persons';

/** 0–2, 3–5, 6–10, 11–13, 14–17, 18–64, 65–79, 80 and over. */
type District = readonly number[];
const TOWN: District = [30, 30, 50, 30, 40, 600, 150, 70];
const VILLAGE: District = [10, 9, 16, 9, 12, 200, 60, 30];
const GROUPS = Object.keys(PERSON_GROUPS) as PersonGroup[];

const toldOf = (districts: readonly (District | null)[]) =>
  toldPersons(
    forecastWith({ districts: districts.length }, (row) => districts[row] ?? null),
    2024,
  );
const untold = (districts: readonly (District | null)[], row: number) => {
  const { isTold } = toldOf(districts);
  return GROUPS.filter((group) => !isTold(group, row));
};

describe('who is told of in a year of the forecast', () => {
  it('is everybody where nothing is small, as the median of the draws', () => {
    const { columns, mayTell } = toldOf([TOWN, VILLAGE, null]);
    expect(untold([TOWN, VILLAGE, null], 0)).toEqual([]);
    expect(columns.total.value[0]).toBe(1000);
    expect(columns.aged65Plus.value[1]).toBe(90);
    expect(columns.aged0to5.value[1]).toBe(19);
    expect(columns.total.value[2]).toBeNaN();
    expect([mayTell('aged80Plus', 0, 70), mayTell('aged80Plus', 2, 70)]).toEqual([true, false]);
    // Of 220 over 65, two would be under 80.
    expect(mayTell('aged80Plus', 0, 218)).toBe(false);
  });

  it('is not whoever is small, nor what all less the others would tell of them, nor the next smallest', () => {
    const few: District = [30, 30, 50, 30, 40, 600, 2, 1];
    // 783 − 180 − 600 are three over 65; the city less the others would tell of them too.
    expect(untold([few, TOWN, VILLAGE], 0)).toEqual(['aged18to64', 'aged65Plus', 'aged80Plus', 'aged18Plus']);
    expect(untold([few, TOWN, VILLAGE], 1)).toEqual([]);
    expect(untold([few, TOWN, VILLAGE], 2)).toEqual(['aged18to64', 'aged65Plus', 'aged80Plus', 'aged18Plus']);
    const { columns } = toldOf([few, TOWN, VILLAGE]);
    expect([columns.aged65Plus.value[0], columns.aged65Plus.low[0], columns.aged18to64.high[0]]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(columns.minors.value[0]).toBe(180);
  });

  it('is not a group of children that leaves three of the minors', () => {
    const few: District = [30, 30, 50, 30, 3, 600, 150, 70];
    // Whoever is 14 or older, less the adults, would tell of the same three.
    expect(untold([few, TOWN, VILLAGE], 0)).toEqual(['aged11to13', 'aged14Plus']);
    expect(untold([few, TOWN, VILLAGE], 2)).toEqual(['aged11to13', 'aged14Plus']);
  });

  it('wants a year that is forecast', () =>
    expect(() =>
      toldPersons(
        forecastWith({ districts: 1 }, () => TOWN),
        2031,
      ),
    ).toThrow('year: 2031 is not of 2024 to 2024'));
});

it('no set of ages of a district of 1 to 4 persons follows from what is told and the city’s sums', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(...TOWN.map((most) => fc.integer({ min: 0, max: Math.min(most, 40) }))), {
        minLength: 2,
        maxLength: 4,
      }),
      (districts) => {
        const { isTold } = toldOf(districts);
        const sumOf = (row: number | null, parts: readonly number[]) =>
          districts.flatMap((_, at) =>
            TOWN.map((_, part) => ((row === null || row === at) && parts.includes(part) ? 1 : 0)),
          );
        const isKnown = knownFrom([
          ...districts.flatMap((_, row) =>
            GROUPS.flatMap((group) => (isTold(group, row) ? [sumOf(row, PERSON_GROUPS[group])] : [])),
          ),
          ...GROUPS.map((group) => sumOf(null, PERSON_GROUPS[group])),
        ]);
        districts.forEach((district, row) => {
          for (let set = 1; set < 256; set++) {
            const parts = TOWN.map((_, part) => part).filter((part) => set & (1 << part));
            const persons = parts.reduce((sum, part) => sum + (district[part] as number), 0);
            if (isSmall(persons)) expect(isKnown(sumOf(row, parts)), `${district}: ${parts}`).toBe(false);
          }
        });
      },
    ),
    { numRuns: 100 },
  ));
