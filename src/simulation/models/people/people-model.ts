// SPDX-License-Identifier: EUPL-1.2
/**
 * The people of a city in a year to come, before and after a change: how many there are, whether their children find
 * a school, and whether the old are cared for. Each draw has the same chances before and after, so that an unchanged
 * city comes back as it was. Pure.
 */
import { GRADES, type Grade, type People } from '../../../city/people';
import type { DrawPair, MayDrive } from '../../../impact/impact';
import type { PeopleFieldId, PeopleOutcome } from '../../../impact/outcome';
import { forecastPeople, type PeopleForecast } from '../demography/people-forecast';
import { type ByGrade, cohortOf, enrolmentShares } from '../school-places/enrolment';
import { drawnPlaces } from '../school-places/place-draws';
import { type SchoolAnswer, SchoolSystem } from '../school-places/school-system';
import { CARE_PARAMETERS, type CareParameters, drawCareParameters } from '../service-access/care-parameters';
import { agedOf, type CareReach, careOutcome, careReach } from '../service-access/care-system';
import type { Homes, Ways } from './homes';
import { childrenOf, OLDEST, personsAged } from './persons';

export interface Course {
  readonly year: number;
  readonly draws: number;
  readonly seed: string;
}

/** A city's people in the draws of a course. */
interface State {
  readonly people: People;
  readonly forecast: PeopleForecast;
  /** By draw, places by school. */
  readonly places: readonly Float64Array[];
  readonly reach: CareReach;
}

interface Draw {
  readonly year: number;
  readonly draw: number;
  readonly care: CareParameters;
}

/** What is not known of care moves hours of care, and neither pupils nor how many live where. */
export const mayDrive: MayDrive = (parameter, total) =>
  !Object.hasOwn(CARE_PARAMETERS, parameter) || total.startsWith('homeCare');

/** The model of one city: its homes and ways are walked once. */
export class PeopleModel {
  readonly #people: People;
  readonly #homes: Homes;
  readonly #ways: Ways;
  readonly #schools: SchoolSystem;

  constructor(people: People, homes: Homes, ways: Ways) {
    this.#people = people;
    this.#homes = homes;
    this.#ways = ways;
    this.#schools = new SchoolSystem(homes, ways, people.register.last.total.length);
  }

  /**
   * The city as it is and as `changed`, in every draw.
   * @throws DemographyError, AllocationError, AccessError where the city cannot be computed with.
   */
  *pairs(changed: People, course: Course): Generator<DrawPair> {
    const before = this.#state(this.#people, course, null);
    const after = changed === this.#people ? before : this.#state(changed, course, before);
    const touched = touchedBy(this.#people, changed);
    const care = drawCareParameters(course.seed, course.draws);
    // Of today: what schools state is of the pupils they have now.
    const shares = enrolmentShares(
      this.#people.schools,
      childrenOf(before.forecast, 0, before.forecast.firstYear),
    );
    for (let draw = 0; draw < course.draws; draw++) {
      const parameters = care[draw] as CareParameters;
      const at = { year: course.year, draw, care: parameters };
      const was = this.#outcome(before, shares, touched, at);
      const is = after === before ? was : this.#outcome(after, shares, touched, at, was.schools);
      yield {
        draw,
        parameters: { ...before.forecast.parameters[draw], ...parameters },
        before: was.outcome,
        after: is.outcome,
      };
    }
  }

  #state(people: People, { year, draws, seed }: Course, other: State | null): State {
    const samePeople =
      other && people.newHomes === other.people.newHomes && people.register === other.people.register;
    return {
      people,
      forecast: samePeople ? other.forecast : forecastPeople(people, { toYear: year, draws, seed }),
      places:
        other?.people.schools === people.schools ? other.places : drawnPlaces(people.schools, draws, seed),
      reach:
        other?.people.services === people.services ? other.reach : careReach(people, this.#homes, this.#ways),
    };
  }

  #outcome(
    { people, forecast, places, reach }: State,
    shares: ByGrade<number>,
    touched: Touched,
    { year, draw, care: parameters }: Draw,
    before?: SchoolAnswer,
  ): { readonly outcome: PeopleOutcome; readonly schools: SchoolAnswer } {
    const cohort = cohortOf(childrenOf(forecast, draw, year), shares);
    const schools = this.#schools.answer(people.schools, cohort, {
      places: places[draw] as Float64Array,
      grades: touched.grades,
      ...(before && { before }),
    });
    const persons = personsFields(forecast, draw, year);
    const ofSchools = schoolFigures(schools, forecast);
    const ofCare = touched.care ? careFigures(reach, people, forecast, draw, year, parameters) : NOTHING;
    const totals: PeopleOutcome['totals'] = {
      residents: sum(persons.residents),
      minors: sum(persons.minors),
      aged65Plus: sum(persons.aged65Plus),
      aged80Plus: sum(persons.aged80Plus),
      ...ofSchools.totals,
      ...ofCare.totals,
    };
    const fields: PeopleOutcome['fields'] = { ...persons, ...ofSchools.fields, ...ofCare.fields };
    return { outcome: { totals, fields, ...NO_TRAFFIC }, schools };
  }
}

