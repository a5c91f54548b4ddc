// SPDX-License-Identifier: EUPL-1.2
/**
 * What services, green, shops and schools tell of the demo city, beside what its population tells: no figure, no share
 * of those who live there, no difference of two of them, is of one to four persons. Asked as a reader would.
 */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { ColumnTable } from '../../src/city/columns';
import { isSmall } from '../../src/city/disclosure';
import { lonLat } from '../../src/city/frames';
import type { EstimateColumn } from '../../src/impact/estimate';
import { EMPTY_SCENARIO } from '../../src/scenario/scenario';
import type { GREEN_FIGURES } from '../../src/simulation/green-protocol';
import { PeopleCity } from '../../src/simulation/people-city';
import {
  POPULATION_GROUPS,
  type PopulationAnswer,
  TABLES_IF_ANY,
  TABLES_OF,
} from '../../src/simulation/people-protocol';
import type { ServiceTopic } from '../../src/simulation/services-protocol';
import { tablesIn, thinned } from '../thinned-city';

const YEARS = [2024, 2045];
/** What rounding leaves of nobody, of figures of single precision. */
const NOBODY = 0.5;
const TOPICS = {
  pharmacy: 'total',
  'family-doctor': 'from14',
  library: 'total',
  'civic-office': 'adults',
  'social-service': 'total',
  'nursing-home': 'aged80Plus',
  'home-care': 'aged65Plus',
} as const satisfies Record<ServiceTopic, string>;

const cityDir = inject('cityDir');
let city: PeopleCity;
let population: PopulationAnswer;

function ask(tables: readonly ColumnTable[]): void {
  city = new PeopleCity();
  city.add(tables);
  population = city.answer({ kind: 'population' });
}
const tablesOf = () => {
  const kinds = ['services', 'green', 'shops', 'schools', 'impact'] as const;
  return tablesIn(
    cityDir,
    kinds.flatMap((kind) => [...TABLES_OF[kind], ...TABLES_IF_ANY[kind]]),
  );
};

type Column = ArrayLike<number>;
const persons = (group: (typeof POPULATION_GROUPS)[number], year: number): Column =>
  population.byDistrict[group][year - population.firstYear]!.value;
/** As a reader has them: all less the minors, or the two groups that they are. */
const adults = (year: number): number[] =>
  Array.from(persons('total', year), (all, row) => {
    const less = all - persons('minors', year)[row]!;
    return Number.isNaN(less) ? persons('aged18to64', year)[row]! + persons('aged65Plus', year)[row]! : less;
  });
/** Rows of which counts, or what they leave of a whole that is told, are few; and the row that the sum alone tells. */
function faults(counts: Column, wholes: Column, others: readonly Column[] = []): string[] {
  const few = (count: number) => count > NOBODY && isSmall(count);
  const found = Array.from(counts).flatMap((count, row) =>
    [count, wholes[row]! - count, ...others.map((other) => count - other[row]!)]
      .filter(few)
      .map((one) => `row ${row}: ${one} of ${count}`),
  );
  const told = Array.from(wholes).filter((whole, row) => !Number.isNaN(whole) && Number.isNaN(counts[row]!));
  const hidden = Array.from(counts).filter(Number.isNaN).length;
  return hidden === 1 && told.length === 1 ? [...found, 'one row alone is withheld'] : found;
}
/** Whoever is 14 or older beside all, the adults and the minors, who are told: those of 14 to 17, and the children. */
function expectYouthsUntold(from14: Column, year: number): void {
  const youthsOf = (of: Column) => Array.from(of, (count, row) => count - adults(year)[row]!);
  const minors = persons('minors', year);
  expect(faults(from14, persons('total', year))).toEqual([]);
  expect(faults(youthsOf(from14), minors)).toEqual([]);
  for (const [row, all] of Array.from(persons('total', year)).entries())
    if (Number.isNaN(all)) expect(from14[row]).toBeNaN();
  expect([...youthsOf(from14)].some((youths) => youths > 100)).toBe(true);
  // Three of 14 to 17, and three children, would be found.
  const withThree = (of: (row: number) => number) =>
    youthsOf(Array.from(from14, (count, row) => (Number.isNaN(count) ? count : of(row))));
  expect(
    faults(
      withThree((row) => adults(year)[row]! + 3),
      minors,
    ),
  ).not.toEqual([]);
  expect(
    faults(
      withThree((row) => adults(year)[row]! + minors[row]! - 3),
      minors,
    ),
  ).not.toEqual([]);
}
const fewEnds = ({ low, high }: EstimateColumn): number[] =>
  [...low, ...high].filter((end) => isSmall(Math.abs(end)));

/** A leak that is planted in a column: three persons in the first district that is told. */
function leaking(column: Column): number[] {
  const counts = Array.from(column);
  counts[counts.findIndex((one) => !Number.isNaN(one))] = 3;
  return counts;
}

