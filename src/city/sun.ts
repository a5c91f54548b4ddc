// SPDX-License-Identifier: EUPL-1.2
/**
 * Where the sun stands: the equations of NOAA's Solar Calculator (after Meeus, Astronomical
 * Algorithms, 1991), good to 0.01° between 1950 and 2050. Pure.
 */
import type { LonLat } from './frames';

export interface SunPosition {
  /** Above the horizon, degrees, bent by the air as one sees it; negative at night. */
  readonly elevationDeg: number;
  /** Clockwise from north, 0 … 360. */
  readonly azimuthDeg: number;
}

const DEG = Math.PI / 180;
const sin = (deg: number) => Math.sin(deg * DEG);
const cos = (deg: number) => Math.cos(deg * DEG);
const tan = (deg: number) => Math.tan(deg * DEG);
const turned = (deg: number) => ((deg % 360) + 360) % 360;
const within1 = (value: number) => Math.min(1, Math.max(-1, value));

/** The sun at an instant (milliseconds since 1970), seen from a place. */
export function sunPosition(atMs: number, [lonDeg, latDeg]: LonLat): SunPosition {
  const { declinationDeg, equationOfTimeMin } = sunOfDay(atMs);
  const minutesUtc = (atMs / 60_000) % 1440;
  const trueSolarMin = minutesUtc + equationOfTimeMin + 4 * lonDeg;
  const hourAngleDeg = turned(trueSolarMin / 4) - 180;
  const cosZenith = within1(
    sin(latDeg) * sin(declinationDeg) + cos(latDeg) * cos(declinationDeg) * cos(hourAngleDeg),
  );
  const zenithDeg = Math.acos(cosZenith) / DEG;
  const elevationDeg = 90 - zenithDeg;
  const east = -cos(declinationDeg) * sin(hourAngleDeg);
  const north = cos(latDeg) * sin(declinationDeg) - sin(latDeg) * cos(declinationDeg) * cos(hourAngleDeg);
  return {
    elevationDeg: elevationDeg + refractionDeg(elevationDeg),
    azimuthDeg: turned(Math.atan2(east, north) / DEG),
  };
}

/** What changes over days: how far north the sun is, and how far sundials are ahead of clocks. */
export function sunOfDay(atMs: number): {
  readonly declinationDeg: number;
  readonly equationOfTimeMin: number;
} {
  const t = (atMs / 86_400_000 + 2_440_587.5 - 2_451_545) / 36_525;
  const meanLongitude = turned(280.46646 + t * (36_000.76983 + t * 0.0003032));
  const meanAnomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t);
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  const centre =
    sin(meanAnomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
    sin(2 * meanAnomaly) * (0.019993 - 0.000101 * t) +
    sin(3 * meanAnomaly) * 0.000289;
  const node = 125.04 - 1934.136 * t;
  const apparentLongitude = meanLongitude + centre - 0.00569 - 0.00478 * sin(node);
  const meanObliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
  const obliquity = meanObliquity + 0.00256 * cos(node);
  const y = tan(obliquity / 2) ** 2;
  const equation =
    y * sin(2 * meanLongitude) -
    2 * eccentricity * sin(meanAnomaly) +
    4 * eccentricity * y * sin(meanAnomaly) * cos(2 * meanLongitude) -
    0.5 * y * y * sin(4 * meanLongitude) -
    1.25 * eccentricity * eccentricity * sin(2 * meanAnomaly);
  return {
    declinationDeg: Math.asin(sin(obliquity) * sin(apparentLongitude)) / DEG,
    equationOfTimeMin: (4 * equation) / DEG,
  };
}

/** How much the air lifts the sun, as the calculator has it. */
function refractionDeg(elevationDeg: number): number {
  if (elevationDeg > 85) return 0;
  const te = tan(elevationDeg);
  const seconds =
    elevationDeg > 5
      ? 58.1 / te - 0.07 / te ** 3 + 0.000086 / te ** 5
      : elevationDeg > -0.575
        ? 1735 +
          elevationDeg * (-518.2 + elevationDeg * (103.4 + elevationDeg * (-12.79 + elevationDeg * 0.711)))
        : -20.774 / te;
  return seconds / 3600;
}

export interface SunTimes {
  /** Milliseconds since 1970; null where the sun stays up or down all day. */
  readonly riseMs: number | null;
  readonly setMs: number | null;
}

/** The middle of the sun this far below the plain's horizon: its edge is seen on it, bent by the air. */
const HORIZON_ZENITH_DEG = 90.833;

/** When the sun's edge rises and sets (NOAA's sunrise equation), on the day whose noon by the sun is nearest to `atMs`. */
export function sunTimes(atMs: number, [lonDeg, latDeg]: LonLat): SunTimes {
  // Midnight in Greenwich of the day whose noon here is meant.
  const dayMs = Math.round((atMs / 60_000 - 720 + 4 * lonDeg) / 1440) * 86_400_000;
  const noonMs = (equationOfTimeMin: number) => dayMs + (720 - 4 * lonDeg - equationOfTimeMin) * 60_000;
  const edge = (sign: 1 | -1): number | null => {
    let edgeMs = noonMs(0);
    // The sun moves among the stars meanwhile: three times is to the second.
    for (let i = 0; i < 3; i++) {
      const { declinationDeg, equationOfTimeMin } = sunOfDay(edgeMs);
      const cosHour =
        cos(HORIZON_ZENITH_DEG) / (cos(latDeg) * cos(declinationDeg)) - tan(latDeg) * tan(declinationDeg);
      if (Math.abs(cosHour) > 1) return null;
      edgeMs = noonMs(equationOfTimeMin) + (sign * 4 * 60_000 * Math.acos(cosHour)) / DEG;
    }
    return edgeMs;
  };
  return { riseMs: edge(-1), setMs: edge(1) };
}

/** A piece of a day: where the sun stands in its middle, and how long it lasts. */
export interface SunStep {
  readonly sun: SunPosition;
  readonly hours: number;
}

/**
 * The day that `noonMs` is the noon of, from sunrise to sunset, in equal steps of at most `stepMin`
 * minutes; none where the sun does not rise or does not set.
 */
export function sunSteps(noonMs: number, at: LonLat, stepMin: number): readonly SunStep[] {
  const { riseMs, setMs } = sunTimes(noonMs, at);
  if (riseMs === null || setMs === null) return [];
  const count = Math.ceil((setMs - riseMs) / (stepMin * 60_000));
  const stepMs = (setMs - riseMs) / count;
  return Array.from({ length: count }, (_, i) => ({
    sun: sunPosition(riseMs + (i + 0.5) * stepMs, at),
    hours: stepMs / 3_600_000,
  }));
}

/** East, north and up of the way to the sun, of length 1. */
export function sunDirection({ elevationDeg, azimuthDeg }: SunPosition): readonly [number, number, number] {
  return [cos(elevationDeg) * sin(azimuthDeg), cos(elevationDeg) * cos(azimuthDeg), sin(elevationDeg)];
}