const NOTHING: Pick<PeopleOutcome, 'totals' | 'fields'> = { totals: {}, fields: {} };

/** What this model says nothing of. */
const NO_TRAFFIC = {
  entriesByHalfHour: new Float64Array(0),
  relativeGap: 0,
  demandGap: 0,
  unreachable: { pairs: 0, vehH: 0 },
  lines: null,
} as const;

const sum = (column: Float64Array): number => column.reduce((all, one) => all + (one || 0), 0);

type Persons = Record<'residents' | 'minors' | 'aged65Plus' | 'aged80Plus', Float64Array>;
function personsFields(forecast: PeopleForecast, draw: number, year: number): Persons {
  const aged = (from: number, to: number) => personsAged(forecast, { draw, year, from, to });
  return {
    residents: aged(0, OLDEST),
    minors: aged(0, 17),
    aged65Plus: aged(65, OLDEST),
    aged80Plus: aged(80, OLDEST),
  };
}

function careFigures(
  reach: CareReach,
  people: People,
  forecast: PeopleForecast,
  draw: number,
  year: number,
  parameters: CareParameters,
): Pick<PeopleOutcome, 'totals' | 'fields'> {
  const { totals, fields } = careOutcome(reach, people, agedOf(forecast, draw, year), parameters);
  const { homeCareNeededH, homeCareUnmetH } = fields;
  return { totals, fields: { homeCareNeededH, homeCareUnmetH } };
}

const UNPLACED = {
  infanzia: 'unplacedInfanzia',
  primaria: 'unplacedPrimaria',
  'secondaria-1': 'unplacedSecondaria1',
} as const satisfies ByGrade<PeopleFieldId>;

/** Of the grades that were asked for and of which schools are known. */
function schoolFigures(
  schools: SchoolAnswer,
  { districts, told }: PeopleForecast,
): Pick<PeopleOutcome, 'totals' | 'fields'> {
  const answers = Object.values(schools).filter((answer) => answer !== null);
  if (answers.length === 0) return NOTHING;
  const total = (of: 'pupils' | 'placed' | 'unplaced') =>
    answers.reduce((all, answer) => all + answer.total[of], 0);
  const walkedMin = answers.reduce(
    (all, { total: { placed, meanMin } }) => all + (placed > 0 ? placed * meanMin : 0),
    0,
  );
  const placed = total('placed');
  const schoolWalkMin = Float64Array.from({ length: districts }, (_, district) => {
    if (!told[district]) return Number.NaN;
    let [minutes, pupils] = [0, 0];
    for (const answer of answers) {
      const here = (answer.pupils[district] as number) - (answer.unplaced[district] as number);
      const meanMin = answer.meanMin[district] as number;
      if (!(here > 0 && meanMin >= 0)) continue;
      minutes += here * meanMin;
      pupils += here;
    }
    return pupils > 0 ? minutes / pupils : 0;
  });
  return {
    totals: {
      pupils: total('pupils'),
      unplacedPupils: total('unplaced'),
      schoolWalkMin: placed > 0 ? walkedMin / placed : 0,
    },
    fields: {
      ...Object.fromEntries(answers.map(({ grade, unplaced }) => [UNPLACED[grade], unplaced])),
      schoolWalkMin,
    },
  };
}

/** What of the people a change can do something to. */
interface Touched {
  readonly grades: readonly Grade[];
  readonly care: boolean;
}

/**
 * New homes bring pupils to the schools that state theirs; places of pre-schools are in no open data, so that of
 * these only what opens and closes is told.
 */
function touchedBy(before: People, after: People): Touched {
  const homes = before.newHomes !== after.newHomes;
  const of = ({ schools }: People, grade: Grade) => schools.filter((school) => school.grade === grade);
  const isSame = (grade: Grade) => {
    const [was, is] = [of(before, grade), of(after, grade)];
    return was.length === is.length && was.every((school, i) => school === is[i]);
  };
  return {
    grades: GRADES.filter((grade) => !isSame(grade) || (homes && grade !== 'infanzia')),
    care: homes || before.services !== after.services || before.outreachShare !== after.outreachShare,
  };
}
