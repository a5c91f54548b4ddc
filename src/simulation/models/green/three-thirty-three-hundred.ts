// SPDX-License-Identifier: EUPL-1.2
/**
 * The 3-30-300 rule (Konijnendijk 2023, Journal of Forestry Research 34, 821–830): three trees in view of every home,
 * 30 % of the neighbourhood under crowns, 300 m to the nearest park. Pure.
 */
import type { GreenParameters } from './green-parameters';
import type { Points } from './tree-view';

export const TREES_IN_VIEW = 3;
export const CANOPY_SHARE = 0.3;
export const PARK_WALK_M = 300;

/** Where people live: buildings, with persons spread over them. */
export interface GreenHomes extends Points {
  /** Row of the districts. */
  readonly district: Int32Array;
  readonly persons: Float64Array;
}

/** What is known of every home, whatever the draw. */
export interface HomeFigures {
  /** Metres to the third nearest tree, Infinity where it is beyond reach. */
  readonly thirdTreeM: Float64Array;
  /** Metres on foot to the nearest park of half a hectare, and of a hectare. */
  readonly parkM: readonly Float64Array[];
}

/** Shares of the residents of each district; NaN where no home is known. */
export interface RuleShares {
  readonly trees: Float64Array;
  /** Of half a hectare and more, and of a hectare and more. */
  readonly smallPark: Float64Array;
  readonly park: Float64Array;
  /** Three trees in view, a park of a hectare within 300 m, and a district with 30 % under crowns. */
  readonly all: Float64Array;
  readonly none: Float64Array;
}

/** @param canopy share of each district under crowns; NaN: not known, and then nothing is told of all three together */
export function ruleShares(
  homes: GreenHomes,
  { thirdTreeM, parkM }: HomeFigures,
  canopy: Float64Array,
  { viewM, walkFactor }: Pick<GreenParameters, 'viewM' | 'walkFactor'>,
): RuleShares {
  const column = () => new Float64Array(canopy.length);
  const persons = column();
  const with_ = { trees: column(), smallPark: column(), park: column(), all: column(), none: column() };
  const [small, large] = parkM as [Float64Array, Float64Array];
  const farthestM = PARK_WALK_M / walkFactor;
  for (let home = 0; home < homes.count; home++) {
    const district = homes.district[home] as number;
    const here = homes.persons[home] as number;
    const sees = (thirdTreeM[home] as number) <= viewM;
    const walks = (large[home] as number) <= farthestM;
    const isShaded = (canopy[district] as number) >= CANOPY_SHARE;
    persons[district]! += here;
    if (sees) with_.trees[district]! += here;
    if ((small[home] as number) <= farthestM) with_.smallPark[district]! += here;
    if (walks) with_.park[district]! += here;
    if (sees && walks && isShaded) with_.all[district]! += here;
    if (!sees && !walks && !isShaded) with_.none[district]! += here;
  }
  const share = (of: Float64Array) => of.map((some, district) => some / (persons[district] as number));
  const whole = (of: Float64Array) =>
    share(of).map((some, district) => (Number.isNaN(canopy[district]) ? Number.NaN : some));
  return {
    trees: share(with_.trees),
    smallPark: share(with_.smallPark),
    park: share(with_.park),
    all: whole(with_.all),
    none: whole(with_.none),
  };
}
