// SPDX-License-Identifier: EUPL-1.2
import type { DroppedCount } from '../../src/city/catalogue';
import { DROP_REASONS, type DropReason } from '../sources/reasons';

/** Counts what is left out, by reason, with the first example of each. */
export class DropCounter {
  readonly #counts = new Map<DropReason, { count: number; example: string }>();

  add(reason: DropReason, example: string): void {
    const entry = this.#counts.get(reason);
    if (entry) entry.count++;
    else this.#counts.set(reason, { count: 1, example });
  }

  /** The most frequent first. */
  list(): DroppedCount[] {
    return [...this.#counts]
      .map(([reason, { count, example }]) => ({ reason, text: DROP_REASONS[reason], count, example }))
      .sort((a, b) => b.count - a.count);
  }

  get total(): number {
    let sum = 0;
    for (const { count } of this.#counts.values()) sum += count;
    return sum;
  }
}
