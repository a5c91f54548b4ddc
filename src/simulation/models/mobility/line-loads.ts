// SPDX-License-Identifier: EUPL-1.2
/** The transit passengers of a state of the city on its lines. Pure. */

import type { CityInputs } from '../../../city/city-inputs';
import type { LineLoads, LineName } from '../../../impact/line-loads';
import type { LineNetwork } from '../transit/line-network';
import { loadTransit } from '../transit/transit-loads';

/**
 * Boardings by line along the optimal strategies, without crowding: seats are not in the data. Whoever has no
 * way along the lines has chosen something else before (mode-shift.ts).
 * @param insideH transit passengers/h from district to district, zones × zones
 * @param acrossBorderH those across the border, whose stops are not known
 */
export function lineLoadsOf(
  { transit: { patterns } }: CityInputs,
  network: LineNetwork | null,
  insideH: Float64Array,
  acrossBorderH: number,
): LineLoads | null {
  if (!network) return null;
  const { patternBoardingsH } = loadTransit(network, insideH);
  const byLine = new Map<string, LineName & { boardingsH: number }>();
  patterns.forEach(({ mode, line }, pattern) => {
    const key = `${mode} ${line}`;
    const boardingsH = (byLine.get(key)?.boardingsH ?? 0) + (patternBoardingsH[pattern] as number);
    byLine.set(key, { mode, name: line, boardingsH });
  });
  const lines = [...byLine.values()];
  return {
    lines: lines.map(({ mode, name }) => ({ mode, name })),
    boardingsH: Float64Array.from(lines, ({ boardingsH }) => boardingsH),
    acrossBorderH,
  };
}
