// SPDX-License-Identifier: EUPL-1.2
/** What does not depend on a draw: skims, the base demand and its equilibrium at central parameters. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { baseDemand } from '../demand/base-demand';
import type { BaseDemand, Skims } from '../demand/demand';
import { DEFAULT_DEMAND_PARAMETERS, type DemandParameters } from '../demand/parameters';
import { Assignment, type Progress } from '../traffic/equilibrium';
import type { RoadNetwork, UserClass } from '../traffic/road-network';
import type { TransitSkim } from '../transit/transit-skim';
import { type ANSWERING, addedSeconds, chargeOfPairEur, DRIVERS } from './classes';
import { type Drivers, driversOf } from './drivers';
import { CENTRAL, type Parameters } from './parameters';
import { roadNetworkOf } from './road-side';
import { bicycleMinOf, distancesM, feltTransitMin, transitSkimOf, walkMinOf } from './transit-side';

/** Gaps of the equilibria whose differences are shown (Boyce et al. 2004: at 1e-4 link differences are stable). */
export const GAP = 1e-4;
export const DEMAND_GAP = 1e-3;
/** While only the times between zones are wanted. */
const ROUGH_GAP = 1e-3;
/** Ways by car over the straight line, until the network has said better. */
const ROAD_DETOUR = 1.35;
/** Congested over free times, until the equilibrium has said better. */
const FIRST_CONGESTION = 1.5;
/** Demand and times are made to fit each other so often. */
const ROUNDS = 2;

export interface PreparedCity {
  readonly city: CityInputs;
  readonly transit: TransitSkim | null;
  readonly skims: Skims;
  readonly demand: BaseDemand;
  /** At {@link CENTRAL} parameters, in equilibrium: fork it. */
  readonly assignment: Assignment;
}

/** The demand model's parameters in a draw. */
export const demandParametersOf = (parameters: Parameters): DemandParameters => ({
  ...DEFAULT_DEMAND_PARAMETERS,
  thetaPerMin: parameters.thetaPerMin,
  rebound: parameters.remoteRebound,
  waitWeight: parameters.transitWaitWeight,
});

/** @throws DemandError, NetworkError or TransitError where the city's inputs cannot be computed with. */
export function prepareCity(city: CityInputs, onProgress?: (progress: Progress) => boolean): PreparedCity {
  const distanceM = distancesM(city);
  const transit = transitSkimOf(city);
  const network = roadNetworkOf(city, CENTRAL);
  const { count } = city.zones;
  const others = {
    carTollEur: Float64Array.from({ length: count * count }, (_, cell) =>
      chargeOfPairEur(city, Math.floor(cell / count), cell % count),
    ),
    carKm: distanceM.map((m) => (m * ROAD_DETOUR) / 1000),
    transitMin: feltTransitMin(transit, count, CENTRAL),
    bicycleMin: bicycleMinOf(city, distanceM),
    walkMin: walkMinOf(distanceM),
  };
  const nobody: UserClass[] = DRIVERS.map((id) => ({
    id,
    demand: { zones: count, vehH: new Float64Array(count * count) },
    addedCost: addedSeconds(city, id, CENTRAL, network.from.length),
  }));
  const assignment = new Assignment(network, nobody);
  let skims: Skims = { ...others, carMin: minutesOf(assignment.leastCosts(), FIRST_CONGESTION) };
  let demand = baseDemand(city, skims, demandParametersOf(CENTRAL));
  for (let round = 1; round <= ROUNDS; round++) {
    assignment.change({ classes: classesOf(city, driversOf(city, demand, CENTRAL), CENTRAL, network) });
    assignment.solve({ gap: round === ROUNDS ? GAP : ROUGH_GAP, onProgress });
    skims = { ...others, carMin: minutesOf(assignment.leastCosts(), 1) };
    if (round < ROUNDS) demand = baseDemand(city, skims, demandParametersOf(CENTRAL));
  }
  return { city, transit, skims, demand, assignment };
}

/** Seconds of driving → minutes. */
export const minutesOf = (seconds: Float64Array, factor: number): Float64Array =>
  seconds.map((value) => (value * factor) / 60);

/** Everybody who drives, at demand that is what it is. */
export function classesOf(
  city: CityInputs,
  drivers: Drivers,
  parameters: Parameters,
  network: RoadNetwork,
): UserClass[] {
  const { count } = city.zones;
  return DRIVERS.map((id) => ({
    id,
    demand: {
      zones: count,
      vehH: id === 'goods' ? drivers.goodsVehH : drivers.drivesVehH[id as (typeof ANSWERING)[number]],
    },
    addedCost: addedSeconds(city, id, parameters, network.from.length),
  }));
}
