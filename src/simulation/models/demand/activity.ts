// SPDX-License-Identifier: EUPL-1.2
/** How many set out and arrive where, between 8 and 9, and what for. Pure. */
import type { CityInputs, Rules, Zones } from '../../../city/city-inputs';
import { SECTORS } from '../../../city/city-inputs';
import { gatewayWeights } from './gateways';
import { byPurpose, DemandError, PURPOSES, type Purpose } from './modes';
import type { DemandParameters } from './parameters';

/** Within the city, into it, out of it. */
export type Kind = 'inside' | 'inbound' | 'outbound';

/** Persons/h who leave and reach each zone, `none` among them; both add up to the same. */
export interface TripEnds {
  readonly origins: Float64Array;
  readonly destinations: Float64Array;
}

/** Residents in the register at the end of 2023, to which the totals of trips are related. */
const RESIDENTS_OF_THE_TOTALS = 1_417_600;
/**
 * Trips a weekday per resident: 2.5 million within the city, 1.8–1.9 million across its border
 * (AMAT, June 2022; before the pandemic).
 */
export const TRIPS_PER_RESIDENT_DAY = {
  inside: 2_500_000 / RESIDENTS_OF_THE_TOTALS,
  across: 1_850_000 / RESIDENTS_OF_THE_TOTALS,
};
/**
 * By purpose, ways back included: 46.5 % for work and study (PGT, VAS 2013); how the two part is an
 * assumption: across the border one comes to work more than to school.
 */
export const DAY_SHARE: Readonly<Record<'inside' | 'across', Readonly<Record<Purpose, number>>>> = {
  inside: { work: 0.29, study: 0.175, other: 0.535 },
  across: { work: 0.37, study: 0.095, other: 0.535 },
};
/** Of a day's trips, those of 8–9: together 10.5 % (general knowledge: 10–11 %); by purpose an assumption. */
export const HOUR_SHARE: Readonly<Record<Purpose, number>> = { work: 0.145, study: 0.22, other: 0.05 };
/** Of the trips across the border in that hour, those that come in; an assumption. */
export const INBOUND_SHARE = 2 / 3;
/** Would travel for it and do without, on an average day; assumptions. Of work: see {@link remoteShares}. */
const NONE_SHARE = { study: 0.01, other: 0.05 };

/** Students of age among the residents of age, for each minor at school; assumptions. */
const ADULTS_WHO_STUDY = 0.07;
const MINORS_AT_SCHOOL = 0.8;
/** What draws trips for other purposes at this hour, relative to one shop; assumptions. */
const DRAW = { services: 3, shops: 1, jobs: 0.03, residents: 0.01 };

/**
 * How many set out from and go to each zone for a purpose, relative to the other zones (gateways: 0).
 * Work: residents of age (one employment rate for all cancels out) to jobs. Study: minors and students
 * to pupils. Other: residents to services, shops and jobs. A district has at least the weight of one, so
 * that what is built there later can grow.
 * @throws DemandError where the whole city has nobody who sets out, or nowhere to go.
 */
export function tripWeights(zones: Zones): Record<Purpose, TripEnds> {
  const jobs = zones.residents.map((_, zone) => jobsIn(zones, zone));
  const at = (column: Float64Array, zone: number) => column[zone] as number;
  const adults = (zone: number) => Math.max(0, at(zones.residents, zone) - at(zones.minors, zone));
  const weigh = (what: string, of: (zone: number) => number) => weights(zones, what, of);
  return {
    work: {
      origins: weigh('residents of age', adults),
      destinations: weigh('jobs', (zone) => at(jobs, zone)),
    },
    study: {
      origins: weigh(
        'minors and students',
        (zone) => MINORS_AT_SCHOOL * at(zones.minors, zone) + ADULTS_WHO_STUDY * adults(zone),
      ),
      destinations: weigh('pupils', (zone) => at(zones.pupils, zone)),
    },
    other: {
      origins: weigh('residents', (zone) => at(zones.residents, zone)),
      destinations: weigh(
        'services, shops and jobs',
        (zone) =>
          DRAW.services * at(zones.services, zone) +
          DRAW.shops * at(zones.shops, zone) +
          DRAW.jobs * at(jobs, zone) +
          DRAW.residents * at(zones.residents, zone),
      ),
    },
  };
}

