// SPDX-License-Identifier: EUPL-1.2
/** Whether the children of a year find a place at school, and how far they walk there: the city as it is. */
import type { Grade, People } from '../city/people';
import { type EstimateColumn, estimateColumn, estimateOf } from '../impact/estimate';
import type { PeopleForecast } from './models/demography/people-forecast';
import type { Homes, Ways } from './models/people/homes';
import { childrenOf } from './models/people/persons';
import { cohortOf, enrolmentShares } from './models/school-places/enrolment';
import { drawnPlaces } from './models/school-places/place-draws';
import { type GradeAnswer, SchoolSystem } from './models/school-places/school-system';
import type { SchoolsAnswer } from './people-protocol';

/** Draws of the forecast that schools are filled in: each is a transport problem. */
const MOST_DRAWS = 64;
const SEED = 'schools';

export interface SchoolsCity {
  readonly people: People;
  readonly homes: Homes;
  readonly ways: Ways;
  readonly forecast: PeopleForecast;
  /** Ids of the districts, by row. */
  readonly districts: readonly number[];
}

/**
 * One grade in one year: medians of the draws with their intervals, by district and for all that are told.
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
  const total = (of: keyof GradeAnswer['total']) => estimateOf(answers.map((answer) => answer.total[of]));
  return {
    kind: 'schools',
    year,
    grade,
    districts,
    found: {
      schools: answers[0]?.schoolIds.length ?? 0,
      pupils: columnOf(answers, 'pupils'),
      unplaced: columnOf(answers, 'unplaced'),
      walkMin: columnOf(answers, 'meanMin'),
      city: {
        pupils: total('pupils'),
        places: total('places'),
        unplaced: total('unplaced'),
        walkMin: total('meanMin'),
      },
    },
  };
}

/** Of a district of which a draw says nothing – it is not told, or nobody there has a place – nothing is told. */
function columnOf(answers: readonly GradeAnswer[], of: 'pupils' | 'unplaced' | 'meanMin'): EstimateColumn {
  const columns = answers.map((answer) => answer[of]);
  const told = Array.from(columns[0] ?? [], (_, row) =>
    columns.every((column) => !Number.isNaN(column[row])),
  );
  return estimateColumn(columns, told);
}
