// SPDX-License-Identifier: EUPL-1.2
/** What a message changes in what is known. Pure: the same input gives the same output. */
import { CLOCK_TOLERANCE_MS, LIVE_KINDS, type LiveRow } from '../../city/live';
import type { Parsed, RowFault } from './feed';

export interface Merged {
  readonly known: ReadonlyMap<string, LiveRow>;
  /** New rows and those that say something else or something newer. */
  readonly changed: readonly LiveRow[];
  /** Ids that were known and are no more. */
  readonly gone: readonly string[];
  readonly dropped: Parsed['dropped'];
}

/** How long a value that a partial message does not repeat still belongs to the row ({@link Parsed.completes}). */
const COMPLETES_MS = 15 * 60_000;

/**
 * Merges the rows of a message into what is known, by id. A row's time never goes back: one that is
 * older than what is known is dropped and what is known stays, also where the message is whole; so do
 * rows of the future and rows with numbers that are none. Of rows with the same id in one message the
 * newest counts, the later one of the same time. Same time with other content counts as a correction.
 * Where the message is whole, ids of which it has no good row are gone; that is also what becomes of
 * vehicles whose ids were given anew. A whole message with bad rows only takes nothing away.
 * @param nowMs the relay's clock
 */
export function mergeRows(known: ReadonlyMap<string, LiveRow>, parsed: Parsed, nowMs: number): Merged {
  const faults = new Map<RowFault, { count: number; example: string }>();
  const drop = (fault: RowFault, example: string, count = 1) => {
    const sofar = faults.get(fault);
    if (sofar) sofar.count += count;
    else faults.set(fault, { count, example });
  };
  for (const { fault, count, example } of parsed.dropped) drop(fault, example, count);

  const newest = new Map<string, LiveRow>();
  for (const row of parsed.rows) {
    const fault = faultOf(row, nowMs);
    if (fault) {
      drop(fault, String(row.id).slice(0, 160));
      continue;
    }
    const other = newest.get(row.id);
    if (other) drop('duplicate', row.id);
    if (!other || row.atMs >= other.atMs) newest.set(row.id, row);
  }

  const next = new Map(known);
  const changed: LiveRow[] = [];
  const gone = new Set<string>();
  for (const row of newest.values()) {
    const before = known.get(row.id);
    if (before && row.atMs < before.atMs) {
      drop('older', row.id);
      continue;
    }
    const full = parsed.completes && before ? completed(row, before) : row;
    if (before && sameContent(before, full)) continue;
    next.set(row.id, full);
    changed.push(full);
  }
  // Nothing but bad rows says nothing about what is there: what is known grows old instead of vanishing.
  const tellsAll = parsed.whole && (newest.size > 0 || faults.size === 0);
  if (tellsAll) for (const id of known.keys()) if (!newest.has(id)) gone.add(id);
  for (const id of parsed.gone ?? []) if (known.has(id) && !newest.has(id)) gone.add(id);
  for (const id of gone) next.delete(id);

  const dropped = [...faults].map(([fault, { count, example }]) => ({ fault, count, example }));
  return { known: next, changed, gone: [...gone], dropped };
}

function faultOf(row: LiveRow, nowMs: number): RowFault | undefined {
  if (typeof row.id !== 'string' || row.id === '') return 'no-id';
  if (!(LIVE_KINDS as readonly string[]).includes(row.kind)) return 'unknown-kind';
  if (!Number.isFinite(row.atMs)) return 'no-time';
  if (row.atMs > nowMs + CLOCK_TOLERANCE_MS) return 'future';
  return allFinite(row) ? undefined : 'bad-value';
}

/** Rows are flat but for lists of flat things. */
function allFinite(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < 8 && Object.values(value).every((inner) => allFinite(inner, depth + 1));
}

/** With what the row before said where this one says nothing, as long as that is not long ago. */
function completed(row: LiveRow, before: LiveRow): LiveRow {
  if (row.kind !== before.kind || row.atMs - before.atMs > COMPLETES_MS) return row;
  const known: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value ?? known[name] ?? null]),
  ) as unknown as LiveRow;
}

/** Whether two things that could be JSON say the same, whatever the order of their names. */
function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return names.every((name) => Object.hasOwn(second, name) && sameContent(first[name], second[name]));
}
