// SPDX-License-Identifier: EUPL-1.2
/** What need can be told by, by district, in every draw of the forecast. Pure. */
import type { People } from '../../../city/people';
import { FIRST_SEED } from '../../../city/seeded';
import type { PeopleForecast } from '../demography/people-forecast';
import type { GreenFigures } from '../green/green-state';
import type { Homes, Ways } from '../people/homes';
import { OLDEST, personsAged } from '../people/persons';
import type { CareParameters } from '../service-access/care-parameters';
import { agedOf, careOutcome, careReach } from '../service-access/care-system';
import { type FacilityKind, nearestMinutes } from '../service-access/facility-access';
import type { ServiceCity } from '../service-access/service-change';
import { drawServiceParameters, SERVICE_DRAWS } from '../service-access/service-classes';
import { serviceOutcome, targetOf } from '../service-access/service-outcome';
import { meanByDistrict } from '../service-access/travel';
import { GREEN_INDICATORS } from './green-indicators';
import { NeedError } from './need-index';

/** What indicators are told in; words and figures are the screen's. */
export type IndicatorUnit = 'share' | 'per-1000' | 'per-10000' | 'hours-a-week' | 'min' | 'per-km2' | '°C';

/** Where its figures come from: the register as counted, the forecast from it, where services are, the models of care and green. */
export type IndicatorSource = 'register' | 'forecast' | 'services' | 'care-model' | 'green-model';

interface IndicatorForm {
  readonly unit: IndicatorUnit;
  readonly moreIsNeed: boolean;
  readonly source: IndicatorSource;
}

export const INDICATORS = {
  aged80PlusShare: { unit: 'share', moreIsNeed: true, source: 'forecast' },
  /** Persons over 80 who live alone, per 1,000 residents; of the over-80s, the share of the register's last year. */
  aloneAged80Plus: { unit: 'per-1000', moreIsNeed: true, source: 'forecast' },
  /**
   * How many over-80s more there are than in the register's last year, per 1,000 residents: of a district with a dozen
   * of them a share of what there was would say much of little.
   */
  aged80PlusGrowth: { unit: 'per-1000', moreIsNeed: true, source: 'forecast' },
  /** Hours of care a week that are needed and not given, for each person over 65: those whom the need is reckoned of. */
  homeCareUnmet: { unit: 'hours-a-week', moreIsNeed: true, source: 'care-model' },
  /** On foot to the nearest territorial social service. */
  socialServiceMinutes: { unit: 'min', moreIsNeed: true, source: 'services' },
  /** Beds in reach, per 1,000 persons over 80. */
  nursingHomeBeds: { unit: 'per-1000', moreIsNeed: false, source: 'services' },
  /** In reach, per 10,000 of whom they are for; so are the next three. */
  pharmacies: { unit: 'per-10000', moreIsNeed: false, source: 'services' },
  libraries: { unit: 'per-10000', moreIsNeed: false, source: 'services' },
  civicOffices: { unit: 'per-10000', moreIsNeed: false, source: 'services' },
  socialServices: { unit: 'per-10000', moreIsNeed: false, source: 'services' },
  minorsShare: { unit: 'share', moreIsNeed: true, source: 'forecast' },
  aged0to5Share: { unit: 'share', moreIsNeed: true, source: 'forecast' },
  /** Of the households, in the register's last year. */
  singleHouseholdsShare: { unit: 'share', moreIsNeed: true, source: 'register' },
  /** Residents a square kilometre. */
  density: { unit: 'per-km2', moreIsNeed: true, source: 'forecast' },
  /** Residents with three trees near home, and with a park of a hectare within 300 m on foot; ground under crowns. */
  threeTreesShare: { unit: 'share', moreIsNeed: false, source: 'green-model' },
  nearParkShare: { unit: 'share', moreIsNeed: false, source: 'green-model' },
  canopyShare: { unit: 'share', moreIsNeed: false, source: 'green-model' },
  /** Above the country on a clear summer night. */
  nightWarmerC: { unit: '°C', moreIsNeed: true, source: 'green-model' },
} as const satisfies Record<string, IndicatorForm>;
export type IndicatorId = keyof typeof INDICATORS;
export const INDICATOR_IDS = Object.keys(INDICATORS) as IndicatorId[];

export const formOf = (id: IndicatorId): IndicatorForm => INDICATORS[id];

/** What indicators are told from. */
export interface IndicatorCity {
  readonly people: People;
  readonly homes: Homes;
  readonly ways: Ways;
  /** By district. */
  readonly areaM2: Float64Array;
  readonly forecast: PeopleForecast;
  /** What people go to, and how. */
  readonly services: ServiceCity;
  /** By draw of the forecast. */
  readonly care: readonly CareParameters[];
  /** Draws of the green; null or absent: nothing is known of it. */
  readonly green?: readonly GreenFigures[] | null;
}

export interface IndicatorFigures {
  /** Year that the figures are of. */
  readonly year: number;
  /** A column of districts a draw; NaN: not told. */
  readonly draws: readonly Float64Array[];
}

const FACILITY: Partial<Record<IndicatorId, FacilityKind>> = {
  nursingHomeBeds: 'nursing-home',
  pharmacies: 'pharmacy',
  libraries: 'library',
  civicOffices: 'civic-office',
  socialServices: 'social-service',
};

/**
 * An indicator in a year. Where services are is as today in every year.
 * @throws NeedError: fewer sets of care parameters than draws; ForecastRangeError: a year that is not forecast.
 */
