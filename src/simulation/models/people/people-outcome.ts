// SPDX-License-Identifier: EUPL-1.2
/** What the people of a draw come to, in all and by district, told where it may be. Pure. */
import type { People } from '../../../city/people';
import type { Wholes } from '../../../impact/impact';
import type { PeopleFieldId, PeopleOutcome } from '../../../impact/outcome';
import type { PeopleForecast } from '../demography/people-forecast';
import type { ByGrade } from '../school-places/enrolment';
import type { SchoolAnswer } from '../school-places/school-system';
import type { CareParameters } from '../service-access/care-parameters';
import { agedOf, type CareReach, careOutcome } from '../service-access/care-system';
import type { IsTold, ServiceTotals } from '../service-access/service-change';
import { OLDEST, personsAged } from './persons';
import { GROUP_OF_GRADE, type PersonGroup } from './told-persons';

/** A draw that is told of. */
export interface Draw {
  readonly year: number;
  readonly draw: number;
  readonly care: CareParameters;
  readonly isTold: IsTold;
}

export const withServices = (outcome: PeopleOutcome, told?: ServiceTotals): PeopleOutcome => ({
  ...outcome,
  totals: { ...outcome.totals, ...told?.totals },
  fields: { ...outcome.fields, ...told?.fields },
});

export const NOTHING: Pick<PeopleOutcome, 'totals' | 'fields'> = { totals: {}, fields: {} };

/** What this model says nothing of. */
export const NO_TRAFFIC = {
  entriesByHalfHour: new Float64Array(0),
  relativeGap: 0,
  demandGap: 0,
  unreachable: { pairs: 0, vehH: 0 },
  lines: null,
} as const;

export const sum = (column: Float64Array): number => column.reduce((all, one) => all + (one || 0), 0);

type Persons = Record<'residents' | 'minors' | 'aged65Plus' | 'aged80Plus', Float64Array>;
export function personsFields(forecast: PeopleForecast, draw: number, year: number): Persons {
  const aged = (from: number, to: number) => personsAged(forecast, { draw, year, from, to });
  return {
    residents: aged(0, OLDEST),
    minors: aged(0, 17),
    aged65Plus: aged(65, OLDEST),
    aged80Plus: aged(80, OLDEST),
  };
}

const GROUP_OF_FIELD = {
  residents: 'total',
  minors: 'minors',
  aged65Plus: 'aged65Plus',
  aged80Plus: 'aged80Plus',
} as const satisfies Record<keyof Persons, PersonGroup>;

/** NaN where the group may not be told of. */
const where = (column: Float64Array, group: PersonGroup, { isTold }: Draw): Float64Array =>
  column.map((figure, row) => (isTold(group, row) ? figure : Number.NaN));

export function toldFields(persons: Persons, at: Draw): Persons {
  const ids = Object.keys(persons) as (keyof Persons)[];
  return Object.fromEntries(ids.map((id) => [id, where(persons[id], GROUP_OF_FIELD[id], at)])) as Persons;
}

/** Hours are reckoned from how many are old, and how many of them very old. */
export function careFigures(
  reach: CareReach,
  people: People,
  forecast: PeopleForecast,
  at: Draw,
): Pick<PeopleOutcome, 'totals' | 'fields'> {
  const { totals, fields } = careOutcome(reach, people, agedOf(forecast, at.draw, at.year), at.care);
  return {
    totals,
    fields: {
      homeCareNeededH: where(where(fields.homeCareNeededH, 'aged65Plus', at), 'aged80Plus', at),
      homeCareUnmetH: where(where(fields.homeCareUnmetH, 'aged65Plus', at), 'aged80Plus', at),
    },
  };
}

const UNPLACED = {
  infanzia: 'unplacedInfanzia',
  primaria: 'unplacedPrimaria',
  'secondaria-1': 'unplacedSecondaria1',
} as const satisfies ByGrade<PeopleFieldId>;

/** Whom those without a place are of. */
export const pupilsOf = (schools: SchoolAnswer | null, at: Draw): Wholes =>
  Object.fromEntries(
    Object.values(schools ?? {}).flatMap((answer) =>
      answer ? [[UNPLACED[answer.grade], where(answer.pupils, GROUP_OF_GRADE[answer.grade], at)]] : [],
    ),
  );

/** Of the grades that were asked for and of which schools are known; nobody's walk is NaN, and not nought. */
export function schoolFigures(
  schools: SchoolAnswer,
  { districts, told }: PeopleForecast,
  at: Draw,
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
    return pupils > 0 ? minutes / pupils : Number.NaN;
  });
  return {
    totals: {
      pupils: total('pupils'),
      unplacedPupils: total('unplaced'),
      schoolWalkMin: placed > 0 ? walkedMin / placed : Number.NaN,
    },
    fields: {
      ...Object.fromEntries(
        answers.map(({ grade, unplaced }) => [UNPLACED[grade], where(unplaced, GROUP_OF_GRADE[grade], at)]),
      ),
      schoolWalkMin,
    },
  };
}
