// SPDX-License-Identifier: EUPL-1.2
/** Who travels from where to where, what for and how, in the morning hour of the city as it is. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { noneShare, remoteShares, sum, type TripEnds, tripEnds } from './activity';
import { OBSERVED_SHARES } from './calibration';
import type { BaseDemand, Skims } from './demand';
import { gatewayWeights, throughTraffic } from './gateways';
import { deliveryShare, goodsTrips } from './goods';
import { type Block, gravity } from './gravity';
import { ModeShares, TRAVEL_MODES } from './mode-calibration';
import { ModeCosts, OCCUPANCY } from './mode-costs';
import { byPurpose, MODES, modeRow, PURPOSES, type Purpose } from './modes';
import { checkDemandParameters, type DemandParameters } from './parameters';

const NONE = modeRow('none');
const CAR = modeRow('car');
/**
 * Deterrence exp(−β · minutes) by the quickest way to go: assumptions, chosen for mean trips of about
 * 5 km to work and 3 km for the rest within the city. Across the border, where the way outside is not
 * in the minutes, half as strong.
 */
const BETA_PER_MIN: Readonly<Record<Purpose, number>> = { work: 0.06, study: 0.1, other: 0.11 };
const ACROSS = 0.5;
/** Before and after driving: walking to the car, a place to park. */
const CAR_ACCESS_MIN = 8;
/** A trip across the border where no street leads is made by other means. */
const NO_ROAD_MIN = 90;

/**
 * Base demand of a city: trip ends (activity.ts), doubly constrained gravity, nested logit with constants
 * that meet the observed shares. Same inputs, same bits.
 * @throws DemandError where the city, skims or parameters allow none, with the place.
 */
export function baseDemand(city: CityInputs, skims: Skims, parameters: DemandParameters): BaseDemand {
  checkDemandParameters(parameters);
  const { zones, rules } = city;
  const costs = new ModeCosts(city, skims, parameters);
  const reachable = reachableGateways(city, skims);
  const persons = personTrips(city, skims, reachable, parameters);
  const { shares, constants } = modeShares(city, costs, persons, parameters);
  const carVehH = carTrips(persons, shares);
  const weights = gatewayWeights(city, reachable);
  const goodsAtAnyHourVehH = goodsTrips(city, weights, carVehH, skims.carMin);
  const allowed = deliveryShare(rules.deliveries);
  const enteringVehH = zones.residents.map((_, from) =>
    sum(carVehH.subarray(from * zones.count, (from + 1) * zones.count)),
  );
  return {
    zones: zones.count,
    districts: zones.districts,
    persons,
    shares,
    goodsAtAnyHourVehH,
    goodsVehH: goodsAtAnyHourVehH.map((vehH, cell) => vehH * allowed(cell % zones.count)),
    throughVehH: throughTraffic(city, weights, enteringVehH, skims.carMin),
    occupancy: OCCUPANCY,
    constants,
  };
}

/** 1: district, or gateway with a street to and from some district. */
function reachableGateways({ zones }: CityInputs, { carMin }: Skims): Uint8Array {
  const reachable = new Uint8Array(zones.count).fill(1);
  for (let gate = zones.districts; gate < zones.count; gate++) {
    let ways = 0;
    for (let zone = 0; zone < zones.districts; zone++)
      for (const cell of [gate * zones.count + zone, zone * zones.count + gate])
        if (Number.isFinite(carMin[cell])) ways++;
    reachable[gate] = ways > 0 ? 1 : 0;
  }
  return reachable;
}

function personTrips(
  city: CityInputs,
  skims: Skims,
  reachable: Uint8Array,
  parameters: DemandParameters,
): Record<Purpose, Float64Array> {
  const { count, districts } = city.zones;
  const minutes = minutesToGo(city, skims);
  const ends = tripEnds(city, reachable, parameters);
  const gates = count - districts;
  const inside: Block = { firstRow: 0, rows: districts, firstColumn: 0, columns: districts };
  const inbound: Block = { firstRow: districts, rows: gates, firstColumn: 0, columns: districts };
  const outbound: Block = { firstRow: 0, rows: districts, firstColumn: districts, columns: gates };
  return byPurpose((purpose) => {
    const balanced = ({ origins, destinations }: TripEnds, block: Block, betaPerMin: number) =>
      gravity(
        minutes,
        betaPerMin,
        origins.subarray(block.firstRow, block.firstRow + block.rows),
        destinations.subarray(block.firstColumn, block.firstColumn + block.columns),
        block,
      );
    const beta = BETA_PER_MIN[purpose];
    const trips = balanced(ends[purpose].inside, inside, beta);
    if (gates === 0) return trips;
    const into = balanced(ends[purpose].inbound, inbound, beta * ACROSS);
    const out = balanced(ends[purpose].outbound, outbound, beta * ACROSS);
    return trips.map((x, cell) => x + (into[cell] as number) + (out[cell] as number));
  });
}

