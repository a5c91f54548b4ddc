// SPDX-License-Identifier: EUPL-1.2
/**
 * The forecast of a city's people from what its build knows of them. It begins with the last year of the register, by
 * ages that are brought there from the census ({@link startAtLast}), and goes on as {@link forecast} does, with the
 * outlook of Milan that was known then. Pure.
 */
import type { NewHomes, People } from '../../../city/people';
import { seeded } from '../../../city/seeded';
import { type BySex, DemographyError } from './cohort-component';
import { type Forecast, forecast } from './forecast';
import { outlookKnownIn } from './milan-outlook';
import { newHomesFor, type PeopleStart, startAtLast } from './people-start';
import { AGES } from './schedules';

/** Groups of ages that every draw tells, both ends included (100 is 100 and over); together they are everybody. */
export const AGE_GROUPS = [
  [0, 2],
  [3, 5],
  [6, 10],
  [11, 13],
  [14, 17],
  [18, 64],
  [65, 79],
  [80, 100],
] as const;

export interface PeopleForecast {
  /** The last year of the register, which is the first of the forecast. */
  readonly firstYear: number;
  /** How many are told, the first among them. */
  readonly years: number;
  readonly districts: number;
  readonly draws: number;
  /** Persons at [((draw * years + year - firstYear) * districts + district) * AGE_GROUPS.length + group]; 0 in districts that are not told. */
  readonly groups: Float32Array;
  /** The central course: by year, by district, by sex and single year of age; nobody in districts that are not told. */
  readonly central: readonly (readonly BySex[])[];
  /**
   * 1: of this district something may be told; 0: the register or the census withholds it. What is summed over all
   * districts lacks those who live in these.
   */
  readonly told: Uint8Array;
  /**
   * By draw: what was drawn, by name: `cityGrowthPer1000`, a year, mean of the course; `fertilityEnd`, children a
   * woman; `lifeYearsEnd`, years of life expectancy beyond the first year's; `minorsMovesPer1000` and `agedMovesPer1000`,
   * who came less who went a year beyond what is expected.
   */
  readonly parameters: readonly Readonly<Record<string, number>>[];
}

export interface PeopleForecastOptions {
  readonly toYear: number;
  readonly draws: number;
  readonly seed: string;
}

/**
 * Persons move into new homes of a district in their year; homes for after `toYear`, or in a district that is not told,
 * change nothing.
 * @throws DemographyError: no census, columns of other lengths, counts below nought, every district withheld, a last
 * year before the register's, new homes that cannot be.
 */
export function forecastPeople(
  people: People,
  { toYear, draws, seed }: PeopleForecastOptions,
): PeopleForecast {
  const start = startAtLast(people);
  const districts = people.register.last.total.length;
  if (start.rows.length === 0) throw new DemographyError('districts', 'of none may anything be told');
  if (!(Number.isInteger(toYear) && toYear >= start.year))
    throw new DemographyError('last year', `is ${toYear}, and the register is of ${start.year}`);
  checkHomes(people.newHomes, districts, start.year);
  const years = toYear - start.year + 1;
  const course = forecast(
    start.districts.map((district, i) => ({
      ...district,
      newHomesFor: newHomesFor(people.newHomes, start.rows[i] as number, start.year),
    })),
    outlookKnownIn(start.year),
    { years: years - 1, groups: AGE_GROUPS, draws, random: seeded(seed) },
  );
  const told = new Uint8Array(districts);
  for (const row of start.rows) told[row] = 1;
  return {
    firstYear: start.year,
    years,
    districts,
    draws,
    ...inAllRows(course, start, districts, years * draws),
    told,
    parameters: course.drawn.map((drawn) => ({ ...drawn })),
  };
}

/** What was forecast of the districts that are told, in the rows of all. */
function inAllRows(course: Forecast, { rows }: PeopleStart, districts: number, yearsOfDraws: number) {
  const count = AGE_GROUPS.length;
  const groups = new Float32Array(yearsOfDraws * districts * count);
  for (let year = 0; year < yearsOfDraws; year++)
    for (let i = 0; i < rows.length; i++) {
      const [from, to] = [(year * rows.length + i) * count, (year * districts + rows[i]!) * count];
      for (let group = 0; group < count; group++) groups[to + group] = course.groups[from + group]!;
    }
  const nobody = { female: new Float64Array(AGES), male: new Float64Array(AGES) };
  const central = course.central.map((told) => {
    const all: BySex[] = Array.from({ length: districts }, () => nobody);
    rows.forEach((row, i) => {
      all[row] = told[i] as BySex;
    });
    return all;
  });
  return { groups, central };
}

function checkHomes(newHomes: readonly NewHomes[], districts: number, year: number): void {
  newHomes.forEach((home, i) => {
    const where = `new homes ${i + 1}`;
    if (!(Number.isInteger(home.district) && home.district >= 0 && home.district < districts))
      throw new DemographyError(where, `district ${home.district} where there are ${districts}`);
    if (!(Number.isInteger(home.year) && home.year > year))
      throw new DemographyError(where, `of ${home.year}, which the register of ${year} has counted`);
    if (!(home.persons >= 0 && home.persons < Number.POSITIVE_INFINITY))
      throw new DemographyError(where, `for ${home.persons} persons`);
  });
}
