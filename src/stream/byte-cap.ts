// SPDX-License-Identifier: EUPL-1.2
/** The tile cache against its cap, after one update of the tileset. */
export interface CacheState {
  /** Tiles that were wanted and found no room. */
  readonly refused: number;
  readonly cachedBytes: number;
  readonly capBytes: number;
  /** The view is another one than at the last step: only then is finer tried again, so that a
   *  standing picture comes to rest. */
  readonly moved: boolean;
}

/** Share of the cap that detail may fill; the rest is kept for the coarser tiles that relieve it. */
export const DETAIL_SHARE = 0.8;
const COARSER = 1.5;
/** Back to finer only with less than this share of the cap in use. */
const RELAXED_SHARE = 0.4;
const COARSEST = 64;

/**
 * The factor on the error target (1 = as the quality asks) for the next update. Where detail does
 * not fit, coarser tiles are asked for, step by step, until everything in view fits: without it a
 * full cache leaves holes for ever (3DTilesRendererJS#1689).
 */
export function nextCoarseness(now: number, cache: CacheState): number {
  if (cache.refused > 0) return Math.min(now * COARSER, COARSEST);
  if (now > 1 && cache.moved && cache.cachedBytes < cache.capBytes * RELAXED_SHARE)
    return Math.max(1, now / COARSER);
  return now;
}

/**
 * Bytes that the cache may hold at a coarseness: while detail is being traded for coarser tiles
 * both are held, within the cap.
 */
export function roomBytes(capBytes: number, coarseness: number): number {
  return coarseness > 1 ? capBytes : capBytes * DETAIL_SHARE;
}
