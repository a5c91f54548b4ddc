// SPDX-License-Identifier: EUPL-1.2
/** Where a forecast of a city's people begins: its districts by sex and single years of age. Pure. */
import type { Census, NewHomes, People, RegisterYear } from '../../../city/people';
import { type YearEvents, yearOlder } from './aged-forward';
import { type BySex, DemographyError, type Sex } from './cohort-component';
import { comingOf } from './district-rates';
import type { DistrictStart } from './forecast';
import { type RegisterMargins, singleYears, toRegister } from './jump-off';
import { aged100Of65PlusIn, deathsBeside, outlookKnownIn } from './milan-outlook';
import { bendOf, type OpenClass, partedAt80, personsBetween } from './open-class';
import { AGES, BASIC_STANDARD, HAZARD_YEARS, migrationOf, survivalOf } from './schedules';

/** Districts of which something may be told, and how they begin. */
export interface PeopleStart {
  readonly year: number;
  /** Rows of the districts in `People`, as `districts` has them. */
  readonly rows: readonly number[];
  /** New homes are not in them. */
  readonly districts: readonly DistrictStart[];
}

/** From here on those who grew older are parted anew: by Gompertz too many of them become a hundred. */
const OLDEST_FROM = 75;

const MARGINS = ['total', 'men', 'women', 'minors', 'aged65Plus', 'aged80Plus'] as const;
const EVENTS = ['births', 'deaths', 'arrivals', 'departures'] as const;

/**
 * Districts at the register's first year: the census by single years, fitted to what the register counts. Whose
 * margins or whose ages are withheld is left out; whose births, deaths or moves are withheld is taken to have those of
 * the city for each resident (an assumption).
 * @throws DemographyError: no census; columns of other lengths; counts below nought.
 */
export function startAtFirst(people: People): PeopleStart {
  const { first } = people.register;
  const rows = rowsToTell(people);
  const pyramids = censusPyramids(people, rows);
  return { year: first.year, rows, districts: starts(first, rows, pyramids) };
}

/**
 * Districts at the register's last year. Where it is not the first, the ages of the census are no longer true: from the
 * first year's pyramid all grow a year older at a time, with as many births, deaths, arrivals and departures as lie
 * between those counted in the first and in the last year (evenly, an assumption; deaths go up and down as Istat's rate
 * does, since an epidemic is none who moved) and the life expectancy that lies between those of both; at the end they
 * are fitted to what the register counts then.
 * @throws DemographyError as {@link startAtFirst}; no outlook of the years.
 */
export function startAtLast(people: People): PeopleStart {
  const { first, last } = people.register;
  const rows = rowsToTell(people);
  const aged = agedTo(last, people, rows);
  const pyramids = last.year > first.year ? fittedTo(last, rows, aged, OLDEST_FROM) : aged;
  return { year: last.year, rows, districts: starts(last, rows, pyramids) };
}

/**
 * Pyramids of the register's last year before they are fitted to it: how good the births, deaths and moves between are.
 * @throws DemographyError as {@link startAtFirst}.
 */
export function agedSinceFirst(people: People): readonly BySex[] {
  return agedTo(people.register.last, people, rowsToTell(people));
}

function agedTo(last: RegisterYear, people: People, rows: readonly number[]): BySex[] {
  const { first } = people.register;
  let pyramids = censusPyramids(people, rows);
  const [before, after] = [eventsOf(first, rows), eventsOf(last, rows)];
  const { arrivals, departures } = outlookKnownIn(last.year);
  const moving = migrationOf(departures ?? BASIC_STANDARD);
  const movingHere = migrationOf(arrivals ?? BASIC_STANDARD);
  for (let year = first.year + 1; year <= last.year; year++) {
    const share = (year - first.year) / (last.year - first.year);
    const survival = survivalBetween(first.year, last.year, share);
    const coming = comingOf(pyramids, movingHere);
    const dying = deathsBeside(first.year, last.year, year);
    pyramids = pyramids.map((pyramid, i) => {
      const events = between(before[i] as YearEvents, after[i] as YearEvents, share);
      return yearOlder(pyramid, { ...events, deaths: dying * events.deaths }, survival, moving, coming);
    });
  }
  return pyramids;
}

/** Persons by year after `year`, for a district: the engine's `newHomesFor`. */
export function newHomesFor(newHomes: readonly NewHomes[], district: number, year: number): number[] {
  const persons: number[] = [];
  for (const home of newHomes) {
    if (home.district !== district) continue;
    const after = home.year - year - 1;
    for (let i = persons.length; i <= after; i++) persons.push(0);
    persons[after] = (persons[after] as number) + home.persons;
  }
  return persons;
}

/** Rows whose margins in both years and whose ages are all told. @throws DemographyError. */
function rowsToTell({ register, census }: People): number[] {
  const { first, last } = register;
  if (!census) throw new DemographyError('census', 'the city has none, and ages are told by no other');
  if (!(first.year <= last.year))
    throw new DemographyError('register', `first of ${first.year}, last of ${last.year}`);
  const count = last.total.length;
  for (const year of first === last ? [last] : [first, last]) checkRegister(year, count);
  const classes = census.ageFrom.length;
  for (const sex of ['women', 'men'] as const)
    if (census[sex].length !== count * classes)
      throw new DemographyError(
        'census',
        `${census[sex].length} counts of ${sex} for ${count} districts of ${classes} ages`,
      );
  const isTold = (row: number) =>
    [first, last].every((year) => MARGINS.every((margin) => Number.isFinite(year[margin][row]))) &&
    classesOf(census.women, row, classes).every(Number.isFinite) &&
    classesOf(census.men, row, classes).every(Number.isFinite);
  return Array.from({ length: count }, (_, row) => row).filter(isTold);
}

