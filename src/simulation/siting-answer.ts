// SPDX-License-Identifier: EUPL-1.2
/** Where new teams of care at home would be nearest to those who need them most. */
import { type Plane, plane, planeToLonLat } from '../city/frames';
import type { People, Service } from '../city/people';
import { seeded } from '../city/seeded';
import { type EstimateColumn, estimateOf } from '../impact/estimate';
import type { PeopleForecast } from './models/demography/people-forecast';
import type { Homes, Ways } from './models/people/homes';
import { OLDEST, personsAged } from './models/people/persons';
import type { CareParameters } from './models/service-access/care-parameters';
import { agedOf, careOutcome, careReach, careSites } from './models/service-access/care-system';
import { nearestMinutes } from './models/service-access/facility-access';
import { meanByDistrict, walkMinutes } from './models/service-access/travel';
import { Choice, greedyChoice } from './models/siting/interchange';
import { solvePMedian } from './models/siting/p-median';
import { besideSites, type Siting, SitingError, type SitingProblem, siting } from './models/siting/problem';
import { thinned } from './models/siting/thinned';
import type { SitingAnswer } from './people-protocol';
import { toldColumn } from './told-column';

export interface SitingCity {
  readonly people: People;
  readonly homes: Homes;
  readonly ways: Ways;
  readonly forecast: PeopleForecast;
  /** By draw of the forecast. */
  readonly care: readonly CareParameters[];
  /** Of the districts, by row. */
  readonly names: readonly string[];
}

export interface SitingWish {
  readonly year: number;
  /** How many new teams. */
  readonly teams: number;
  /** Of each. */
  readonly hoursAWeek: number;
}

/** At most so many places from which a team may go out, and so many that stand for all homes in the search. */
const MOST_CANDIDATES = 800;
const MOST_CLIENTS = 1500;
/** How often the search asks whether to go on: so it ends in time, and the same everywhere. */
const MOST_ASKED = 3000;

/**
 * p-median over the homes, weighted by the persons of 80 and over of the median draw, beside the sites that care goes
 * out from today ({@link careSites}); a team may stand wherever somebody lives. Minutes are those of a team, on the
 * streets where one would walk it. Beside it: the same number of teams spread evenly, which is to say where every
 * inhabited square counts alike, whoever lives in it. Intervals: the choice is held to every draw's old and pace.
 * @throws SitingError: no such number of teams, hours that cannot be, nobody of 80 or more; ForecastRangeError: a year
 * that is not forecast.
 */
export function sitingAnswer(city: SitingCity, { year, teams, hoursAWeek }: SitingWish): SitingAnswer {
  const { homes, ways, people, forecast, names } = city;
  if (!(hoursAWeek > 0 && hoursAWeek < Number.POSITIVE_INFINITY))
    throw new SitingError('hours a week', `are ${hoursAWeek}`);
  const draws = Array.from({ length: forecast.draws }, (_, draw) => atHomes(city, year, draw));
  const weight = middle(draws);
  if (!weight.some((persons) => persons > 0))
    throw new SitingError('homes', 'nobody of 80 or more lives there');
  const today = nearestMinutes(people, homes, ways, ['home-care', 'social-service']);
  const places = placesOf(homes, weight, ways, today);
  const { found, even } = searched(places, teams);
  const minutesTo = (chosen: readonly number[]) => nearestOf(homes, ways, places, chosen, today);
  const [after, evenAfter] = [minutesTo(found.sites), minutesTo(even)];
  const meanOf = (minutes: Float64Array) =>
    draws.map((persons, draw) => meanMinutes(minutes, persons, paceOf(city, draw)));
  const [means, evenMeans] = [meanOf(after), meanOf(evenAfter)];
  const at = found.sites.map((site) => places.candidates[site] as number);
  const unmet = unmetOf(
    city,
    year,
    at.map((home) => teamAt(homes, home, hoursAWeek)),
  );
  return {
    kind: 'siting',
    hoursAWeek,
    sites: at.map((home) => {
      const district = homes.district[home] as number;
      return { at: planeToLonLat(placeOf(homes, home)), district, name: names[district] ?? '' };
    }),
    meanMin: estimateOf(means),
    evenMeanMin: estimateOf(evenMeans),
    beforeMeanMin: today && estimateOf(meanOf(today)),
    nearerThanEvenMin: estimateOf(evenMeans.map((minutes, draw) => minutes - (means[draw] as number))),
    unmetBeforeH: estimateOf(unmet.before),
    unmetAfterH: estimateOf(unmet.after),
    gap: found.gap,
    beforeMin: today && byDistrict(city, today),
    afterMin: byDistrict(city, after),
  };
}

/** Mean of the minutes of each district's residents, at every draw's pace. */
function byDistrict(city: SitingCity, minutes: Float64Array): EstimateColumn {
  const { homes, forecast } = city;
  const onFoot = meanByDistrict(homes, forecast.districts, (home) => minutes[home] as number);
  return toldColumn(
    Array.from({ length: forecast.draws }, (_, draw) => onFoot.map((mean) => mean / paceOf(city, draw))),
  );
}

/** Persons of 80 and over by home; none where nothing is told of the district. */
function atHomes({ forecast, homes }: SitingCity, year: number, draw: number): Float64Array {
  const persons = personsAged(forecast, { draw, year, from: 80, to: OLDEST });
  return Float64Array.from(
    homes.district,
    (row, home) => ((persons[row] as number) || 0) * (homes.share[home] as number),
  );
}

