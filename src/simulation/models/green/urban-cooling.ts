// SPDX-License-Identifier: EUPL-1.2
/**
 * How much trees, grass and light roofs cool a city on a clear, calm night: the urban cooling model of InVEST
 * (Natural Capital Project, user guide 3.12, "Urban Cooling"; after Zardo and others 2017 and Kunapo and others
 * 2018). A screening index of land cover, no simulation of the air. Its air mixes by a bell (Gaussian), as the guide
 * has it. Pure.
 */
import { exp } from '../../../city/exact-math';
import { type CooledAir, type CoolingAir, cooledAir } from './cooling-raster';

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

export interface CoolingParameters extends CoolingAir {
  /** What counts how much in the capacity to cool. */
  readonly weights: CoolingWeights;
}
export interface CoolingWeights {
  readonly shade: number;
  readonly albedo: number;
  readonly evapotranspiration: number;
}

/** InVEST's own (user guide, equation 2; after Zardo and others 2017 and Phelan and others 2015). */
export const COOLING_WEIGHTS: CoolingWeights = { shade: 0.6, albedo: 0.2, evapotranspiration: 0.2 };

export interface Cooling extends CooledAir {
  /** By cell, 0 to 1: of the cell itself. */
  readonly capacity: Float64Array;
}

/**
 * @throws CoolingError: a raster whose rows do not fit, a kind of cover that is not listed, a share beyond 0 to
 * 1, a length that is not above nought.
 */
export function coolingOf(city: CoolingCity, parameters: CoolingParameters): Cooling {
  check(city, parameters);
  const { covers, cover, evapotranspiration, cellM, columns } = city;
  const most = evapotranspiration.reduce((max, mm) => Math.max(max, mm), 0);
  const capacity = Float64Array.from(cover, (kind, cell) => {
    const { cropCoefficient, ...rest } = covers[kind] as LandCover;
    const given = most > 0 ? (cropCoefficient * (evapotranspiration[cell] as number)) / most : 0;
    return coolingCapacity({ ...rest, evapotranspiration: given }, parameters.weights);
  });
  const greenShare = Float64Array.from(cover, (kind) => (covers[kind]?.isGreen ? 1 : 0));
  const field = { columns, cellM, inside: null, capacity, greenShare, greenCapacity: capacity };
  return { capacity, ...cooledAir(field, parameters) };
}

/** How much ground can cool, 0 to 1, by its shade, albedo and share of the reference evapotranspiration. */
export const coolingCapacity = (
  ground: { readonly shade: number; readonly albedo: number; readonly evapotranspiration: number },
  weights: CoolingWeights,
): number =>
  weights.shade * ground.shade +
  weights.albedo * ground.albedo +
  weights.evapotranspiration * ground.evapotranspiration;

/**
 * Wet bulb globe temperature in the shade, °C (Australian Bureau of Meteorology's approximation, as InVEST has
 * it), of air and its relative humidity, per cent.
 */
export function wetBulbGlobeC(airC: number, humidityPercent: number): number {
  const vapourHPa = (humidityPercent / 100) * 6.105 * exp((17.27 * airC) / (237.7 + airC));
  return 0.567 * airC + 0.393 * vapourHPa + 3.94;
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
