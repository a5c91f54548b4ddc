// SPDX-License-Identifier: EUPL-1.2
/** Noise of many streets at once: a proxy of emission and exposure, not a noise map. Pure. */
import { decibelsOf, energyOf, NOISE_SPEED_KMH, vehiclePowerDb } from './cnossos';
import { A_WEIGHTING_DB, type NoiseCategory, OCTAVES_HZ, ROAD_COEFFICIENTS_2021 } from './road-coefficients';

/** Rows of the table by speed per km/h: read between two, a level is true to 0.003 dB. */
const ROWS_PER_KMH = 2;
const ROWS = (NOISE_SPEED_KMH.max - NOISE_SPEED_KMH.min) * ROWS_PER_KMH + 1;

/** A-weighted sound power of one vehicle, divided by its speed in km/h, by speed: flow / 1000 times it is a metre's. */
function energyBySpeed(category: NoiseCategory): Float64Array {
  return Float64Array.from({ length: ROWS }, (_, row) => {
    const v = NOISE_SPEED_KMH.min + row / ROWS_PER_KMH;
    let energy = 0;
    for (let octave = 0; octave < OCTAVES_HZ.length; octave++)
      energy += energyOf(
        vehiclePowerDb(ROAD_COEFFICIENTS_2021, category, octave, v) + (A_WEIGHTING_DB[octave] as number),
      );
    return energy / v;
  });
}

export interface NoiseTraffic {
  /** Vehicles per hour of all kinds, per street. */
  readonly flowVehH: Float64Array;
  readonly speedKmH: Float64Array;
  /** Of the flow, the share of heavy vehicles: all taken as medium heavy (buses, two-axle lorries; assumption). */
  readonly heavyShare: number;
  /** Of the flow, the share of motorcycles above 50 cm³ (mopeds count as such); none when left out. */
  readonly motorcycleShare?: number;
}

/**
 * A-weighted sound power level per metre of every street, dB(A) re 1 pW/m: CNOSSOS-EU's source at 20 °C on a flat
 * road of the reference surface. No propagation, no junctions. Speeds outside 20–130 km/h count as the nearer end.
 * @returns per street; 0 where nothing drives, by convention (one car per hour at 20–70 km/h is 46–55 dB(A))
 * @throws RangeError naming the field, and the street, where a number is missing, negative or out of range
 */
export function noiseProxyDbA(traffic: NoiseTraffic): Float64Array {
  checkTraffic(traffic);
  const { flowVehH, speedKmH, heavyShare, motorcycleShare = 0 } = traffic;
  const light = energyBySpeed('1');
  const heavy = energyBySpeed('2');
  const motorcycle = energyBySpeed('4b');
  const mixed = light.map(
    (energy, row) =>
      (1 - heavyShare - motorcycleShare) * energy +
      heavyShare * (heavy[row] as number) +
      motorcycleShare * (motorcycle[row] as number),
  );
  return flowVehH.map((flow, street) => {
    const v = Math.min(NOISE_SPEED_KMH.max, Math.max(NOISE_SPEED_KMH.min, speedKmH[street] as number));
    const place = (v - NOISE_SPEED_KMH.min) * ROWS_PER_KMH;
    const row = Math.min(ROWS - 2, Math.floor(place));
    const above = place - row;
    const energy = (1 - above) * (mixed[row] as number) + above * (mixed[row + 1] as number);
    return flow === 0 ? 0 : Math.max(0, decibelsOf((energy * flow) / 1000));
  });
}

function checkTraffic({ flowVehH, speedKmH, heavyShare, motorcycleShare = 0 }: NoiseTraffic): void {
  if (!(heavyShare >= 0 && motorcycleShare >= 0 && heavyShare + motorcycleShare <= 1))
    throw new RangeError(
      `Noise: shares of ${heavyShare} heavy vehicles and ${motorcycleShare} motorcycles do not lie between 0 and 1 together.`,
    );
  if (speedKmH.length !== flowVehH.length)
    throw new RangeError(`Noise: ${speedKmH.length} speeds for ${flowVehH.length} streets.`);
  for (let street = 0; street < flowVehH.length; street++) {
    const flow = flowVehH[street] as number;
    const speed = speedKmH[street] as number;
    if (!(flow >= 0 && flow < Infinity))
      throw new RangeError(`Noise, street ${street}: flow ${flow} veh/h is not a number of 0 or more.`);
    if (!(speed >= 0 && speed < Infinity))
      throw new RangeError(`Noise, street ${street}: speed ${speed} km/h is not a number of 0 or more.`);
  }
}
