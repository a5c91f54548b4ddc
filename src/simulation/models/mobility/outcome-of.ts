// SPDX-License-Identifier: EUPL-1.2
/** An equilibrium → the figures that are shown. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import type { MobilityFieldId, MobilityOutcome, MobilityTotalId } from '../../../impact/outcome';
import type { BaseDemand, Skims } from '../demand/demand';
import { PURPOSES } from '../demand/modes';
import { fleetFactorTables, streetEmissions } from '../emissions/street-emissions';
import { noiseProxyDbA } from '../noise/noise-proxy';
import type { Equilibrium } from '../traffic/equilibrium';
import type { RoadNetwork } from '../traffic/road-network';
import type { LineNetwork } from '../transit/line-network';
import { accountsOf } from './accounts';
import { DRIVERS, type Driver } from './classes';
import type { Drivers } from './drivers';
import { entriesOfDay } from './entries';
import { fleetIn, zonesByBans } from './fleet-side';
import { lineLoadsOf } from './line-loads';
import type { ModeShift } from './mode-shift';
import { modeTotals } from './mode-totals';
import type { Parameters } from './parameters';
import { unreachableOf } from './unreachable';
import { zoneAccess } from './zone-access';

/** A city in equilibrium, and what led there. */
export interface State {
  readonly city: CityInputs;
  readonly network: RoadNetwork;
  readonly equilibrium: Equilibrium;
  /** By class of driver, zones × zones, charges and distance as seconds. */
  readonly leastSeconds: Readonly<Record<Driver, Float64Array>>;
  readonly skims: Skims;
  /** Null where the city has no line. */
  readonly lines: LineNetwork | null;
  readonly drivers: Drivers;
  readonly persons: BaseDemand['persons'];
  readonly shares: BaseDemand['shares'];
  /** Against `before`; null: this is the city before. */
  readonly shift: ModeShift | null;
  readonly before: State | null;
}

/** Heavy vehicles among goods vehicles, for noise; an assumption: the rest are vans. */
const HEAVY_OF_GOODS = 0.2;
/** A flow so small carries no traffic: what the equilibrium leaves of a way out of use. */
const LEAST_FLOW_VEH_H = 1e-3;

export function outcomeOf(state: State, parameters: Parameters): MobilityOutcome {
  const streets = streetFields(state, parameters);
  const { totals: modes, transitInsideH, transitAcrossH } = modeTotals(state, parameters);
  const accounts = accountsOf(state, parameters);
  const access = zoneAccess(state.city, state.skims);
  const entries = entriesOfDay(state, parameters);
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  const totals: Record<MobilityTotalId, number> = {
    ...modes,
    ...streets.totals,
    chargedEntriesPerDay: accounts.chargedEntriesPerDay,
    areaCEntriesPerDay: sum(entries),
    tollPaidPerDay: accounts.tollPaidPerDay,
    jobsIn30MinCar: meanByResidents(state.city, access.jobs30Car),
    jobsIn30MinTransit: meanByResidents(state.city, access.jobs30Transit),
    jobsIn30MinBicycle: meanByResidents(state.city, access.jobs30Bicycle),
    consumerSurplusEurH: sum(accounts.surplusEurH),
    consumerSurplusFromDistrictsEurH: sum(accounts.surplusEurH.subarray(0, state.city.zones.districts)),
    consumerSurplusFromOutsideEurH: sum(accounts.surplusEurH.subarray(state.city.zones.districts)),
  };
  const fields: Record<MobilityFieldId, Float64Array> = {
    ...streets.fields,
    ...access,
    carMinutes: meanMinutes(state, state.skims.carMin),
    transitMinutes: meanMinutes(state, state.skims.transitMin),
    tollPaidEurH: accounts.tollEurH,
    consumerSurplusZoneEurH: accounts.surplusEurH,
  };
  return {
    totals,
    fields,
    entriesByHalfHour: entries,
    relativeGap: state.equilibrium.relativeGap,
    demandGap: state.equilibrium.demandGap,
    unreachable: unreachableOf(state),
    lines: lineLoadsOf(state.city, state.lines, transitInsideH, transitAcrossH),
  };
}

type StreetTotal =
  | 'vehicleHours'
  | 'vehicleKm'
  | 'delayHours'
  | 'carSpeedKmH'
  | 'noxGH'
  | 'pm10GH'
  | 'co2KgH';
type StreetField =
  | 'flowVehH'
  | 'speedKmH'
  | 'delaySKm'
  | 'noiseDbA'
  | 'noxRoadGH'
  | 'noxZoneGH'
  | 'pm10ZoneGH'
  | 'co2ZoneKgH';

