// SPDX-License-Identifier: EUPL-1.2
/** Care at home as a service: how far teams are, how many hours they give for whom, how many are missing. */
import type { People } from '../city/people';
import { estimateOf } from '../impact/estimate';
import type { PeopleForecast } from './models/demography/people-forecast';
import type { Homes, Ways } from './models/people/homes';
import { toldPersons } from './models/people/told-persons';
import type { CareParameters } from './models/service-access/care-parameters';
import { agedOf, type CareReach, careOutcome, careReach } from './models/service-access/care-system';
import type { ServiceFigures } from './models/service-access/service-outcome';
import { meanByDistrict } from './models/service-access/travel';
import type { ServicesAnswer } from './services-protocol';
import { knownKinds, ofCity, told } from './told-services';

/** As many draws of the forecast at most. */
const MOST_DRAWS = 64;

export interface HomeCareCity {
  readonly people: People;
  readonly homes: Homes;
  readonly ways: Ways;
  readonly forecast: PeopleForecast;
  readonly care: readonly CareParameters[];
  /** Ids of the districts, by row. */
  readonly districts: readonly number[];
}

/**
 * One year: whom it is for are those over 65, supply the hours a week given for each 1,000 of them, `beyond` the hours a
 * week that are needed and not given, minutes those of the nearest team's travel.
 * @throws AccessError; ForecastRangeError: a year that is not forecast.
 */
export function homeCareAnswer(
  { people, homes, ways, forecast, care, districts }: HomeCareCity,
  year: number,
): ServicesAnswer {
  const known = knownKinds(people);
  const head = { kind: 'services', year, service: 'home-care', known, districts, byTransit: false } as const;
  const reach = careReach(people, homes, ways);
  if (reach.teams.length === 0) return { ...head, found: null };
  const nearest = nearestMinutes(reach);
  const outcomes = care.slice(0, Math.min(MOST_DRAWS, forecast.draws)).map((parameters, draw) => {
    const aged = agedOf(forecast, draw, year);
    const { fields } = careOutcome(reach, people, aged, parameters);
    const target = aged.aged65to79.map((younger, row) =>
      Number.isNaN(people.register.last.aged65Plus[row])
        ? Number.NaN
        : younger + (aged.aged80Plus[row] as number),
    );
    const minutes = meanByDistrict(
      homes,
      target.length,
      (home) => (nearest[home] as number) / parameters.teamPace,
    );
    return figuresOf(target, minutes, fields.homeCareNeededH, fields.homeCareUnmetH);
  });
  return {
    ...head,
    found: {
      sites: reach.teams.length,
      unplaced: (people.unplaced ?? []).filter(({ kind }) => kind === 'social-service').length,
      assumedCapacity: reach.teams.filter((team) => team === null).length,
      capacity: estimateOf(outcomes.map(({ given }) => given)),
      byDistrict: told(outcomes, toldPersons(forecast, year), 'home-care'),
      city: ofCity(outcomes),
    },
  };
}

/** On foot to the nearest team, by home. */
function nearestMinutes({ homes, teams, walkMin }: CareReach): Float64Array {
  return Float64Array.from({ length: homes.count }, (_, home) =>
    teams.reduce<number>(
      (least, __, team) => Math.min(least, walkMin[team * homes.count + home] as number),
      Number.POSITIVE_INFINITY,
    ),
  );
}

const sum = (column: Float64Array): number => column.reduce((all, one) => all + (one || 0), 0);

function figuresOf(
  target: Float64Array,
  minutes: Float64Array,
  neededH: Float64Array,
  unmetH: Float64Array,
): {
  readonly fields: ServiceFigures<Float64Array>;
  readonly totals: ServiceFigures<number>;
  readonly given: number;
} {
  const isTold = (row: number) => (target[row] as number) > 0;
  const only = (column: Float64Array) => column.map((value, row) => (isTold(row) ? value : Number.NaN));
  const givenH = only(neededH.map((needed, row) => needed - (unmetH[row] as number)));
  const supply = givenH.map((hours, row) => (1000 * hours) / (target[row] as number));
  const all = sum(target);
  const fields = { target, minutes: only(minutes), supply, beyond: only(unmetH) };
  const weighted = fields.minutes.map((minute, row) => minute * (target[row] as number));
  return {
    fields,
    totals: {
      target: all,
      minutes: all > 0 ? sum(weighted) / all : 0,
      supply: all > 0 ? (1000 * sum(givenH)) / all : 0,
      beyond: sum(fields.beyond),
    },
    given: sum(givenH),
  };
}
