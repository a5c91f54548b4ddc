// SPDX-License-Identifier: EUPL-1.2
/** What does not depend on a draw: skims, the base demand and its equilibrium at central parameters. Pure. */

import type { CityInputs } from '../../../city/city-inputs';
import { exp, log } from '../../../city/exact-math';
import { STREET_CLASSES, type StreetClass } from '../../../city/ground';
import { baseDemand } from '../demand/base-demand';
import type { BaseDemand, Skims } from '../demand/demand';
import { DEFAULT_DEMAND_PARAMETERS, type DemandParameters } from '../demand/parameters';
import { Assignment, type Progress } from '../traffic/equilibrium';
import type { RoadNetwork, UserClass } from '../traffic/road-network';
import { type ANSWERING, addedSeconds, chargeOfPairEur, DRIVERS } from './classes';
import { type Drivers, driversOf } from './drivers';
import { CENTRAL, type Parameters } from './parameters';
import { isFast, roadNetworkOf } from './road-side';
import {
  bicycleMinOf,
  distancesM,
  feltTransitMin,
  type TransitSide,
  transitSideOf,
  walkMinOf,
} from './transit-side';

/** Gaps of the equilibria whose differences are shown (Boyce et al. 2004: at 1e-4 link differences are stable). */
export const GAP = 1e-4;
export const DEMAND_GAP = 1e-3;
/** While only the times between zones are wanted. */
const ROUGH_GAP = 3e-3;
/** Ways by car over the straight line, until the network has said better. */
const ROAD_DETOUR = 1.35;
/** Congested over free times, until the equilibrium has said better. */
const FIRST_CONGESTION = 1.5;
/**
 * The city's streets are given a capacity so many times that of their lanes that cars go at 17 km/h on
 * them at 8–9 (TomTom Traffic Index 2023, Milan, rush hour). Lanes are unknown for most streets of
 * OpenStreetMap, where one is taken, and the streets that are not modelled carry a part of the traffic.
 */
export const SPEED_TARGET_KM_H = 17;
const FIRST_SCALE = 2;
const SCALES = { least: 0.5, most: 6 };
/** Rounds in which demand, times and capacity are made to fit each other. */
const ROUNDS = 5;
/** Of speed to a change of scale, in logarithms, until two rounds have said better. */
const FIRST_SLOPE = 1.6;
/** Who would drive so long drives elsewhere; keeps the demand of an overloaded network finite, min. */
const MOST_MINUTES = 240;

export interface PreparedCity {
  readonly city: CityInputs;
  readonly transit: TransitSide | null;
  /** Of changed cities, as long as somebody holds them: no draw need make them again. */
  readonly transitAfter: WeakMap<CityInputs['transit'], TransitSide | null>;
  readonly skims: Skims;
  readonly demand: BaseDemand;
  /** Of the streets, and the speed on them that it gives at central parameters. */
  readonly capacityScale: number;
  readonly streetSpeedKmH: number;
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

/** A run was told to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * @throws DemandError, NetworkError or TransitError where the city's inputs cannot be computed with;
 * Stopped where `onProgress` says so.
 */
export function prepareCity(city: CityInputs, watch?: (progress: Progress) => boolean): PreparedCity {
  const onProgress = (progress: Progress) => {
    if (watch && !watch(progress)) throw new Stopped();
    return true;
  };
  const distanceM = distancesM(city);
  const transit = transitSideOf(city);
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
  let scale = FIRST_SCALE;
  let network = roadNetworkOf(city, CENTRAL, scale);
  // All drivers as one: only times between zones are wanted here.
  const rough = new Assignment(network, [everybody(count, new Float64Array(count * count))]);
  let skims: Skims = { ...others, carMin: minutesOf(rough.leastCosts(), FIRST_CONGESTION) };
  let demand = baseDemand(city, skims, demandParametersOf(CENTRAL));
  const tried: { scale: number; speed: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const classes = classesOf(city, driversOf(city, demand, CENTRAL), CENTRAL, network);
    rough.change({ network, classes: [everybody(count, added(classes))] });
    const { flowVehH, cost } = rough.solve({ gap: ROUGH_GAP, onProgress });
    tried.push({ scale, speed: streetSpeedKmH(city, flowVehH, cost) });
    skims = { ...others, carMin: minutesOf(rough.leastCosts(), 1) };
    demand = baseDemand(city, skims, demandParametersOf(CENTRAL));
    scale = nextScale(tried);
    network = roadNetworkOf(city, CENTRAL, scale);
  }
  const classes = classesOf(city, driversOf(city, demand, CENTRAL), CENTRAL, network);
  const assignment = new Assignment(network, classes);
  const { flowVehH, cost } = assignment.solve({ gap: GAP, onProgress });
  return {
    city,
    transit,
    transitAfter: new WeakMap(),
    skims: { ...others, carMin: minutesOf(assignment.leastCosts(), 1) },
    demand,
    capacityScale: scale,
    streetSpeedKmH: streetSpeedKmH(city, flowVehH, cost),
    assignment,
  };
}

const everybody = (zones: number, vehH: Float64Array): UserClass => ({ id: 'all', demand: { zones, vehH } });

/** The demand of all classes. */
function added(classes: readonly UserClass[]): Float64Array {
  const sum = new Float64Array(classes[0]?.demand.vehH.length ?? 0);
  for (const { demand } of classes)
    demand.vehH.forEach((vehH, cell) => {
      sum[cell] = (sum[cell] as number) + vehH;
    });
  return sum;
}

/** Vehicle-km over vehicle-hours on the city's streets, motorways and trunk roads apart. */
function streetSpeedKmH({ roads }: CityInputs, flowVehH: Float64Array, seconds: Float64Array): number {
  let [km, hours] = [0, 0];
  for (let link = 0; link < roads.links; link++) {
    if (isFast(STREET_CLASSES[roads.class[link] as number] as StreetClass)) continue;
    const flow = flowVehH[link] as number;
    km += (flow * (roads.lengthM[link] as number)) / 1000;
    hours += (flow * (seconds[link] as number)) / 3600;
  }
  return hours > 0 ? km / hours : SPEED_TARGET_KM_H;
}

/** Secant steps on the logarithms of scale and speed. */
function nextScale(tried: readonly { scale: number; speed: number }[]): number {
  const [before, last] = [tried.at(-2), tried.at(-1) as (typeof tried)[number]];
  const wanted = log(SPEED_TARGET_KM_H / last.speed);
  const moved = before ? log(last.scale / before.scale) : 0;
  const slope = moved === 0 || !before ? FIRST_SLOPE : log(last.speed / before.speed) / moved;
  const step = wanted / (slope > 0.3 ? slope : FIRST_SLOPE);
  const scale = last.scale * exp(Math.min(1, Math.max(-1, step)));
  return Math.min(SCALES.most, Math.max(SCALES.least, scale));
}

/** Seconds of driving → minutes. */
export const minutesOf = (seconds: Float64Array, factor: number): Float64Array =>
  seconds.map((value) =>
    value === Number.POSITIVE_INFINITY ? value : Math.min(MOST_MINUTES, (value * factor) / 60),
  );

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
