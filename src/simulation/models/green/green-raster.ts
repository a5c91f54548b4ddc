// SPDX-License-Identifier: EUPL-1.2
/** The city as squares: which district each is of, and what green, wood and park lies on it. Pure. */
import type { Rings } from '../../../city/areas';
import type { Plane } from '../../../city/frames';
import { PARK_CLASSES } from '../../../city/ground';
import type { GreenArea } from '../walking/green';

/** Side of the fine squares, by whose middle districts and greens are told. */
export const FINE_M = 20;
/** Side of the squares of which heat is told. */
export const CELL_M = 100;
const FINE_IN_CELL = CELL_M / FINE_M;

/** From how large on a park counts: half a hectare and a hectare. */
export const PARK_SIZES_M2 = [5000, 10_000] as const;

/** What lies on a fine square, as bits. */
export const GREEN = 1;
export const WOOD = 2;
/** A park of {@link PARK_SIZES_M2}, by row. */
export const PARK = [4, 8] as const;

/** Outlines, or a table, that make no raster. */
export class GreenError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'GreenError';
  }
}

export interface GreenRaster {
  readonly westM: number;
  readonly southM: number;
  /** Of the cells. */
  readonly columns: number;
  readonly rows: number;
  readonly fineColumns: number;
  readonly districts: number;
  /** By fine square, row by row from the south-west: row of the districts, −1 outside. */
  readonly district: Int16Array;
  /** By fine square: {@link GREEN}, {@link WOOD}, {@link PARK}. */
  readonly ground: Uint8Array;
  readonly greens: readonly GreenArea[];
  /** By green: how large the park is that it is a piece of; 0 of what is no park. */
  readonly parkM2: readonly number[];
  /** By district, by its fine squares. */
  readonly areaM2: Float64Array;
  /** Which cell is how much of which district: one row a pair, share of the cell. */
  readonly parts: {
    readonly cell: Int32Array;
    readonly district: Int16Array;
    readonly share: Float64Array;
  };
}

/**
 * @param outlines rings by district, even-odd rule
 * @throws GreenError where no district has an outline
 */
export function greenRaster(outlines: readonly Rings[], greens: readonly GreenArea[]): GreenRaster {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of outlines)
    for (const ring of rings)
      for (const [x, y] of ring) {
        [west, south] = [Math.min(west, x), Math.min(south, y)];
        [east, north] = [Math.max(east, x), Math.max(north, y)];
      }
  if (!(west < east && south < north)) throw new GreenError('zone-rings', 'no district has an outline');
  const frame = {
    westM: Math.floor(west / CELL_M) * CELL_M,
    southM: Math.floor(south / CELL_M) * CELL_M,
    columns: 0,
    rows: 0,
    fineColumns: 0,
  };
  frame.columns = Math.ceil((east - frame.westM) / CELL_M);
  frame.rows = Math.ceil((north - frame.southM) / CELL_M);
  frame.fineColumns = frame.columns * FINE_IN_CELL;
  const fine = frame.fineColumns * frame.rows * FINE_IN_CELL;
  const district = new Int16Array(fine).fill(-1);
  outlines.forEach((rings, row) => {
    fillSquares(frame, rings, (square) => {
      district[square] = row;
    });
  });
  return {
    ...frame,
    districts: outlines.length,
    district,
    areaM2: areasOf(district, outlines.length),
    parts: partsOf(frame, district),
    ...groundOf(frame, fine, greens),
  };
}

/** The same raster with more green on it, where nothing is built (by fine square). */
export function withGreens(
  raster: GreenRaster,
  greens: readonly GreenArea[],
  built: Uint8Array = new Uint8Array(raster.district.length),
): GreenRaster {
  const added = new Set(greens);
  const isOn = (green: GreenArea, square: number) => !(built[square] && added.has(green));
  return { ...raster, ...groundOf(raster, raster.district.length, [...raster.greens, ...greens], isOn) };
}

/** Marks what lies on the squares. Parks that touch are one: the data have large parks in pieces. */
function groundOf(
  frame: Frame,
  squares: number,
  greens: readonly GreenArea[],
  isOn: (green: GreenArea, square: number) => boolean = () => true,
): Pick<GreenRaster, 'ground' | 'greens' | 'parkM2'> {
  const ground = new Uint8Array(squares);
  const isPark = new Uint8Array(squares);
  for (const green of greens) {
    const bits = GREEN | (green.class === 'wood' ? WOOD : 0);
    const own = PARK_CLASSES.includes(green.class) ? 1 : 0;
    fillSquares(frame, green.rings, (square) => {
      if (!isOn(green, square)) return;
      ground[square] = (ground[square] as number) | bits;
      isPark[square] = (isPark[square] as number) | own;
    });
  }
  const { part, areaM2 } = partsThatTouch(isPark, frame.fineColumns);
  const parkM2 = greens.map((green) => {
    if (!PARK_CLASSES.includes(green.class)) return 0;
    let most = green.areaM2;
    fillSquares(frame, green.rings, (square) => {
      if (isOn(green, square)) most = Math.max(most, areaM2[part[square] as number] as number);
    });
    const bits = PARK_SIZES_M2.reduce(
      (all, leastM2, size) => all | (most >= leastM2 ? (PARK[size] as number) : 0),
      0,
    );
    fillSquares(frame, green.rings, (square) => {
      if (isOn(green, square)) ground[square] = (ground[square] as number) | bits;
    });
    return most;
  });
  return { ground, greens, parkM2 };
}

