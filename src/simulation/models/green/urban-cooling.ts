// SPDX-License-Identifier: EUPL-1.2
/**
 * How much trees, grass and light roofs cool a city on a clear, calm night: the urban cooling model of InVEST
 * (Natural Capital Project, user guide 3.12, "Urban Cooling"; after Zardo and others 2017 and Kunapo and others
 * 2018). A screening index of land cover, no simulation of the air. Its air mixes by a bell (Gaussian), as the guide
 * has it. Pure.
 */
import { exp } from '../../../city/exact-math';

/** Land cover or figures that no cooling can be told from. */
export class CoolingError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'CoolingError';
  }
}

/** What a kind of land cover does; shares from 0 to 1. */
export interface LandCover {
  /** Of the ground under the crowns of trees of more than 2 m. */
  readonly shade: number;
  readonly albedo: number;
  /** How much of the reference evapotranspiration plants there give off: the crop coefficient. */
  readonly cropCoefficient: number;
  /** Whether a large area of it cools what lies around. */
  readonly isGreen: boolean;
}

/** A raster of square cells, row by row. */
export interface CoolingCity {
  readonly columns: number;
  readonly cellM: number;
  /** By cell: which kind of cover. */
  readonly cover: Uint8Array;
  readonly covers: readonly LandCover[];
  /** By cell: reference evapotranspiration, mm; only how it compares with the largest counts. */
  readonly evapotranspiration: Float64Array;
}

export interface CoolingParameters {
  /** What counts how much in the capacity to cool (Zardo and others 2017). */
  readonly weights: { readonly shade: number; readonly albedo: number; readonly evapotranspiration: number };
  /** How far a large green area cools, m. */
  readonly coolingDistanceM: number;
  /** How far air mixes, m: the width of a bell. */
  readonly mixingRadiusM: number;
  /** Air in the country around, °C, and how much warmer the densest city is. */
  readonly referenceC: number;
  readonly heatIslandC: number;
}

/** From how much green within the cooling distance on it counts as a park (InVEST: 2 ha). */
const PARK_HA = 2;
/** Beyond so many cooling distances, and so many widths of the bell, nothing counts. */
const DECAY_REACH = 5;
const BELL_REACH = 3;

export interface Cooling {
  /** By cell, 0 to 1: of the cell itself. */
  readonly capacity: Float64Array;
  /** Of the green around it. */
  readonly parkCapacity: Float64Array;
  /** Of the cell itself, or of the park near by where that is more. */
  readonly mitigation: Float64Array;
  /** Air, °C, mixed with what is around. */
  readonly airC: Float64Array;
}

/**
 * @throws CoolingError: a raster whose rows do not fit, a kind of cover that is not listed, a share beyond 0 to
 * 1, a length that is not above nought.
 */
export function coolingOf(city: CoolingCity, parameters: CoolingParameters): Cooling {
  check(city, parameters);
  const { covers, cover, evapotranspiration, cellM, columns } = city;
  const { weights, referenceC, heatIslandC, coolingDistanceM, mixingRadiusM } = parameters;
  const most = evapotranspiration.reduce((max, mm) => Math.max(max, mm), 0);
  const capacity = Float64Array.from(cover, (kind, cell) => {
    const { shade, albedo, cropCoefficient } = covers[kind] as LandCover;
    const given = most > 0 ? (cropCoefficient * (evapotranspiration[cell] as number)) / most : 0;
    return weights.shade * shade + weights.albedo * albedo + weights.evapotranspiration * given;
  });
  const isGreen = Float64Array.from(cover, (kind) => (covers[kind]?.isGreen ? 1 : 0));
  const greenCapacity = capacity.map((cc, cell) => cc * (isGreen[cell] as number));
  const distance = coolingDistanceM / cellM;
  const decay = disc(DECAY_REACH * distance, (cells) => exp(-cells / distance));
  const parkCapacity = meanAround(greenCapacity, columns, decay);
  const greenCells = sumAround(
    isGreen,
    columns,
    disc(distance, () => 1),
  );
  const mitigation = capacity.map((cc, cell) => {
    const park = parkCapacity[cell] as number;
    const greenHa = ((greenCells[cell] as number) * cellM ** 2) / 10_000;
    return cc >= park || greenHa < PARK_HA ? cc : park;
  });
  const unmixed = mitigation.map((hm) => referenceC + (1 - hm) * heatIslandC);
  return { capacity, parkCapacity, mitigation, airC: mixed(unmixed, columns, mixingRadiusM / cellM) };
}

/**
 * Wet bulb globe temperature in the shade, °C (Australian Bureau of Meteorology's approximation, as InVEST has
 * it), of air and its relative humidity, per cent.
 */
