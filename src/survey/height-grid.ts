// SPDX-License-Identifier: EUPL-1.2
/** Roofs over a grid of the ground. Pure. */
import type { Standing } from '../city/standing';

/** Where a grid lies in a flat frame, metres; rows go north, columns east. */
export interface GridPlace {
  readonly columns: number;
  readonly rows: number;
  readonly stepM: number;
  /** Middle of the south-west cell. */
  readonly westM: number;
  readonly southM: number;
}

export interface RoofGrid extends GridPlace {
  /** Highest roof over the middle of each cell, by rows from the south; 0 where nothing stands. */
  readonly heightM: Float32Array;
  /** Whose roof it is; {@link NOBODY} where nothing stands. */
  readonly building: Int32Array;
}

export const NOBODY = -1;

/** Roofs of what stands on a grid. Cost: the cells under the triangles. */
export function roofGrid({ corners, indices, ids }: Standing, place: GridPlace): RoofGrid {
  const { columns, rows, stepM, westM, southM } = place;
  const heightM = new Float32Array(columns * rows);
  const building = new Int32Array(columns * rows).fill(NOBODY);
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
    // In cells from the south-west one.
    const [ax, bx, cx] = [a, b, c].map((i) => (corners[i]! - westM) / stepM) as Three;
    const [ay, by, cy] = [a, b, c].map((i) => (corners[i + 1]! - southM) / stepM) as Three;
    const twice = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    // Walls have no ground under them, and what looks down is the underside of something.
    if (twice < 1e-9) continue;
    const first = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
    const last = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy)));
    const west = Math.max(0, Math.ceil(Math.min(ax, bx, cx)));
    const east = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx)));
    for (let y = first; y <= last; y++)
      for (let x = west; x <= east; x++) {
        const u = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / twice;
        const v = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / twice;
        if (u < 0 || v < 0 || u + v > 1) continue;
        const up =
          corners[a + 2]! + u * (corners[b + 2]! - corners[a + 2]!) + v * (corners[c + 2]! - corners[a + 2]!);
        const cell = y * columns + x;
        if (up <= heightM[cell]!) continue;
        heightM[cell] = up;
        building[cell] = ids[indices[t]!]!;
      }
  }
  return { ...place, heightM, building };
}
type Three = [number, number, number];
