// SPDX-License-Identifier: EUPL-1.2
import { type BuildingUse, STOREY_HEIGHT_M } from '../../../src/city/building';

/**
 * Storeys of a building of which neither height nor storeys are known, by use. Assumptions, shown as
 * such on the screen: Milan's blocks have five storeys in the centre and three to four outside, its
 * sheds and warehouses one high or two.
 */
const ASSUMED_STOREYS: Readonly<Record<BuildingUse, number>> = {
  unknown: 3,
  residential: 4,
  commercial: 2,
  office: 5,
  industrial: 2.5,
  school: 3,
  university: 4,
  health: 4,
  worship: 4,
  civic: 3,
  culture: 3,
  hotel: 5,
  sport: 3,
  transport: 2,
  parking: 1,
  agricultural: 2,
  minor: 1,
};
/** Smaller than this and of no stated use: a garage, a shed, a porter's lodge. */
const SHED_M2 = 40;

/** Top above ground, metres, of a building of which only use, area and base are known. */
export function assumedHeightM(use: BuildingUse, areaM2: number, minHeightM: number): number {
  const storeys = use === 'unknown' && areaM2 < SHED_M2 ? 1 : ASSUMED_STOREYS[use];
  return Math.round((minHeightM + storeys * STOREY_HEIGHT_M) * 10) / 10;
}