function middle(draws: readonly Float64Array[]): Float64Array {
  return Float64Array.from(draws[0] ?? [], (_, home) => {
    const sorted = Float64Array.from(draws, (draw) => draw[home] as number).sort();
    return sorted[Math.floor((sorted.length - 1) / 2)] as number;
  });
}

const placeOf = ({ eastM, northM }: Homes, home: number): Plane =>
  plane(eastM[home] as number, northM[home] as number);

const teamAt = (homes: Homes, home: number, hours: number): Service => ({
  id: `new-team-${home}`,
  name: '',
  kind: 'home-care',
  at: placeOf(homes, home),
  district: homes.district[home] as number,
  capacity: { low: hours, value: hours, high: hours },
});

function paceOf({ care, forecast }: SitingCity, draw: number): number {
  const parameters = care[draw];
  if (!parameters)
    throw new SitingError('care', `${care.length} sets of parameters for ${forecast.draws} draws`);
  return parameters.teamPace;
}

interface SearchPlaces {
  /** Homes from which a team may go out, by site of the problem. */
  readonly candidates: Int32Array;
  /** Beside today's; weights as persons, and as inhabited squares. */
  readonly problem: SitingProblem;
  readonly squares: Float64Array;
}

function placesOf(homes: Homes, weight: Float64Array, ways: Ways, today: Float64Array | null): SearchPlaces {
  const { places: candidates } = thinned(homes, weight, MOST_CANDIDATES);
  const { places: clients, standsFor } = thinned(homes, weight, MOST_CLIENTS);
  const [persons, squares] = [new Float64Array(clients.length), new Float64Array(clients.length)];
  standsFor.forEach((client, home) => {
    persons[client] = (persons[client] as number) + (weight[home] as number);
    squares[client] = (squares[client] as number) + 1;
  });
  const distance = new Float64Array(candidates.length * clients.length);
  candidates.forEach((home, site) => {
    const minutes = walkMinutes(homes, ways, placeOf(homes, home));
    clients.forEach((client, i) => {
      distance[site * clients.length + i] = minutes[client] as number;
    });
  });
  const problem = { clients: clients.length, sites: candidates.length, distance, weight: persons };
  if (!today) return { candidates, problem, squares };
  const nearest = Float64Array.from(clients, (client) => today[client] as number);
  return { candidates, problem: besideSites(problem, nearest), squares };
}

/** The p sites of the least minutes for the old, never more than with those spread evenly, from which it begins anew. */
function searched({ problem, squares }: SearchPlaces, p: number): { found: Siting; even: readonly number[] } {
  let asked = 0;
  const goOn = () => asked++ < MOST_ASKED;
  const found = solvePMedian(problem, p, { random: seeded('siting'), goOn });
  const even = evenSites(problem, squares, p);
  const choice = new Choice(costsOf(problem, problem.weight), even);
  choice.improve(everySite(problem), () => true);
  return {
    found: choice.value < found.value ? siting([...choice.sites], choice.value, found.bound) : found,
    even,
  };
}

const everySite = ({ sites }: SitingProblem) => Array.from({ length: sites }, (_, site) => site);

const costsOf = ({ clients, sites, distance }: SitingProblem, weight: Float64Array) => ({
  clients,
  sites,
  cost: distance.map((minutes, cell) => minutes * (weight[cell % clients] as number)),
});

/** Where every inhabited square counts alike: one after another where it saves most, then exchanged as long as it helps. */
function evenSites(problem: SitingProblem, squares: Float64Array, p: number): number[] {
  const costs = costsOf(problem, squares);
  const choice = new Choice(
    costs,
    greedyChoice(costs, p, () => true),
  );
  choice.improve(everySite(problem), () => true);
  return [...choice.sites].sort((a, b) => a - b);
}

/** On foot to the nearest team of today or of those chosen, by home. */
function nearestOf(
  homes: Homes,
  ways: Ways,
  { candidates }: SearchPlaces,
  chosen: readonly number[],
  today: Float64Array | null,
): Float64Array {
  const nearest = today ? today.slice() : new Float64Array(homes.count).fill(Number.POSITIVE_INFINITY);
  for (const site of chosen)
    walkMinutes(homes, ways, placeOf(homes, candidates[site] as number)).forEach((minutes, home) => {
      nearest[home] = Math.min(nearest[home] as number, minutes);
    });
  return nearest;
}

function meanMinutes(minutes: Float64Array, persons: Float64Array, pace: number): number {
  let [sum, all] = [0, 0];
  persons.forEach((count, home) => {
    sum += count * (minutes[home] as number);
    all += count;
  });
  return sum / all / pace;
}

/** Hours a week that are needed and not given, by draw, without the new teams and with them. */
function unmetOf(
  { people, homes, ways, forecast, care }: SitingCity,
  year: number,
  teams: readonly Service[],
) {
  const withTeams = { ...people, services: [...people.services, ...teams] };
  const [before, after] = [people, withTeams].map((one) => {
    const reach = careReach(one, homes, ways);
    return Array.from(
      { length: forecast.draws },
      (_, draw) =>
        careOutcome(reach, one, agedOf(forecast, draw, year), care[draw] as CareParameters).totals
          .homeCareUnmetH,
    );
  });
  return { before: before as number[], after: after as number[] };
}