/** By the quickest way from door to door; across the border by car. */
function minutesToGo({ zones }: CityInputs, skims: Skims): Float64Array {
  const minutes = new Float64Array(zones.count * zones.count);
  for (let from = 0; from < zones.count; from++)
    for (let to = 0; to < zones.count; to++) {
      const cell = from * zones.count + to;
      const car = (skims.carMin[cell] as number) + CAR_ACCESS_MIN;
      if (from === to) minutes[cell] = skims.walkMin[cell] as number;
      else if (from >= zones.districts || to >= zones.districts) minutes[cell] = Math.min(car, NO_ROAD_MIN);
      else
        minutes[cell] = Math.min(
          car,
          skims.transitMin[cell] as number,
          skims.bicycleMin[cell] as number,
          skims.walkMin[cell] as number,
        );
    }
  return minutes;
}

/** One set of constants within the city and one across its border, the same for all purposes. */
function modeShares(
  city: CityInputs,
  costs: ModeCosts,
  persons: Readonly<Record<Purpose, Float64Array>>,
  parameters: DemandParameters,
): Pick<BaseDemand, 'shares' | 'constants'> {
  const { zones } = city;
  const cells = zones.count * zones.count;
  const remote = remoteShares(zones, city.rules);
  const shares = byPurpose(() => {
    const column = new Float64Array(cells * MODES.length);
    for (let cell = 0; cell < cells; cell++) column[cell * MODES.length + NONE] = 1;
    return column;
  });
  const calibrated = (where: 'inside' | 'across'): Float64Array => {
    const list = cellsOf(where, zones.count, zones.districts);
    const weight = new Float64Array(list.length * PURPOSES.length);
    const costMin = new Float64Array(weight.length * TRAVEL_MODES);
    const cost = new Float64Array(MODES.length);
    PURPOSES.forEach((purpose, p) => {
      list.forEach((cell, i) => {
        const [from, to] = [Math.floor(cell / zones.count), cell % zones.count];
        const row = p * list.length + i;
        weight[row] = (persons[purpose][cell] as number) * (1 - noneShare(purpose, remote[to] as number));
        costs.at(purpose, from, to, cost);
        for (let k = 0; k < TRAVEL_MODES; k++) costMin[row * TRAVEL_MODES + k] = cost[k] as number;
      });
    });
    const model = new ModeShares({ weight, costMin }, parameters.thetaPerMin, parameters.nestScale);
    const constants = model.calibrate(OBSERVED_SHARES[where]);
    const travelling = new Float64Array(costMin.length);
    model.shares(constants, travelling);
    PURPOSES.forEach((purpose, p) => {
      list.forEach((cell, i) => {
        const none = noneShare(purpose, remote[cell % zones.count] as number);
        const at = cell * MODES.length;
        for (let k = 0; k < TRAVEL_MODES; k++)
          shares[purpose][at + k] =
            (1 - none) * (travelling[(p * list.length + i) * TRAVEL_MODES + k] as number);
        shares[purpose][at + NONE] = none;
      });
    });
    return constants;
  };
  return { constants: { inside: calibrated('inside'), across: calibrated('across') }, shares };
}

function cellsOf(where: 'inside' | 'across', zones: number, districts: number): Int32Array {
  const list: number[] = [];
  for (let from = 0; from < zones; from++)
    for (let to = 0; to < zones; to++) {
      const ends = (from < districts ? 1 : 0) + (to < districts ? 1 : 0);
      if (ends === (where === 'inside' ? 2 : 1)) list.push(from * zones + to);
    }
  return Int32Array.from(list);
}

/** Cars of all purposes, veh/h. */
export function carTrips(
  persons: Readonly<Record<Purpose, Float64Array>>,
  shares: Readonly<Record<Purpose, Float64Array>>,
): Float64Array {
  return persons.work.map((_, cell) =>
    PURPOSES.reduce(
      (vehH, purpose) =>
        vehH +
        ((persons[purpose][cell] as number) * (shares[purpose][cell * MODES.length + CAR] as number)) /
          OCCUPANCY[purpose],
      0,
    ),
  );
}
