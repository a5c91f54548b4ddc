// SPDX-License-Identifier: EUPL-1.2
/** The first rows by a figure. Pure. */
import type { AttributeColumn } from '../../../../query/attribute';

/** At most `count` rows with a value, the highest (or lowest) first; `kept`: 1 where a row counts, null for all. */
export function rankedRows(
  column: AttributeColumn,
  kept: Uint8Array | null,
  count: number,
  lowest: boolean,
): number[] {
  const values = column.values as ArrayLike<number>;
  const before = (a: number, b: number) =>
    (lowest ? 1 : -1) * ((values[a] as number) - (values[b] as number)) || a - b;
  const best: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (!Number.isFinite(values[row]) || (kept && kept[row] !== 1)) continue;
    if (best.length === count && before(row, best[count - 1] as number) >= 0) continue;
    const at = best.findIndex((each) => before(row, each) < 0);
    best.splice(at < 0 ? best.length : at, 0, row);
    if (best.length > count) best.pop();
  }
  return best;
}