describe.each([
  ['the demo city', (tables: ColumnTable[]) => tables],
  ['the demo city of which every fifth district has hardly anybody', thinned],
])('of %s', (_, made) => {
  beforeAll(() => ask(made(tablesOf())));

  it.each(YEARS)('in %i the population has no interval that ends at few', (year) => {
    for (const group of POPULATION_GROUPS)
      expect(fewEnds(population.byDistrict[group][year - population.firstYear]!), group).toEqual([]);
  });

  it.each(YEARS)('in %i services tell of no few who have none near, nor who has', (year) => {
    for (const topic of Object.keys(TOPICS) as ServiceTopic[]) {
      const { found } = city.answer({ kind: 'services', year, service: topic });
      if (!found) continue;
      const { target, beyond, supply, minutes } = found.byDistrict;
      // Of adults, and of whoever is 14 or older, the population has no figure: it is told here, beside those that leave
      // or make them up.
      const group = TOPICS[topic];
      const known = group === 'adults' || group === 'from14' ? target.value : persons(group, year);
      if (group === 'from14') expectYouthsUntold(target.value, year);
      if (group === 'adults') {
        const parts = [persons('aged18to64', year), persons('aged65Plus', year)];
        expect(faults(target.value, persons('total', year), parts)).toEqual([]);
        target.value.forEach((count, row) => {
          if (Number.isNaN(adults(year)[row]!)) expect(count).toBeNaN();
        });
      }
      // Who they are is what the population tells: by no difference of the two is anybody told.
      expect(faults(target.value, known), topic).toEqual([]);
      expect(fewEnds(target), topic).toEqual([]);
      target.value.forEach((count, row) => {
        if (Number.isNaN(known[row]!))
          expect([count, supply.value[row], minutes.value[row]]).toEqual([
            Number.NaN,
            Number.NaN,
            Number.NaN,
          ]);
      });
      if (topic === 'home-care') continue;
      expect(faults(beyond.value, known), topic).toEqual([]);
      expect(fewEnds(beyond), topic).toEqual([]);
      expect(faults(leaking(beyond.value), known), topic).not.toEqual([]);
    }
  });

  it.each(YEARS)('in %i the green tells of no few: shares of those who live there', (year) => {
    const { found } = city.answer({ kind: 'green', year });
    const residents = persons('total', year);
    const counts = (id: (typeof GREEN_FIGURES)[number]) =>
      found!.byDistrict[id].value.map((share, row) => share * residents[row]!);
    expect(faults(counts('trees'), residents)).toEqual([]);
    expect(faults(counts('park'), residents)).toEqual([]);
    expect(faults(counts('smallPark'), residents, [counts('park')])).toEqual([]);
    expect(faults(leaking(counts('park')), residents)).not.toEqual([]);
    expect([...counts('park')].some((count) => count > 100)).toBe(true);
  });

  it.each(YEARS)('in %i shops have no balance where nothing is told of those who set out', (year) => {
    const { found } = city.answer({ kind: 'shops', year });
    const known = [adults(year), persons('aged18to64', year)];
    const balances = [found!.all, ...Object.values(found!.of)].map(({ balance }) => balance.value);
    const untold = (columns: readonly Column[]) =>
      columns.flatMap((column) =>
        Array.from(column).flatMap((one, row) =>
          !Number.isNaN(one) && known.some((of) => Number.isNaN(of[row]!)) ? [row] : [],
        ),
      );
    expect(untold(balances)).toEqual([]);
    const leak = Array.from(balances[0]!, () => 1);
    const isSomebodyUntold = known.some((of) => Array.from(of).some(Number.isNaN));
    expect(untold([leak]).length > 0).toBe(isSomebodyUntold);
    const told = balances.flatMap((column) => [...column]).filter((one) => !Number.isNaN(one));
    expect(told.length).toBeGreaterThan(0);
  });

  it.each(['primaria', 'secondaria-1'] as const)('schools tell of no few of %s without a place', (grade) => {
    const { found } = city.answer({ kind: 'schools', year: 2045, grade });
    const { pupils, unplaced } = found!;
    expect(faults(unplaced.value, pupils.value)).toEqual([]);
    expect([...fewEnds(pupils), ...fewEnds(unplaced)]).toEqual([]);
    expect(faults(leaking(unplaced.value), pupils.value)).not.toEqual([]);
  });

  it('a scenario tells of no few in its fields: as it was, as it will be, nor by how many more', () => {
    const place = { kind: 'point', points: [lonLat(9.19, 45.464)] } as const;
    const measure = (id: string, kind: string, config: unknown) => ({ id, kind, on: true, config, place });
    const measures = [
      measure('m1', 'new-school', { grade: 'primaria', places: 250 }),
      measure('m2', 'new-service', { service: 'pharmacy', beds: 120 }),
      measure('m3', 'new-service', { service: 'library', beds: 120 }),
      measure('m4', 'new-service', { service: 'family-doctor', beds: 120 }),
    ];
    const { impact } = city.answer({
      kind: 'impact',
      scenario: { ...EMPTY_SCENARIO, measures },
      effort: 'quick',
    });
    const fields = impact.fields.filter(({ unit }) => unit === 'persons' || unit === 'pupils');
    expect(fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'residents',
        'unplacedPrimaria',
        'pharmacyBeyond',
        'libraryBeyond',
        'familyDoctorBeyond',
      ]),
    );
    // Of whoever is 14 or older the panel tells how many they are.
    const doctors = city.answer({ kind: 'services', year: 2035, service: 'family-doctor' });
    const from14 = doctors.found!.byDistrict.target.value;
    for (const { id, before, after, change } of fields) {
      const untold = new Float32Array(before.value.length).fill(Number.NaN);
      const all = id === 'familyDoctorBeyond' ? from14 : persons('total', 2035);
      const known = id.endsWith('Beyond') ? all : untold;
      for (const { value } of [before, after]) expect(faults(value, known), id).toEqual([]);
      const more = change.value.map(Math.abs);
      expect(faults(more, untold), id).toEqual([]);
      expect([before, after, change].flatMap(fewEnds), id).toEqual([]);
      expect(
        [...before.value].some((count) => !Number.isNaN(count)),
        id,
      ).toBe(true);
    }
  });
});
