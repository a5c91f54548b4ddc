// SPDX-License-Identifier: EUPL-1.2
/** Rows of a message on their way to a Parsed: the checks that all kinds share, and what was left out why. */
import { CLOCK_TOLERANCE_MS, type LiveRow } from '../../city/live';
import { within } from '../../city/place';
import type { ParseContext, Parsed, RowFault } from './feed';

/** Why there is no row, and of which one. */
export type Lapse = readonly [fault: RowFault, example: string];

export class RowTally {
  private readonly rows: LiveRow[] = [];
  private readonly faults = new Map<RowFault, { count: number; example: string }>();

  constructor(private readonly context: ParseContext) {}

  /** Takes a row, or leaves it out where its id, time or place will not do; of a lapse the reason. */
  take(row: LiveRow | Lapse): void {
    if (!('kind' in row)) this.drop(...row);
    else if (row.id === '') this.drop('no-id', row.kind);
    else if (!Number.isFinite(row.atMs)) this.drop('no-time', row.id);
    else if (row.atMs > this.context.receivedMs + CLOCK_TOLERANCE_MS)
      this.drop('future', `${row.id}: ${Math.round((row.atMs - this.context.receivedMs) / 1000)} s ahead`);
    else if ('at' in row && row.at && !within(this.context.bounds, row.at))
      this.drop('outside', `${row.id}: ${row.at[0].toFixed(5)}, ${row.at[1].toFixed(5)}`);
    else this.rows.push(row);
  }

  drop(fault: RowFault, example: string): void {
    const known = this.faults.get(fault);
    if (known) known.count++;
    else this.faults.set(fault, { count: 1, example: example.slice(0, 160) });
  }

  parsed(whole: boolean): Parsed {
    const dropped = [...this.faults].map(([fault, { count, example }]) => ({ fault, count, example }));
    return { rows: this.rows, dropped, whole };
  }
}

/** Of rows that say the same thing at several times the newest; the first of those of the same time. */
export function newestById<R extends { readonly id: string; readonly atMs: number }>(rows: Iterable<R>): R[] {
  const newest = new Map<string, R>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || row.atMs > known.atMs) newest.set(row.id, row);
  }
  return [...newest.values()];
}
