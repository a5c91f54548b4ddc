// SPDX-License-Identifier: EUPL-1.2
/** How much ground lies under the crowns of trees: circles, what several cover counted once. Pure. */
import { type ColumnTable, columnIfAny, valuesOf } from '../../../city/columns';
import { type TreeGroup, treeKindOf } from '../../../city/trees';
import { CELL_M, cellOf, FINE_M, type GreenRaster, squareAt, WOOD } from './green-raster';

/** Narrowest, most likely and widest. */
export const LEVELS = 3;

/** Trees with the diameter of their crowns at each level, m. */
export interface Trees {
  readonly count: number;
  readonly eastM: ArrayLike<number>;
  readonly northM: ArrayLike<number>;
  readonly crownM: readonly ArrayLike<number>[];
}

/** A crown that is stated is so to the metre, or to a class: an assumption. */
const STATED_ERROR = 0.1;
/** Where no crown is known at all: from a young tree's to a grown one's of middle size. An assumption. */
const UNKNOWN_CROWN_M = [3, 5, 8] as const;
/** Crowns known of a group, so that the others of it are told by them. */
const FEWEST_KNOWN = 20;

/**
 * The table `trees`. A crown that is not stated is as those of its group of species: the lower quartile, the middle,
 * the upper quartile of what is stated in the same table; of all trees where its group has fewer than
 * {@link FEWEST_KNOWN}. A stated one is 10 % off either way.
 */
export function treesOf(table: ColumnTable): Trees {
  const stated = valuesOf(table, 'crownM');
  const species = columnIfAny(table, 'species');
  const groups = species?.dictionary?.map((name) => treeKindOf(name).group) ?? [];
  const groupOf = (row: number): TreeGroup => groups[species?.values[row] ?? -1] ?? 'other';
  const known = new Map<TreeGroup, number[]>();
  const all: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const crown = stated[row] as number;
    if (!(crown > 0)) continue;
    all.push(crown);
    const own = known.get(groupOf(row));
    if (own) own.push(crown);
    else known.set(groupOf(row), [crown]);
  }
  const ofAll = all.length >= FEWEST_KNOWN ? quartiles(all) : UNKNOWN_CROWN_M;
  const ofGroup = new Map(
    [...known].map(([group, crowns]) => [group, crowns.length >= FEWEST_KNOWN ? quartiles(crowns) : ofAll]),
  );
  return {
    count: table.rows,
    eastM: valuesOf(table, 'eastM'),
    northM: valuesOf(table, 'northM'),
    crownM: Array.from({ length: LEVELS }, (_, level) =>
      Float64Array.from({ length: table.rows }, (_, row) => {
        const crown = stated[row] as number;
        if (crown > 0) return crown * (1 + (level - 1) * STATED_ERROR);
        return (ofGroup.get(groupOf(row)) ?? ofAll)[level] as number;
      }),
    ),
  };
}

function quartiles(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.round(share * (sorted.length - 1))] as number);
}

/** Square metres under crowns, woods left out. */
export interface Canopy {
  readonly districtM2: Float64Array;
  readonly cellM2: Float64Array;
}

/** Crowns are told at points so far apart: on average as large as the circles. */
const POINT_M = 2;
const POINTS_IN_FINE = FINE_M / POINT_M;

/**
 * What the crowns of all of them cover at a level, each point once. A wood's trees are not counted one by one: it is
 * left out here, and its share of cover is a parameter.
 */
export function canopyOf(raster: GreenRaster, level: number, trees: readonly Trees[]): Canopy {
  const { westM, southM, rows, columns, fineColumns, district, ground } = raster;
  const pointColumns = fineColumns * POINTS_IN_FINE;
  const pointRows = (rows * CELL_M) / POINT_M;
  const seen = new Uint32Array(Math.ceil((pointColumns * pointRows) / 32));
  const districtM2 = new Float64Array(raster.districts);
  const cellM2 = new Float64Array(columns * rows);
  for (const { count, eastM, northM, crownM } of trees)
    for (let tree = 0; tree < count; tree++) {
      const radius = ((crownM[level] as ArrayLike<number>)[tree] as number) / 2 / POINT_M;
      // Points lie in the middle of squares.
      const x = ((eastM[tree] as number) - westM) / POINT_M - 0.5;
      const y = ((northM[tree] as number) - southM) / POINT_M - 0.5;
      const top = Math.min(pointRows - 1, Math.floor(y + radius));
      for (let row = Math.max(0, Math.ceil(y - radius)); row <= top; row++) {
        const half = Math.sqrt(radius * radius - (row - y) * (row - y));
        const last = Math.min(pointColumns - 1, Math.floor(x + half));
        for (let column = Math.max(0, Math.ceil(x - half)); column <= last; column++) {
          const point = row * pointColumns + column;
          const bit = 1 << (point & 31);
          if (((seen[point >>> 5] as number) & bit) !== 0) continue;
          seen[point >>> 5] = (seen[point >>> 5] as number) | bit;
          const square = Math.floor(row / POINTS_IN_FINE) * fineColumns + Math.floor(column / POINTS_IN_FINE);
          const own = district[square] as number;
          if (own < 0 || ((ground[square] as number) & WOOD) !== 0) continue;
          districtM2[own]! += POINT_M * POINT_M;
          cellM2[cellOf(raster, square)]! += POINT_M * POINT_M;
        }
      }
    }
  return { districtM2, cellM2 };
}

/** Square metres of wood. */
export function woodsOf(raster: GreenRaster): Canopy {
  const districtM2 = new Float64Array(raster.districts);
  const cellM2 = new Float64Array(raster.columns * raster.rows);
  raster.ground.forEach((bits, square) => {
    const own = raster.district[square] as number;
    if ((bits & WOOD) === 0 || own < 0) return;
    districtM2[own]! += FINE_M * FINE_M;
    cellM2[cellOf(raster, square)]! += FINE_M * FINE_M;
  });
  return { districtM2, cellM2 };
}

/** How many trees stand in each district. */
export function treesByDistrict(raster: GreenRaster, { count, eastM, northM }: Trees): Float64Array {
  const found = new Float64Array(raster.districts);
  for (let tree = 0; tree < count; tree++) {
    const square = squareAt(raster, eastM[tree] as number, northM[tree] as number);
    const own = square < 0 ? -1 : (raster.district[square] as number);
    if (own >= 0) found[own]! += 1;
  }
  return found;
}

/** A cell has a tree near where one stands in it or in a cell within so many of it: about 250 m. */
const NEAR_CELLS = 2;
/** By cell: 1 where a tree stands near. */
export function cellsWithTrees(raster: GreenRaster, { count, eastM, northM }: Trees): Uint8Array {
  const { columns, rows } = raster;
  const near = new Uint8Array(columns * rows);
  for (let tree = 0; tree < count; tree++) {
    const square = squareAt(raster, eastM[tree] as number, northM[tree] as number);
    if (square < 0) continue;
    const cell = cellOf(raster, square);
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const [from, to] = [Math.max(0, column - NEAR_CELLS), Math.min(columns, column + NEAR_CELLS + 1)];
    for (let r = Math.max(0, row - NEAR_CELLS); r <= Math.min(rows - 1, row + NEAR_CELLS); r++)
      near.fill(1, r * columns + from, r * columns + to);
  }
  return near;
}
