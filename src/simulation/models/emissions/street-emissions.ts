// SPDX-License-Identifier: EUPL-1.2
/**
 * Emissions of every street from its traffic: E = Σ flow · length · Σ share · EF(V) (EMEP/EEA guidebook,
 * Tier 3 hot exhaust, Tier 2 wear). Emissions, never concentrations: nothing here disperses. Pure.
 */
import { checkFleet, type Fleet, sharesOf } from './fleet';
import { factorsOf, VEHICLE_KINDS, type VehicleKind } from './fleet-factors';
import { hotFactor } from './hot-exhaust';
import { CENTRAL_EMISSION_PARAMETERS, type EmissionParameters } from './parameters';
import { wearPm10GKm } from './wear';

/** Speeds that the factors are valid for, km/h; outside, the nearest counts. */
export const EMISSION_SPEED_KMH = { min: 10, max: 130 } as const;

/** Rows of the tables by speed per km/h, and in all: a street's factor is read between two rows. */
const ROWS_PER_KMH = 4;
const ROWS = (EMISSION_SPEED_KMH.max - EMISSION_SPEED_KMH.min) * ROWS_PER_KMH + 1;
/** In a row: NOx, exhaust PM, wear PM10 and CO2, g/km. */
const COLUMNS = 4;

/** The fleet's mean factors by speed, worked out once for many streets. */
export type FleetFactorTables = Readonly<Record<VehicleKind, Float64Array>>;

/**
 * @param fleet shares by emission class, each kind's summing to 1
 * @throws RangeError where the fleet is not one, or a parameter is not a number of 0 or more
 */
export function fleetFactorTables(
  fleet: Fleet,
  parameters: EmissionParameters = CENTRAL_EMISSION_PARAMETERS,
): FleetFactorTables {
  checkFleet(fleet);
  for (const [name, value] of Object.entries(parameters))
    if (!(value >= 0 && value < Infinity))
      throw new RangeError(`Emission parameter ${name} is ${value}; it must be a number of 0 or more.`);
  const table = (kind: VehicleKind) => kindTable(fleet, kind, parameters);
  return { car: table('car'), van: table('van'), motorcycle: table('motorcycle') };
}

function kindTable(fleet: Fleet, kind: VehicleKind, parameters: EmissionParameters): Float64Array {
  const { dieselEuro6NoxFactor, exhaustFactor, wearFactor } = parameters;
  const table = new Float64Array(ROWS * COLUMNS);
  const speedKmH = (row: number) => EMISSION_SPEED_KMH.min + row / ROWS_PER_KMH;
  for (const [id, share] of sharesOf(fleet, kind)) {
    const { noxGKm, pmGKm, co2, understatedNox } = factorsOf(id);
    const noxScale = share * exhaustFactor * (understatedNox ? dieselEuro6NoxFactor : 1);
    for (let row = 0, at = 0; row < ROWS; row++, at += COLUMNS) {
      const v = speedKmH(row);
      if (noxGKm) table[at] = (table[at] as number) + noxScale * hotFactor(noxGKm, v);
      if (pmGKm) table[at + 1] = (table[at + 1] as number) + share * exhaustFactor * hotFactor(pmGKm, v);
      for (const { curve, co2GPerUnit } of co2)
        table[at + 3] = (table[at + 3] as number) + share * co2GPerUnit * hotFactor(curve, v);
    }
  }
  for (let row = 0; row < ROWS; row++)
    table[row * COLUMNS + 2] = wearFactor * wearPm10GKm(kind, speedKmH(row));
  return table;
}

export interface StreetTraffic {
  readonly lengthM: Float64Array;
  readonly speedKmH: Float64Array;
  /** Vehicles per hour by kind; a kind left out does not drive. */
  readonly flowVehH: Readonly<Partial<Record<VehicleKind, Float64Array>>>;
}

/** By street, in the traffic's order. */
export interface StreetEmissions {
  readonly noxGH: Float64Array;
  /** Exhaust and wear. */
  readonly pm10GH: Float64Array;
  readonly co2KgH: Float64Array;
}

/**
 * @param traffic per street: length m, speed km/h, vehicles per hour by kind; arrays of one length, numbers of 0 or more
 * @throws RangeError naming the field and the street where a number is missing, negative or not finite
 */
export function streetEmissions(traffic: StreetTraffic, tables: FleetFactorTables): StreetEmissions {
  checkTraffic(traffic);
  const { lengthM, speedKmH, flowVehH } = traffic;
  const streets = lengthM.length;
  const noxGH = new Float64Array(streets);
  const pm10GH = new Float64Array(streets);
  const co2KgH = new Float64Array(streets);
  for (const kind of VEHICLE_KINDS) {
    const flow = flowVehH[kind];
    if (!flow) continue;
    const table = tables[kind];
    for (let street = 0; street < streets; street++) {
      const km = ((flow[street] as number) * (lengthM[street] as number)) / 1000;
      if (km === 0) continue;
      const v = clamp(speedKmH[street] as number);
      const place = (v - EMISSION_SPEED_KMH.min) * ROWS_PER_KMH;
      const row = Math.min(ROWS - 2, Math.floor(place));
      const above = (place - row) * km;
      const below = km - above;
      const at = row * COLUMNS;
      const grams = (column: number) =>
        below * (table[at + column] as number) + above * (table[at + COLUMNS + column] as number);
      noxGH[street] = (noxGH[street] as number) + grams(0);
      pm10GH[street] = (pm10GH[street] as number) + grams(1) + grams(2);
      co2KgH[street] = (co2KgH[street] as number) + grams(3) / 1000;
    }
  }
  return { noxGH, pm10GH, co2KgH };
}

const clamp = (v: number): number => Math.min(EMISSION_SPEED_KMH.max, Math.max(EMISSION_SPEED_KMH.min, v));

function checkTraffic({ lengthM, speedKmH, flowVehH }: StreetTraffic): void {
  const fields: [string, Float64Array][] = [
    ['length in m', lengthM],
    ['speed in km/h', speedKmH],
  ];
  for (const kind of VEHICLE_KINDS) {
    const flow = flowVehH[kind];
    if (flow) fields.push([`flow of kind "${kind}" in vehicles per hour`, flow]);
  }
  for (const [name, values] of fields) {
    if (values.length !== lengthM.length)
      throw new RangeError(
        `Street traffic: ${values.length} values of ${name} for ${lengthM.length} streets.`,
      );
    for (let street = 0; street < values.length; street++)
      if (!((values[street] as number) >= 0 && (values[street] as number) < Infinity))
        throw new RangeError(
          `Street traffic, street ${street}: ${name} is ${values[street]}; it must be a number of 0 or more.`,
        );
  }
}
