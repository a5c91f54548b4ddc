// SPDX-License-Identifier: EUPL-1.2
/** What is seen from a place, over a grid of heights about it. Pure. */
import type { Standing } from '../city/standing';
import { NOBODY, roofGrid } from './height-grid';

/** A square grid about a place; rows go north, columns east; the place is in the middle of the middle cell. */
export interface HeightGrid {
  /** Columns, and rows: odd. */
  readonly side: number;
  readonly stepM: number;
  /** Highest roof over the middle of each cell; 0 where nothing stands. */
  readonly heightM: Float32Array;
  /** Whose roof it is; −1 where nothing stands. */
  readonly building: Int32Array;
}

/** Roofs of what stands on a grid that reaches `radiusM` from the frame's origin. */
export function heightGrid(standing: Standing, radiusM: number, stepM: number): HeightGrid {
  const half = Math.ceil(radiusM / stepM) + 1;
  const side = 2 * half + 1;
  const corner = -half * stepM;
  const place = { columns: side, rows: side, stepM, westM: corner, southM: corner };
  const { heightM, building } = roofGrid(standing, place);
  return { side, stepM, heightM, building };
}

export interface Viewshed {
  /** 1 where the surface of a cell (ground, else roof) is seen. */
  readonly seen: Uint8Array;
  /** Ground within the radius that is seen, of all that nothing stands on; m². */
  readonly seenGroundM2: number;
  readonly groundM2: number;
  /** Buildings of which a part is seen. */
  readonly buildings: number;
}

/** Rays to each cell of the rim, and looks at each cell of a ray: so many that none is left out. */
const RAYS_PER_CELL = 2.5;
const LOOK_CELLS = 0.5;

/**
 * What an eye sees from the middle of a grid, `eyeUpM` above the ground, within `radiusM`: along rays to
 * the rim, each cell whose surface rises to the steepest line so far (R2 of Franklin and Ray 1994).
 * A generator, so that whoever works it off can tell how far it is: yields the share done.
 */
export function* viewshed(grid: HeightGrid, eyeUpM: number, radiusM: number): Generator<number, Viewshed> {
  const { side, stepM, heightM } = grid;
  const middle = (side - 1) / 2;
  const reach = Math.min(middle - 1, radiusM / stepM);
  const seen = new Uint8Array(side * side);
  seen[middle * side + middle] = 1;
  const rays = Math.ceil(2 * Math.PI * reach * RAYS_PER_CELL);
  for (let ray = 0; ray < rays; ray++) {
    const angle = (2 * Math.PI * ray) / rays;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    let steepest = Number.NEGATIVE_INFINITY;
    for (let d = LOOK_CELLS; d <= reach + LOOK_CELLS; d += LOOK_CELLS) {
      const cell = Math.round(middle + d * dy) * side + Math.round(middle + d * dx);
      const slope = ((heightM[cell] as number) - eyeUpM) / (d * stepM);
      if (slope < steepest) continue;
      steepest = slope;
      seen[cell] = 1;
    }
    if (ray % 256 === 0) yield ray / rays;
  }
  return counted(grid, seen, reach);
}

function counted({ side, stepM, building }: HeightGrid, seen: Uint8Array, reach: number): Viewshed {
  const middle = (side - 1) / 2;
  const found = new Set<number>();
  let [ground, seenGround] = [0, 0];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (Math.hypot(x - middle, y - middle) > reach) continue;
      const cell = y * side + x;
      const whose = building[cell] as number;
      if (whose !== NOBODY) {
        if (seen[cell]) found.add(whose);
        continue;
      }
      ground++;
      seenGround += seen[cell] as number;
    }
  const cellM2 = stepM * stepM;
  return { seen, seenGroundM2: seenGround * cellM2, groundM2: ground * cellM2, buildings: found.size };
}