export function indicatorFigures(city: IndicatorCity, year: number, id: IndicatorId): IndicatorFigures {
  const { people, homes, ways, forecast } = city;
  const byDraw = (of: (draw: number) => Float64Array) =>
    Array.from({ length: forecast.draws }, (_, draw) => of(draw));
  const kind = FACILITY[id];
  if (kind) return { year, draws: supplyByDraw(city, year, kind, formOf(id).unit === 'per-10000' ? 10 : 1) };
  if (id === 'socialServiceMinutes') {
    const nearest = nearestMinutes(people, homes, ways, ['social-service']);
    const mean = meanByDistrict(homes, forecast.districts, (home) => nearest?.[home] ?? Number.NaN);
    return { year: people.register.last.year, draws: byDraw(() => mean) };
  }
  if (id === 'singleHouseholdsShare') {
    const { singleHouseholds, households, year: counted } = people.register.last;
    const share = quotient(singleHouseholds, households);
    return { year: counted, draws: byDraw(() => share) };
  }
  const ofGreen = GREEN_INDICATORS[id];
  if (ofGreen) return { year, draws: byDraw(greenFigure(city, ofGreen)) };
  if (id === 'homeCareUnmet') return { year, draws: unmetByDraw(city, year) };
  return { year, draws: byDraw(forecastFigure(city, year, id)) };
}

/** There may be fewer draws of the green than of the forecast: they are gone through again and again. */
const greenFigure =
  ({ green, areaM2 }: IndicatorCity, of: keyof GreenFigures): ByDraw =>
  (draw) =>
    green?.[draw % green.length]?.[of] ?? areaM2.map(() => Number.NaN);

type ByDraw = (draw: number) => Float64Array;

const residents =
  ({ forecast }: IndicatorCity, year: number): ByDraw =>
  (draw) =>
    personsAged(forecast, { draw, year, from: 0, to: OLDEST });

/** Not where the register withholds how many they are. */
const aged80PlusTold =
  ({ forecast, people }: IndicatorCity, year: number): ByDraw =>
  (draw) =>
    personsAged(forecast, { draw, year, from: 80, to: OLDEST }).map((persons, row) =>
      Number.isNaN(people.register.last.aged80Plus[row]) ? Number.NaN : persons,
    );

/** @throws NeedError: an indicator that is none of the forecast. */
function forecastFigure(city: IndicatorCity, year: number, id: IndicatorId): ByDraw {
  const { forecast, people, areaM2 } = city;
  const { aloneAged80Plus, aged80Plus, minors } = people.register.last;
  const [all, old] = [residents(city, year), aged80PlusTold(city, year)];
  const aged =
    (from: number, to: number): ByDraw =>
    (draw) =>
      personsAged(forecast, { draw, year, from, to });
  switch (id) {
    case 'aged80PlusShare':
      return (draw) => quotient(old(draw), all(draw));
    case 'aloneAged80Plus': {
      const alone = quotient(aloneAged80Plus, aged80Plus);
      return (draw) =>
        quotient(old(draw), all(draw)).map((share, row) => 1000 * share * (alone[row] as number));
    }
    case 'aged80PlusGrowth': {
      const before = aged80PlusTold(city, forecast.firstYear);
      return (draw) => {
        const was = before(draw);
        return quotient(
          old(draw).map((persons, row) => 1000 * (persons - (was[row] as number))),
          all(draw),
        );
      };
    }
    case 'minorsShare':
      return (draw) =>
        quotient(aged(0, 17)(draw), all(draw)).map((share, row) =>
          Number.isNaN(minors[row]) ? Number.NaN : share,
        );
    case 'aged0to5Share':
      return (draw) =>
        quotient(aged(0, 5)(draw), all(draw)).map((share, row) =>
          Number.isNaN(minors[row]) ? Number.NaN : share,
        );
    case 'density':
      return (draw) => quotient(all(draw), areaM2).map((perM2) => 1e6 * perM2);
    default:
      throw new NeedError(id, 'is no indicator of the forecast');
  }
}

function unmetByDraw(city: IndicatorCity, year: number): Float64Array[] {
  const { people, homes, ways, forecast, care } = city;
  if (care.length < forecast.draws)
    throw new NeedError('homeCareUnmet', `${care.length} sets of parameters for ${forecast.draws} draws`);
  const reach = careReach(people, homes, ways);
  return care.slice(0, forecast.draws).map((parameters, draw) => {
    const aged = agedOf(forecast, draw, year);
    const { fields } = careOutcome(reach, people, aged, parameters);
    const isTold = people.register.last.aged65Plus;
    return quotient(
      fields.homeCareUnmetH.map((hours, row) => (Number.isNaN(isTold[row]) ? Number.NaN : hours)),
      aged.aged65to79.map((younger, row) => younger + (aged.aged80Plus[row] as number)),
    );
  });
}

/** Supply in reach for each 1,000 × `times`; NaN where the city has none of the kind. */
function supplyByDraw(
  { people, services: { ways, transit }, forecast }: IndicatorCity,
  year: number,
  kind: FacilityKind,
  times: number,
): Float64Array[] {
  const reach = ways.reach(kind, people.services, transit);
  return drawServiceParameters(FIRST_SEED, Math.min(SERVICE_DRAWS, forecast.draws)).map(
    (parameters, draw) => {
      const target = targetOf(kind, people, forecast, { draw, year });
      if (reach.capacity.length === 0) return target.fill(Number.NaN);
      const { supply } = serviceOutcome(reach, ways.homes, target, parameters).fields;
      return supply.map((per1000) => times * per1000);
    },
  );
}

/** NaN where there is nothing to divide by. */
const quotient = (of: Float64Array, by: Float64Array): Float64Array =>
  of.map((value, row) => ((by[row] as number) > 0 ? value / (by[row] as number) : Number.NaN));