/** Employees of all sectors at their place of work. */
export function jobsIn(zones: Zones, zone: number): number {
  return SECTORS.reduce((sum, sector) => sum + (zones.jobs[sector][zone] as number), 0);
}

/**
 * Share of the workers of each zone who are at home on an average day: that of its sectors. Of gateways
 * (jobs outside) and zones without jobs: that of the whole city.
 */
export function remoteShares(zones: Zones, rules: Rules): Float64Array {
  const home = (zone: number) =>
    SECTORS.reduce((sum, s) => sum + (zones.jobs[s][zone] as number) * rules.remoteWorkShare[s], 0);
  for (const sector of SECTORS) {
    const share = rules.remoteWorkShare[sector];
    if (!(share >= 0 && share < 1))
      throw new DemandError(`remote work, sector ${sector}`, `${share} is no share below 1`);
  }
  let [atHome, all] = [0, 0];
  for (let zone = 0; zone < zones.districts; zone++) {
    atHome += home(zone);
    all += jobsIn(zones, zone);
  }
  return zones.residents.map((_, zone) => {
    const jobs = zone < zones.districts ? jobsIn(zones, zone) : 0;
    if (jobs > 0) return home(zone) / jobs;
    return all > 0 ? atHome / all : 0;
  });
}

/** Share of `none` of the trips to a zone. */
export function noneShare(purpose: Purpose, remoteShare: number): number {
  return purpose === 'work' ? remoteShare : NONE_SHARE[purpose];
}

/**
 * Trip ends of the hour by purpose and kind. Those who do travel add up to the totals above, times
 * `tripFactor`; those who do not come on top.
 * @param reachable 1 for gateways from and to which there is a way.
 */
export function tripEnds(
  city: CityInputs,
  reachable: Uint8Array,
  { tripFactor }: DemandParameters,
): Record<Purpose, Record<Kind, TripEnds>> {
  const { zones } = city;
  const weightsOf = tripWeights(zones);
  const gateways = gatewayWeights(city, reachable);
  const remote = remoteShares(zones, city.rules);
  const residents = sum(zones.residents);
  return byPurpose((purpose) => {
    const { origins, destinations } = weightsOf[purpose];
    const ends = (
      where: 'inside' | 'across',
      share: number,
      from: Float64Array,
      to: Float64Array,
    ): TripEnds => {
      const travel =
        residents *
        TRIPS_PER_RESIDENT_DAY[where] *
        DAY_SHARE[where][purpose] *
        HOUR_SHARE[purpose] *
        share *
        tripFactor;
      const goes = to.reduce((s, x, zone) => s + x * (1 - noneShare(purpose, remote[zone] as number)), 0);
      const persons = (travel * sum(to)) / goes;
      return { origins: shareOut(persons, from), destinations: shareOut(persons, to) };
    };
    const none = { origins: new Float64Array(zones.count), destinations: new Float64Array(zones.count) };
    if (zones.count === zones.districts)
      return { inside: ends('inside', 1, origins, destinations), inbound: none, outbound: none };
    return {
      inside: ends('inside', 1, origins, destinations),
      inbound: ends('across', INBOUND_SHARE, gateways.inbound, destinations),
      outbound: ends('across', 1 - INBOUND_SHARE, origins, gateways.outbound),
    };
  });
}

/** A day's trips from those of the hour, by purpose. */
export function dayTrips(hourTrips: Readonly<Record<Purpose, number>>): number {
  return PURPOSES.reduce((total, purpose) => total + hourTrips[purpose] / HOUR_SHARE[purpose], 0);
}

function weights(zones: Zones, what: string, of: (zone: number) => number): Float64Array {
  const column = new Float64Array(zones.count);
  let total = 0;
  for (let zone = 0; zone < zones.districts; zone++) {
    const value = of(zone);
    if (!(value >= 0 && Number.isFinite(value)))
      throw new DemandError(`zone ${zones.name[zone] ?? zone + 1}`, `${what}: ${value}`, {
        kind: 'zone',
        zone,
      });
    total += value;
    column[zone] = Math.max(1, value);
  }
  if (!(total > 0)) throw new DemandError('zones', `no ${what} in the whole city`, { kind: 'nobody' });
  return column;
}

function shareOut(total: number, by: Float64Array): Float64Array {
  const all = sum(by);
  return by.map((weight) => (total * weight) / all);
}

export function sum(column: Float64Array): number {
  let total = 0;
  for (const value of column) total += value;
  return total;
}
