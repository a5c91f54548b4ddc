// SPDX-License-Identifier: EUPL-1.2
/** Trees that measures plant: which of them find room, and how their crowns grow. Pure. */
import { exp } from '../../../city/exact-math';
import type { PlantedTrees } from '../../../city/green-edits';
import { LEVELS, type Trees } from './canopy';
import { TreeIndex } from './tree-view';

/** Crown of a tree as it comes from the nursery, m: an assumption. */
export const NURSERY_CROWN_M = 1.5;
/** How steep the logistic curve of growth is: in its middle third a crown grows by a half. An assumption. */
const STEEPNESS = 6;

/**
 * Share of the way from the nursery to the full crown, 0–1, after so many years: a logistic curve through 0 at planting
 * and 1 at `fullYears`.
 */
export function grownShare(years: number, fullYears: number): number {
  if (years <= 0) return 0;
  if (years >= fullYears) return 1;
  const logistic = (at: number) => 1 / (1 + exp(-STEEPNESS * (at - 0.5)));
  const [none, all] = [logistic(0), logistic(1)];
  return (logistic(years / fullYears) - none) / (all - none);
}

/** Diameter of a crown after so many years, m; one that is to be smaller than a nursery tree's is full at once. */
export function grownCrownM(fullCrownM: number, years: number, fullYears: number): number {
  const start = Math.min(NURSERY_CROWN_M, fullCrownM);
  return start + (fullCrownM - start) * grownShare(years, fullYears);
}

/** Planted trees that have room, with what their crowns are to be. */
export interface Planting {
  readonly count: number;
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  readonly fullCrownM: Float64Array;
}

/** A tree is planted where none stands nearer than its kind keeps apart; those planted together are as far as they are. */
export function plantingOf(planted: readonly PlantedTrees[], trees: Trees): Planting {
  const places: { readonly east: number; readonly north: number; readonly crownM: number }[] = [];
  let standing: Pick<Trees, 'count' | 'eastM' | 'northM'>[] = [trees];
  for (const { at, crownM, apartM } of planted) {
    const index = new TreeIndex(standing, Math.max(1, apartM));
    const own = at.filter(([east, north]) => index.kthNearestM(east, north, 1) >= apartM);
    for (const [east, north] of own) places.push({ east, north, crownM });
    standing = [
      ...standing,
      { count: own.length, eastM: own.map(([east]) => east), northM: own.map(([, north]) => north) },
    ];
  }
  return {
    count: places.length,
    eastM: Float64Array.from(places, ({ east }) => east),
    northM: Float64Array.from(places, ({ north }) => north),
    fullCrownM: Float64Array.from(places, ({ crownM }) => crownM),
  };
}

/** As trees with the crowns they are to have; the same at every level. */
export const fullGrown = ({ count, eastM, northM, fullCrownM }: Planting): Trees => ({
  count,
  eastM,
  northM,
  crownM: Array.from({ length: LEVELS }, () => fullCrownM),
});

/** Area of the crowns after so many years, as a share of what it is to be; 1 where there are none. */
export function grownAreaShare({ fullCrownM }: Planting, years: number, fullYears: number): number {
  let [now, full] = [0, 0];
  for (const crown of fullCrownM) {
    const crownM = grownCrownM(crown, years, fullYears);
    now += crownM * crownM;
    full += crown * crown;
  }
  return full > 0 ? now / full : 1;
}
