// SPDX-License-Identifier: EUPL-1.2
/**
 * The three frames of the house, and the one place where they are converted.
 *
 * `LonLat`  WGS 84 degrees, longitude first: files, URLs, the store.
 * `Plane`   metres, EPSG:32632 (UTM 32 N, easting first): pipeline and models.
 * `Scene`   metres, x east, y north, z up, about an anchor: what three.js sees, under MapLibre's
 *           Mercator camera.
 */
declare const frame: unique symbol;
export type LonLat = readonly [lonDeg: number, latDeg: number] & { readonly [frame]?: 'LonLat' };
export type Plane = readonly [eastM: number, northM: number] & { readonly [frame]?: 'Plane' };
export type Scene = readonly [xM: number, yM: number, zM: number] & { readonly [frame]?: 'Scene' };
/** Earth-centred, earth-fixed metres (WGS 84): the frame of 3D Tiles. */
export type Ecef = readonly [xM: number, yM: number, zM: number] & { readonly [frame]?: 'Ecef' };
/** Column-major 4×4, as three.js, glTF and 3D Tiles write it. */
export type Matrix4Elements = number[];

export const lonLat = (lonDeg: number, latDeg: number): LonLat => [lonDeg, latDeg] as LonLat;
export const plane = (eastM: number, northM: number): Plane => [eastM, northM] as Plane;

const DEG = Math.PI / 180;
/** WGS 84 (NIMA TR8350.2). */
export const SEMI_MAJOR_M = 6378137;
export const FLATTENING = 1 / 298.257223563;
const ECC2 = FLATTENING * (2 - FLATTENING);
/** MapLibre's metre is measured on a sphere of the MEAN radius, not on 6378137 (STACK, alignment). */
export const MAPLIBRE_EARTH_RADIUS_M = 6371008.8;
/** Of latitude, on that sphere; a degree of longitude is shorter by the cosine of the latitude. */
export const M_PER_DEGREE = MAPLIBRE_EARTH_RADIUS_M * DEG;

/* Transverse Mercator by Krüger's series to n^6 (Karney 2011, eqs. 35–36): < 0.1 mm in the zone. */
const N1 = FLATTENING / (2 - FLATTENING);
const N2 = N1 * N1;
const N3 = N2 * N1;
const N4 = N2 * N2;
const N5 = N4 * N1;
const N6 = N3 * N3;
const RECTIFYING_M = (SEMI_MAJOR_M / (1 + N1)) * (1 + N2 / 4 + N4 / 64 + N6 / 256);
const ALPHA = [
  N1 / 2 - (2 / 3) * N2 + (5 / 16) * N3 + (41 / 180) * N4 - (127 / 288) * N5 + (7891 / 37800) * N6,
  (13 / 48) * N2 - (3 / 5) * N3 + (557 / 1440) * N4 + (281 / 630) * N5 - (1983433 / 1935360) * N6,
  (61 / 240) * N3 - (103 / 140) * N4 + (15061 / 26880) * N5 + (167603 / 181440) * N6,
  (49561 / 161280) * N4 - (179 / 168) * N5 + (6601661 / 7257600) * N6,
  (34729 / 80640) * N5 - (3418889 / 1995840) * N6,
  (212378941 / 319334400) * N6,
] as const;
const BETA = [
  N1 / 2 - (2 / 3) * N2 + (37 / 96) * N3 - (1 / 360) * N4 - (81 / 512) * N5 + (96199 / 604800) * N6,
  (1 / 48) * N2 + (1 / 15) * N3 - (437 / 1440) * N4 + (46 / 105) * N5 - (1118711 / 3870720) * N6,
  (17 / 480) * N3 - (37 / 840) * N4 - (209 / 4480) * N5 + (5569 / 90720) * N6,
  (4397 / 161280) * N4 - (11 / 504) * N5 - (830251 / 7257600) * N6,
  (4583 / 161280) * N5 - (108847 / 3991680) * N6,
  (20648693 / 638668800) * N6,
] as const;
const SCALE = 0.9996;
const FALSE_EAST_M = 500000;
const CENTRAL_MERIDIAN_DEG = 9;
const ECC = Math.sqrt(ECC2);

/**
 * Degrees to EPSG:32632 metres. Good to a tenth of a millimetre within ±4° of 9° E, so for the
 * whole of northern and central Italy.
 */
export function lonLatToPlane([lonDeg, latDeg]: LonLat): Plane {
  const lambda = (lonDeg - CENTRAL_MERIDIAN_DEG) * DEG;
  const sinPhi = Math.sin(latDeg * DEG);
  const tau = Math.sinh(Math.atanh(sinPhi) - ECC * Math.atanh(ECC * sinPhi));
  const xi0 = Math.atan2(tau, Math.cos(lambda));
  const eta0 = Math.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
  let xi = xi0;
  let eta = eta0;
  for (let j = 0; j < 6; j++) {
    const k = 2 * (j + 1);
    const a = ALPHA[j] as number;
    xi += a * Math.sin(k * xi0) * Math.cosh(k * eta0);
    eta += a * Math.cos(k * xi0) * Math.sinh(k * eta0);
  }
  return plane(FALSE_EAST_M + SCALE * RECTIFYING_M * eta, SCALE * RECTIFYING_M * xi);
}

