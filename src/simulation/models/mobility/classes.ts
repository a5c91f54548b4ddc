// SPDX-License-Identifier: EUPL-1.2
/** Who drives in the assigned hour: by what they pay and what their time is worth. Pure. */

import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { CityInputs } from '../../../city/city-inputs';
import { exp, log } from '../../../city/exact-math';
import type { Parameters } from './parameters';
import { toZoneLink } from './road-side';

/**
 * Drivers with a low, middle and high value of time, those who are exempt from charges (taxis,
 * residents on their free entries, disabled people, electric cars), and goods vehicles with the
 * through traffic.
 */
export const DRIVERS = ['low', 'middle', 'high', 'exempt', 'goods'] as const;
export type Driver = (typeof DRIVERS)[number];
/** Those whose demand answers to the costs. */
export const ANSWERING = ['low', 'middle', 'high', 'exempt'] as const satisfies readonly Driver[];

/** Median of commuters, €/h, and the spread of its logarithm: common practice, no estimate from Milan. */
const VALUE_OF_TIME_EUR_H = 9.5;
const SPREAD = 0.5;
/** Median of a standard normal's lowest, middle and highest third. */
const THIRDS = { low: -0.967, middle: 0, high: 0.967 } as const;
const GOODS_EUR_H = 25;
/** Fuel and wear, as drivers weigh them. */
const DISTANCE_EUR_KM = 0.2;

/** Persons in a car: a charge is paid by all of them together; the mean over purposes (mode-costs.ts). */
const OCCUPANCY = 1.25;

/** € an hour of a vehicle. */
export function valueOfTimeEurH(driver: Driver, { valueOfTimeFactor }: Parameters): number {
  if (driver === 'goods') return GOODS_EUR_H;
  const z = driver === 'exempt' ? 0 : THIRDS[driver];
  return OCCUPANCY * VALUE_OF_TIME_EUR_H * exp(SPREAD * z) * valueOfTimeFactor;
}

/** Price of entering by a link of the network in the assigned hour, € for each driver; 0 where none is. */
export function chargeEur(city: CityInputs, driver: Driver, links: number): Float64Array {
  const price = new Float64Array(links);
  if (driver === 'exempt') return price;
  for (const { entries, connectorEntries, hours, priceEur } of city.rules.charges) {
    const each = (driver === 'goods' ? priceEur.goods : priceEur.visitor) * shareOfAssignedHour(hours);
    const add = (link: number) => {
      price[link] = (price[link] as number) + each;
    };
    entries.forEach(add);
    for (const row of connectorEntries) add(toZoneLink(city, row));
  }
  return price;
}

/** What one pays to come from a zone to another for a visitor, in the assigned hour: charges of areas entered. */
export function chargeOfPairEur(city: CityInputs, from: number, to: number): number {
  let sum = 0;
  for (const { inside, hours, priceEur } of city.rules.charges)
    if (inside[to] === 1 && inside[from] === 0) sum += priceEur.visitor * shareOfAssignedHour(hours);
  return sum;
}

/** Charges and distance as seconds of a driver's time, by link of the network (connectors cost none). */
export function addedSeconds(
  city: CityInputs,
  driver: Driver,
  parameters: Parameters,
  links: number,
): Float64Array {
  const perEur = 3600 / valueOfTimeEurH(driver, parameters);
  const charge = chargeEur(city, driver, links);
  const added = new Float64Array(links);
  for (let link = 0; link < links; link++) {
    const lengthM = link < city.roads.links ? (city.roads.lengthM[link] as number) : 0;
    added[link] = ((charge[link] as number) + (lengthM / 1000) * DISTANCE_EUR_KM) * perEur;
  }
  return added;
}

/** Of one pair of zones: who of those who could drive does, and how many could. Vehicles an hour. */
export interface Split {
  readonly drives: Record<(typeof ANSWERING)[number], number>;
  readonly could: Record<(typeof ANSWERING)[number], number>;
}

const MOST_ROUNDS = 60;
const NOBODY = { low: 0, middle: 0, high: 0, exempt: 0 };
/** Not all who could drive do, however dear it is for the others. */
const MOST_DRIVE = 0.999;

/**
 * Splits those who could drive, `couldVehH`, of whom `drivesVehH` do, into classes that have the same
 * odds of driving but for the charge: odds = k · exp(−θ · charge as minutes of their time), k such that
 * they add up; so that under a charge those are left who mind it least. `exemptShare`: of those who drive.
 */
export function splitPair(
  drivesVehH: number,
  couldVehH: number,
  chargeEurNow: number,
  parameters: Parameters,
): Split {
  const { exemptShare, thetaPerMin } = parameters;
  // Nobody drives where nobody travels any more.
  if (!(drivesVehH > 0 && couldVehH > drivesVehH)) return { drives: NOBODY, could: NOBODY };
  const share = drivesVehH / couldVehH;
  const minding = { low: 1, middle: 1, high: 1, exempt: 1 };
  if (chargeEurNow > 0)
    for (const driver of ['low', 'middle', 'high'] as const)
      minding[driver] = exp((-thetaPerMin * 60 * chargeEurNow) / valueOfTimeEurH(driver, parameters));
  const drives = (odds: number) => Math.min(MOST_DRIVE, odds / (1 + odds));
  // Bisection on ln k: the share that drives grows with k, whatever the exempt make of it.
  let [low, high] = [log(share / (1 - share)) - 1, log(share / (1 - share)) + 20];
  let exemptCould = exemptShare;
  let k = exp(low + 1);
  if (chargeEurNow > 0)
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const middle = (low + high) / 2;
      k = exp(middle);
      exemptCould = Math.min(0.95, (exemptShare * share) / drives(k));
      let sum = exemptCould * drives(k);
      for (const driver of ['low', 'middle', 'high'] as const)
        sum += ((1 - exemptCould) / 3) * drives(k * minding[driver]);
      if (sum < share) low = middle;
      else high = middle;
    }
  const split: Split = {
    drives: { low: 0, middle: 0, high: 0, exempt: 0 },
    could: { low: 0, middle: 0, high: 0, exempt: 0 },
  };
  let sum = 0;
  for (const driver of ANSWERING) {
    split.could[driver] = couldVehH * (driver === 'exempt' ? exemptCould : (1 - exemptCould) / 3);
    split.drives[driver] = split.could[driver] * drives(k * minding[driver]);
    sum += split.drives[driver];
  }
  // What bisection leaves over.
  for (const driver of ANSWERING) {
    split.drives[driver] *= drivesVehH / sum;
    split.could[driver] = Math.max(split.could[driver], split.drives[driver] / MOST_DRIVE);
  }
  return split;
}
