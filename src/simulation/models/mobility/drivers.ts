// SPDX-License-Identifier: EUPL-1.2
/** From trips by mode to vehicles by class of driver, cell by cell, and back. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import type { BaseDemand, DemandAfter } from '../demand/demand';
import { MODES, modeRow, PURPOSES } from '../demand/modes';
import { ANSWERING, chargeOfPairEur, splitPair } from './classes';
import type { Parameters } from './parameters';

const CAR = modeRow('car');
/**
 * Cars' day is flatter than that of all trips, of which 10.5 % fall into 8–9: of the vehicles entering
 * Area C 7.8 % do (12,753 of 164,070 on 9–13 January 2012, before the charge; half-hour counts of the
 * Comune). So many of the hour's car trips are on the streets in it.
 */
const CARS_OF_THE_HOUR = 0.078 / 0.105;
/** A pair of zones with fewer cars an hour is on no street: it would cost as much as a busy one. */
export const FEWEST_VEH_H = 1;

/** Vehicles an hour from zone to zone at the base's costs, by class; and how many could drive. */
export interface Drivers {
  readonly drivesVehH: Readonly<Record<(typeof ANSWERING)[number], Float64Array>>;
  readonly couldVehH: Readonly<Record<(typeof ANSWERING)[number], Float64Array>>;
  readonly goodsVehH: Float64Array;
  /** 1 where the pair of zones is assigned. */
  readonly assigned: Uint8Array;
}

/**
 * Everybody who could drive, and who does, split by class. `assigned`: which pairs are kept (those of
 * the base, so that a pair that thins out stays); absent: those with at least {@link FEWEST_VEH_H}, all
 * others' cars being added to the kept ones of their origin in proportion.
 */
export function driversOf(
  city: CityInputs,
  demand: Pick<BaseDemand, 'occupancy'> & DemandAfterLike,
  parameters: Parameters,
  kept?: Uint8Array,
): Drivers {
  const { count } = city.zones;
  const cells = count * count;
  const [drives, could] = [new Float64Array(cells), new Float64Array(cells)];
  for (const purpose of PURPOSES) {
    const persons = demand.persons[purpose];
    const shares = demand.shares[purpose];
    const vehicles = (CARS_OF_THE_HOUR * parameters.demandFactor) / demand.occupancy[purpose];
    for (let cell = 0; cell < cells; cell++) {
      const all = (persons[cell] as number) * vehicles;
      could[cell] = (could[cell] as number) + all;
      drives[cell] = (drives[cell] as number) + all * (shares[cell * MODES.length + CAR] as number);
    }
  }
  const assigned = kept ?? keep(drives, count);
  scaleUp(drives, could, assigned, count);
  const columns = () =>
    Object.fromEntries(ANSWERING.map((driver) => [driver, new Float64Array(cells)])) as Record<
      (typeof ANSWERING)[number],
      Float64Array
    >;
  const [drivesVehH, couldVehH] = [columns(), columns()];
  for (let cell = 0; cell < cells; cell++) {
    if (assigned[cell] !== 1) continue;
    const charge = chargeOfPairEur(city, Math.floor(cell / count), cell % count);
    const split = splitPair(drives[cell] as number, could[cell] as number, charge, parameters);
    for (const driver of ANSWERING) {
      drivesVehH[driver][cell] = split.drives[driver];
      couldVehH[driver][cell] = split.could[driver];
    }
  }
  return { drivesVehH, couldVehH, goodsVehH: goodsOf(demand, parameters, count), assigned };
}

type DemandAfterLike = Pick<DemandAfter, 'persons' | 'shares' | 'goodsVehH' | 'throughVehH'>;

function keep(drives: Float64Array, zones: number): Uint8Array {
  return Uint8Array.from(drives, (vehH, cell) =>
    vehH >= FEWEST_VEH_H && Math.floor(cell / zones) !== cell % zones ? 1 : 0,
  );
}

/** The cars of pairs that are not assigned go with those of their origin that are. */
function scaleUp(drives: Float64Array, could: Float64Array, assigned: Uint8Array, zones: number): void {
  for (let origin = 0; origin < zones; origin++) {
    let [all, kept] = [0, 0];
    for (let to = 0; to < zones; to++) {
      if (to === origin) continue;
      const vehH = drives[origin * zones + to] as number;
      all += vehH;
      if (assigned[origin * zones + to] === 1) kept += vehH;
    }
    const factor = kept > 0 ? all / kept : 1;
    for (let cell = origin * zones; cell < (origin + 1) * zones; cell++) {
      drives[cell] = (drives[cell] as number) * factor;
      could[cell] = (could[cell] as number) * factor;
    }
  }
}

function goodsOf(demand: DemandAfterLike, { demandFactor }: Parameters, zones: number): Float64Array {
  return demand.goodsVehH.map((vehH, cell) => {
    const all = (vehH + (demand.throughVehH[cell] as number)) * demandFactor * CARS_OF_THE_HOUR;
    return all >= FEWEST_VEH_H && Math.floor(cell / zones) !== cell % zones ? all : 0;
  });
}
