// SPDX-License-Identifier: EUPL-1.2
/**
 * Care at home: how many hours a week the old of each district need, and how many the teams in reach have for them
 * (floating catchments in two steps). What families and private carers do is not taken off: unmet is what public care
 * does not give. Pure.
 */
import type { People, Range } from '../../../city/people';
import type { PeopleForecast } from '../demography/people-forecast';
import type { Homes, Ways } from '../people/homes';
import { OLDEST, personsAged } from '../people/persons';
import { type CareParameters, valueAt } from './care-parameters';
import { AccessError, SLOW_STEPS_MIN } from './floating-catchment';
import { walkMinutesOf } from './travel';

/** The old of a year in a draw, by district; NaN: nothing is told of it. */
export interface Aged {
  readonly aged65to79: Float64Array;
  readonly aged80Plus: Float64Array;
}

/** From where teams go out, and how far homes are from there. */
export interface CareReach {
  readonly homes: Homes;
  /** Hours a week of each team; null: one of those from which today's hours go out. */
  readonly teams: readonly (Range | null)[];
  /** On foot, at [team * homes + home]. */
  readonly walkMin: Float64Array;
}

export interface CareOutcome {
  /** Hours a week. */
  readonly totals: {
    readonly homeCareNeededH: number;
    readonly homeCareGivenH: number;
    readonly homeCareUnmetH: number;
    /** Of the unmet, those of over-80s who live alone. */
    readonly homeCareAloneUnmetH: number;
  };
  /** By district; NaN: nothing is told of it, or nobody is in need. */
  readonly fields: {
    readonly homeCareNeededH: Float64Array;
    readonly homeCareUnmetH: Float64Array;
    /** Hours a week for each who is in need. */
    readonly homeCareHoursPerPerson: Float64Array;
  };
}

/**
 * Services that care goes out from: the teams (kind `home-care`), and the territorial social services, from which
 * today's hours are assumed to go out in equal parts, since no open data tell the teams there are.
 */
export const careSites = ({ services }: Pick<People, 'services'>) =>
  services.filter(({ kind }) => kind === 'home-care' || kind === 'social-service');

/** What does not depend on the draw. */
export function careReach(people: Pick<People, 'services'>, homes: Homes, ways: Ways): CareReach {
  const sites = careSites(people);
  return {
    homes,
    teams: sites.map(({ kind, capacity }) => (kind === 'home-care' ? capacity : null)),
    walkMin: walkMinutesOf(
      homes,
      ways,
      sites.map(({ at }) => at),
    ),
  };
}

/** The old of a year in a draw. @throws ForecastRangeError as {@link personsAged}. */
export const agedOf = (forecast: PeopleForecast, draw: number, year: number): Aged => ({
  aged65to79: personsAged(forecast, { draw, year, from: 65, to: 79 }),
  aged80Plus: personsAged(forecast, { draw, year, from: 80, to: OLDEST }),
});

/**
 * Who needs care, who gets it and who does not, in one draw. Hours that a catchment has beyond what its homes need
 * are given to nobody. The share of over-80s who live alone is the register's of its last year, in every year.
 * With `people.outreachShare` those of them who are reached are served before all others, from what is in reach.
 * @throws AccessError: columns of other lengths, hours below nought, a share beyond 0 to 1.
 */
export function careOutcome(
  reach: CareReach,
  people: Pick<People, 'register' | 'outreachShare'>,
  aged: Aged,
  parameters: CareParameters,
): CareOutcome {
  const need = needOf(people, aged, parameters);
  const { homes } = reach;
  const outreach = people.outreachShare ?? 0;
  if (!(outreach >= 0 && outreach <= 1))
    throw new AccessError('share of those alone who are reached', `is ${outreach}`);
  const first = atHomes(
    homes,
    need.aloneH.map((hours) => hours * outreach),
  );
  const others = atHomes(
    homes,
    need.hours.map((hours, row) => hours - outreach * (need.aloneH[row] as number)),
  );
  const weight = weightsOf(reach.walkMin, parameters.teamPace);
  const offered = supplyOf(reach, people, parameters);
  const toFirst = shareOut(first, offered, weight);
  const toOthers = shareOut(others, toFirst.left, weight);
  const [given, givenAlone] = [new Float64Array(need.hours.length), new Float64Array(need.hours.length)];
  for (let home = 0; home < homes.count; home++) {
    const row = homes.district[home] as number;
    const [a, b] = [toFirst.given[home] as number, toOthers.given[home] as number];
    given[row] = (given[row] as number) + a + b;
    const alone = (1 - outreach) * (need.aloneH[row] as number) * (homes.share[home] as number);
    const share = others[home] === 0 ? 0 : alone / (others[home] as number);
    givenAlone[row] = (givenAlone[row] as number) + a + b * share;
  }
  return outcomeOf(need, given, givenAlone, aged);
}

function atHomes({ count, district, share }: Homes, byDistrict: Float64Array): Float64Array {
  const hours = new Float64Array(count);
  for (let home = 0; home < count; home++)
    hours[home] = (byDistrict[district[home] as number] as number) * (share[home] as number);
  return hours;
}

/** How much each home counts to each team. */
function weightsOf(walkMin: Float64Array, pace: number): Float64Array {
  const weight = new Float64Array(walkMin.length);
  for (let cell = 0; cell < walkMin.length; cell++)
    weight[cell] = SLOW_STEPS_MIN((walkMin[cell] as number) / pace);
  return weight;
}

interface Need {
  /** Hours a week by district, 0 where nothing is told; those of over-80s alone; persons who need them. */
  readonly hours: Float64Array;
  readonly aloneH: Float64Array;
  readonly persons: Float64Array;
}

