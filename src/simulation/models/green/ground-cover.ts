// SPDX-License-Identifier: EUPL-1.2
/** What covers the ground, cell by cell: buildings, known green, open country, and the rest of the built city. Pure. */
import type { Rings } from '../../../city/areas';
import { CELL_M, cellOf, cellShares, FINE_M, fillSquares, GREEN, type GreenRaster } from './green-raster';

/** Buildings as squares of the size of their footprint. */
export interface Footprints {
  readonly count: number;
  readonly eastM: ArrayLike<number>;
  readonly northM: ArrayLike<number>;
  readonly areaM2: ArrayLike<number>;
}

/** Shares of each cell; the first four make 1. */
export interface GroundCover {
  readonly building: Float64Array;
  readonly green: Float64Array;
  /** No building anywhere near: fields. */
  readonly field: Float64Array;
  /** Of the built city: streets, yards, squares. */
  readonly rest: Float64Array;
  /** Of the sealed rest, what a measure opens; of what is not sealed, what a measure seals. */
  readonly opened: Float64Array;
  readonly sealed: Float64Array;
  /** 1 where the buildings of most of the cell are known, or that there are none. */
  readonly inside: Uint8Array;
}

/** Ground with less than this under buildings, for so far around, is open country: an assumption. */
const COUNTRY_SHARE = 0.02;
const COUNTRY_CELLS = 3;

/** @param isKnown by district: whether its buildings are in the data */
export function groundCover(raster: GreenRaster, footprints: Footprints, isKnown: Uint8Array): GroundCover {
  const building = buildingShares(raster, footprints);
  return {
    building,
    inside: withoutDoubtfulGaps(raster, knownCells(raster, isKnown), building),
    opened: new Float64Array(building.length),
    sealed: new Float64Array(building.length),
    ...openGround(raster, building),
  };
}

/** The cover with the greens of another raster of the same city; what measures opened and sealed stays. */
export const withGround = (cover: GroundCover, raster: GreenRaster): GroundCover => ({
  ...cover,
  ...openGround(raster, cover.building),
});

/** A piece of ground, and which share of what is meant of it changes. */
export interface GroundPatch {
  readonly rings: Rings;
  readonly share: number;
}

/** What is said of one place twice holds of what the first left. */
export function withPatches(
  cover: GroundCover,
  raster: GreenRaster,
  column: 'opened' | 'sealed',
  patches: readonly GroundPatch[],
): GroundCover {
  if (patches.length === 0) return cover;
  const changed = cover[column].slice();
  for (const { rings, share } of patches) {
    const part = new Float64Array(changed.length);
    fillSquares(raster, rings, (square) => {
      part[cellOf(raster, square)]! += (FINE_M / CELL_M) ** 2;
    });
    part.forEach((of, cell) => {
      changed[cell] = 1 - (1 - (changed[cell] as number)) * (1 - of * share);
    });
  }
  return { ...cover, [column]: changed };
}

function openGround(
  raster: GreenRaster,
  building: Float64Array,
): Pick<GroundCover, 'green' | 'field' | 'rest'> {
  const marked = cellShares(raster, (square) => ((raster.ground[square] as number) & GREEN) !== 0);
  const green = marked.map((share, cell) => Math.min(share, 1 - (building[cell] as number)));
  const around = meanAround(building, raster.columns);
  const open = green.map((share, cell) => Math.max(0, 1 - share - (building[cell] as number)));
  const isCountry = (cell: number) => (around[cell] as number) < COUNTRY_SHARE;
  return {
    green,
    field: open.map((share, cell) => (isCountry(cell) ? share : 0)),
    rest: open.map((share, cell) => (isCountry(cell) ? 0 : share)),
  };
}

/** Each footprint, as a square about its middle, laid on the cells it touches; no more than the cell. */
function buildingShares(raster: GreenRaster, { count, eastM, northM, areaM2 }: Footprints): Float64Array {
  const { westM, southM, columns, rows } = raster;
  const shares = new Float64Array(columns * rows);
  for (let i = 0; i < count; i++) {
    const half = Math.sqrt(areaM2[i] as number) / 2 / CELL_M;
    const [x, y] = [((eastM[i] as number) - westM) / CELL_M, ((northM[i] as number) - southM) / CELL_M];
    for (
      let row = Math.max(0, Math.floor(y - half));
      row <= Math.min(rows - 1, Math.floor(y + half));
      row++
    ) {
      const high = Math.min(row + 1, y + half) - Math.max(row, y - half);
      const last = Math.min(columns - 1, Math.floor(x + half));
      for (let column = Math.max(0, Math.floor(x - half)); column <= last; column++) {
        const wide = Math.min(column + 1, x + half) - Math.max(column, x - half);
        shares[row * columns + column]! += high * wide;
      }
    }
  }
  return shares.map((share) => Math.min(1, share));
}

function knownCells({ columns, rows, parts }: GreenRaster, isKnown: Uint8Array): Uint8Array {
  const known = new Float64Array(columns * rows);
  parts.cell.forEach((cell, i) => {
    if (isKnown[parts.district[i] as number]) known[cell]! += parts.share[i] as number;
  });
  return Uint8Array.from(known, (share) => (share >= 0.5 ? 1 : 0));
}

/**
 * Ground without a building near is open country, unless it goes on into a district whose buildings are missing: then
 * they may be missing here too, and nothing is said of it.
 */
function withoutDoubtfulGaps({ columns, parts }: GreenRaster, inside: Uint8Array, building: Float64Array) {
  const around = meanAround(building, columns);
  const isCity = new Uint8Array(inside.length);
  for (const cell of parts.cell) isCity[cell] = 1;
  const known = inside.slice();
  const open = [...inside.keys()].filter((cell) => isCity[cell] && !inside[cell]);
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const column = cell % columns;
    const beside = [cell - columns, cell + columns];
    if (column > 0) beside.push(cell - 1);
    if (column + 1 < columns) beside.push(cell + 1);
    for (const next of beside) {
      if (!known[next] || (around[next] as number) >= COUNTRY_SHARE) continue;
      known[next] = 0;
      open.push(next);
    }
  }
  return known;
}

/** Mean of the cells about each, as far as {@link COUNTRY_CELLS}. */
function meanAround(values: Float64Array, columns: number): Float64Array {
  const rows = values.length / columns;
  return values.map((_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    let [sum, count] = [0, 0];
    for (let r = Math.max(0, row - COUNTRY_CELLS); r <= Math.min(rows - 1, row + COUNTRY_CELLS); r++)
      for (
        let c = Math.max(0, column - COUNTRY_CELLS);
        c <= Math.min(columns - 1, column + COUNTRY_CELLS);
        c++
      ) {
        sum += values[r * columns + c] as number;
        count++;
      }
    return sum / count;
  });
}
