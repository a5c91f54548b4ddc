// SPDX-License-Identifier: EUPL-1.2
import { BUILDING_USES, type BuildingUse, STOREY_HEIGHT_M } from '../../city/building';

/** Bits of a corner's number that are the building's; what its façade is like stands above them. */
export const ID_BITS = 24;
export const ID_MASK = 2 ** ID_BITS - 1;

/** Lowest storey that can be said, and the step from one to the next, metres; step 0 says that there are none to draw. */
export const LEAST_STOREY_M = 2.2;
export const STOREY_STEP_M = 0.06;
const STOREY_STEPS = 63;
/** Its sloping roofs are of tiles. */
export const TILED = 64;
/** Its walls are plastered, in the colours of Milan's plaster. */
export const PLASTERED = 128;
/**
 * Plaster never goes without tiles: these two bits, tiles off and plaster on, say that the part is of a
 * paint. Its code stands in the four lowest bits, its storeys in the two above them.
 */
export const PAINT_KIND = TILED + PLASTERED;
export const PAINT_MASK = 15;
export const PAINT_STOREY_SHIFT = 4;
/** Storeys of a painted part, classes 1 to 3, in the steps above: 3.2, 3.6 and 4.1 m. */
export const PAINT_STOREYS_FROM = 10;
export const PAINT_STOREYS_BY = 7;

/** Halls, naves and stands: their walls are not divided by floors. */
const UNDIVIDED: readonly BuildingUse[] = [
  'worship',
  'sport',
  'transport',
  'industrial',
  'agricultural',
  'minor',
];
/** Under other roofs than tiles, whatever their slope. */
const UNTILED: readonly BuildingUse[] = [
  'sport',
  'transport',
  'industrial',
  'culture',
  'parking',
  'office',
  'commercial',
];
const BARE: readonly BuildingUse[] = [...UNTILED, 'worship', 'civic'];

/**
 * What a façade is like, in a byte: the height of its storeys, where it has any, whether its sloping
 * roofs are of tiles, whether it is plastered.
 *
 * @param storeys as the source says, 0 where it says nothing
 * @param paint code of the part's paint, 0 where it has none
 */
export function facadeOf(use: number, heightDm: number, storeys: number, paint = 0): number {
  const name = BUILDING_USES[use] ?? 'unknown';
  if (paint > 0) {
    const steps = storeys > 0 ? storeySteps(name, heightDm / 10, storeys) : 0;
    const class_ =
      steps === 0 ? 0 : Math.min(3, Math.max(1, Math.round((steps - PAINT_STOREYS_FROM) / PAINT_STOREYS_BY)));
    return PLASTERED + (class_ << PAINT_STOREY_SHIFT) + (paint & PAINT_MASK);
  }
  return (
    storeySteps(name, heightDm / 10, storeys) +
    (has(UNTILED, name) ? 0 : TILED) +
    (has(BARE, name) ? 0 : PLASTERED)
  );
}

const has = (names: readonly BuildingUse[], name: BuildingUse) => names.includes(name);

function storeySteps(use: BuildingUse, heightM: number, storeys: number): number {
  const own = storeys > 0 ? heightM / storeys : 0;
  const most = LEAST_STOREY_M + STOREY_STEPS * STOREY_STEP_M;
  // A figure that no storey has counts spires in, or floors under the ground.
  const told = own >= LEAST_STOREY_M + STOREY_STEP_M && own <= most;
  if (!told && has(UNDIVIDED, use)) return 0;
  const storeyM = told ? own : STOREY_HEIGHT_M;
  return Math.min(STOREY_STEPS, Math.max(1, Math.round((storeyM - LEAST_STOREY_M) / STOREY_STEP_M)));
}
