// SPDX-License-Identifier: EUPL-1.2
/**
 * What the demo city's people are told as, in every year: neither a figure of an answer or of a file, nor a sum of some
 * figures of a district less others, is of one to four persons. Asked as a reader would, from the texts of the files.
 */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { figuresCsv, needCsv } from '../../src/app/panels/people/people-csv';
import { populationAt } from '../../src/app/panels/people/people-figures';
import { type ColumnTable, valuesOf } from '../../src/city/columns';
import { isSmall } from '../../src/city/disclosure';
import { knownFrom } from '../../src/city/fixtures/known-sums';
import { lonLat } from '../../src/city/frames';
import { INDICATOR_IDS } from '../../src/simulation/models/need/indicators';
import { PERSON_GROUPS, type PersonGroup } from '../../src/simulation/models/people/told-persons';
import { PeopleCity } from '../../src/simulation/people-city';
import {
  POPULATION_GROUPS,
  type PopulationAnswer,
  type PopulationGroup,
  TABLES_IF_ANY,
  TABLES_OF,
} from '../../src/simulation/people-protocol';
import { tablesIn, thinned } from '../thinned-city';

/** Years that are looked at one by one: the counted one, the first forecast, one between and the last. */
const YEARS = [2024, 2025, 2035, 2045];
/** What rounding leaves of nobody: figures are of single precision, and of seven digits in a file. */
const NOBODY = 0.5;
const ORIGIN = { city: 'demo', synthetic: true, source: '' };
const PARTS = 8;

const cityDir = inject('cityDir');
let city: PeopleCity;
let population: PopulationAnswer;
let zones: ColumnTable;

const tablesOf = () => tablesIn(cityDir, [...TABLES_OF.need, ...TABLES_IF_ANY.need]);

function ask(tables: readonly ColumnTable[]): void {
  zones = tables.find(({ id }) => id === 'zones') as ColumnTable;
  city = new PeopleCity();
  city.add(tables);
  population = city.answer({ kind: 'population' });
}

type Row = Readonly<Record<string, string>>;
const read = (text: string): Row[] => parse(text, { columns: true, bom: true });
const places = () => population.districts.map((id) => ({ id, name: String(id), at: lonLat(9.2, 45.5) }));
/** Persons of a group by district, from the text of the file; NaN where it is withheld. */
function fromFile(group: PopulationGroup, year: number, show: 'value' | 'change' = 'value'): number[] {
  const rows = places().map((place, row) => ({
    place,
    ends: populationAt(population, { group, show, year, row }),
  }));
  const about = { indicator: `${group} ${show}`, unit: 'persons', year };
  return read(figuresCsv(rows, about, ORIGIN, 'data')).map(({ value }) =>
    value ? Number(value) : Number.NaN,
  );
}
type Told = { readonly parts: readonly number[]; readonly persons: number };
const told = (group: PersonGroup, persons: number | undefined): Told[] =>
  persons === undefined || Number.isNaN(persons) ? [] : [{ parts: PERSON_GROUPS[group], persons }];

/** By which parts figures are of: every choice of signs that counts nobody twice. */
const signsOf = new Map<string, readonly (readonly number[])[]>();
function everySign(figures: readonly Told[]): readonly (readonly number[])[] {
  const key = figures.map(({ parts }) => parts.join()).join(' ');
  let found = signsOf.get(key);
  if (!found) signsOf.set(key, (found = signsFor(figures)));
  return found;
}
function signsFor(figures: readonly Told[]): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const times = new Array<number>(PARTS).fill(0);
  const visit = (signs: readonly number[]): void => {
    const figure = figures[signs.length];
    if (!figure) {
      if (times.every((n) => n === 0 || n === 1) && times.includes(1)) found.push(signs);
      return;
    }
    for (const sign of [0, 1, -1]) {
      for (const part of figure.parts) times[part]! += sign;
      visit([...signs, sign]);
      for (const part of figure.parts) times[part]! -= sign;
    }
  };
  visit([]);
  return found;
}
/** Sums of some figures less others that come to a few persons. */
const leaks = (figures: readonly Told[]): string[] =>
  everySign(figures).flatMap((signs) => {
    const persons = signs.reduce((sum, sign, i) => sum + sign * figures[i]!.persons, 0);
    const text = () => signs.flatMap((sign, i) => (sign ? sign * figures[i]!.persons : [])).join(' + ');
    return persons > NOBODY && isSmall(persons) ? [`${persons} = ${text()}`] : [];
  });

