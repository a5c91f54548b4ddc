// SPDX-License-Identifier: EUPL-1.2
/**
 * Levels of detail, coarsest first. A tile is replaced by those of the next level that it covers.
 * Corners of footprints bound what a tile costs; its width bounds the step of its corners, and how far
 * its flat frame is from true east-north-up.
 */
export const LEVELS = [
  /** Merged blocks: the city from more than 3 km. */
  { id: 'blocks', geometricErrorM: 48, stepM: 0.5, cornersPerTile: 110_000, widestM: 30_000 },
  /** Every building with its own height, small corners and small courtyards left out. */
  { id: 'simplified', geometricErrorM: 16, stepM: 0.1, cornersPerTile: 18_000, widestM: 6000 },
  /** All that is known. */
  { id: 'full', geometricErrorM: 0, stepM: 0.05, cornersPerTile: 4_500, widestM: 2000 },
] as const;
export type LevelId = (typeof LEVELS)[number]['id'];

/** Heights are whole decimetres in the tiles, as in the columns. */
export const UP_STEP_M = 0.1;
