// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../src/city/columns';
import { INPUT_TABLES } from '../../src/city/inputs';
import { MILANO } from '../../src/city/place';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { readCsv } from '../formats/csv';
import { openFolder } from '../formats/folder';
import type { FoundFile } from '../formats/found-file';
import { censusSections, districtNames2011, sectionDistricts } from '../sources/census-sections';
import { registerByDistrict } from '../sources/register-by-district';
import { type Cell, isSmall, MIN_CELL_COUNT, withheldCells } from './disclosure';
import { NO_DISTRICTS } from './district-finder';
import { population } from './population';
import { disclosedRegister, type Register } from './population-register';
import { disclosedSections, type Section } from './population-sections';
import type { PopulationRow } from './rows';
import type { CleanTheme, DistrictFinder } from './theme';

const origin = { file: 'x.csv', row: 1 };
const register = (district: number, year: number, total = 20): PopulationRow => ({
  origin,
  kind: 'register',
  district,
  year,
  total,
  men: 10,
  women: total - 10,
  minors: 1,
  aged65Plus: 2,
  aged80Plus: 3,
  foreigners: 4,
  households: 5,
  singleHouseholds: 6,
  aloneAged80Plus: 7,
  births: 8,
  deaths: 9,
  arrivals: 10,
  departures: 11,
});
const ages = (...counts: number[]) => Array.from({ length: 16 }, (_, i) => counts[i] ?? 0);
const section = (n: number, persons: number, households: number, aged65Plus: number): PopulationRow => ({
  origin,
  kind: 'section',
  section: n,
  persons,
  households,
  aged65Plus,
  men: ages(persons),
  women: ages(),
  year: 2011,
});
const inDistrict = (n: number, districtName: string): PopulationRow => ({
  origin,
  kind: 'section-district',
  section: n,
  districtName,
});
const districtName = (district: number, name: string): PopulationRow => ({
  origin,
  kind: 'district-name',
  district,
  name,
});

function clean(rows: PopulationRow[], districts: DistrictFinder = NO_DISTRICTS) {
  const dropped: Record<string, number> = {};
  const result = population.clean([{ source: registerByDistrict, rows }], {
    place: MILANO,
    districts,
    drop: (reason) => {
      dropped[reason] = (dropped[reason] ?? 0) + 1;
    },
  });
  return { result, dropped };
}
const table = (result: CleanTheme, id: string) => result.inputs?.find((t) => t.id === id) as ColumnTable;
const column = (t: ColumnTable, name: string) => [...(t.columns.find((c) => c.name === name)?.values ?? [])];

