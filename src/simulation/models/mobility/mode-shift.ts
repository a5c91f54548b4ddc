// SPDX-License-Identifier: EUPL-1.2
/** What a changed city makes of the choice between the car and all the rest, cell by cell. Pure. */

import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { CityInputs } from '../../../city/city-inputs';
import { log } from '../../../city/exact-math';
import type { BaseDemand, DemandAfter, Skims } from '../demand/demand';
import { ModeCosts } from '../demand/mode-costs';
import { MODES, modeRow, PURPOSES } from '../demand/modes';
import { NestedLogit } from '../demand/nested-logit';
import type { DemandParameters } from '../demand/parameters';

const CAR = modeRow('car');
/**
 * Of the trips of banned cars that have no derogation, those given up; the others come in another car.
 * An assumption: Area B took 12,000 of some 400,000 entries a day at first, and total entries stayed
 * (Comune di Milano 2019, 2023).
 */
const GIVEN_UP = 0.25;
/** Of cars, those of the classes that a ban names, by fuel and Euro standard, are in emissions/fleet.ts. */
export type BannedShare = (classes: CityInputs['rules']['bans'][number]['classes']) => number;

export interface ModeShift {
  /** Change of the car's utility beside the ways' own costs (parking, bans): zones × zones. */
  readonly car: Float64Array;
  /** Change of the utility of everything else together. */
  readonly others: Float64Array;
  /** Change of each mode's generalised minutes but the car's, zones × zones × MODES, by purpose; null: no change at all. */
  readonly deltaMin: Readonly<Record<(typeof PURPOSES)[number], Float64Array>> | null;
}

/**
 * Both utilities, averaged over the purposes by who drives. With nothing changed all of it is 0 exactly.
 * Costs of the car's way itself are not in it: the assignment has them.
 */
export function modeShift(
  [before, after]: readonly [CityInputs, CityInputs],
  [skimsBefore, skimsAfter]: readonly [Skims, Skims],
  demand: Pick<BaseDemand, 'occupancy'> & Pick<DemandAfter, 'persons' | 'shares'>,
  parameters: DemandParameters,
  bannedShare: BannedShare,
): ModeShift {
  const { count } = before.zones;
  const cells = count * count;
  const [car, others] = [new Float64Array(cells), new Float64Array(cells)];
  const same =
    skimsBefore === skimsAfter &&
    before.transit.fareEur === after.transit.fareEur &&
    before.zones.parkingEurH === after.zones.parkingEurH;
  if (same && before.rules.bans === after.rules.bans) return { car, others, deltaMin: null };
  const logit = new NestedLogit(parameters.thetaPerMin, parameters.nestScale);
  const costs = [
    new ModeCosts(before, skimsBefore, parameters),
    new ModeCosts(after, skimsAfter, parameters),
  ] as const;
  const deltaMin = {
    work: new Float64Array(cells * MODES.length),
    study: new Float64Array(cells * MODES.length),
    other: new Float64Array(cells * MODES.length),
  };
  const [one, two] = [new Float64Array(MODES.length), new Float64Array(MODES.length)];
  for (let cell = 0; cell < cells; cell++) {
    const [from, to] = [Math.floor(cell / count), cell % count];
    let [drives, carSum, othersSum] = [0, 0, 0];
    for (const purpose of PURPOSES) {
      costs[0].at(purpose, from, to, one);
      costs[1].at(purpose, from, to, two);
      const delta = deltaMin[purpose].subarray(cell * MODES.length, (cell + 1) * MODES.length);
      for (let mode = 0; mode < MODES.length; mode++)
        // No way before and none after is no change.
        delta[mode] = two[mode] === one[mode] ? 0 : (two[mode] as number) - (one[mode] as number);
      const shares = demand.shares[purpose];
      const weight =
        ((demand.persons[purpose][cell] as number) * (shares[cell * MODES.length + CAR] as number)) /
        demand.occupancy[purpose];
      drives += weight;
      carSum -= weight * parameters.thetaPerMin * (delta[CAR] as number);
      othersSum +=
        weight * logit.othersLogsum(shares.subarray(cell * MODES.length, (cell + 1) * MODES.length), delta);
      delta[CAR] = 0;
    }
    if (drives > 0) {
      car[cell] = carSum / drives;
      others[cell] = othersSum / drives;
    }
  }
  addBans(after, car, bannedShare, 1);
  addBans(before, car, bannedShare, -1);
  return { car, others, deltaMin };
}

/** Of those who come by car from outside an area with a ban, some can no longer. */
function addBans(city: CityInputs, car: Float64Array, bannedShare: BannedShare, sign: number): void {
  const { count } = city.zones;
  for (const { inside, hours, classes, derogatedShare } of city.rules.bans) {
    const lost = GIVEN_UP * bannedShare(classes) * (1 - derogatedShare) * shareOfAssignedHour(hours);
    for (let cell = 0; cell < car.length; cell++)
      if (inside[cell % count] === 1 && inside[Math.floor(cell / count)] === 0)
        car[cell] = (car[cell] as number) + sign * log(1 - lost);
  }
}