/** EPSG:32632 metres to degrees; the inverse of {@link lonLatToPlane} to 1e-11 degrees. */
export function planeToLonLat([eastM, northM]: Plane): LonLat {
  const xi = northM / (SCALE * RECTIFYING_M);
  const eta = (eastM - FALSE_EAST_M) / (SCALE * RECTIFYING_M);
  let xi0 = xi;
  let eta0 = eta;
  for (let j = 0; j < 6; j++) {
    const k = 2 * (j + 1);
    const b = BETA[j] as number;
    xi0 -= b * Math.sin(k * xi) * Math.cosh(k * eta);
    eta0 -= b * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  const tauConformal = Math.sin(xi0) / Math.hypot(Math.sinh(eta0), Math.cos(xi0));
  let tau = tauConformal;
  for (let i = 0; i < 6; i++) {
    const sigma = Math.sinh(ECC * Math.atanh((ECC * tau) / Math.hypot(1, tau)));
    const here = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    const step =
      ((tauConformal - here) / Math.hypot(1, here)) *
      ((1 + (1 - ECC2) * tau * tau) / ((1 - ECC2) * Math.hypot(1, tau)));
    tau += step;
    if (Math.abs(step) < 1e-15) break;
  }
  const lambda = Math.atan2(Math.sinh(eta0), Math.cos(xi0));
  return lonLat(CENTRAL_MERIDIAN_DEG + lambda / DEG, Math.atan(tau) / DEG);
}

/** Degrees and ellipsoidal height (m) to earth-centred metres. */
export function lonLatToEcef([lonDeg, latDeg]: LonLat, heightM = 0): Ecef {
  const phi = latDeg * DEG;
  const lambda = lonDeg * DEG;
  const n = primeVerticalRadiusM(phi);
  const r = (n + heightM) * Math.cos(phi);
  return [
    r * Math.cos(lambda),
    r * Math.sin(lambda),
    (n * (1 - ECC2) + heightM) * Math.sin(phi),
  ] as unknown as Ecef;
}

/** East-north-up frame at a place: local metres → earth-centred metres. Column-major. */
export function enuToEcef(at: LonLat, heightM = 0): Matrix4Elements {
  const lambda = at[0] * DEG;
  const phi = at[1] * DEG;
  const [sl, cl, sp, cp] = [Math.sin(lambda), Math.cos(lambda), Math.sin(phi), Math.cos(phi)];
  const o = lonLatToEcef(at, heightM);
  return [-sl, cl, 0, 0, -sp * cl, -sp * sl, cp, 0, cp * cl, cp * sl, sp, 0, o[0], o[1], o[2], 1];
}

/** Where an east-north-up frame stands: the inverse of {@link enuToEcef}, read off its up axis. */
export function enuOrigin(frame: ArrayLike<number>): LonLat {
  const [upX, upY, upZ] = [frame[8] ?? 0, frame[9] ?? 0, frame[10] ?? 1];
  return lonLat(Math.atan2(upY, upX) / DEG, Math.atan2(upZ, Math.hypot(upX, upY)) / DEG);
}

/** Web-Mercator world units in [0, 1], y downward, as MapLibre's MercatorCoordinate. */
export function lonLatToMercator([lonDeg, latDeg]: LonLat): readonly [x: number, y: number] {
  return [
    (180 + lonDeg) / 360,
    (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latDeg * Math.PI) / 360))) / 360,
  ];
}

/** Mercator world units in one of MapLibre's metres at a latitude. */
export function mercatorUnitsPerM(latDeg: number): number {
  return 1 / (2 * Math.PI * MAPLIBRE_EARTH_RADIUS_M * Math.cos(latDeg * DEG));
}

/**
 * Where a tile whose content is in east-north-up metres about `tile` must stand in the scene about
 * `anchor`, so that it falls on MapLibre's own ground: translation and scale, column-major.
 * One rigid frame for the whole city would be up to 37 m off at its edge; this is < 0.2 px.
 */
export function enuToScene(anchor: LonLat, tile: LonLat): Matrix4Elements {
  const s = mercatorUnitsPerM(anchor[1]);
  const a = lonLatToMercator(anchor);
  const m = lonLatToMercator(tile);
  const phi = tile[1] * DEG;
  const perEllipsoidM = (MAPLIBRE_EARTH_RADIUS_M * Math.cos(anchor[1] * DEG)) / Math.cos(phi);
  const sx = perEllipsoidM / primeVerticalRadiusM(phi);
  const sy = perEllipsoidM / meridianRadiusM(phi);
  return [sx, 0, 0, 0, 0, sy, 0, 0, 0, 0, 1, 0, (m[0] - a[0]) / s, -(m[1] - a[1]) / s, 0, 1];
}

/** A place in the scene about `anchor`. */
export function lonLatToScene(anchor: LonLat, at: LonLat, heightM = 0): Scene {
  const s = mercatorUnitsPerM(anchor[1]);
  const a = lonLatToMercator(anchor);
  const m = lonLatToMercator(at);
  return [(m[0] - a[0]) / s, -(m[1] - a[1]) / s, heightM] as unknown as Scene;
}

/** The place on the ground under a place of the scene: the inverse of {@link lonLatToScene}. */
export function sceneToLonLat(anchor: LonLat, xM: number, yM: number): LonLat {
  const s = mercatorUnitsPerM(anchor[1]);
  const [x, y] = lonLatToMercator(anchor);
  const northRad = Math.atan(Math.sinh(Math.PI * (1 - 2 * (y - yM * s))));
  return lonLat((x + xM * s) * 360 - 180, northRad / DEG);
}

function primeVerticalRadiusM(phiRad: number): number {
  return SEMI_MAJOR_M / Math.sqrt(1 - ECC2 * Math.sin(phiRad) ** 2);
}

function meridianRadiusM(phiRad: number): number {
  return (SEMI_MAJOR_M * (1 - ECC2)) / (1 - ECC2 * Math.sin(phiRad) ** 2) ** 1.5;
}
