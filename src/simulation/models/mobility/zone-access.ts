// SPDX-License-Identifier: EUPL-1.2
/** Jobs and services within reach of each zone. Pure. */

import { type CityInputs, SECTORS } from '../../../city/city-inputs';
import { exp } from '../../../city/exact-math';
import type { Skims } from '../demand/demand';

/**
 * A district's jobs lie about its centre, not at it: the share within a threshold T from a centre at t
 * minutes is taken as logistic, 1 / (1 + exp((t − T) / 2.5 min)); so that nothing jumps as t passes T.
 */
const EDGE_MIN = 2.5;
/** From the door to the car and from the car to the door; an assumption, as in the base demand. */
const CAR_ACCESS_MIN = 8;
/** Within a zone: 18 over 4.5 km/h. */
const DRIVING_OVER_WALKING = 4;

type AccessField =
  | 'jobs15Car'
  | 'jobs30Car'
  | 'jobs45Car'
  | 'jobs15Transit'
  | 'jobs30Transit'
  | 'jobs45Transit'
  | 'jobs15Bicycle'
  | 'jobs30Bicycle'
  | 'services15Walk'
  | 'services30Transit';

/** Cumulative opportunities by zone (0 at gateways). Transit minutes are generalised: waits and walks weigh more. */
export function zoneAccess({ zones }: CityInputs, skims: Skims): Record<AccessField, Float64Array> {
  const { count, districts } = zones;
  const jobs = Float64Array.from({ length: count }, (_, zone) =>
    SECTORS.reduce((sum, sector) => sum + (zones.jobs[sector][zone] as number), 0),
  );
  const reach = (minutes: Float64Array, places: Float64Array, thresholdMin: number) =>
    Float64Array.from({ length: count }, (_, from) => {
      if (from >= districts) return 0;
      let sum = 0;
      for (let to = 0; to < districts; to++) {
        const t = minutes[from * count + to] as number;
        if (t < Number.POSITIVE_INFINITY)
          sum += (places[to] as number) / (1 + exp((t - thresholdMin) / EDGE_MIN));
      }
      return sum;
    });
  const { walkMin, bicycleMin } = skims;
  const isWithin = (cell: number) => Math.floor(cell / count) === cell % count;
  const carMin = skims.carMin.map(
    (minutes, cell) =>
      CAR_ACCESS_MIN + (isWithin(cell) ? (walkMin[cell] as number) / DRIVING_OVER_WALKING : minutes),
  );
  // Within a zone one walks.
  const transitMin = skims.transitMin.map((minutes, cell) =>
    isWithin(cell) ? (walkMin[cell] as number) : minutes,
  );
  const byCar = (threshold: number) => reach(carMin, jobs, threshold);
  const byTransit = (threshold: number) => reach(transitMin, jobs, threshold);
  const byBicycle = (threshold: number) => reach(bicycleMin, jobs, threshold);
  return {
    jobs15Car: byCar(15),
    jobs30Car: byCar(30),
    jobs45Car: byCar(45),
    jobs15Transit: byTransit(15),
    jobs30Transit: byTransit(30),
    jobs45Transit: byTransit(45),
    jobs15Bicycle: byBicycle(15),
    jobs30Bicycle: byBicycle(30),
    services15Walk: reach(walkMin, zones.services, 15),
    services30Transit: reach(transitMin, zones.services, 30),
  };
}