/** Squares that hang together, over corners too: by square its part, by part how large it is; part 0 is what is none. */
function partsThatTouch(is: Uint8Array, columns: number): { part: Int32Array; areaM2: number[] } {
  const part = new Int32Array(is.length);
  const areaM2 = [0];
  const rows = is.length / columns;
  for (let start = 0; start < is.length; start++) {
    if (!is[start] || part[start]) continue;
    const own = areaM2.length;
    let squares = 0;
    const open = [start];
    part[start] = own;
    for (let square = open.pop(); square !== undefined; square = open.pop()) {
      squares++;
      const [row, column] = [Math.floor(square / columns), square % columns];
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          const next = r * columns + c;
          if (!is[next] || part[next]) continue;
          part[next] = own;
          open.push(next);
        }
    }
    areaM2.push(squares * FINE_M * FINE_M);
  }
  return { part, areaM2 };
}

type Frame = Pick<GreenRaster, 'westM' | 'southM' | 'columns' | 'rows' | 'fineColumns'>;

/** Row of the fine square, −1 beyond the raster. */
export function squareAt({ westM, southM, rows, fineColumns }: Frame, eastM: number, northM: number): number {
  const column = Math.floor((eastM - westM) / FINE_M);
  const row = Math.floor((northM - southM) / FINE_M);
  const inside = column >= 0 && row >= 0 && column < fineColumns && row < rows * FINE_IN_CELL;
  return inside ? row * fineColumns + column : -1;
}

/** Cell of a fine square. */
export const cellOf = ({ columns, fineColumns }: Frame, square: number): number =>
  Math.floor(Math.floor(square / fineColumns) / FINE_IN_CELL) * columns +
  Math.floor((square % fineColumns) / FINE_IN_CELL);

/** The fine squares whose middle lies inside, each once. */
export function fillSquares(frame: Frame, rings: Rings, visit: (square: number) => void): void {
  const { westM, fineColumns } = frame;
  for (const [row, crossings] of crossingsByRow(frame, rings)) {
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(((crossings[i] as number) - westM) / FINE_M - 0.5));
      const to = Math.min(fineColumns, Math.ceil(((crossings[i + 1] as number) - westM) / FINE_M - 0.5));
      for (let column = from; column < to; column++) visit(row * fineColumns + column);
    }
  }
}

/** By row of fine squares: where the outlines cross its middle, from west to east. */
function crossingsByRow({ southM, rows }: Frame, rings: Rings): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const rowOf = (northM: number) => (northM - southM) / FINE_M - 0.5;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Plane;
      const [bx, by] = ring[j] as Plane;
      const low = Math.max(0, Math.floor(rowOf(Math.min(ay, by))));
      const high = Math.min(rows * FINE_IN_CELL - 1, Math.ceil(rowOf(Math.max(ay, by))));
      for (let row = low; row <= high; row++) {
        const northM = southM + (row + 0.5) * FINE_M;
        if (ay > northM === by > northM) continue;
        const east = ax + ((northM - ay) / (by - ay)) * (bx - ax);
        const own = found.get(row);
        if (own) own.push(east);
        else found.set(row, [east]);
      }
    }
  return found;
}

function areasOf(district: Int16Array, districts: number): Float64Array {
  const areaM2 = new Float64Array(districts);
  for (const row of district) if (row >= 0) areaM2[row]! += FINE_M * FINE_M;
  return areaM2;
}

function partsOf(frame: Frame, district: Int16Array): GreenRaster['parts'] {
  const counts = new Map<number, number>();
  const stride = 1 << 15;
  district.forEach((row, square) => {
    if (row < 0) return;
    const key = cellOf(frame, square) * stride + row;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const keys = [...counts.keys()].sort((a, b) => a - b);
  return {
    cell: Int32Array.from(keys, (key) => Math.floor(key / stride)),
    district: Int16Array.from(keys, (key) => key % stride),
    share: Float64Array.from(keys, (key) => (counts.get(key) as number) / FINE_IN_CELL ** 2),
  };
}

/** Of each cell, the share of its fine squares for which it holds. */
export function cellShares(raster: GreenRaster, holds: (square: number) => boolean): Float64Array {
  const shares = new Float64Array(raster.columns * raster.rows);
  for (let square = 0; square < raster.district.length; square++)
    if (holds(square)) shares[cellOf(raster, square)]! += 1 / FINE_IN_CELL ** 2;
  return shares;
}

/** Mean over the cells of each district, by how much of each is of it; NaN where it has none that is not NaN. */
export function meanByDistrict({ parts, districts }: GreenRaster, values: Float64Array): Float64Array {
  const [sum, weight] = [new Float64Array(districts), new Float64Array(districts)];
  parts.cell.forEach((cell, i) => {
    const value = values[cell] as number;
    if (Number.isNaN(value)) return;
    const [district, share] = [parts.district[i] as number, parts.share[i] as number];
    sum[district]! += share * value;
    weight[district]! += share;
  });
  return sum.map((all, district) => all / (weight[district] as number));
}
