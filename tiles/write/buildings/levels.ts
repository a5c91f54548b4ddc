// SPDX-License-Identifier: EUPL-1.2
/**
 * Levels of detail, coarsest first. A tile is replaced by those of the next level that it covers.
 * Corners of footprints bound what a tile costs; its width bounds the step of its corners, and how far
 * its flat frame is from true east-north-up. Sizes and errors are those that bring least to the first
 * view of a district (demo city, 60,000 buildings: 337 kB, 156,000 triangles at a target of 16 px).
 */
export const LEVELS = [
  /** Merged blocks: the city from more than 2 km. */
  { id: 'blocks', geometricErrorM: 36, stepM: 1, cornersPerTile: 5_000, widestM: 30_000 },
  /** Every building with its own height, small corners and small courtyards left out. */
  { id: 'simplified', geometricErrorM: 10, stepM: 0.2, cornersPerTile: 3_000, widestM: 6000 },
  /** All that is known. */
  { id: 'full', geometricErrorM: 0, stepM: 0.05, cornersPerTile: 4_000, widestM: 2000 },
] as const;
export type LevelId = (typeof LEVELS)[number]['id'];

/** The whole city is a view of about so many tiles, however many buildings it has: blocks merge. */
export const COARSEST_TILES = 90;

/** Heights are whole decimetres in the tiles, as in the columns. */
export const UP_STEP_M = 0.1;
