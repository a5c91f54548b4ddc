// SPDX-License-Identifier: EUPL-1.2
/** Distances and areas on the WGS 84 ellipsoid, at height 0. Pure. */
import { FLATTENING, type LonLat, lonLatToPlane, type Plane, SEMI_MAJOR_M } from '../city/frames';

const DEG = Math.PI / 180;
const SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING);
/** Second eccentricity, squared. */
const ECC2 = (SEMI_MAJOR_M ** 2 - SEMI_MINOR_M ** 2) / SEMI_MINOR_M ** 2;
const MOST_STEPS = 200;
const SMALLEST_STEP_RAD = 1e-13;

export interface Geodesic {
  readonly lengthM: number;
  /** Direction at the beginning, degrees clockwise from north, [0, 360). */
  readonly azimuthDeg: number;
}

/**
 * The shortest way between two places on the ellipsoid: Vincenty's inverse formula (Survey Review
 * XXIII 176, 1975), good to half a millimetre. NaN for places so nearly antipodal that it does not
 * converge, which no two places of one city are.
 */
export function geodesic(from: LonLat, to: LonLat): Geodesic {
  if (from[0] === to[0] && from[1] === to[1]) return { lengthM: 0, azimuthDeg: 0 };
  const reduced = ([, latDeg]: LonLat) => Math.atan((1 - FLATTENING) * Math.tan(latDeg * DEG));
  const [u1, u2, apartRad] = [reduced(from), reduced(to), (to[0] - from[0]) * DEG];
  const [sinU1, cosU1, sinU2, cosU2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = apartRad;
  for (let i = 0; i < MOST_STEPS; i++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    const [x, y] = [cosU2 * sinL, cosU1 * sinU2 - sinU1 * cosU2 * cosL];
    const sinSigma = Math.hypot(x, y);
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = sinSigma === 0 ? 0 : (cosU1 * cosU2 * sinL) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    // On the equator there is no middle to speak of.
    const middle = cos2Alpha === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cos2Alpha;
    const c = (FLATTENING / 16) * cos2Alpha * (4 + FLATTENING * (4 - 3 * cos2Alpha));
    const turn = sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle ** 2 - 1));
    const next = apartRad + (1 - c) * FLATTENING * sinAlpha * turn;
    const step = Math.abs(next - lambda);
    lambda = next;
    if (step < SMALLEST_STEP_RAD)
      return {
        lengthM: arcM(cos2Alpha * ECC2, sigma, sinSigma, cosSigma, middle),
        azimuthDeg: (Math.atan2(x, y) / DEG + 360) % 360,
      };
  }
  return { lengthM: Number.NaN, azimuthDeg: Number.NaN };
}

/** Vincenty's (3), (4) and (6). */
function arcM(uu: number, sigma: number, sinSigma: number, cosSigma: number, middle: number): number {
  const a = 1 + (uu / 16384) * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
  const b = (uu / 1024) * (256 + uu * (-128 + uu * (74 - 47 * uu)));
  const m2 = middle ** 2;
  const inner = cosSigma * (2 * m2 - 1) - (b / 6) * middle * (4 * sinSigma ** 2 - 3) * (4 * m2 - 3);
  return SEMI_MINOR_M * a * (sigma - b * sinSigma * (middle + (b / 4) * inner));
}

/** Length of a line on the ellipsoid, metres. */
export function lengthM(line: readonly LonLat[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + geodesic(line[i] as LonLat, at).lengthM, 0);
}

const SCALE = 0.9996;
const CENTRAL_MERIDIAN_DEG = 9;

/** How much longer EPSG:32632 draws a length here than it is (Snyder 1987, eq. 8-11). */
export function planeScale([lonDeg, latDeg]: LonLat): number {
  const phi = latDeg * DEG;
  const [t, c] = [Math.tan(phi) ** 2, ECC2 * Math.cos(phi) ** 2];
  const a2 = (((lonDeg - CENTRAL_MERIDIAN_DEG) * DEG) ** 2 * Math.cos(phi) ** 2) as number;
  const fourth = 5 - 4 * t + 42 * c + 13 * c ** 2 - 28 * ECC2;
  return SCALE * (1 + ((1 + c) * a2) / 2 + (fourth * a2 ** 2) / 24);
}

/**
 * Area inside a ring, m²: that of EPSG:32632 divided by the square of its scale, triangle by triangle.
 * Sides are the straight lines of that plane, which leave geodesics by 3 mm in a kilometre. Within a
 * city good to a millionth; the ring must not cross itself.
 */
export function areaM2(ring: readonly LonLat[]): number {
  const plane = ring.map(lonLatToPlane);
  const [o] = plane;
  const [oDeg] = ring;
  if (!o || !oDeg) return 0;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [a, b] = [plane[i] as Plane, plane[i + 1] as Plane];
    const twice = (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    sum += twice / 2 / squareOfScale(oDeg, ring[i] as LonLat, ring[i + 1] as LonLat);
  }
  return Math.abs(sum);
}

/** Mean over a triangle of the square of the scale: by the middles of its sides, exact for what is quadratic. */
function squareOfScale(...corners: readonly [LonLat, LonLat, LonLat]): number {
  const middles = corners.map((at, i): LonLat => {
    const next = corners[(i + 1) % 3] as LonLat;
    return [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2] as unknown as LonLat;
  });
  return middles.reduce((sum, at) => sum + planeScale(at) ** 2, 0) / 3;
}
