// SPDX-License-Identifier: EUPL-1.2
/** Jobs and services within reach of each zone. Pure. */

import { type CityInputs, SECTORS } from '../../../city/city-inputs';
import { reachable } from '../accessibility/accessibility';
import type { Skims } from '../demand/demand';

/** Of the soft edge of a threshold (accessibility.ts); an assumption. */
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
  const reach = (minutes: Float64Array, places: Float64Array, thresholdMin: number) => {
    const [reached] = reachable(minutes, places, [thresholdMin], EDGE_MIN) as [Float64Array];
    return reached.fill(0, districts);
  };
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
