// SPDX-License-Identifier: EUPL-1.2
/** Cells of a grid that lie inside outlines. Pure. */
import type { GridPlace } from './height-grid';

/** Outlines and holes alike, metres in the frame of the grid. */
export type FlatRings = readonly (readonly (readonly [xM: number, yM: number])[])[];

/** A byte a cell, by rows from the south: 1 where its middle lies inside (even-odd rule). Row by row, so that it is quick on large grids. */
export function insideMask({ columns, rows, stepM, westM, southM }: GridPlace, rings: FlatRings): Uint8Array {
  const mask = new Uint8Array(columns * rows);
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const ring of rings)
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] as readonly [number, number];
      if (ay === by) return;
      const [low, high] = ay < by ? [ay, by] : [by, ay];
      // From the lower end, the upper one excluded: a corner is crossed once.
      const first = Math.max(0, Math.ceil((low - southM) / stepM));
      const last = Math.min(rows - 1, Math.ceil((high - southM) / stepM) - 1);
      for (let row = first; row <= last; row++)
        crossings[row]!.push(ax + ((southM + row * stepM - ay) / (by - ay)) * (bx - ax));
    });
  crossings.forEach((all, row) => {
    all.sort((a, b) => a - b);
    for (let k = 0; k + 1 < all.length; k += 2) {
      const first = Math.max(0, Math.ceil((all[k]! - westM) / stepM));
      const end = Math.min(columns, Math.ceil((all[k + 1]! - westM) / stepM));
      if (end > first) mask.fill(1, row * columns + first, row * columns + end);
    }
  });
  return mask;
}
