// SPDX-License-Identifier: EUPL-1.2
/** What may be told of how many live in each district in a year of the forecast. Pure. */
import { GroupsTogether } from '../../../city/told-together';
import { type EstimateColumn, estimateColumn, withoutFewAtEnds } from '../../../impact/estimate';
import { AGE_GROUPS, type PeopleForecast } from '../demography/people-forecast';
import type { ByGrade } from '../school-places/enrolment';
import { ForecastRangeError } from './persons';

/** Groups that answers tell of, as counts or in shares: the places in {@link AGE_GROUPS} of what each is made of. */
export const PERSON_GROUPS = {
  total: AGE_GROUPS.map((_, part) => part),
  aged0to2: [0],
  aged3to5: [1],
  aged6to10: [2],
  aged11to13: [3],
  minors: [0, 1, 2, 3, 4],
  aged18to64: [5],
  aged65Plus: [6, 7],
  aged80Plus: [7],
  aged0to5: [0, 1],
  aged18Plus: [5, 6, 7],
  aged14Plus: [4, 5, 6, 7],
} as const satisfies Record<string, readonly number[]>;
export type PersonGroup = keyof typeof PERSON_GROUPS;
const GROUPS = Object.keys(PERSON_GROUPS) as PersonGroup[];

/**
 * What is withheld for others' sake, first what is asked least of: the register tells the last four of every district
 * that is told.
 */
const NARROW: readonly PersonGroup[] = [
  'aged14Plus',
  'aged18Plus',
  'aged11to13',
  'aged0to5',
  'aged6to10',
  'aged3to5',
  'aged0to2',
  'aged18to64',
  'aged80Plus',
  'minors',
  'aged65Plus',
  'total',
];
const TOGETHER = new GroupsTogether(
  GROUPS.map((group) => PERSON_GROUPS[group]),
  NARROW.map((group) => GROUPS.indexOf(group)),
);

/** The ages of each grade: whoever knows the pupils of a district knows how many there are of them. */
export const GROUP_OF_GRADE = {
  infanzia: 'aged3to5',
  primaria: 'aged6to10',
  'secondaria-1': 'aged11to13',
} as const satisfies ByGrade<PersonGroup>;

export interface ToldPersons {
  /** Medians of the draws with their intervals, a row a district; NaN: not told. */
  readonly columns: Readonly<Record<PersonGroup, EstimateColumn>>;
  isTold(group: PersonGroup, row: number): boolean;
  /** Whether a group's count that is reckoned otherwise (a share times the whole) may be told beside the others. */
  mayTell(group: PersonGroup, row: number, count: number): boolean;
}

/**
 * Of a year, every group by district, without those that are of 1 to 4 persons or tell of so few beside the others and
 * beside the city ({@link GroupsTogether}). The same forecast is told alike in every answer.
 * @throws ForecastRangeError: a year that is not forecast; RangeError: too few draws for an interval.
 */
export function toldPersons(forecast: PeopleForecast, year: number): ToldPersons {
  const drawn = Array.from({ length: forecast.draws }, () => new Float64Array(forecast.districts));
  const columnOf = (parts: readonly number[]) => {
    fill(drawn, forecast, year, parts);
    return estimateColumn(drawn, forecast.told);
  };
  const columns = Object.fromEntries(
    GROUPS.map((group) => [group, columnOf(PERSON_GROUPS[group])]),
  ) as Record<PersonGroup, EstimateColumn>;
  const named = new Map(
    GROUPS.flatMap((group) =>
      PERSON_GROUPS[group].length === 1 ? [[PERSON_GROUPS[group][0] as number, columns[group]]] : [],
    ),
  );
  const withheld = TOGETHER.withheld({
    groups: GROUPS.map((group) => columns[group].value.slice()),
    parts: AGE_GROUPS.map((_, part) => (named.get(part) ?? columnOf([part])).value.slice()),
  });
  GROUPS.forEach((group, i) => {
    const { value, low, high, sameSign } = columns[group];
    withoutFewAtEnds(columns[group]);
    for (let row = 0; row < forecast.districts; row++)
      if (!withheld.isTold(i, row))
        for (const figures of [value, low, high, sameSign]) figures[row] = Number.NaN;
  });
  return {
    columns,
    isTold: (group, row) => withheld.isTold(GROUPS.indexOf(group), row),
    mayTell: (group, row, count) => withheld.mayTell(GROUPS.indexOf(group), row, count),
  };
}

/** Persons of some parts together in a year: by draw, by district. @throws ForecastRangeError */
function fill(
  drawn: readonly Float64Array[],
  { groups, firstYear, years, districts }: PeopleForecast,
  year: number,
  parts: readonly number[],
): void {
  const at = year - firstYear;
  if (!(Number.isInteger(at) && at >= 0 && at < years))
    throw new ForecastRangeError('year', `${year} is not of ${firstYear} to ${firstYear + years - 1}`);
  drawn.forEach((persons, draw) => {
    for (let district = 0; district < districts; district++) {
      const from = ((draw * years + at) * districts + district) * AGE_GROUPS.length;
      let all = 0;
      for (const part of parts) all += groups[from + part] as number;
      persons[district] = all;
    }
  });
}
