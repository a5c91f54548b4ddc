// SPDX-License-Identifier: EUPL-1.2
/** Whether the children of a year find a place at school, and how far they walk there: the city as it is. */
import { partsToldBesideSum, toldBesideSum } from '../city/disclosure';
import { planeToLonLat } from '../city/frames';
import type { Grade, People, School } from '../city/people';
import { FIRST_SEED } from '../city/seeded';
import { type EstimateColumn, estimateColumn, estimateOf, withoutFewAtEnds } from '../impact/estimate';
import type { PeopleForecast } from './models/demography/people-forecast';
import type { Homes, Ways } from './models/people/homes';
import { childrenOf } from './models/people/persons';
import { GROUP_OF_GRADE, toldPersons } from './models/people/told-persons';
import { cohortOf, enrolmentShares } from './models/school-places/enrolment';
import { drawnPlaces } from './models/school-places/place-draws';
import { type GradeAnswer, SchoolSystem } from './models/school-places/school-system';
import type { SchoolsAnswer } from './people-protocol';
import { EFFORTS } from './protocol';

/** Draws of the forecast that schools are filled in, as many as a full answer to a scenario has, and the same: each is a transport problem. */
const MOST_DRAWS = EFFORTS.full;
const SEED = FIRST_SEED;

export interface SchoolsCity {
  readonly people: People;
  readonly homes: Homes;
  readonly ways: Ways;
  readonly forecast: PeopleForecast;
  /** Ids of the districts, by row. */
  readonly districts: readonly number[];
}

/**
 * One grade in one year: medians of the draws with their intervals, by district and for all that are told. Nothing is
 * told of a district of whose children of these ages the population tells nothing ({@link toldPersons}).
 * @throws AllocationError; ForecastRangeError: a year that is not forecast.
 */
export function schoolsAnswer(
  { people, homes, ways, forecast, districts }: SchoolsCity,
  { year, grade }: { readonly year: number; readonly grade: Grade },
): SchoolsAnswer {
  const system = new SchoolSystem(homes, ways, districts.length);
  const shares = enrolmentShares(people.schools, childrenOf(forecast, 0, forecast.firstYear));
  const draws = Math.min(MOST_DRAWS, forecast.draws);
  const places = drawnPlaces(people.schools, draws, SEED);
  const answers: GradeAnswer[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const answer = system.answer(people.schools, cohortOf(childrenOf(forecast, draw, year), shares), {
      places: places[draw] as Float64Array,
      grades: [grade],
    })[grade];
    if (!answer) return { kind: 'schools', year, grade, districts, found: null };
    answers.push(answer);
  }
  const may = toldRows(forecast, year, grade);
  const pupils = pupilsOf(answers, may);
  const total = (of: keyof GradeAnswer['total']) => estimateOf(answers.map((answer) => answer.total[of]));
  const hasWalk = answers.every((answer) => answer.total.placed > 0);
  return {
    kind: 'schools',
    year,
    grade,
    districts,
    found: {
      schools: answers[0]?.schoolIds.length ?? 0,
      withoutPosition: (people.unplaced ?? []).filter(({ kind }) => kind === grade).length,
      sites: sitesOf(people.schools, answers[0]?.schoolIds ?? []),
      pupils,
      unplaced: unplacedOf(answers, pupils),
      walkMin: columnOf(answers, 'meanMin', may),
      city: {
        pupils: total('pupils'),
        places: total('places'),
        unplaced: total('unplaced'),
        walkMin: hasWalk ? total('meanMin') : null,
      },
    },
  };
}

function sitesOf(schools: readonly School[], ids: readonly string[]) {
  const asked = new Set(ids);
  return schools
    .filter(({ id }) => asked.has(id))
    .map(({ id, name, at }) => ({ id, name, at: planeToLonLat(at) }));
}

/** By row: whether the ages of a grade are told of in the population of the year. */
function toldRows(forecast: PeopleForecast, year: number, grade: Grade): boolean[] {
  const { isTold } = toldPersons(forecast, year);
  return Array.from({ length: forecast.districts }, (_, row) => isTold(GROUP_OF_GRADE[grade], row));
}

/** Without 1 to 4 pupils, nor what the city's sum would tell of them with. */
function pupilsOf(answers: readonly GradeAnswer[], may: readonly boolean[]): EstimateColumn {
  const { value } = columnOf(answers, 'pupils', may);
  const beside = toldBesideSum(value);
  return withoutFewAtEnds(
    columnOf(
      answers,
      'pupils',
      may.map((told, row) => told && beside[row] === 1),
    ),
  );
}

/** Not where they, or those who have a place, are 1 to 4, nor what the city's sum would tell of them with. */
function unplacedOf(answers: readonly GradeAnswer[], pupils: EstimateColumn): EstimateColumn {
  const all = columnOf(
    answers,
    'unplaced',
    Array.from(pupils.value, () => true),
  );
  const told = Array.from(partsToldBesideSum(pupils.value, all.value), (one) => one === 1);
  return withoutFewAtEnds(columnOf(answers, 'unplaced', told));
}

/** Of a district of which a draw says nothing – it is not told, or nobody there has a place – nothing is told. */
function columnOf(
  answers: readonly GradeAnswer[],
  of: 'pupils' | 'unplaced' | 'meanMin',
  may: readonly boolean[],
): EstimateColumn {
  const columns = answers.map((answer) => answer[of]);
  const told = may.map((yes, row) => yes && columns.every((column) => !Number.isNaN(column[row])));
  return estimateColumn(columns, told);
}
