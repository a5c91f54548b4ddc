// SPDX-License-Identifier: EUPL-1.2
/** The trees that stand in a green area. Pure. */
import { isInside, type Rings } from '../../../city/areas';
import { type ColumnTable, columnIfAny, valuesOf } from '../../../city/columns';
import { plane } from '../../../city/frames';

export interface ParkTrees {
  readonly count: number;
  /** The most frequent, most first; those of no known species are in no row. */
  readonly species: readonly { readonly name: string; readonly count: number }[];
  /** Mean width of the crowns that are known; NaN where none is. */
  readonly crownM: number;
  /** Trees whose crown is known. */
  readonly withCrown: number;
}

/** Kinds that are named. */
const MOST_NAMED = 5;

/** Counts the rows of the table `trees` inside the rings (even-odd rule). */
export function treesInside(trees: ColumnTable, rings: Rings): ParkTrees {
  const rows = rowsInside(trees, rings);
  const crownM = valuesOf(trees, 'crownM');
  const species = columnIfAny(trees, 'species');
  const counts = new Map<string, number>();
  let [sum, withCrown] = [0, 0];
  for (const row of rows) {
    const name = species?.dictionary?.[species.values[row] ?? -1] ?? '';
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    const crown = crownM[row] as number;
    if (!(crown > 0)) continue;
    sum += crown;
    withCrown++;
  }
  const ranked = [...counts].map(([name, count]) => ({ name, count }));
  ranked.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { count: rows.length, species: ranked.slice(0, MOST_NAMED), crownM: sum / withCrown, withCrown };
}

/** Rows of the trees inside the rings. */
export function rowsInside(trees: ColumnTable, rings: Rings): number[] {
  const [east, north] = [valuesOf(trees, 'eastM'), valuesOf(trees, 'northM')];
  const corners = rings.flat();
  const west = Math.min(...corners.map(([x]) => x));
  const most = Math.max(...corners.map(([x]) => x));
  const rows: number[] = [];
  for (let row = 0; row < trees.rows; row++) {
    const x = east[row] as number;
    if (x >= west && x <= most && isInside(plane(x, north[row] as number), rings)) rows.push(row);
  }
  return rows;
}
