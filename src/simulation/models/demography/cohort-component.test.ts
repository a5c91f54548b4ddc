// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { type BySex, type IntervalRates, projectInterval, sum } from './cohort-component';

const none = (classes: number) => new Float64Array(classes);
const both = (column: ArrayLike<number>): BySex => ({
  female: Float64Array.from(column),
  male: Float64Array.from(column),
});

/**
 * Three classes of a year. Of 100 girls and 50 women, half of the women bear a child a year; 9 of 10 girls and
 * 8 of 10 women live on, 5 of 10 of the old. Births: 0.5 · (50 + 100·0.9)/2 = 35; half are girls, all live.
 */
const RATES: IntervalRates = {
  years: 1,
  survival: both([1, 0.9, 0.8, 0.5]),
  fertility: Float64Array.from([0, 0.5, 0]),
  sexRatioAtBirth: 1,
  netMigrants: both([0, 0, 0]),
  migration: 'end',
};

describe('three classes of a year', () => {
  it('are a year older as the hand has it', () => {
    const { population, births, deaths } = projectInterval(both([100, 50, 20]), RATES);
    expect(births).toBe(35);
    expect(Array.from(population.female)).toEqual([17.5, 90, 50 * 0.8 + 20 * 0.5]);
    // Of each sex 10 of 100, 10 of 50 and 10 of 20 die.
    expect(deaths).toBeCloseTo(60, 10);
  });

  it('those who come at the end bear no child, those who come by halves do', () => {
    const netMigrants = both([0, 40, 0]);
    const end = projectInterval(both([100, 50, 20]), { ...RATES, netMigrants });
    expect([end.births, end.population.female[1]]).toEqual([35, 130]);
    // Half of the 40 are there from the begin, all at the end: 0.5 · (70 + 110)/2 = 45; of those 20 the last
    // class has 16 then.
    const half = projectInterval(both([100, 50, 20]), { ...RATES, netMigrants, migration: 'half' });
    expect([half.births, half.population.female[1], half.population.female[2]]).toEqual([45, 110, 66]);
  });

  it('what no population can be told from is named', () => {
    const start = both([100, 50, 20]);
    const wrong = (rates: Partial<IntervalRates>) => () => projectInterval(start, { ...RATES, ...rates });
    expect(wrong({ survival: both([1, 1.2, 0.8, 0.5]) })).toThrow('female survival: class 1 is 1.2');
    expect(wrong({ survival: both([1, 0.9, 0.8]) })).toThrow('3 classes of age where there are 4');
    expect(wrong({ fertility: Float64Array.from([0, -1, 0]) })).toThrow('fertility: class 1 is -1');
    expect(wrong({ netMigrants: both([0, -200, 0]) })).toThrow('female, class 1: -110 persons are left');
    expect(wrong({ sexRatioAtBirth: 0 })).toThrow('sex ratio at birth: is 0');
    expect(wrong({ years: 0 })).toThrow('years: are 0');
    expect(() => projectInterval(both([100, Number.NaN, 20]), RATES)).toThrow(
      'female population: class 1 is NaN',
    );
  });
});

it('nobody is lost: what is there at the end is what was, born and come, less who died', () => {
  const column = (classes: number, least: number, most: number) =>
    fc
      .array(fc.double({ min: least, max: most, noNaN: true }), { minLength: classes, maxLength: classes })
      .map((cells) => Float64Array.from(cells));
  const sexes = (of: fc.Arbitrary<Float64Array>) => fc.record({ female: of, male: of });
  fc.assert(
    fc.property(
      sexes(column(6, 0, 1e5)),
      sexes(column(7, 0, 1)),
      column(6, 0, 0.3),
      sexes(column(6, 0, 1e4)),
      fc.constantFrom('end' as const, 'half' as const),
      (start, survival, fertility, netMigrants, migration) => {
        const rates = { years: 5, survival, fertility, sexRatioAtBirth: 1.05, netMigrants, migration };
        const { population, births, deaths } = projectInterval(start, rates);
        const late = migration === 'end' ? 1 : 0.5;
        // Deaths are counted after those have come who come at the begin.
        const came = (1 - late) * sum(netMigrants);
        const all = sum(start) + came + births - deaths + late * sum(netMigrants);
        expect(sum(population)).toBeCloseTo(all, 4);
        expect(deaths).toBeGreaterThanOrEqual(-1e-6);
      },
    ),
  );
});

