// SPDX-License-Identifier: EUPL-1.2
/**
 * From what squares of ground can cool to how warm the air over them is: the second half of InVEST's urban cooling
 * model (user guide, "Urban Cooling", equations 3a–5), for squares of which a part is green. Pure.
 */
import { exp } from '../../../city/exact-math';

export interface CoolingField {
  readonly columns: number;
  readonly cellM: number;
  /** 1 where something is known of the cell; null: everywhere. What is not known is nothing, not nought. */
  readonly inside: Uint8Array | null;
  /** By cell, 0 to 1: how much it can cool. */
  readonly capacity: Float64Array;
  /** By cell: which share of it is green that cools what lies around, and how much that green can cool. */
  readonly greenShare: Float64Array;
  readonly greenCapacity: Float64Array;
}

export interface CoolingAir {
  /** How far a large green area cools, m. */
  readonly coolingDistanceM: number;
  /** How far air mixes, m: the width of a bell. */
  readonly mixingRadiusM: number;
  /** Air in the country around, °C, and how much warmer the densest city is. */
  readonly referenceC: number;
  readonly heatIslandC: number;
}

export interface CooledAir {
  /** By cell, 0 to 1: of the green around it. */
  readonly parkCapacity: Float64Array;
  /** Of the cell itself, or of the green near by where that is more. */
  readonly mitigation: Float64Array;
  /** Air, °C, mixed with what is around. */
  readonly airC: Float64Array;
}

/** From how much green within the cooling distance on it counts as a park (InVEST: 2 ha). */
const PARK_HA = 2;
/** Beyond so many cooling distances, and so many widths of the bell, nothing counts. */
const DECAY_REACH = 5;
const BELL_REACH = 3;

/** Air over a raster. What is not inside is NaN. */
export function cooledAir(field: CoolingField, air: CoolingAir): CooledAir {
  const { columns, cellM, inside, capacity, greenShare, greenCapacity } = field;
  const { coolingDistanceM, mixingRadiusM, referenceC, heatIslandC } = air;
  const distance = coolingDistanceM / cellM;
  const decay = disc(DECAY_REACH * distance, (cells) => exp(-cells / distance));
  const known = inside ? Float64Array.from(inside) : new Float64Array(capacity.length).fill(1);
  const given = sumAround(
    greenCapacity.map((cc, cell) => cc * (greenShare[cell] as number)),
    columns,
    decay,
  );
  const weights = weightsAround(field, known, decay, distance);
  const greenCells = sumAround(
    greenShare,
    columns,
    disc(distance, () => 1),
  );
  const parkCapacity = given.map((sum, cell) => (known[cell] ? sum / (weights[cell] as number) : Number.NaN));
  const mitigation = capacity.map((cc, cell) => {
    if (!known[cell]) return Number.NaN;
    const park = parkCapacity[cell] as number;
    const greenHa = ((greenCells[cell] as number) * cellM ** 2) / 10_000;
    return cc >= park || greenHa < PARK_HA ? cc : park;
  });
  const unmixed = mitigation.map((hm) => (Number.isNaN(hm) ? 0 : referenceC + (1 - hm) * heatIslandC));
  return { parkCapacity, mitigation, airC: mixed(unmixed, known, columns, mixingRadiusM / cellM) };
}

/** Weights of the cells around one, row by row: those of row r are from column −half on. */
interface Kernel {
  readonly reach: number;
  readonly rows: readonly { readonly half: number; readonly weight: Float64Array }[];
}

function disc(radius: number, weightAt: (cells: number) => number): Kernel {
  const reach = Math.floor(radius);
  const rows = Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const row = i - reach;
    let half = reach;
    while (half > 0 && Math.sqrt(row * row + half * half) > radius) half--;
    return {
      half,
      weight: Float64Array.from({ length: 2 * half + 1 }, (_, k) =>
        weightAt(Math.sqrt(row * row + (k - half) * (k - half))),
      ),
    };
  });
  return { reach, rows };
}

/** Weighted sum of the cells around each, those of nought left out of the work. */
function sumAround(values: Float64Array, columns: number, { reach, rows: kernel }: Kernel): Float64Array {
  const rows = values.length / columns;
  const sums = new Float64Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column] as number;
      if (value === 0) continue;
      const last = Math.min(rows - 1, row + reach);
      for (let r = Math.max(0, row - reach); r <= last; r++) {
        const { half, weight } = kernel[r - row + reach] as Kernel['rows'][number];
        const from = Math.max(0, column - half);
        const to = Math.min(columns - 1, column + half);
        let cell = r * columns + from;
        const end = cell + to - from;
        for (let k = from - column + half; cell <= end; k++, cell++)
          sums[cell] = (sums[cell] as number) + value * (weight[k] as number);
      }
    }
  return sums;
}

/** Of a raster and a distance they are the same whatever grows there: asked for in every draw, worked out once. */
const knownWeights = new WeakMap<Uint8Array, Map<number, Float64Array>>();
function weightsAround(
  { inside, columns }: CoolingField,
  known: Float64Array,
  decay: Kernel,
  distance: number,
): Float64Array {
  if (!inside) return sumAround(known, columns, decay);
  let byDistance = knownWeights.get(inside);
  if (!byDistance) knownWeights.set(inside, (byDistance = new Map()));
  let weights = byDistance.get(distance);
  if (!weights) byDistance.set(distance, (weights = sumAround(known, columns, decay)));
  return weights;
}

/**
 * Mean of the known cells about each by a bell, NaN where it is not known itself. Summed along the rows, then along the
 * columns: that is a bell in both.
 */
function mixed(values: Float64Array, known: Float64Array, columns: number, width: number): Float64Array {
  const reach = Math.floor(BELL_REACH * width);
  const bell = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    exp(-((i - reach) * (i - reach)) / (2 * width * width)),
  );
  const rows = values.length / columns;
  const [warmth, weight] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let row = 0; row < rows; row++) {
    // What is not known adds nothing: sums go from the row's first known cell to its last.
    const start = row * columns;
    const cells = known.subarray(start, start + columns);
    const [first, last] = [cells.indexOf(1), cells.lastIndexOf(1)];
    if (first < 0) continue;
    for (let column = Math.max(0, first - reach); column <= Math.min(columns - 1, last + reach); column++) {
      let [sum, all] = [0, 0];
      const end = Math.min(last, column + reach);
      for (let c = Math.max(first, column - reach); c <= end; c++) {
        const share = bell[c - column + reach] as number;
        sum += share * (values[start + c] as number);
        all += share * (known[start + c] as number);
      }
      warmth[start + column] = sum;
      weight[start + column] = all;
    }
  }
  return known.map((isKnown, cell) => {
    if (!isKnown) return Number.NaN;
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    let [sum, all] = [0, 0];
    const end = Math.min(rows - 1, row + reach);
    for (let r = Math.max(0, row - reach); r <= end; r++) {
      const share = bell[r - row + reach] as number;
      sum += share * (warmth[r * columns + column] as number);
      all += share * (weight[r * columns + column] as number);
    }
    return sum / all;
  });
}
