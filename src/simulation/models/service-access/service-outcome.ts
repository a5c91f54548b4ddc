// SPDX-License-Identifier: EUPL-1.2
/**
 * Who has how much of a class of services, how far the nearest is, and who has none within reach, in one draw: floating
 * catchments in two steps with weights (E2SFCA, Luo and Qi 2009) over homes, the quicker of walk and transit. Pure.
 */
import type { People } from '../../../city/people';
import type { PeopleForecast } from '../demography/people-forecast';
import type { Homes } from '../people/homes';
import { personsAged } from '../people/persons';
import { valueAt } from './care-parameters';
import type { FacilityKind } from './facility-access';
import { AccessError } from './floating-catchment';
import { decayOf, FACILITY_CLASSES, type ServiceParameters, WAYS_KM_H } from './service-classes';
import type { ServiceReach } from './service-reach';
import { meanByDistrict } from './travel';

/** By district; NaN: not told, or nobody is of these ages there. */
export interface ServiceFigures<Column> {
  /** Persons whom the class is for. */
  readonly target: Column;
  /** Door to door to the nearest, the mean over persons. */
  readonly minutes: Column;
  /** Supply in reach for each 1,000 of them. */
  readonly supply: Column;
  /** Persons of them with none within reach. */
  readonly beyond: Column;
}

export interface ServiceOutcome {
  readonly fields: ServiceFigures<Float64Array>;
  /** Of all districts that are told. */
  readonly totals: ServiceFigures<number>;
}

/**
 * Whom a class is for, by district, in a draw of the forecast; NaN: not told, as where the register withholds them.
 * @throws ForecastRangeError
 */
export function targetOf(
  kind: FacilityKind,
  { register: { last } }: Pick<People, 'register'>,
  forecast: PeopleForecast,
  at: { readonly draw: number; readonly year: number },
): Float64Array {
  const { from, to, counted } = FACILITY_CLASSES[kind];
  return personsAged(forecast, { ...at, from, to }).map((persons, row) =>
    Number.isNaN(last[counted][row]) ? Number.NaN : persons,
  );
}

/**
 * One draw. Whom the class is for lives in the homes of a district as all its residents do: no open data tell ages
 * below the district.
 * @throws AccessError: persons below nought, a capacity that cannot be.
 */
export function serviceOutcome(
  reach: ServiceReach,
  homes: Homes,
  target: Float64Array,
  parameters: ServiceParameters,
): ServiceOutcome {
  const { catchmentMin, atOldPace } = FACILITY_CLASSES[reach.kind];
  const pace = {
    walk: WAYS_KM_H / (atOldPace ? parameters.oldWalkKmH : parameters.walkKmH),
    ride: parameters.transitPace,
  };
  const persons = personsAt(homes, target);
  const access = accessByHome(reach, persons, parameters, pace);
  const minutes = reach.nearestWalkMin.map((walk, home) =>
    Math.min(walk * pace.walk, (reach.nearestTransitMin[home] as number) * pace.ride),
  );
  const districts = target.length;
  const told = (column: Float64Array) =>
    column.map((value, row) => ((target[row] as number) > 0 ? value : Number.NaN));
  const fields = {
    target,
    minutes: told(meanByDistrict(homes, districts, (home) => minutes[home] as number)),
    supply: told(meanByDistrict(homes, districts, (home) => 1000 * (access[home] as number))),
    beyond: beyondOf(homes, target, (home) => (minutes[home] as number) > catchmentMin),
  };
  const all = sum(target);
  const mean = (column: Float64Array) =>
    all > 0 ? sum(column.map((value, row) => value * (target[row] as number))) / all : 0;
  return {
    fields,
    totals: {
      target: all,
      minutes: mean(fields.minutes),
      supply: mean(fields.supply),
      beyond: sum(fields.beyond),
    },
  };
}

const sum = (column: Float64Array): number => column.reduce((all, one) => all + (one || 0), 0);

/** By home; nobody where nothing is told. @throws AccessError */
function personsAt({ count, district, share }: Homes, target: Float64Array): Float64Array {
  target.forEach((persons, row) => {
    if (persons < 0 || persons === Number.POSITIVE_INFINITY)
      throw new AccessError(`persons of district ${row + 1}`, `are ${persons}`);
  });
  return Float64Array.from({ length: count }, (_, home) => {
    const persons = target[district[home] as number] as number;
    return (persons || 0) * (share[home] as number);
  });
}

/** Supply for each person, by home: two steps over the homes in reach of each service. */
function accessByHome(
  { kind, capacity, first, home, walkMin, transitMin }: ServiceReach,
  persons: Float64Array,
  { capacityShare }: ServiceParameters,
  pace: { readonly walk: number; readonly ride: number },
): Float64Array {
  const decay = decayOf(kind);
  const access = new Float64Array(persons.length);
  const weight = new Float64Array(home.length);
  for (let service = 0; service < capacity.length; service++) {
    const offered = valueAt(capacity[service]!, capacityShare);
    if (!(offered >= 0 && offered < Number.POSITIVE_INFINITY))
      throw new AccessError(`service ${service + 1}`, `offers ${offered}`);
    const [begin, end] = [first[service] as number, first[service + 1] as number];
    let asking = 0;
    for (let cell = begin; cell < end; cell++) {
      const minutes = Math.min(
        (walkMin[cell] as number) * pace.walk,
        (transitMin[cell] as number) * pace.ride,
      );
      const one = decay(minutes);
      weight[cell] = one;
      asking += one * (persons[home[cell] as number] as number);
    }
    if (asking === 0) continue;
    const ratio = offered / asking;
    for (let cell = begin; cell < end; cell++) {
      const at = home[cell] as number;
      access[at] = (access[at] as number) + ratio * (weight[cell] as number);
    }
  }
  return access;
}

/** Persons by district who live in homes that are beyond; NaN where nothing is told. */
function beyondOf(
  { count, district, share }: Homes,
  target: Float64Array,
  isBeyond: (home: number) => boolean,
): Float64Array {
  const beyond = target.map((persons) => (Number.isNaN(persons) ? Number.NaN : 0));
  for (let home = 0; home < count; home++) {
    const row = district[home] as number;
    if (isBeyond(home))
      beyond[row] = (beyond[row] as number) + (target[row] as number) * (share[home] as number);
  }
  return beyond;
}