describe('the register', () => {
  it('is one row a district and year, with the columns that models expect', () => {
    const finder: DistrictFinder = {
      ...NO_DISTRICTS,
      count: 2,
      name: (id) => (id <= 2 ? `D${id}` : undefined),
    };
    const { result, dropped } = clean(
      [register(2, 2024), register(1, 2024, 30), register(1, 2011), register(1, 2011), register(3, 2024)],
      finder,
    );
    const t = table(result, 'population');
    expect(t.columns.map((c) => c.name)).toEqual(INPUT_TABLES.population);
    expect([column(t, 'zone'), column(t, 'year'), column(t, 'total')]).toEqual([
      [1, 1, 2],
      [2011, 2024, 2024],
      [20, 30, 20],
    ]);
    expect(column(t, 'departures')).toEqual([11, 11, 11]);
    // One minor and two aged persons in each.
    expect(column(t, 'minors')).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(dropped).toEqual({ 'duplicate-id': 1, 'unknown-district': 1, 'below-disclosure-threshold': 3 });
    expect(result.kept).toBe(3);
  });

  const many: Register = {
    ...(register(1, 2024) as Register),
    ...{ total: 1000, men: 480, women: 520, minors: 150, aged65Plus: 250, aged80Plus: 80, foreigners: 200 },
    ...{ households: 500, singleHouseholds: 230, aloneAged80Plus: 40 },
  };
  const hidden = (row: Partial<Register>) => {
    // Three like it, so that another may stand in for its count.
    const [told] = disclosedRegister([row, {}, {}, {}].map((each, i) => ({ ...many, ...each, district: i })));
    return Object.entries(told!).flatMap(([name, value]) => (Number.isNaN(value) ? [name] : []));
  };

  it('does not tell a small count, nor one whose rest is small, nor what is of a whole that is not told', () => {
    expect(hidden({})).toEqual([]);
    expect(hidden({ births: 4 })).toEqual(['births']);
    // 998 of 1,000 foreign: two are not.
    expect(hidden({ foreigners: 998 })).toEqual(['foreigners']);
    expect(hidden({ singleHouseholds: 499 })).toEqual(['singleHouseholds']);
    expect(hidden({ men: 997, women: 3 })).toEqual(['men', 'women']);
    expect(hidden({ households: 3, singleHouseholds: 0, aloneAged80Plus: 0 })).toEqual([
      'households',
      'singleHouseholds',
    ]);
    // 1,000 − 150 − 847: three adults.
    expect(hidden({ aged65Plus: 847 })).toEqual(['minors', 'aged65Plus']);
    expect(hidden({ aged80Plus: 248 })).toEqual(['aged80Plus']);
    expect(hidden({ aloneAged80Plus: 78 })).toEqual(['aloneAged80Plus']);
    const few = { total: 3, men: 3, women: 0, minors: 0, aged65Plus: 0, foreigners: 0, households: 3 };
    expect(hidden(few)).toEqual(expect.arrayContaining(['total', 'men', 'minors', 'households', 'deaths']));
  });

  it('hides a small count behind another of its year, against subtraction from the city’s total', () => {
    const births = [2, 9, 30, 31].map((n, i) => ({ ...many, district: i, births: n }));
    expect(disclosedRegister(births).map((row) => row.births)).toEqual([Number.NaN, Number.NaN, 30, 31]);
    expect(disclosedRegister(births.map((row) => ({ ...row, births: row.births + 5 })))).toEqual(
      births.map((row) => ({ ...row, births: row.births + 5 })),
    );
  });
});

describe('sections and districts', () => {
  it('are joined by the names of their time: "S. SIRO" is not the San Siro of today', () => {
    const today: DistrictFinder = { ...NO_DISTRICTS, count: 88, name: (id) => `D${id}`, byName: () => 57 };
    const { result, dropped } = clean(
      [
        section(1, 30, 10, 6),
        section(2, 40, 20, 8),
        section(3, 50, 20, 8),
        section(3, 50, 20, 8),
        inDistrict(1, 'S. SIRO'),
        inDistrict(2, 'MAGENTA - S.VITTORE'),
        districtName(60, 'S. SIRO'),
        districtName(7, 'MAGENTA - S. VITTORE'),
      ],
      today,
    );
    const t = table(result, 'population-sections');
    expect(t.columns.map((c) => c.name)).toEqual(INPUT_TABLES['population-sections']);
    expect([column(t, 'section'), column(t, 'zone'), column(t, 'persons')]).toEqual([
      [2, 1],
      [7, 60],
      [40, 30],
    ]);
    expect(dropped).toEqual({ 'unknown-district': 1, 'duplicate-id': 1 });
  });

  it('without the names of their time no section is placed', () => {
    const { result, dropped } = clean([section(1, 30, 10, 6), inDistrict(1, 'DUOMO')]);
    expect(result.inputs).toEqual([]);
    expect(dropped).toEqual({ 'unknown-district': 1 });
  });
});

