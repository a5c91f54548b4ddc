// SPDX-License-Identifier: EUPL-1.2
/**
 * The people of a city in a year to come, before and after a change: how many there are, whether their children find
 * a school, and whether the old are cared for. Each draw has the same chances before and after, so that an unchanged
 * city comes back as it was. Of districts nothing is told that would tell of few persons; totals are of all. Pure.
 */
import type { Transit } from '../../../city/city-inputs';
import { GRADES, type Grade, type People } from '../../../city/people';
import type { DrawPair, MayDrive } from '../../../impact/impact';
import type { PeopleOutcome, TotalId } from '../../../impact/outcome';
import { SERVICE_TOTALS } from '../../../impact/service-figures';
import { forecastPeople, type PeopleForecast } from '../demography/people-forecast';
import { type ByGrade, cohortOf, enrolmentShares } from '../school-places/enrolment';
import { drawnPlaces } from '../school-places/place-draws';
import { type SchoolAnswer, SchoolSystem } from '../school-places/school-system';
import { CARE_PARAMETERS, type CareParameters, drawCareParameters } from '../service-access/care-parameters';
import { type CareReach, careReach, careSites } from '../service-access/care-system';
import { type IsTold, ServiceChange, type ServiceCity } from '../service-access/service-change';
import { SERVICE_PARAMETERS } from '../service-access/service-classes';
import type { Homes, Ways } from './homes';
import {
  careFigures,
  type Draw,
  NO_TRAFFIC,
  NOTHING,
  personsFields,
  pupilsOf,
  schoolFigures,
  sum,
  toldFields,
  withServices,
} from './people-outcome';
import { childrenOf } from './persons';
import { type ToldPersons, toldPersons } from './told-persons';

export interface Course {
  readonly year: number;
  /** That the forecast goes to: one that goes on for longer has other draws. */
  readonly toYear: number;
  readonly draws: number;
  /** The first so many, in which pupils find places: each is a transport problem. At most `draws`. */
  readonly schoolDraws: number;
  readonly seed: string;
}

/** A city's people in the draws of a course. */
interface State {
  readonly people: People;
  readonly forecast: PeopleForecast;
  /** Of the course's year. */
  readonly told: ToldPersons;
  /** By draw in which pupils find places: places by school. */
  readonly places: readonly Float64Array[];
  readonly reach: CareReach;
}

/** What is told of a draw. */
interface Wanted {
  /** By grade, share of the children of its ages who go there. */
  readonly shares: ByGrade<number>;
  /** Null: pupils find no places in it. */
  readonly grades: readonly Grade[] | null;
  readonly care: boolean;
}

/** What is not known of care moves hours of care, of services who reaches them; neither moves how many live where. */
export const mayDrive: MayDrive = (parameter, total) => {
  if (Object.hasOwn(CARE_PARAMETERS, parameter)) return total.startsWith('homeCare');
  return !Object.hasOwn(SERVICE_PARAMETERS, parameter) || isOfServices(total);
};

const isOfServices = (total: TotalId): boolean => Object.hasOwn(SERVICE_TOTALS, total);

/** The model of one city: its homes and ways are walked once. */
export class PeopleModel {
  readonly #people: People;
  readonly #homes: Homes;
  readonly #ways: Ways;
  readonly #schools: SchoolSystem;
  readonly #services: ServiceCity | null;

  /** @param services null: nothing is told of who reaches which services. */
  constructor(people: People, homes: Homes, ways: Ways, services: ServiceCity | null = null) {
    this.#people = people;
    this.#homes = homes;
    this.#ways = ways;
    this.#services = services;
    this.#schools = new SchoolSystem(homes, ways, people.register.last.total.length);
  }

