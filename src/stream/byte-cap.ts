// SPDX-License-Identifier: EUPL-1.2
/** How the tile cache keeps to its cap of bytes. */
export interface CapState {
  /** Factor on the error that the quality asks for; 1: as it asks. */
  readonly coarseness: number;
  /** Coarser tiles are on their way, and finer ones stay until they are there: the cap waits. */
  readonly swapping: boolean;
}

/** The cache after an update of the tileset that changed nothing more. */
export interface CacheFacts {
  /** Tiles that were wanted and found no room. */
  readonly refused: number;
  readonly cachedBytes: number;
  readonly capBytes: number;
  /** The view is another one than at the last step: only then is finer tried again, so that a
   *  standing picture comes to rest. */
  readonly moved: boolean;
}

const COARSER = 2;
/** Coarser than any tileset has levels for. */
const COARSEST = 64;
/** Back to finer only with less than this share of the cap in use. */
const RELAXED_SHARE = 0.25;

export const WITHIN_CAP: CapState = { coarseness: 1, swapping: false };

/** Whether coarser tiles are to be asked for: some found no room, or the cap has become smaller than what is shown. */
export function isOver(
  { coarseness, swapping }: CapState,
  { refused, cachedBytes, capBytes }: Omit<CacheFacts, 'moved'>,
): boolean {
  return coarseness < COARSEST && (cachedBytes > capBytes || (!swapping && refused > 0));
}

/**
 * One step. Where detail does not fit, coarser tiles are asked for, step by step, until all that is
 * in view fits. A full cache alone would refuse the very tiles that could relieve it, and leave
 * holes for ever (3DTilesRendererJS#1689): so the cap waits while they come.
 */
export function nextCapState(state: CapState, facts: CacheFacts): CapState {
  const { coarseness, swapping } = state;
  if (isOver(state, facts)) return { coarseness: Math.min(COARSEST, coarseness * COARSER), swapping: true };
  if (swapping) return { coarseness, swapping: false };
  if (coarseness > 1 && facts.moved && facts.cachedBytes < facts.capBytes * RELAXED_SHARE)
    return { coarseness: Math.max(1, coarseness / COARSER), swapping: false };
  return state;
}

/** Bytes that the cache may take now. The coarsest level is shown whatever it takes. */
export function roomBytes({ coarseness, swapping }: CapState, capBytes: number): number {
  return swapping || coarseness >= COARSEST ? Number.POSITIVE_INFINITY : capBytes;
}
