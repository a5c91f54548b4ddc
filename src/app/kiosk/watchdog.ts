// SPDX-License-Identifier: EUPL-1.2
/** When a kiosk loads itself anew. Only while nobody is there, and less and less often where it does not help. Pure. */
import type { ReloadReason } from '../../city/kiosk-health';
import { romeTime } from '../../city/rome-time';

export interface Reload {
  readonly atMs: number;
  readonly reason: ReloadReason;
}

export interface Vitals {
  readonly nowMs: number;
  /** When the page was loaded. */
  readonly loadedMs: number;
  readonly inUse: boolean;
  /** Of JavaScript, and the most that the browser gives; null where it does not say. */
  readonly heapBytes: number | null;
  readonly heapLimitBytes: number | null;
  /** When graphics contexts were lost. */
  readonly contextLossesMs: readonly number[];
  /** Since the map last drew a frame, in the world's milliseconds: the tour asks for one at each stop. Null: there is no map. */
  readonly frameAgeMs: number | null;
  /** Another build of the page, or of the city, has been published. */
  readonly isOutdated: boolean;
  /** A file of its own did not come, of the map or of an outcome. */
  readonly lacksPart: boolean;
  /** Those of the last day, oldest first. */
  readonly reloads: readonly Reload[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Share of the heap beyond which it begins anew. */
const HEAP_SHARE = 0.6;
const STALL_MS = 2 * MINUTE_MS;
const LOSSES = { most: 3, withinMs: 10 * MINUTE_MS } as const;
/** Half past three in the morning, for an hour, where the page is older than this. */
const NIGHT = { fromS: 3.5 * 3600, toS: 4.5 * 3600, olderThanMs: 6 * HOUR_MS } as const;
const BACKOFF = { firstMs: 10 * MINUTE_MS, mostMs: 4 * HOUR_MS } as const;

/** Why it is to be loaded anew now; null: it is not. */
export function reloadWanted(vitals: Vitals): ReloadReason | null {
  if (vitals.inUse || !isRested(vitals)) return null;
  return reasonOf(vitals);
}

/** Time enough has passed since the last: ten minutes, and twice as many each time within a day. */
function isRested({ nowMs, reloads }: Vitals): boolean {
  const today = reloads.filter(({ atMs }) => nowMs - atMs < DAY_MS);
  const last = today.at(-1);
  if (!last) return true;
  return nowMs - last.atMs >= Math.min(BACKOFF.firstMs * 2 ** (today.length - 1), BACKOFF.mostMs);
}

function reasonOf(vitals: Vitals): ReloadReason | null {
  const { nowMs, loadedMs, heapBytes, heapLimitBytes, frameAgeMs, contextLossesMs } = vitals;
  if (frameAgeMs !== null && frameAgeMs > STALL_MS) return 'stall';
  if (contextLossesMs.filter((atMs) => nowMs - atMs < LOSSES.withinMs).length >= LOSSES.most)
    return 'context';
  if (heapBytes !== null && heapLimitBytes !== null && heapBytes > HEAP_SHARE * heapLimitBytes)
    return 'memory';
  if (vitals.isOutdated) return 'update';
  if (vitals.lacksPart) return 'part';
  const { secondOfDay } = romeTime(nowMs);
  const isNight = secondOfDay >= NIGHT.fromS && secondOfDay < NIGHT.toS;
  return isNight && nowMs - loadedMs > NIGHT.olderThanMs ? 'night' : null;
}

/**
 * Of the last day, as far as they are what they should be: storage is anybody's on the machine. Those that are yet to
 * come count too: a clock that was set back must not make a kiosk load itself again and again.
 */
export function readReloads(text: string | null, nowMs: number): readonly Reload[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(({ atMs, reason } = {}) => {
      return typeof reason === 'string' && Math.abs(nowMs - atMs) < DAY_MS;
    });
  } catch {
    return [];
  }
}

/** Pixels that what stands still is moved by at the n-th change: about a small square, never twice the same in a row. */
export function shiftAt(n: number): readonly [x: number, y: number] {
  const around = [
    [0, 0],
    [6, 0],
    [6, 6],
    [0, 6],
    [-6, 6],
    [-6, 0],
    [-6, -6],
    [0, -6],
    [6, -6],
  ] as const;
  return around[n % around.length] ?? [0, 0];
}
