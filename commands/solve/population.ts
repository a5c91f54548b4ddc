// SPDX-License-Identifier: EUPL-1.2
/** A population by single years, from tables as the United Nations' cohort-component code has them. */
import { basename } from 'node:path';
import {
  type BySex,
  DemographyError,
  projectInterval,
  SEXES,
  type Sex,
} from '../../src/simulation/models/demography/cohort-component';
import { type Table, UsageError } from './tables';

/** Persons of a sex and an age at the begin of a year; the last age is open. */
export interface Persons {
  readonly year: number;
  readonly sex: Sex;
  readonly age: number;
  readonly population: number;
}

export interface PopulationAnswer {
  readonly population: readonly Persons[];
  /** Of the year that begins with `year`. */
  readonly events: readonly { readonly year: number; readonly births: number; readonly deaths: number }[];
}

const NAMES = {
  population: '…pop1950.csv',
  survival: '…Sx.csv',
  fertility: '…asfr.csv',
  sexRatio: '…srb.csv',
  migration: '…netmig.csv',
};

/** What each table is called at the end of its file's name, and the columns that it has. */
const TABLES = {
  population: { name: /pop(\d{4})\.csv$/i, columns: ['sex', 'age_start', 'value'] },
  survival: { name: /sx\.csv$/i, columns: ['time_start', 'sex', 'age_start', 'value'] },
  fertility: { name: /asfr\.csv$/i, columns: ['time_start', 'age_start', 'value'] },
  sexRatio: { name: /srb\.csv$/i, columns: ['time_start', 'value'] },
  migration: { name: /netmig\.csv$/i, columns: ['time_start', 'sex', 'age_start', 'value'] },
};

/**
 * Projects for as many years as there are survival ratios; migrants come at the end of the year. Without a table
 * of migrants there are none.
 * @throws UsageError: a table or a column is missing, a row is no number; DemographyError: rates that cannot be.
 */
export function populationOf(dir: string, tables: readonly Table[]): PopulationAnswer {
  const begin = needed(dir, tables, 'population');
  const year = Number(TABLES.population.name.exec(basename(begin.file))?.[1]);
  const cells = valuesOf(begin, 'population');
  const classes = 1 + Math.max(...begin.rows.map(({ age_start }) => Number(age_start)));
  if (!(classes > 2)) throw new UsageError(`${begin.file}: fewer than three ages`);
  const rates = {
    survival: valuesOf(needed(dir, tables, 'survival'), 'survival'),
    fertility: valuesOf(needed(dir, tables, 'fertility'), 'fertility'),
    sexRatio: valuesOf(needed(dir, tables, 'sexRatio'), 'sexRatio'),
    migration: tableOf(tables, 'migration')
      ? valuesOf(needed(dir, tables, 'migration'), 'migration')
      : new Map<string, number>(),
  };
  const last = lastYear(needed(dir, tables, 'survival'), year);
  let population = bySex((sex) => column(classes, (age) => get(begin, cells, sex, age)));
  const answer = {
    population: [...personsOf(year, population)],
    events: [] as PopulationAnswer['events'][number][],
  };
  for (let now = year; now <= last; now++) {
    const survival = needed(dir, tables, 'survival');
    try {
      const {
        births,
        deaths,
        population: next,
      } = projectInterval(population, {
        years: 1,
        survival: bySex((sex) =>
          column(classes + 1, (age) => get(survival, rates.survival, now, sex, Math.min(age, classes - 1))),
        ),
        fertility: fertilityOf(needed(dir, tables, 'fertility'), rates.fertility, now, classes),
        sexRatioAtBirth: get(needed(dir, tables, 'sexRatio'), rates.sexRatio, now),
        netMigrants: bySex((sex) =>
          column(classes, (age) => rates.migration.get(`${now} ${sex} ${age}`) ?? 0),
        ),
        migration: 'end',
      });
      answer.events.push({ year: now, births, deaths });
      answer.population.push(...personsOf(now + 1, next));
      population = next;
    } catch (error) {
      if (error instanceof DemographyError) throw new UsageError(`${dir}, ${now}: ${error.message}`);
      throw error;
    }
  }
  return answer;
}

const bySex = (of: (sex: Sex) => Float64Array): BySex => ({ female: of('female'), male: of('male') });
const column = (length: number, of: (age: number) => number) =>
  Float64Array.from({ length }, (_, age) => of(age));

const tableOf = (tables: readonly Table[], what: keyof typeof TABLES): Table | undefined =>
  tables.find(
    ({ file }) => TABLES[what].name.test(basename(file)) && !/expected|official/i.test(basename(file)),
  );

function needed(dir: string, tables: readonly Table[], what: keyof typeof TABLES): Table {
  const table = tableOf(tables, what);
  const { columns } = TABLES[what];
  if (!table) throw new UsageError(`${dir}: no file is called like ${NAMES[what]}`);
  const missing = columns.filter((one) => !table.head.includes(one));
  if (missing.length > 0) throw new UsageError(`${table.file}: no column ${missing.join(', ')}`);
  return table;
}

/** Ages of which nothing is said bear none; a year of which nothing is said is a fault. */
function fertilityOf(
  { file }: Table,
  values: ReadonlyMap<string, number>,
  year: number,
  classes: number,
): Float64Array {
  const said = Array.from({ length: classes }, (_, age) => values.get(`${year} ${age}`));
  if (said.every((one) => one === undefined)) throw new UsageError(`${file}: nothing is said of ${year}`);
  return column(classes, (age) => said[age] ?? 0);
}

/** Values by what the other columns of such a table say, in their order: whatever other columns there are. */
function valuesOf(table: Table, what: keyof typeof TABLES): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const keys = TABLES[what].columns.filter((name) => name !== 'value');
  table.rows.forEach((row, i) => {
    const key = keys.map((name) => row[name]).join(' ');
    const value = row.value?.trim() ? Number(row.value) : Number.NaN;
    if (!Number.isFinite(value)) throw new UsageError(`${table.file}, row ${i + 1}: value is "${row.value}"`);
    if (values.has(key)) throw new UsageError(`${table.file}, row ${i + 1}: ${key} is said twice`);
    values.set(key, value);
  });
  return values;
}

/** @throws UsageError: a year that is none; none from the first on. */
function lastYear({ file, rows }: Table, first: number): number {
  rows.forEach(({ time_start }, i) => {
    if (!Number.isInteger(Number(time_start || 'none')))
      throw new UsageError(`${file}, row ${i + 1}: time_start is "${time_start}"`);
  });
  const last = Math.max(...new Set(rows.map(({ time_start }) => Number(time_start))));
  if (!(last >= first)) throw new UsageError(`${file}: ends with ${last}, and the population is of ${first}`);
  return last;
}

function get(
  { file }: Table,
  values: ReadonlyMap<string, number>,
  ...key: readonly (string | number)[]
): number {
  const value = values.get(key.join(' '));
  if (value === undefined) throw new UsageError(`${file}: nothing is said of ${key.join(' ')}`);
  return value;
}

function* personsOf(year: number, population: BySex): Generator<Persons> {
  for (const sex of SEXES)
    for (const [age, persons] of population[sex].entries()) yield { year, sex, age, population: persons };
}