function streetFields(
  { city, network, equilibrium }: State,
  parameters: Parameters,
): { totals: Record<StreetTotal, number>; fields: Record<StreetField, Float64Array> } {
  const { roads, zones } = city;
  const goods = equilibrium.classFlowVehH[DRIVERS.indexOf('goods')] as Float64Array;
  const column = () => new Float64Array(roads.links);
  const [flowVehH, speedKmH, delaySKm, car, van] = [column(), column(), column(), column(), column()];
  const totals = { vehicleHours: 0, vehicleKm: 0, delayHours: 0, carSpeedKmH: 0 };
  for (let link = 0; link < roads.links; link++) {
    const all = equilibrium.flowVehH[link] as number;
    const flow = all < LEAST_FLOW_VEH_H ? 0 : all;
    const seconds = equilibrium.cost[link] as number;
    const km = (roads.lengthM[link] as number) / 1000;
    const late = seconds - (network.freeFlowCost[link] as number);
    flowVehH[link] = flow;
    speedKmH[link] = (km * 3600) / seconds;
    delaySKm[link] = km > 0 ? late / km : 0;
    van[link] = Math.min(flow, goods[link] as number);
    car[link] = flow - (van[link] as number);
    totals.vehicleHours += (flow * seconds) / 3600;
    totals.vehicleKm += flow * km;
    totals.delayHours += (flow * late) / 3600;
  }
  totals.carSpeedKmH = totals.vehicleHours > 0 ? totals.vehicleKm / totals.vehicleHours : 0;
  const { noxGH, pm10GH, co2KgH } = emissionsOf(city, { speedKmH, car, van }, parameters);
  const vans = van.reduce((a, b) => a + b, 0);
  const noiseDbA = noiseProxyDbA({
    flowVehH,
    speedKmH,
    heavyShare: (HEAVY_OF_GOODS * vans) / Math.max(1, vans + car.reduce((a, b) => a + b, 0)),
  });
  const byZone = (values: Float64Array) => {
    const sums = new Float64Array(zones.count);
    for (let link = 0; link < roads.links; link++) {
      const zone = roads.zone[link] as number;
      if (zone >= 0) sums[zone] = (sums[zone] as number) + (values[link] as number);
    }
    return sums;
  };
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  return {
    totals: { ...totals, noxGH: sum(noxGH), pm10GH: sum(pm10GH), co2KgH: sum(co2KgH) },
    fields: {
      flowVehH,
      speedKmH,
      delaySKm,
      noiseDbA,
      noxRoadGH: noxGH,
      noxZoneGH: byZone(noxGH),
      pm10ZoneGH: byZone(pm10GH),
      co2ZoneKgH: byZone(co2KgH),
    },
  };
}

/** By street, with the fleet that the bans of its zone leave. */
function emissionsOf(
  city: CityInputs,
  { speedKmH, car, van }: Record<'speedKmH' | 'car' | 'van', Float64Array>,
  parameters: Parameters,
): Record<'noxGH' | 'pm10GH' | 'co2KgH', Float64Array> {
  const { roads, zones } = city;
  const { group, zoneOf } = zonesByBans(city);
  const column = () => new Float64Array(roads.links);
  const sums = { noxGH: column(), pm10GH: column(), co2KgH: column() };
  zoneOf.forEach((zone, number) => {
    const here = (flow: Float64Array) =>
      flow.map((vehH, link) => {
        const at = roads.zone[link] as number;
        return group[at < 0 ? zones.count : at] === number ? vehH : 0;
      });
    const tables = fleetFactorTables(fleetIn(city, zone, parameters), {
      exhaustFactor: parameters.emissionFactor,
      wearFactor: parameters.wearFactor,
      dieselEuro6NoxFactor: parameters.dieselEuro6NoxFactor,
    });
    const flowVehH = { car: here(car), van: here(van) };
    const part = streetEmissions({ lengthM: roads.lengthM, speedKmH, flowVehH }, tables);
    for (const id of ['noxGH', 'pm10GH', 'co2KgH'] as const)
      for (let link = 0; link < roads.links; link++)
        sums[id][link] = (sums[id][link] as number) + (part[id][link] as number);
  });
  return sums;
}

/**
 * Mean minutes of what sets out from a zone to the districts, weighted by all its trips of the base's
 * purposes; 0 where nothing does or no way leads anywhere.
 */
function meanMinutes({ city: { zones }, persons }: State, minutes: Float64Array): Float64Array {
  return Float64Array.from({ length: zones.count }, (_, from) => {
    let [sum, weight] = [0, 0];
    for (let to = 0; to < zones.districts; to++) {
      const cell = from * zones.count + to;
      const value = minutes[cell] as number;
      if (to === from || !(value < Number.POSITIVE_INFINITY)) continue;
      const trips = PURPOSES.reduce((all, purpose) => all + (persons[purpose][cell] as number), 0);
      sum += trips * value;
      weight += trips;
    }
    return weight > 0 ? sum / weight : 0;
  });
}

function meanByResidents({ zones: { residents, districts } }: CityInputs, values: Float64Array): number {
  let [sum, weight] = [0, 0];
  for (let zone = 0; zone < districts; zone++) {
    sum += (residents[zone] as number) * (values[zone] as number);
    weight += residents[zone] as number;
  }
  return weight > 0 ? sum / weight : 0;
}