it('a closed population comes to grow by the largest root of Lotka’s equation', () => {
  // Women of two classes, each of whom bears daughters in the second: a Leslie matrix of two rows and one old class.
  const rates: IntervalRates = {
    ...RATES,
    fertility: Float64Array.from([0, 0.6, 0, 0]),
    survival: both([0.9, 0.95, 0.9, 0.8, 0.3]),
    netMigrants: both([0, 0, 0, 0]),
  };
  let population = both([10, 10, 10, 10]);
  let growth = 0;
  for (let year = 0; year < 200; year++) {
    const next = projectInterval(population, rates).population;
    growth = sum(next) / sum(population);
    population = next;
  }
  // Girls a year: F₀' = 0.9 · ½ · 0.6 · (F₁ + 0.95 F₀)/2 = k (F₁ + 0.95 F₀), and F₁' = 0.95 F₀:
  // so λ² = 0.95 k λ + 0.95 k.
  const k = 0.135;
  const root = (0.95 * k + Math.sqrt((0.95 * k) ** 2 + 4 * 0.95 * k)) / 2;
  expect(growth).toBeCloseTo(root, 9);
});

describeShared('the published answers', () => {
  const box = (name: string) =>
    JSON.parse(readFileSync(sharedPath(`benchmarks/ccm-preston/${name}.json`), 'utf8'));

  it('Sweden 1993 to 2003, women: box 6.1', () => {
    const { N1993, nLx, asfr, srb, radix, expected_totals, computed_1998, computed_2003 } = box('box6_1');
    const last = nLx.length - 1;
    const open = nLx[last] / (nLx[last - 1] + nLx[last]);
    const survival = [
      nLx[0] / (5 * radix),
      ...nLx.slice(1, last).map((years: number, i: number) => years / nLx[i]),
      open,
      open,
    ];
    const rates: IntervalRates = {
      years: 5,
      survival: both(survival),
      fertility: Float64Array.from(asfr),
      sexRatioAtBirth: srb,
      netMigrants: both(none(asfr.length)),
      migration: 'end',
    };
    let population: BySex = { female: Float64Array.from(N1993), male: none(asfr.length) };
    for (const [year, expected] of [
      ['1998', computed_1998],
      ['2003', computed_2003],
    ] as const) {
      population = projectInterval(population, rates).population;
      expect(Array.from(population.female, Math.round)).toEqual(expected);
      const women = population.female.reduce((all, persons) => all + persons, 0);
      expect(Math.abs(women - expected_totals[year])).toBeLessThan(2);
    }
  });

  it('Sweden 1993 to 1998, women who come and go: box 6.2', () => {
    const { P1993, surv, surv0, asfr, srb, mig_prop, expected_female_1998, expected_male_age0_1998 } =
      box('box6_2');
    const migrants = P1993.map((persons: number, age: number) => 5 * mig_prop[age] * persons);
    const { population } = projectInterval(
      { female: Float64Array.from(P1993), male: none(P1993.length) },
      {
        years: 5,
        survival: both([surv0, ...surv]),
        fertility: Float64Array.from(asfr),
        sexRatioAtBirth: srb,
        netMigrants: { female: Float64Array.from(migrants), male: Float64Array.from(migrants) },
        migration: 'half',
      },
    );
    expect(Array.from(population.female, Math.round)).toEqual(expected_female_1998);
    expect(Math.round(population.male[0] as number)).toBe(expected_male_age0_1998);
  });
});
