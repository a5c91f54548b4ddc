// SPDX-License-Identifier: EUPL-1.2
/** Presence as a surface: a smooth field over a grid's cells, or districts that are raised. Pure but for zone-geometry. */
import { type ColumnTable, valuesOf } from '../../city/columns';
import { type LonLat, lonLat, lonLatToScene } from '../../city/frames';
import { zoneSurfaces } from '../impact/zone-geometry';

/** Rows that a corner's height is the mean of. */
export const MEAN_OF = 4;

export interface PresenceSurfaceShape {
  /** x, y in the scene (m), and 1 where the corner rises, 0 at the foot of a wall. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Row of the cell or district that the face belongs to. */
  readonly own: Uint32Array<ArrayBuffer>;
  /** {@link MEAN_OF} of each corner: rows + 1 that its height is the mean of, 0 for none. */
  readonly near: Uint32Array<ArrayBuffer>;
  /** Outward normal of a wall (127 = 1), x and y; 0, 0 elsewhere. */
  readonly normals: Int8Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
}

const CORNERS = ['southWest', 'southEast', 'northEast', 'northWest'] as const;

/** x, y of the four corners of each cell of the table `presence-cells`, scene metres, counter-clockwise. */
export function cellCorners(table: ColumnTable, anchor: LonLat): Float64Array {
  const columns = CORNERS.map((corner) =>
    ['LonDeg', 'LatDeg'].map((part) => valuesOf(table, `${corner}${part}`)),
  );
  const corners = new Float64Array(8 * table.rows);
  for (let row = 0; row < table.rows; row++)
    columns.forEach(([lon, lat], k) => {
      const [x, y] = lonLatToScene(anchor, lonLat(lon![row]!, lat![row]!));
      corners.set([x, y], 8 * row + 2 * k);
    });
  return corners;
}

/**
 * A field over cells: each cell is drawn by nine points, its middle as high as itself, the others as the
 * mean of the cells that meet there, so that neighbours join.
 * @param corners as {@link cellCorners}
 */
export function fieldShape(corners: Float64Array): PresenceSurfaceShape {
  const cells = corners.length / 8;
  const meeting = cellsByPlace(corners);
  const shape = emptyShape(9 * cells, 24 * cells);
  for (let cell = 0; cell < cells; cell++)
    ninePoints(corners, cell).forEach(([x, y], k) => {
      const at = 9 * cell + k;
      shape.positions.set([x, y, 1], 3 * at);
      shape.own[at] = cell;
      const near = k === MIDDLE ? [cell] : (meeting.get(placeKey(x, y)) ?? [cell]);
      near.slice(0, MEAN_OF).forEach((row, i) => {
        shape.near[MEAN_OF * at + i] = row + 1;
      });
    });
  for (let cell = 0; cell < cells; cell++)
    shape.indices.set(
      FAN.map((k) => 9 * cell + k),
      24 * cell,
    );
  return shape;
}

/** Districts of the table `zone-rings`, each as high as its own value, with walls. */
export function districtShape(rings: ColumnTable, anchor: LonLat): PresenceSurfaceShape {
  const { positions, zones, normals, indices } = zoneSurfaces(rings, anchor);
  const near = new Uint32Array(MEAN_OF * zones.length);
  zones.forEach((zone, i) => {
    near[MEAN_OF * i] = zone + 1;
  });
  return { positions, own: zones, near, normals, indices };
}

/** Row of the cell that a place of the scene is in; null where in none. */
export function cellAt(corners: Float64Array, x: number, y: number): number | null {
  for (let cell = 0; cell < corners.length / 8; cell++) {
    let inside = true;
    for (let k = 0; k < 4 && inside; k++) {
      const [a, b] = [8 * cell + 2 * k, 8 * cell + 2 * ((k + 1) % 4)];
      const [ax, ay, bx, by] = [corners[a]!, corners[a + 1]!, corners[b]!, corners[b + 1]!];
      inside = (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
    }
    if (inside) return cell;
  }
  return null;
}

/** Row of the district whose top a place of the scene is under; null where in none. */
export function districtAt(
  { positions, own, indices }: Pick<PresenceSurfaceShape, 'positions' | 'own' | 'indices'>,
  x: number,
  y: number,
): number | null {
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    // Walls have a foot, and from above no area.
    if (!positions[3 * a + 2] || !positions[3 * b + 2] || !positions[3 * c + 2]) continue;
    const left = (from: number, to: number) =>
      (positions[3 * to]! - positions[3 * from]!) * (y - positions[3 * from + 1]!) -
      (positions[3 * to + 1]! - positions[3 * from + 1]!) * (x - positions[3 * from]!);
    const [ab, bc, ca] = [left(a, b), left(b, c), left(c, a)];
    if ((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0)) return own[a]!;
  }
  return null;
}

const MIDDLE = 8;
/** The middle with each of the eight others and the next. */
const FAN = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => [MIDDLE, k, (k + 1) % 8]);

/** Corners and middles of the sides in turn, counter-clockwise from the south-west, then the middle. */
function ninePoints(corners: Float64Array, cell: number): (readonly [number, number])[] {
  const corner = (k: number) =>
    [corners[8 * cell + 2 * (k % 4)]!, corners[8 * cell + 2 * (k % 4) + 1]!] as const;
  const round = [0, 1, 2, 3].flatMap((k) => {
    const [a, b] = [corner(k), corner(k + 1)];
    return [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const];
  });
  const sum = (part: 0 | 1) => [0, 1, 2, 3].reduce((total, k) => total + corner(k)[part], 0) / 4;
  return [...round, [sum(0), sum(1)]];
}

/** Grids are published with corners that differ in the last digits. */
const PLACE_M = 8;
const placeKey = (x: number, y: number) => `${Math.round(x / PLACE_M)} ${Math.round(y / PLACE_M)}`;

function cellsByPlace(corners: Float64Array): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let cell = 0; cell < corners.length / 8; cell++)
    for (const [x, y] of ninePoints(corners, cell).slice(0, MIDDLE)) {
      const key = placeKey(x, y);
      const there = found.get(key);
      if (there) there.push(cell);
      else found.set(key, [cell]);
    }
  return found;
}

function emptyShape(points: number, indices: number): PresenceSurfaceShape {
  return {
    positions: new Float32Array(3 * points),
    own: new Uint32Array(points),
    near: new Uint32Array(MEAN_OF * points),
    normals: new Int8Array(2 * points),
    indices: new Uint32Array(indices),
  };
}
