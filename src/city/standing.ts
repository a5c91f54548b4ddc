// SPDX-License-Identifier: EUPL-1.2
/** What stands in an area as triangles in a flat frame about a place, and places in that frame. Pure. */
import { FLATTENING, type LonLat, lonLat, SEMI_MAJOR_M } from './frames';

/** Triangles of buildings, metres: x east, y north of the frame's origin, z above the ground. */
export interface Standing {
  readonly corners: Float32Array;
  /** Three corners a triangle, counter-clockwise from outside. */
  readonly indices: Uint32Array;
  /** City-wide id of the building of each corner. */
  readonly ids: Uint32Array;
}

const DEG = Math.PI / 180;
const ECC2 = FLATTENING * (2 - FLATTENING);

/**
 * A flat frame about a place of the ellipsoid: degrees in proportion, so that a straight line on the map
 * is straight in it. Within 2 km of its origin lengths are good to 3 parts in 10,000.
 */
export class FlatFrame {
  readonly origin: LonLat;
  readonly #eastPerDeg: number;
  readonly #northPerDeg: number;

  constructor(origin: LonLat) {
    this.origin = origin;
    const sin2 = Math.sin(origin[1] * DEG) ** 2;
    const across = SEMI_MAJOR_M / Math.sqrt(1 - ECC2 * sin2);
    this.#eastPerDeg = across * Math.cos(origin[1] * DEG) * DEG;
    this.#northPerDeg = ((SEMI_MAJOR_M * (1 - ECC2)) / (1 - ECC2 * sin2) ** 1.5) * DEG;
  }

  to([lonDeg, latDeg]: LonLat): [xM: number, yM: number] {
    return [(lonDeg - this.origin[0]) * this.#eastPerDeg, (latDeg - this.origin[1]) * this.#northPerDeg];
  }

  from(xM: number, yM: number): LonLat {
    return lonLat(this.origin[0] + xM / this.#eastPerDeg, this.origin[1] + yM / this.#northPerDeg);
  }
}