function checkRegister(register: RegisterYear, count: number): void {
  for (const column of [...MARGINS, ...EVENTS]) {
    const where = `register of ${register.year}`;
    const counts = register[column];
    if (counts.length !== count)
      throw new DemographyError(where, `${column}: ${counts.length} districts where there are ${count}`);
    const below = counts.findIndex((persons) => persons < 0);
    if (below >= 0) throw new DemographyError(`${where}, row ${below + 1}`, `${column} is ${counts[below]}`);
  }
}

const classesOf = (persons: Float64Array, row: number, classes: number): Float64Array =>
  persons.subarray(row * classes, (row + 1) * classes);

/** The census by single years, fitted to the register's first year. */
function censusPyramids({ register, census }: People, rows: readonly number[]): BySex[] {
  const { ageFrom, women, men } = census as Census;
  const survival = survivalBetween(register.first.year, register.first.year, 0);
  const single = (persons: Float64Array, row: number, sex: Sex) =>
    singleYears(classesOf(persons, row, ageFrom.length), ageFrom, survival[sex]);
  const counted = rows.map((row) => ({
    female: single(women, row, 'female'),
    male: single(men, row, 'male'),
  }));
  return fittedTo(register.first, rows, counted, ageFrom.at(-1) as number);
}

/** Pyramids as the register counts them: the oldest first, then all. @param from where their last class begins. */
function fittedTo(
  register: RegisterYear,
  rows: readonly number[],
  pyramids: readonly BySex[],
  from: number,
): BySex[] {
  const margins = rows.map((row) => marginsOf(register, row));
  const open = openClassOf(pyramids, margins, from, register.year);
  return pyramids.map((pyramid, i) => {
    const own = margins[i] as RegisterMargins;
    return toRegister(partedAt80(pyramid, open, aged80Of(pyramid, own)), own).pyramid;
  });
}

/** Of those who are 65 and over as large a share as is 80 and over in the register. */
const aged80Of = (pyramid: BySex, { aged65Plus, aged80Plus }: RegisterMargins): number =>
  aged65Plus > 0 ? (aged80Plus / aged65Plus) * personsBetween(pyramid, 65, AGES) : 0;

/** How the ages of the open class lie in the city as a whole, where the class is one that is parted. */
function openClassOf(
  pyramids: readonly BySex[],
  margins: readonly RegisterMargins[],
  from: number,
  year: number,
): OpenClass {
  const sumOf = (sex: Sex) =>
    Float64Array.from({ length: AGES }, (_, age) =>
      pyramids.reduce((all, pyramid) => all + (pyramid[sex][age] as number), 0),
    );
  const city = { female: sumOf('female'), male: sumOf('male') };
  const aged80Plus = pyramids.reduce((all, pyramid, i) => all + aged80Of(pyramid, margins[i]!), 0);
  const aged100Plus = aged100Of65PlusIn(year) * personsBetween(city, 65, AGES);
  const bend = from >= 65 && from < 80 ? bendOf(city, from, aged80Plus, aged100Plus) : 0;
  return { from, bend };
}

function survivalBetween(firstYear: number, lastYear: number, share: number): BySex {
  const [before, after] = [outlookKnownIn(firstYear), outlookKnownIn(lastYear)];
  const of = (sex: Sex) => {
    const years = before.lifeExpectancy[sex];
    return survivalOf(years + share * (after.lifeExpectancy[sex] - years), HAZARD_YEARS[sex]);
  };
  return { female: of('female'), male: of('male') };
}

const marginsOf = (register: RegisterYear, row: number) => ({
  men: register.men[row] as number,
  women: register.women[row] as number,
  minors: register.minors[row] as number,
  aged65Plus: register.aged65Plus[row] as number,
  aged80Plus: register.aged80Plus[row] as number,
});

/** By row: what was counted, or, where it is withheld, the city's for each resident. */
function eventsOf(register: RegisterYear, rows: readonly number[]): YearEvents[] {
  const perResident = (event: (typeof EVENTS)[number]) => {
    const known = rows.filter((row) => Number.isFinite(register[event][row]));
    const sum = (column: Float64Array) => known.reduce((all, row) => all + (column[row] as number), 0);
    const residents = sum(register.total);
    return residents > 0 ? sum(register[event]) / residents : 0;
  };
  const [births, deaths, arrivals, departures] = EVENTS.map((event) => {
    const rate = perResident(event);
    return (row: number) => {
      const counted = register[event][row] as number;
      return Number.isFinite(counted) ? counted : rate * (register.total[row] as number);
    };
  }) as [Of, Of, Of, Of];
  return rows.map((row) => ({
    births: births(row),
    deaths: deaths(row),
    arrivals: arrivals(row),
    departures: departures(row),
  }));
}
type Of = (row: number) => number;

function between(before: YearEvents, after: YearEvents, share: number): YearEvents {
  const of = (event: keyof YearEvents) => before[event] + share * (after[event] - before[event]);
  return {
    births: of('births'),
    deaths: of('deaths'),
    arrivals: of('arrivals'),
    departures: of('departures'),
  };
}

function starts(
  register: RegisterYear,
  rows: readonly number[],
  pyramids: readonly BySex[],
): DistrictStart[] {
  const events = eventsOf(register, rows);
  return rows.map((row, i) => ({
    id: row,
    population: pyramids[i] as BySex,
    ...(events[i] as YearEvents),
    newHomesFor: [],
  }));
}