function needOf(
  { register: { last } }: Pick<People, 'register'>,
  { aged65to79, aged80Plus }: Aged,
  { needShare65to79, needShare80Plus, aloneFactor, hoursNeeded }: CareParameters,
): Need {
  const districts = aged80Plus.length;
  for (const column of [aged65to79, last.aged80Plus, last.aloneAged80Plus])
    if (column.length !== districts)
      throw new AccessError('the old', `${column.length} districts in one column, ${districts} in another`);
  const shareAlone = aloneShares(last.aloneAged80Plus, last.aged80Plus);
  const need = {
    hours: new Float64Array(districts),
    aloneH: new Float64Array(districts),
    persons: new Float64Array(districts),
  };
  for (let row = 0; row < districts; row++) {
    const [younger, older] = [(aged65to79[row] as number) || 0, (aged80Plus[row] as number) || 0];
    if (!(younger >= 0 && older >= 0))
      throw new AccessError(`the old of district ${row + 1}`, `${younger} and ${older} persons`);
    const alone = older * needShare80Plus * (shareAlone[row] as number);
    need.persons[row] = younger * needShare65to79 + older * needShare80Plus;
    need.aloneH[row] = alone * hoursNeeded * aloneFactor;
    need.hours[row] = ((need.persons[row] as number) - alone) * hoursNeeded + (need.aloneH[row] as number);
  }
  return need;
}

/** By district; where the register does not tell it, that of all districts where it does. */
function aloneShares(alone: Float64Array, aged80Plus: Float64Array): Float64Array {
  let [some, all] = [0, 0];
  alone.forEach((persons, row) => {
    if (!(persons >= 0 && (aged80Plus[row] as number) > 0)) return;
    some += persons;
    all += aged80Plus[row] as number;
  });
  const ofAll = all > 0 ? some / all : 0;
  return alone.map((persons, row) => {
    const share = persons / (aged80Plus[row] as number);
    return share >= 0 && share <= 1 ? share : ofAll;
  });
}

/** Hours a week that go out from each site: a team's own, or its part of today's, which do not grow with the old. */
function supplyOf(
  { teams }: CareReach,
  { register: { last } }: Pick<People, 'register'>,
  { servedShare, hoursServed, teamHours }: CareParameters,
): Float64Array {
  const todays = teams.filter((team) => team === null).length;
  const over65 = last.aged65Plus.reduce((sum, persons) => sum + (persons || 0), 0);
  const part = (over65 * servedShare * hoursServed) / todays;
  return Float64Array.from(teams, (team, i) => {
    const hours = team === null ? part : valueAt(team, teamHours);
    if (!(hours >= 0 && hours < Number.POSITIVE_INFINITY))
      throw new AccessError(`team ${i + 1}`, `has ${hours} hours a week`);
    return hours;
  });
}

/**
 * What each home gets of the hours, at most what it needs, and what each team has left: as `twoStepAccess` has it, with
 * its weights told, which many draws and both turns share.
 */
function shareOut(need: Float64Array, hours: Float64Array, weight: Float64Array) {
  const homes = need.length;
  const given = new Float64Array(homes);
  const left = hours.slice();
  if (!need.some((needed) => needed > 0)) return { given, left };
  const asking = sumsByTeam(hours.length, need, weight);
  const access = new Float64Array(homes);
  for (let team = 0, cell = 0; team < hours.length; team++) {
    const ratio = asking[team] === 0 ? 0 : (hours[team] as number) / (asking[team] as number);
    for (let home = 0; home < homes; home++, cell++)
      access[home] = (access[home] as number) + ratio * (weight[cell] as number);
  }
  // Of what a home is offered beyond its need it takes no more.
  const taking = new Float64Array(homes);
  for (let home = 0; home < homes; home++) {
    const offered = access[home] as number;
    given[home] = (need[home] as number) * Math.min(1, offered);
    taking[home] = offered > 1 ? (need[home] as number) / offered : (need[home] as number);
  }
  const taken = sumsByTeam(hours.length, taking, weight);
  for (let team = 0; team < hours.length; team++)
    if (asking[team] !== 0)
      left[team] = (hours[team] as number) * (1 - (taken[team] as number) / (asking[team] as number));
  return { given, left };
}

/** Of each team: the sum over homes of what is at them, each as much as it counts. */
function sumsByTeam(teams: number, atHome: Float64Array, weight: Float64Array): Float64Array {
  const sums = new Float64Array(teams);
  for (let team = 0, cell = 0; team < teams; team++) {
    let sum = 0;
    for (let home = 0; home < atHome.length; home++, cell++)
      sum += (atHome[home] as number) * (weight[cell] as number);
    sums[team] = sum;
  }
  return sums;
}

function outcomeOf(
  need: Need,
  given: Float64Array,
  givenAlone: Float64Array,
  { aged80Plus }: Aged,
): CareOutcome {
  // Rounding alone can make what is given a little more than what is needed.
  const unmet = need.hours.map((hours, row) => Math.max(0, hours - (given[row] as number)));
  const aloneUnmet = need.aloneH.map((hours, row) => Math.max(0, hours - (givenAlone[row] as number)));
  const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
  const told = (column: Float64Array) =>
    column.map((one, row) => (Number.isNaN(aged80Plus[row]) ? Number.NaN : one));
  return {
    totals: {
      homeCareNeededH: sum(need.hours),
      homeCareGivenH: sum(given),
      homeCareUnmetH: sum(unmet),
      homeCareAloneUnmetH: sum(aloneUnmet),
    },
    fields: {
      homeCareNeededH: told(need.hours),
      homeCareUnmetH: told(unmet),
      // Nought by nought: nobody is in need, and there is no such figure.
      homeCareHoursPerPerson: told(given.map((hours, row) => hours / (need.persons[row] as number))),
    },
  };
}