export function wetBulbGlobeC(airC: number, humidityPercent: number): number {
  const vapourHPa = (humidityPercent / 100) * 6.105 * exp((17.27 * airC) / (237.7 + airC));
  return 0.567 * airC + 0.393 * vapourHPa + 3.94;
}

/** Weights of the cells around one, by how many rows and columns away they are. */
interface Kernel {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly weight: Float64Array;
}

function disc(radius: number, weightAt: (cells: number) => number): Kernel {
  const reach = Math.floor(radius);
  const span = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const cells = span
    .flatMap((row) => span.map((column) => ({ row, column, away: Math.sqrt(row * row + column * column) })))
    .filter(({ away }) => away <= radius);
  return {
    rows: Int32Array.from(cells, ({ row }) => row),
    columns: Int32Array.from(cells, ({ column }) => column),
    weight: Float64Array.from(cells, ({ away }) => weightAt(away)),
  };
}

/** Sum, and sum of weights, of the cells around each that lie in the raster. */
function around(
  values: Float64Array,
  columns: number,
  kernel: Kernel,
  take: (sum: number, weights: number) => number,
): Float64Array {
  const rows = values.length / columns;
  return values.map((_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    let [sum, weights] = [0, 0];
    for (let i = 0; i < kernel.weight.length; i++) {
      const [r, c] = [row + (kernel.rows[i] as number), column + (kernel.columns[i] as number)];
      if (r < 0 || r >= rows || c < 0 || c >= columns) continue;
      const weight = kernel.weight[i] as number;
      sum += weight * (values[r * columns + c] as number);
      weights += weight;
    }
    return take(sum, weights);
  });
}

const sumAround = (values: Float64Array, columns: number, kernel: Kernel) =>
  around(values, columns, kernel, (sum) => sum);
/** Beyond the edge there is nothing, not nought. */
const meanAround = (values: Float64Array, columns: number, kernel: Kernel) =>
  around(values, columns, kernel, (sum, weights) => sum / weights);

/** Mixed by a bell along the rows, then along the columns: that is a bell in both. */
function mixed(values: Float64Array, columns: number, width: number): Float64Array {
  const reach = Math.floor(BELL_REACH * width);
  const bell = Float64Array.from({ length: reach + 1 }, (_, i) => exp(-(i * i) / (2 * width * width)));
  const rows = values.length / columns;
  const along = (from: Float64Array, length: number, indexOf: (line: number, at: number) => number) => {
    const result = new Float64Array(from.length);
    for (let line = 0; line < from.length / length; line++)
      for (let at = 0; at < length; at++) {
        let [sum, weights] = [0, 0];
        for (let i = Math.max(0, at - reach); i <= Math.min(length - 1, at + reach); i++) {
          const weight = bell[Math.abs(i - at)] as number;
          sum += weight * (from[indexOf(line, i)] as number);
          weights += weight;
        }
        result[indexOf(line, at)] = sum / weights;
      }
    return result;
  };
  const once = along(values, columns, (row, column) => row * columns + column);
  return along(once, rows, (column, row) => row * columns + column);
}

function check(city: CoolingCity, parameters: CoolingParameters): void {
  const { columns, cover, covers, evapotranspiration, cellM } = city;
  const cells = cover.length;
  if (!(Number.isInteger(columns) && columns > 0 && cells > 0 && cells % columns === 0))
    throw new CoolingError('raster', `${cells} cells in rows of ${columns}`);
  if (evapotranspiration.length !== cells)
    throw new CoolingError('evapotranspiration', `${evapotranspiration.length} cells of ${cells}`);
  const unknown = cover.findIndex((kind) => !covers[kind]);
  if (unknown >= 0) throw new CoolingError(`cell ${unknown + 1}`, `cover ${cover[unknown]} is not listed`);
  evapotranspiration.forEach((mm, cell) => {
    if (!(mm >= 0 && mm < Number.POSITIVE_INFINITY))
      throw new CoolingError(`cell ${cell + 1}`, `evapotranspiration is ${mm} mm`);
  });
  covers.forEach(({ shade, albedo, cropCoefficient }, kind) => {
    const share = (name: string, value: number, most: number) => {
      if (!(value >= 0 && value <= most)) throw new CoolingError(`cover ${kind}`, `${name} is ${value}`);
    };
    share('shade', shade, 1);
    share('albedo', albedo, 1);
    // Well-watered crops give off up to a fifth more than the reference grass; some reeds more.
    share('crop coefficient', cropCoefficient, 2);
  });
  const { coolingDistanceM, mixingRadiusM, weights } = parameters;
  for (const [name, length] of Object.entries({ cellM, coolingDistanceM, mixingRadiusM }))
    if (!(length > 0)) throw new CoolingError(name, `is ${length}`);
  for (const [name, weight] of Object.entries(weights))
    if (!(weight >= 0 && weight <= 1)) throw new CoolingError(`weight of ${name}`, `is ${weight}`);
}
