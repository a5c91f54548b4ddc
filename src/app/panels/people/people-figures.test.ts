// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { estimateColumn, estimateOf } from '../../../impact/estimate';
import { POPULATION_GROUPS, type PopulationAnswer } from '../../../simulation/people-protocol';
import { changeClasses, countClasses, districtColours } from './people-colours';
import { allYears, changeOf, cityAt, populationAt } from './people-figures';

/** Draws of two districts: the first counted at first, the second not told. */
const drawn = (...draws: readonly number[]) => estimateColumn(draws.map((one) => Float64Array.of(one, 1)));
function withheld(column: ReturnType<typeof drawn>): ReturnType<typeof drawn> {
  for (const of of [column.value, column.low, column.high]) of[1] = Number.NaN;
  return column;
}
const YEARS = [drawn(100, 100, 100, 100, 100), drawn(110, 120, 130, 140, 150)].map(withheld);
const CITY = [estimateOf([100, 100, 100, 100, 100]), estimateOf([110, 120, 130, 140, 150])];
const answer = {
  kind: 'population',
  firstYear: 2024,
  years: 2,
  districts: [7, 9],
  byDistrict: Object.fromEntries(POPULATION_GROUPS.map((group) => [group, YEARS])),
  city: Object.fromEntries(POPULATION_GROUPS.map((group) => [group, CITY])),
} as unknown as PopulationAnswer;
const of = (show: 'value' | 'change', year: number, row = 0) =>
  populationAt(answer, { group: 'aged80Plus', show, year, row });

describe('figures of the population', () => {
  it('are those of the year, with their interval', () => {
    // Type 7 quantiles of 110, 120 … 150: the 10th percentile is 114, the 90th 146.
    expect(of('value', 2025)).toEqual({ value: 130, low: 114, high: 146 });
    expect(of('value', 2024)).toEqual({ value: 100, low: 100, high: 100 });
  });

  it('as a change are shares of the first year', () => {
    const change = of('change', 2025);
    expect(change?.value).toBeCloseTo(0.3, 12);
    expect(change?.low).toBeCloseTo(0.14, 12);
    expect(change?.high).toBeCloseTo(0.46, 12);
    expect(of('change', 2024)).toEqual({ value: 0, low: 0, high: 0 });
    expect(cityAt(answer, { group: 'total', show: 'change', year: 2025 })?.value).toBeCloseTo(0.3, 12);
  });

  it('as a change from what was not counted have an interval that is no narrower', () => {
    const change = changeOf({ value: 120, low: 110, high: 130 }, { value: 100, low: 90, high: 105 });
    expect(change?.value).toBeCloseTo(0.2, 12);
    expect(change?.low).toBeCloseTo(0.05, 12);
    expect(change?.high).toBeCloseTo(0.4, 12);
  });

  it('are not told where they are withheld, of another year, or as a change from nobody', () => {
    expect(of('value', 2025, 1)).toBeNull();
    expect(of('change', 2025, 1)).toBeNull();
    expect(of('value', 2026)).toBeNull();
    expect(changeOf({ value: 5, low: 5, high: 5 }, { value: 0, low: 0, high: 0 })).toBeNull();
  });

  it('of all years are what the classes are made of', () => {
    expect([...allYears(answer, { group: 'total', show: 'value' })]).toEqual([
      100,
      Number.NaN,
      130,
      Number.NaN,
    ]);
  });
});

describe('colours of the districts', () => {
  it('have classes of counts that are the same whatever the year', () => {
    const { breaks } = countClasses([10, 11, 20, 21, 30, 31, Number.NaN]);
    const at = (values: number[]) =>
      districtColours(
        [1, 2],
        values,
        { breaks, palette: 'viridis' },
        { unit: 'persons', title: '', look: 'light' },
      );
    const [one, two] = [at([10, 31]), at([31, 10])];
    expect(one?.legend.classes).toEqual(two?.legend.classes);
    expect([...(one?.legend.slots ?? [])]).toEqual([...(two?.legend.slots ?? [])].reverse());
  });

  it('have changes as far below nought as above it, and one class for little change', () => {
    const { breaks } = changeClasses([-12, -6, -1, 0, 2, 5, 9, 20, Number.NaN]);
    expect(breaks).toHaveLength(4);
    const [a, b, c, d] = breaks as [number, number, number, number];
    expect([a, b]).toEqual([-d, -c]);
    expect(c).toBeGreaterThan(0);
    expect(changeClasses([0, 0]).breaks).toEqual([-1, 1]);
  });

  it('say of what is not told that it is withheld', () => {
    const colours = districtColours(
      [1, 2],
      [Number.NaN, 5],
      { breaks: [3], palette: 'viridis' },
      { unit: 'min', title: 'x', look: 'dark' },
    );
    const kind = (row: number) => colours?.legend.classes[colours.legend.slots[row] as number]?.kind;
    expect([kind(0), kind(1)]).toEqual(['withheld', 'range']);
  });
});