  /**
   * The city as it is and as `changed`, in every draw; of schools and services in the first ones.
   * @param transit the lines after; absent: as they are
   * @param known the forecast of the city as it is, in the draws of the course; made where it is not given
   * @throws DemographyError, AllocationError, AccessError, TransitError where the city cannot be computed with.
   */
  *pairs(
    changed: People,
    course: Course,
    { transit, known }: { readonly transit?: Transit; readonly known?: PeopleForecast } = {},
  ): Generator<DrawPair> {
    const before = this.#state(this.#people, course, null, known);
    const after = changed === this.#people ? before : this.#state(changed, course, before);
    const touched = touchedBy(this.#people, changed);
    const services =
      this.#services && new ServiceChange(this.#services, this.#people, { people: changed, transit }, course);
    const care = drawCareParameters(course.seed, course.draws);
    const isTold: IsTold = (group, row) => before.told.isTold(group, row) && after.told.isTold(group, row);
    // Of today: what schools state is of the pupils they have now.
    const shares = enrolmentShares(
      this.#people.schools,
      childrenOf(before.forecast, 0, before.forecast.firstYear),
    );
    for (let draw = 0; draw < course.draws; draw++) {
      const parameters = care[draw] as CareParameters;
      const at = { year: course.year, draw, care: parameters, isTold };
      const grades = draw < course.schoolDraws ? touched.grades : null;
      const wanted = { shares, grades, care: touched.care };
      const was = this.#outcome(before, wanted, at, null);
      const is = after === before ? was : this.#outcome(after, wanted, at, was.schools);
      const reached = services?.pair(before.forecast, after.forecast, draw, isTold);
      yield {
        draw,
        parameters: { ...before.forecast.parameters[draw], ...parameters, ...reached?.parameters },
        before: withServices(was.outcome, reached?.before),
        after: withServices(is.outcome, reached?.after),
        wholes: {
          before: { ...pupilsOf(was.schools, at), ...services?.wholes(before.forecast, draw, isTold) },
          after: { ...pupilsOf(is.schools, at), ...services?.wholes(after.forecast, draw, isTold) },
        },
      };
    }
  }

  #state(people: People, course: Course, other: State | null, known?: PeopleForecast): State {
    const { year, schoolDraws, seed } = course;
    const samePeople =
      other && people.newHomes === other.people.newHomes && people.register === other.people.register;
    const forecast = samePeople ? other.forecast : (known ?? forecastPeople(people, course));
    return {
      people,
      forecast,
      told: samePeople ? other.told : toldPersons(forecast, year),
      places:
        other?.people.schools === people.schools
          ? other.places
          : drawnPlaces(people.schools, schoolDraws, seed),
      reach:
        other?.people.services === people.services ? other.reach : careReach(people, this.#homes, this.#ways),
    };
  }

  #outcome(
    { people, forecast, places, reach }: State,
    { shares, grades, care }: Wanted,
    at: Draw,
    before: SchoolAnswer | null,
  ): { readonly outcome: PeopleOutcome; readonly schools: SchoolAnswer | null } {
    const { year, draw } = at;
    const schools =
      grades &&
      this.#schools.answer(people.schools, cohortOf(childrenOf(forecast, draw, year), shares), {
        places: places[draw] as Float64Array,
        grades,
        ...(before && { before }),
      });
    const persons = personsFields(forecast, draw, year);
    const ofSchools = schools ? schoolFigures(schools, forecast, at) : NOTHING;
    const ofCare = care ? careFigures(reach, people, forecast, at) : NOTHING;
    const totals: PeopleOutcome['totals'] = {
      residents: sum(persons.residents),
      minors: sum(persons.minors),
      aged65Plus: sum(persons.aged65Plus),
      aged80Plus: sum(persons.aged80Plus),
      ...ofSchools.totals,
      ...ofCare.totals,
    };
    const fields: PeopleOutcome['fields'] = {
      ...toldFields(persons, at),
      ...ofSchools.fields,
      ...ofCare.fields,
    };
    return { outcome: { totals, fields, ...NO_TRAFFIC }, schools };
  }
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
    care: homes || isCareChanged(before, after) || before.outreachShare !== after.outreachShare,
  };
}

/** Of services, those that care goes out from. */
function isCareChanged(before: People, after: People): boolean {
  if (before.services === after.services) return false;
  const [was, is] = [careSites(before), careSites(after)];
  return was.length !== is.length || was.some((site, i) => site !== is[i]);
}