describe.each([
  ['the demo city', (tables: ColumnTable[]) => tables],
  ['the demo city of which every fifth district has hardly anybody', thinned],
])('of %s', (_, made) => {
  beforeAll(() => ask(made(tablesOf())));

  describe('the population', () => {
    it('withholds something, and tells most', () => {
      const all = population.byDistrict.total[0]!.value.length;
      const withheld = POPULATION_GROUPS.flatMap((group) =>
        population.byDistrict[group].flatMap(({ value }, year) =>
          [...value].filter(
            (persons, row) =>
              Number.isNaN(persons) && !Number.isNaN(population.byDistrict.total[year]!.value[row]!),
          ),
        ),
      ).length;
      const cells = POPULATION_GROUPS.length * population.years * all;
      console.info(
        `${all} districts, ${population.years} years: ${withheld} of ${cells} counts are withheld in districts that are told`,
      );
      expect(withheld).toBeGreaterThan(0);
      expect(withheld / cells).toBeLessThan(0.2);
    });

    it.each(YEARS)('in %i tells of no few, in its files, nor by subtraction', (year) => {
      const byGroup = POPULATION_GROUPS.map((group) => ({ group, persons: fromFile(group, year) }));
      population.districts.forEach((id, row) => {
        const figures = byGroup.flatMap(({ group, persons }) => told(group, persons[row]));
        expect(leaks(figures), `district ${id}`).toEqual([]);
      });
      // A change since the first year, and what there was, are what there is.
      for (const { group, persons } of byGroup) {
        const change = fromFile(group, year, 'change');
        change.forEach((share, row) => {
          if (!Number.isNaN(share)) expect(persons[row]).not.toBeNaN();
        });
      }
    });

    it.each(YEARS)(
      'in %i leaves no set of ages of one district alone that the city tells less the others',
      (year) => {
        const spans = population.districts.flatMap((_, row) => {
          const figures = POPULATION_GROUPS.flatMap((group) =>
            told(group, population.byDistrict[group][year - population.firstYear]!.value[row]),
          );
          const rows = figures.map(({ parts }) =>
            Array.from({ length: PARTS }, (_, part) => (parts.includes(part) ? 1 : 0)),
          );
          return figures.length > 0 ? [knownFrom(rows)] : [];
        });
        for (let set = 1; set < 2 ** PARTS; set++) {
          const wanted = Array.from({ length: PARTS }, (_, part) => (set & (1 << part) ? 1 : 0));
          expect(spans.filter((isKnown) => !isKnown(wanted)).length, `set ${set}`).not.toBe(1);
        }
      },
    );

    it('has no pyramid with which a group less a class is of few, in the year that was counted', () => {
      const { pyramids, ageFrom } = population;
      population.districts.forEach((id, row) => {
        const classes = (sex: number) =>
          pyramids.subarray((row * 2 + sex) * ageFrom.length, (row * 2 + sex + 1) * ageFrom.length);
        const both = [...classes(0)].map((women, i) => women + classes(1)[i]!);
        if (both.some(Number.isNaN)) return;
        const at = (group: PopulationGroup) => population.byDistrict[group][0]!.value[row]!;
        const [zero, five, ten] = both as [number, number, number];
        const from14 = at('minors') - at('aged0to2') - at('aged3to5') - at('aged6to10') - at('aged11to13');
        const rests = {
          'aged 3 and 4': zero - at('aged0to2'),
          'aged 5': at('aged0to2') + at('aged3to5') - zero,
          'aged 6 to 9': zero + five - at('aged0to2') - at('aged3to5'),
          'aged 15 to 17': at('minors') - zero - five - ten,
          'aged 14 to 17': from14,
        };
        for (const [name, persons] of Object.entries(rests))
          expect(persons > NOBODY && isSmall(persons), `${id} ${name}: ${persons}`).toBe(false);
        for (const [of, group] of [
          [13, 'aged65Plus'],
          [16, 'aged80Plus'],
          [0, 'total'],
        ] as const)
          expect(both.slice(of).reduce((a, b) => a + b, 0)).toBeCloseTo(at(group), 0);
      });
    });
  });

  describe('the need', () => {
    it.each([2024, 2045])(
      'in %i tells of no few: no share of those who live there, no growth, no density',
      (year) => {
        const need = city.answer({
          kind: 'need',
          year,
          need: { indicators: INDICATOR_IDS.map((id) => ({ id, weight: 1 })), normalisation: 'z-score' },
        });
        const rows = read(
          needCsv(need, places(), { preset: 'all', normalisation: 'z-score' }, ORIGIN, 'data'),
        );
        const areaKm2 = [...valuesOf(zones, 'areaM2')].map((areaM2) => areaM2 / 1e6);
        const first = fromFile('aged80Plus', 2024);
        const groups = POPULATION_GROUPS.map((group) => ({ group, persons: fromFile(group, year) }));
        rows.forEach((of, row) => {
          const figure = (id: string) => {
            const name = Object.keys(of).find((head) =>
              new RegExp(`^${id}_[a-z0-9-]+_\\d{4}$`).test(head),
            ) as string;
            return of[name] ? Number(of[name]) : Number.NaN;
          };
          const figures = groups.flatMap(({ group, persons }) => told(group, persons[row]));
          const density = figure('density') * areaKm2[row]!;
          const residents = groups[0]!.persons[row]!;
          expect(Number.isNaN(density), `${of.id}: density without residents`).toBe(Number.isNaN(residents));
          const reckoned: (readonly [PersonGroup, number])[] = [
            ['total', density],
            ['aged80Plus', figure('aged80PlusShare') * residents],
            ['aged80Plus', first[row]! + (figure('aged80PlusGrowth') * residents) / 1000],
            ['minors', figure('minorsShare') * residents],
            ['aged0to5', figure('aged0to5Share') * residents],
          ];
          for (const [group, persons] of reckoned) {
            const others = figures.filter(({ parts }) => parts !== PERSON_GROUPS[group]);
            expect(leaks([...others, ...told(group, persons)]), `${of.id} ${group}`).toEqual([]);
          }
          const alone = (figure('aloneAged80Plus') * residents) / 1000;
          const old = groups.find(({ group }) => group === 'aged80Plus')!.persons[row]!;
          for (const persons of [alone, old - alone])
            expect(persons > NOBODY && isSmall(persons), `${of.id}: ${alone} of ${old} alone`).toBe(false);
        });
      },
    );
  });

  describe('the schools', () => {
    it.each(['primaria', 'secondaria-1'] as const)('tell of no few pupils of %s', (grade) => {
      for (const year of [2045]) {
        const { found } = city.answer({ kind: 'schools', year, grade });
        const ages =
          population.byDistrict[grade === 'primaria' ? 'aged6to10' : 'aged11to13'][year - 2024]!.value;
        found!.pupils.value.forEach((pupils, row) => {
          expect(isSmall(pupils)).toBe(false);
          if (Number.isNaN(ages[row]))
            expect([pupils, found!.unplaced.value[row]]).toEqual([Number.NaN, Number.NaN]);
        });
        expect(
          [...found!.pupils.value].filter(
            (pupils, row) =>
              Number.isNaN(pupils) && !Number.isNaN(population.byDistrict.total[year - 2024]!.value[row]!),
          ).length,
        ).not.toBe(1);
      }
    });
  });
});
