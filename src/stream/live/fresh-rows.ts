// SPDX-License-Identifier: EUPL-1.2
import { CLOCK_TOLERANCE_MS, isFresh, type LiveKind, type LiveRow } from '../../city/live';

export interface SplitRows {
  readonly fresh: LiveRow[];
  readonly stale: LiveRow[];
  /** Of both. */
  readonly newestMs: number | null;
  /** If nothing comes, all this is so until then. */
  readonly untilMs: number;
}

/**
 * Rows that count at `nowMs` and those that do not any more, of one kind or of all; what claims to be of
 * the future is left out.
 */
export function splitRows(
  rows: Iterable<LiveRow>,
  nowMs: number,
  timeToLiveS: number,
  kind?: LiveKind,
): SplitRows {
  const fresh: LiveRow[] = [];
  const stale: LiveRow[] = [];
  let newestMs: number | null = null;
  let untilMs = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (kind !== undefined && row.kind !== kind) continue;
    if (row.atMs > nowMs + CLOCK_TOLERANCE_MS) {
      untilMs = Math.min(untilMs, row.atMs - CLOCK_TOLERANCE_MS);
      continue;
    }
    if (newestMs === null || row.atMs > newestMs) newestMs = row.atMs;
    if (isFresh(row.atMs, nowMs, timeToLiveS)) {
      fresh.push(row);
      untilMs = Math.min(untilMs, row.atMs + timeToLiveS * 1000 + 1);
    } else stale.push(row);
  }
  return { fresh, stale, newestMs, untilMs };
}
