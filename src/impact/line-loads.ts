// SPDX-License-Identifier: EUPL-1.2
/** Who boards which line: of one state of the city, and what a scenario makes of it. Pure. */
import type { TransitMode } from '../city/ground';
import { type Estimate, type EstimateColumn, estimateColumn, estimateOf } from './estimate';

/** A line under the name that its operator gives it; the same name in another mode is another line. */
export interface LineName {
  readonly mode: TransitMode;
  readonly name: string;
}

/** Passengers on the lines of a city in the assigned hour. */
export interface LineLoads {
  readonly lines: readonly LineName[];
  /** By line, both directions together: passengers an hour who board, those who change counted at each. */
  readonly boardingsH: Float64Array;
  /** Passengers an hour across the city's border: where they board is not known, and they are on no line. */
  readonly acrossBorderH: number;
}

interface Compared<Figures> {
  readonly before: Figures;
  readonly after: Figures;
  /** Of each draw: after less before. */
  readonly change: Figures;
}
/** Boardings by line; a line that runs only before or only after has 0 where it does not run. */
export interface LineImpact extends Compared<EstimateColumn> {
  readonly lines: readonly (LineName & { readonly isNew: boolean })[];
  readonly acrossBorderH: Compared<Estimate>;
}

/** One draw before and after. */
export type LineLoadsPair = Readonly<Record<'before' | 'after', LineLoads | null>>;

/**
 * The lines of before in their order, then the new ones; null where the city has no lines.
 * @throws RangeError where the draws are too few for an interval (see estimate.ts).
 */
export function lineImpactOf(draws: readonly LineLoadsPair[]): LineImpact | null {
  const pairs = draws.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const [first] = pairs;
  if (!first || pairs.length < draws.length) return null;
  const known = new Set(first.before.lines.map(keyOf));
  const added = first.after.lines.filter((line) => !known.has(keyOf(line)));
  const lines = [
    ...first.before.lines.map((line) => ({ ...line, isNew: false })),
    ...added.map((line) => ({ ...line, isNew: true })),
  ];
  const boardings = (loads: LineLoads) => {
    const byKey = new Map(loads.lines.map((line, row) => [keyOf(line), loads.boardingsH[row] as number]));
    return Float64Array.from(lines, (line) => byKey.get(keyOf(line)) ?? 0);
  };
  const [before, after] = [
    pairs.map((pair) => boardings(pair.before)),
    pairs.map((pair) => boardings(pair.after)),
  ];
  const change = after.map((column, i) => column.map((value, row) => value - (before[i]?.[row] as number)));
  const total = (of: (loads: LineLoads) => number): Compared<Estimate> => ({
    before: estimateOf(pairs.map((pair) => of(pair.before))),
    after: estimateOf(pairs.map((pair) => of(pair.after))),
    change: estimateOf(pairs.map((pair) => of(pair.after) - of(pair.before))),
  });
  return {
    lines,
    before: estimateColumn(before),
    after: estimateColumn(after),
    change: estimateColumn(change),
    acrossBorderH: total((loads) => loads.acrossBorderH),
  };
}

const keyOf = ({ mode, name }: LineName): string => `${mode} ${name}`;
