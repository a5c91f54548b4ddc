// SPDX-License-Identifier: EUPL-1.2
/** The people of the city from the tables `population`, `population-pyramid` and `services`. */
import type { Zones } from '../../city/city-inputs';
import { type ColumnTable, columnIfAny } from '../../city/columns';
import type { Census, People, RegisterYear } from '../../city/people';
import { partsFault, REGISTER_PARTS } from '../../city/register-parts';
import { servicesOf } from './people-services';
import { CityInputsError, numbers, type Tables } from './tables';

/** Counts of the register that a district has of a year. */
const COUNTS = [
  'total',
  'men',
  'women',
  'minors',
  'aged65Plus',
  'aged80Plus',
  'households',
  'singleHouseholds',
  'aloneAged80Plus',
  'births',
  'deaths',
  'arrivals',
  'departures',
] as const satisfies readonly (keyof RegisterYear)[];
type Count = (typeof COUNTS)[number];

/** The year of the table `population-pyramid`, whose classes are of five years. */
const CENSUS_YEAR = 2011;

/**
 * The people of the city: its register in the first and in the last year of it, the ages of the census, schools
 * and services with their places as far as they are known (people-services.ts says what is assumed of the rest).
 * Rows are districts, in the order of `zones`; NaN where a count is not disclosed, or the register has no row or column of it.
 * Rows of a district that the zones do not have are of nobody here.
 * @returns null where there is no register.
 * @throws CityInputsError naming table, row (from 0) and fault: a count below nought, parts that do not make their
 * whole or are more than it, a district twice in a year, an age that is none, a service of an unknown kind.
 */
export function peopleOf(tables: Tables, zones: Pick<Zones, 'districts' | 'id'>): People | null {
  const population = tables.get('population');
  if (!population || population.rows === 0) return null;
  const rowOf = new Map(Array.from(zones.id.subarray(0, zones.districts), (id, row) => [id, row]));
  const pyramid = tables.get('population-pyramid');
  return {
    register: registerOf(population, rowOf, zones.districts),
    census: pyramid && pyramid.rows > 0 ? censusOf(pyramid, rowOf, zones.districts) : null,
    ...servicesOf(tables.get('services'), rowOf),
    newHomes: [],
  };
}

const fault = (table: ColumnTable, row: number, what: string) =>
  new CityInputsError([], `${table.id}, row ${row}: ${what}`);

type Register = People['register'];
function registerOf(table: ColumnTable, rowOf: ReadonlyMap<number, number>, districts: number): Register {
  const [zone, year] = [numbers(table, 'zone'), numbers(table, 'year')];
  const seen = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    if (!Number.isInteger(year[row])) throw fault(table, row, `year ${year[row]} is none`);
    const key = `${zone[row]} ${year[row]}`;
    if (seen.has(key)) throw fault(table, row, `zone ${zone[row]} has a row of ${year[row]} already`);
    seen.add(key);
  }
  checkCounts(table);
  const years = Array.from(year);
  const of = (wanted: number): RegisterYear => {
    const rows = years.flatMap((own, row) => (own === wanted ? [row] : []));
    const columns = COUNTS.map((count) => {
      const own = counts(table, count);
      const values = new Float64Array(districts).fill(Number.NaN);
      for (const row of rows) {
        const district = rowOf.get(zone[row] as number);
        if (district !== undefined) values[district] = own[row] as number;
      }
      return [count, values] as const;
    });
    return { year: wanted, ...(Object.fromEntries(columns) as Record<Count, Float64Array>) };
  };
  const [firstYear, lastYear] = years.reduce(
    ([least, most], own) => [Math.min(least, own), Math.max(most, own)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const last = of(lastYear);
  return { first: firstYear === lastYear ? last : of(firstYear), last };
}

/** What a register does not count is not known of anybody. */
const counts = (table: ColumnTable, count: Count): Float64Array =>
  Float64Array.from(columnIfAny(table, count)?.values ?? new Float64Array(table.rows).fill(Number.NaN));

/** What is not disclosed is in no sum. */
function checkCounts(table: ColumnTable): void {
  for (const count of COUNTS)
    counts(table, count).forEach((value, row) => {
      if (value < 0 || Math.abs(value) === Number.POSITIVE_INFINITY)
        throw fault(table, row, `${count} is ${value}`);
    });
  for (const rule of REGISTER_PARTS) {
    const columns = new Map([...rule.parts, rule.whole].map((count) => [count, counts(table, count)]));
    for (let row = 0; row < table.rows; row++) {
      const what = partsFault(
        rule,
        (count) => columns.get(count)?.[row] as number,
        (count) => count,
      );
      if (what) throw fault(table, row, what);
    }
  }
}

const SEX_COLUMNS = ['men', 'women'] as const;

function censusOf(table: ColumnTable, rowOf: ReadonlyMap<number, number>, districts: number): Census {
  const [zone, sex] = [numbers(table, 'zone'), numbers(table, 'sex')];
  const [age, persons] = [numbers(table, 'ageFrom'), numbers(table, 'persons')];
  const ageFrom = [...new Set(age)].sort((a, b) => a - b);
  const classes = ageFrom.length;
  const census = {
    men: new Float64Array(districts * classes).fill(Number.NaN),
    women: new Float64Array(districts * classes).fill(Number.NaN),
  };
  const seen = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const own = SEX_COLUMNS[sex[row] as number];
    const from = age[row] as number;
    if (!own) throw fault(table, row, `sex ${sex[row]} is neither 0 (men) nor 1 (women)`);
    if (!(Number.isInteger(from) && from >= 0)) throw fault(table, row, `ageFrom is ${from}`);
    if ((persons[row] as number) < 0) throw fault(table, row, `persons is ${persons[row]}`);
    const key = `${zone[row]} ${own} ${from}`;
    if (seen.has(key)) throw fault(table, row, `zone ${zone[row]} has ${own} from ${from} already`);
    seen.add(key);
    const district = rowOf.get(zone[row] as number);
    if (district !== undefined)
      census[own][district * classes + ageFrom.indexOf(from)] = persons[row] as number;
  }
  if (ageFrom[0] !== 0)
    throw new CityInputsError([], `${table.id}: ages begin at ${ageFrom[0]}, and nobody is younger`);
  return { year: CENSUS_YEAR, ageFrom, ...census };
}
