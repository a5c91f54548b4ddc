// SPDX-License-Identifier: EUPL-1.2
/**
 * PM10 of tyres, brakes and road surface by speed: EMEP/EEA guidebook, chapters 1.A.3.b.vi and vii, Tier 2
 * (tables of 2009, unchanged in 2016 and 2019). Resuspension is not in it; electric cars count as the others. Pure.
 */
import type { VehicleKind } from './fleet-factors';

/** Total suspended particles, g/km, at the speeds where the corrections are 1. */
const TYRE_G_KM: Readonly<Record<VehicleKind, number>> = { car: 0.0107, van: 0.0169, motorcycle: 0.0046 };
const BRAKE_G_KM: Readonly<Record<VehicleKind, number>> = { car: 0.0075, van: 0.0117, motorcycle: 0.0037 };
const ROAD_G_KM: Readonly<Record<VehicleKind, number>> = { car: 0.015, van: 0.015, motorcycle: 0.006 };
/** Of total suspended particles, what is PM10. */
const PM10_OF = { tyre: 0.6, brake: 0.98, road: 0.5 } as const;

const tyreBySpeed = (v: number): number => (v < 40 ? 1.39 : v <= 90 ? 1.78 - 0.00974 * v : 0.902);
const brakeBySpeed = (v: number): number => (v < 40 ? 1.67 : v <= 95 ? 2.75 - 0.027 * v : 0.185);

/**
 * PM10 of wear, g/km.
 * @param speedKmH mean speed, ≥ 0
 */
export function wearPm10GKm(kind: VehicleKind, speedKmH: number): number {
  return (
    TYRE_G_KM[kind] * PM10_OF.tyre * tyreBySpeed(speedKmH) +
    BRAKE_G_KM[kind] * PM10_OF.brake * brakeBySpeed(speedKmH) +
    ROAD_G_KM[kind] * PM10_OF.road
  );
}
