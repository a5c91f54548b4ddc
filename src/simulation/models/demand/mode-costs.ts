// SPDX-License-Identifier: EUPL-1.2
/** What going from one zone to another costs by each mode, in minutes of in-vehicle time. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import type { Skims } from './demand';
import { DemandError, modeRow, type Purpose } from './modes';
import type { DemandParameters } from './parameters';

const [CAR, MOTORCYCLE, TRANSIT] = [modeRow('car'), modeRow('motorcycle'), modeRow('transit')];
const [BICYCLE, WALK, NONE] = [modeRow('bicycle'), modeRow('walk'), modeRow('none')];

/** Persons in a car, and what its driver is aware of a kilometre to cost; assumptions. */
export const OCCUPANCY: Readonly<Record<Purpose, number>> = { work: 1.15, study: 1.4, other: 1.35 };
const CAR_EUR_KM = 0.2;
const MOTORCYCLE_EUR_KM = 0.08;
/** It passes queues; an assumption. It pays no charge (Area C exempts it) and parks for nothing. */
const MOTORCYCLE_TIME = 0.8;
/**
 * Of the fare of a single ride, what a rider is aware of, most having season tickets: an assumption that
 * puts the fare's elasticity between the −0.3 of metros and the −0.4 of buses (TRL 593, 2004).
 */
const FARE_FELT = 0.8;
/** Hours of street parking that a trip pays for on average, most not parking in the street; assumptions. */
const PAID_HOURS: Readonly<Record<Purpose, number>> = { work: 1, study: 0.5, other: 1 };
/**
 * Where a city's lines are not known, which is not to say that there are none: minutes by transit from
 * those on foot, as 14 km/h and a quarter of an hour before and after would have it. An assumption.
 */
const UNKNOWN_LINES = { accessMin: 15, perWalkMin: 4.5 / 14 };
/** By car within a zone; assumptions. */
const WITHIN = { detour: 1.3, leastKm: 0.2, carKmH: 18, carAccessMin: 4 };

/**
 * Mean distance between two points of a disc of the zone's area (128·R/45π), with a detour: what somebody
 * drives who stays in his zone, km.
 */
export function withinZoneKm(areaM2: number): number {
  const radiusKm = Math.sqrt(areaM2 / Math.PI) / 1000;
  return Math.max(WITHIN.leastKm, (128 / (45 * Math.PI)) * radiusKm * WITHIN.detour);
}

/** Generalised costs by mode of one state of the city. */
export class ModeCosts {
  readonly #city: CityInputs;
  readonly #skims: Skims;
  readonly #parameters: DemandParameters;

  /** @throws DemandError where a skim has not zones × zones cells, or one is negative or none. */
  constructor(city: CityInputs, skims: Skims, parameters: DemandParameters) {
    for (const [name, column] of Object.entries(skims) as [string, Float64Array][])
      checkSkim(name, column, city.zones.count);
    this.#city = city;
    this.#skims = skims;
    this.#parameters = parameters;
  }

  /**
   * Minutes by each of MODES into `out`, infinite where there is no way: times, and money by the purpose's
   * value of time. Across the border by transit, bicycle and on foot only the fare is known: the rest is
   * fixed, and in the constants. Within a zone by car by its size alone; transit is not used there.
   */
  at(purpose: Purpose, origin: number, destination: number, out: Float64Array): void {
    const { zones, transit } = this.#city;
    const { walkWeight, valueOfTimeEurH } = this.#parameters;
    const minPerEur = 60 / valueOfTimeEurH[purpose];
    const parkingEur =
      destination < zones.districts ? (zones.parkingEurH[destination] as number) * PAID_HOURS[purpose] : 0;
    const cell = origin * zones.count + destination;
    const { carMin, carKm, carTollEur, bicycleMin, walkMin } = this.#skims;
    out[NONE] = 0;
    if (origin === destination) {
      const car = (withinZoneKm(zones.areaM2[origin] as number) * 60) / WITHIN.carKmH + WITHIN.carAccessMin;
      out[CAR] = car + (parkingEur / OCCUPANCY[purpose]) * minPerEur;
      out[MOTORCYCLE] = car * MOTORCYCLE_TIME;
      out[TRANSIT] = Number.POSITIVE_INFINITY;
      out[BICYCLE] = bicycleMin[cell] as number;
      out[WALK] = (walkMin[cell] as number) * walkWeight;
      return;
    }
    const [minutes, km] = [carMin[cell] as number, carKm[cell] as number];
    const carEur = km * CAR_EUR_KM + (carTollEur[cell] as number) + parkingEur;
    const byRoad = minutes < Number.POSITIVE_INFINITY;
    out[CAR] = byRoad ? minutes + (carEur / OCCUPANCY[purpose]) * minPerEur : minutes;
    out[MOTORCYCLE] = byRoad ? minutes * MOTORCYCLE_TIME + km * MOTORCYCLE_EUR_KM * minPerEur : minutes;
    const isInside = origin < zones.districts && destination < zones.districts;
    const fareMin = transit.fareEur * FARE_FELT * minPerEur;
    out[TRANSIT] = isInside ? fareMin + this.#transitMin(cell) : fareMin;
    out[BICYCLE] = isInside ? (bicycleMin[cell] as number) : 0;
    out[WALK] = isInside ? (walkMin[cell] as number) * walkWeight : 0;
  }

  #transitMin(cell: number): number {
    if (this.#city.transit.patterns.length > 0) return this.#skims.transitMin[cell] as number;
    return UNKNOWN_LINES.accessMin + UNKNOWN_LINES.perWalkMin * (this.#skims.walkMin[cell] as number);
  }
}

function checkSkim(name: string, column: Float64Array, zones: number): void {
  if (column.length !== zones * zones)
    throw new DemandError(`skim ${name}`, `${column.length} cells for ${zones} zones squared`);
  const wrong = column.findIndex((value) => !(value >= 0));
  if (wrong < 0) return;
  const [from, to] = [Math.floor(wrong / zones), wrong % zones];
  throw new DemandError(`skim ${name}, from zone ${from + 1} to ${to + 1}`, `${column[wrong]}`, {
    kind: 'trips',
    from,
    to,
  });
}