describe('what is not disclosed', () => {
  it('small counts, and the smallest other ones until subtraction tells nothing', () => {
    // Without the 9, a total of 200 would give away the 3.
    expect(withheldCells([{ count: 3 }, { count: 9 }, { count: 188 }])).toEqual([true, true, false]);
    // 1 + 1 + 6 = 8 for three cells of at least 1: at most 6 for each, so nothing is certain.
    expect(withheldCells([{ count: 1 }, { count: 1 }, { count: 6 }, { count: 50 }])).toEqual([
      true,
      true,
      true,
      false,
    ]);
    // Six ones with a sum of 6 are six ones: a larger one goes with them.
    const ones = Array.from({ length: 6 }, () => ({ count: 1 }));
    expect(withheldCells([...ones, { count: 20 }, { count: 30 }])).toEqual([
      ...ones.map(() => true),
      true,
      false,
    ]);
    expect(withheldCells([{ count: 0 }, { count: 5 }, { count: 8 }])).toEqual([false, false, false]);
  });

  it('a whole group where nothing is left to hide behind', () => {
    expect(withheldCells([{ count: 3 }, { count: 0 }])).toEqual([true, true]);
  });

  it('a part whose rest is small', () => {
    expect(
      withheldCells([
        { count: 8, rest: 2 },
        { count: 30, rest: 40 },
        { count: 31, rest: 40 },
      ]),
    ).toEqual([true, true, false]);
  });

  it('no section, nor a difference of two of its counts, nor of a district’s total, shows 1 to 4', () => {
    const anySection = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(), fc.nat()).map(
      ([persons, a, b]): Section => ({
        ...(section(0, persons, a % (persons + 1), b % (persons + 1)) as Section),
        zone: 1,
      }),
    );
    fc.assert(
      fc.property(fc.array(anySection, { minLength: 1, maxLength: 12 }), (list) => {
        const sections = list.map((s, i) => ({ ...s, section: i }));
        const shown = disclosedSections(sections);
        expect(shown).toHaveLength(sections.length);
        for (const [i, row] of shown.entries()) {
          const truth = sections[i] as Section;
          for (const name of ['persons', 'households', 'aged65Plus'] as const) {
            expect(isSmall(row[name])).toBe(false);
            // What is shown is true; what is not shown is not a number, not 0.
            if (!Number.isNaN(row[name])) expect(row[name]).toBe(truth[name]);
          }
          expect(isSmall(row.persons - row.aged65Plus)).toBe(false);
          expect(isSmall(row.persons - row.households)).toBe(false);
        }
        for (const name of ['persons', 'households', 'aged65Plus'] as const) {
          const hidden = sections.filter((_, i) => Number.isNaN(shown[i]?.[name]));
          if (hidden.length === 0 || hidden.length === sections.length) continue;
          // Sum of the withheld: total minus shown. Of two or more, and with room for one to be 5 or more.
          const sum = hidden.reduce((n, s) => n + s[name], 0);
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          const surelyOne = hidden.filter(
            (s) => !Number.isNaN(shown[s.section]?.persons) || name === 'persons',
          ).length;
          expect(sum - Math.max(0, surelyOne - 1)).toBeGreaterThanOrEqual(MIN_CELL_COUNT);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('by trying out every possibility: a withheld count may always be 5 or more', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(cells, (counts) => {
        const hidden = withheldCells(counts.map((count): Cell => ({ count })));
        const withheld = counts.filter((_, i) => hidden[i]);
        // A group withheld whole may hold zeros, and shows nothing but its total.
        if (withheld.length === 0 || withheld.length === counts.length) return;
        const sum = withheld.reduce((a, b) => a + b, 0);
        const possible = compositions(sum, withheld.length);
        for (let i = 0; i < withheld.length; i++)
          expect(possible.some((p) => (p[i] ?? 0) >= MIN_CELL_COUNT)).toBe(true);
        expect(possible.length).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });

  it('a pyramid with a small class, whole', () => {
    const { result, dropped } = clean([
      section(1, 30, 10, 6),
      section(2, 3, 2, 0),
      inDistrict(1, 'A'),
      inDistrict(2, 'B'),
      districtName(1, 'A'),
      districtName(2, 'B'),
    ]);
    const t = table(result, 'population-pyramid');
    expect(t.columns.map((c) => c.name)).toEqual(INPUT_TABLES['population-pyramid']);
    expect(t.rows).toBe(64);
    const persons = column(t, 'persons');
    expect(persons.slice(0, 32).reduce((a, b) => a + b, 0)).toBe(30);
    expect(persons.slice(32).every(Number.isNaN)).toBe(true);
    expect(column(t, 'ageFrom').slice(14, 18)).toEqual([70, 75, 0, 5]);
    expect(dropped['below-disclosure-threshold']).toBeGreaterThanOrEqual(2);
  });
});

const column0 = (t: ColumnTable, name: string, row: number) =>
  t.columns.find((c) => c.name === name)?.values[row];

/** Every way of making `sum` of `parts` whole numbers of at least 1. */
function compositions(sum: number, parts: number): number[][] {
  if (parts === 1) return sum >= 1 ? [[sum]] : [];
  return Array.from({ length: Math.max(0, sum - parts + 1) }, (_, i) => i + 1).flatMap((first) =>
    compositions(sum - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

describeShared("Milan's census", () => {
  let result: CleanTheme;
  let dropped: Record<string, number>;
  beforeAll(async () => {
    const files = await openFolder(sharedPath('milano/population'));
    const rows: PopulationRow[] = [];
    for (const source of [registerByDistrict, censusSections, sectionDistricts, districtNames2011])
      rows.push(...(await readSource(source, files)).rows);
    ({ result, dropped } = clean(rows));
  }, 30_000);

  it('7 sections are in no district, the other 6,010 and 176 rows of the register are kept', () => {
    expect(dropped['unknown-district']).toBe(7);
    expect(table(result, 'population-sections').rows).toBe(6010);
    expect(table(result, 'population').rows).toBe(176);
    expect(result.kept).toBe(6186);
  });

  it('the pyramid has 88 districts × 2 sexes × 16 classes, nine of them withheld', () => {
    const t = table(result, 'population-pyramid');
    expect(t.rows).toBe(2816);
    const zones = column(t, 'zone');
    const persons = column(t, 'persons');
    const withheld = new Set(zones.filter((_, i) => Number.isNaN(persons[i])));
    expect([...withheld]).toEqual([3, 8, 73, 74, 75, 84, 85, 86, 87]);
    // 1,241,852 in 88 districts less the 1,619 of the nine.
    expect(persons.filter((n) => !Number.isNaN(n)).reduce((a, b) => a + b, 0)).toBe(1_241_852 - 1619);
    // District 1, children under five (census 2011): 344 boys, 343 girls.
    expect([persons[0], persons[16]]).toEqual([344, 343]);
  });

  it('every class is the one of an independent summation of the same census', async () => {
    const [file] = await openFolder(sharedPath('milano/population')).then((files) =>
      files.filter(({ baseName }) => baseName === 'derived_nil_age_sex_census2011.csv'),
    );
    const t = table(result, 'population-pyramid');
    const of = new Map(
      column(t, 'persons').map((n, i) => [
        `${column0(t, 'zone', i)} ${column0(t, 'sex', i)} ${column0(t, 'ageFrom', i)}`,
        n,
      ]),
    );
    let compared = 0;
    for await (const { values } of readCsv(file as FoundFile))
      for (const [sex, name] of [
        [0, 'maschi'],
        [1, 'femmine'],
      ] as const) {
        const ours = of.get(`${values.ID_NIL} ${sex} ${Number.parseInt(values.eta ?? '', 10)}`);
        if (Number.isNaN(ours)) continue;
        expect(ours).toBe(Number(values[name]));
        compared++;
      }
    expect(compared).toBe(2816 - 9 * 32);
  });

  it('nothing of few persons is left in the register: 2 of 176 totals go, and 17 numbers of births', () => {
    const t = table(result, 'population');
    const gone = (name: string) => column(t, name).filter(Number.isNaN).length;
    expect(
      t.columns.flatMap(({ name }) => column(t, name).filter((n) => name !== 'zone' && isSmall(n))),
    ).toEqual([]);
    expect(['total', 'minors', 'households', 'births'].map(gone)).toEqual([2, 2, 2, 17]);
    const [total, foreigners] = [column(t, 'total'), column(t, 'foreigners')];
    expect(total.filter((n, i) => isSmall(n - foreigners[i]!))).toEqual([]);
  });

  it('nobody’s section can be told: most counts stay, all small ones go', () => {
    const t = table(result, 'population-sections');
    for (const name of ['persons', 'households', 'aged65Plus']) {
      const values = column(t, name);
      expect(values.filter((n) => isSmall(n))).toEqual([]);
      expect(values.filter(Number.isNaN).length / values.length).toBeLessThan(0.25);
    }
    const aged = column(t, 'aged65Plus');
    expect(column(t, 'persons').filter((n, i) => isSmall(n - (aged[i] as number)))).toEqual([]);
  });
});
