// SPDX-License-Identifier: EUPL-1.2
/** The table of the lines: boardings of each with their estimates, most changed first. Pure. */
import { columnDirections, DIRECTIONS, type Direction } from '../../../impact/certainty';
import { type Estimate, estimateAt } from '../../../impact/estimate';
import type { LineImpact, LineName } from '../../../impact/line-loads';

export interface LineRow extends LineName {
  /** It does not run before. */
  readonly isNew: boolean;
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
  readonly direction: Direction;
}

/** Those whose change can be told come first, the greatest of them first; equal ones in the order of `compare`. */
export function lineRows(
  impact: LineImpact,
  relativeGap: number,
  compare: (a: string, b: string) => number,
): readonly LineRow[] {
  const directions = columnDirections({ id: null, unit: 'passengers/h', ...impact }, relativeGap);
  const rows = impact.lines.map(
    (line, row): LineRow => ({
      ...line,
      before: estimateAt(impact.before, row),
      after: estimateAt(impact.after, row),
      change: estimateAt(impact.change, row),
      direction: DIRECTIONS[directions[row] as number] as Direction,
    }),
  );
  return rows.sort(
    (a, b) =>
      RANK[a.direction] - RANK[b.direction] ||
      Math.abs(b.change.value) - Math.abs(a.change.value) ||
      compare(a.name, b.name),
  );
}

const RANK: Readonly<Record<Direction, number>> = { less: 0, more: 0, unclear: 1, none: 2 };
