// SPDX-License-Identifier: EUPL-1.2
import type { StreetClass } from '../../../city/ground';

/**
 * Vehicles an hour and lane. Motorway 1,900, main streets 900, collectors 700, local 450: common
 * practice of strategic models, no counts of Milan; between them by the same order.
 */
const CAPACITY_VEH_H: Partial<Record<StreetClass, number>> = {
  motorway: 1900,
  trunk: 1600,
  primary: 950,
  secondary: 850,
  tertiary: 700,
  // Joins between modelled streets, whatever they are called.
  service: 700,
};
const LOCAL_CAPACITY_VEH_H = 450;

/** Vehicles an hour that a lane of a street lets through; local where the class is none of the main ones. */
export const laneCapacityVehH = (streetClass: StreetClass): number =>
  CAPACITY_VEH_H[streetClass] ?? LOCAL_CAPACITY_VEH_H;
