// SPDX-License-Identifier: EUPL-1.2
/** From the plane of the data to the scene, quickly: ten thousand places in every frame. Pure. */
import { type LonLat, lonLatToPlane, lonLatToScene, plane, planeToLonLat } from '../../city/frames';

/** Differences over so many metres give the terms of the approximation. */
const STEP_M = 8000;

/**
 * EPSG:32632 to the scene about an anchor, by the terms of first and second order of the exact
 * transformation there: 0.1 m off at most 12 km from the anchor, where that one takes 60 times as long.
 */
export class ScenePlacer {
  readonly eastM: number;
  readonly northM: number;
  /** Of x and of y: constant, east, north, east², east·north, north². */
  readonly #x: readonly number[];
  readonly #y: readonly number[];

  constructor(anchor: LonLat) {
    const [east, north] = lonLatToPlane(anchor);
    this.eastM = east;
    this.northM = north;
    const exact = (dEast: number, dNorth: number) =>
      lonLatToScene(anchor, planeToLonLat(plane(east + dEast, north + dNorth)));
    this.#x = terms((dEast, dNorth) => exact(dEast, dNorth)[0]);
    this.#y = terms((dEast, dNorth) => exact(dEast, dNorth)[1]);
  }

  x(eastM: number, northM: number): number {
    return sum(this.#x, eastM - this.eastM, northM - this.northM);
  }

  y(eastM: number, northM: number): number {
    return sum(this.#y, eastM - this.eastM, northM - this.northM);
  }

  /** How far the plane's north lies from the scene's at the anchor, radians, counter-clockwise. */
  get convergenceRad(): number {
    return Math.atan2(-(this.#x[2] as number), this.#y[2] as number);
  }
}

function terms(at: (dEast: number, dNorth: number) => number): number[] {
  const h = STEP_M;
  const middle = at(0, 0);
  const [west, east, south, north] = [at(-h, 0), at(h, 0), at(0, -h), at(0, h)];
  const mixed = at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h);
  return [
    middle,
    (east - west) / (2 * h),
    (north - south) / (2 * h),
    (east - 2 * middle + west) / (2 * h * h),
    mixed / (4 * h * h),
    (north - 2 * middle + south) / (2 * h * h),
  ];
}

function sum(t: readonly number[], e: number, n: number): number {
  return t[0]! + e * (t[1]! + e * t[3]! + n * t[4]!) + n * (t[2]! + n * t[5]!);
}
