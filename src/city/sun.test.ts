// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from './frames';
import { MILANO } from './place';
import { sunDirection, sunOfDay, sunPosition, sunTimes } from './sun';

const utc = (text: string) => Date.parse(`${text}Z`);

describe('the sun', () => {
  it('stands where NREL’s worked example has it', () => {
    // Reda & Andreas 2008, table A5.1: Golden, Colorado, 17 October 2003, 12:30:30 UTC−7.
    const { elevationDeg, azimuthDeg } = sunPosition(
      utc('2003-10-17T19:30:30'),
      lonLat(-105.1786, 39.742476),
    );
    expect(Math.abs(90 - elevationDeg - 50.11162)).toBeLessThan(0.02);
    expect(Math.abs(azimuthDeg - 194.34024)).toBeLessThan(0.02);
  });

  it('stands where NOAA’s Solar Calculator has it', () => {
    // Of NOAA_Solar_Calculations_day, as published with it for 40° N 105° W on 21 June 2010 (UTC−6), and
    // as pyenergyplus/pysunNOAA has it saved from the sheet for Mountain View on 21 September 2023 (UTC−8).
    const boulder = lonLat(-105, 40);
    const mountainView = lonLat(-122.079583333333, 37.4219444444444);
    for (const [at, from, elevationDeg, azimuthDeg] of [
      ['2010-06-21T00:06-06:00', boulder, -25.2334819743467, 345.86910228316],
      ['2010-06-21T05:30-06:00', boulder, -0.729664707308368, 57.6799724300869],
      ['2010-06-21T05:42-06:00', boulder, 1.28798788313787, 59.6096523684939],
      ['2010-06-21T06:06-06:00', boulder, 5.11490902618878, 63.3553254958562],
      ['2010-06-21T07:06-06:00', boulder, 15.6409382680225, 72.2398180034306],
      ['2010-06-21T08:00-06:00', boulder, 25.6479400888559, 80.0059961893104],
      ['2010-06-21T13:00-06:00', boulder, 73.4384793439627, 178.533230037882],
      ['2010-06-21T18:54-06:00', boulder, 16.303887839414, 287.233235663445],
      ['2010-06-21T19:54-06:00', boulder, 5.72602704943685, 296.086392840823],
      ['2010-06-21T20:30-06:00', boulder, 0.0989819972925181, 301.72829080667],
      ['2023-09-21T05:33-08:00', mountainView, -5.17796026715717, 85.1264242410581],
    ] as const) {
      const sun = sunPosition(Date.parse(at), from);
      expect(Math.abs(sun.elevationDeg - elevationDeg), at).toBeLessThan(0.05);
      expect(Math.abs(sun.azimuthDeg - azimuthDeg), at).toBeLessThan(0.05);
    }
  });

  it('rises and sets when NOAA’s sheet says', () => {
    // Parts of the day of the same sheets: 0.230045 and 0.855658 (UTC−6); 0.246693 and 0.755367 (UTC−8).
    for (const [noon, offsetH, from, rise, set] of [
      ['2010-06-21T13:00-06:00', 6, lonLat(-105, 40), 0.230045084953299, 0.855658120381039],
      [
        '2023-09-21T12:00-08:00',
        8,
        lonLat(-122.079583333333, 37.4219444444444),
        0.246693155717973,
        0.755367063181474,
      ],
    ] as const) {
      const { riseMs, setMs } = sunTimes(Date.parse(noon), from);
      const midnightMs = Date.parse(`${noon.slice(0, 10)}T00:00Z`) + offsetH * 3_600_000;
      expect(Math.abs((riseMs! - midnightMs) / 60_000 - rise * 1440)).toBeLessThan(1);
      expect(Math.abs((setMs! - midnightMs) / 60_000 - set * 1440)).toBeLessThan(1);
    }
    // Of the same day whatever the hour that is asked.
    const early = sunTimes(utc('2026-06-20T23:40:00'), MILANO.centre);
    expect(early).toEqual(sunTimes(utc('2026-06-21T21:30:00'), MILANO.centre));
    // 5:34 and 21:15 in Rome; beyond the polar circle the sun stays up.
    expect(Math.abs(early.riseMs! - utc('2026-06-21T03:34:30'))).toBeLessThan(60_000);
    expect(sunTimes(utc('2026-06-21T12:00:00'), lonLat(20, 75))).toEqual({ riseMs: null, setMs: null });
  });

  it('is where its direction points', () => {
    const [east, north, up] = sunDirection({ elevationDeg: 30, azimuthDeg: 135 });
    // cos 30° · sin 135°, cos 30° · cos 135°, sin 30°
    expect(east).toBeCloseTo(0.6124, 4);
    expect(north).toBeCloseTo(-0.6124, 4);
    expect(up).toBeCloseTo(0.5, 12);
  });

  it('has the equation of time and the declination of the almanac', () => {
    // Extremes over the year, some seconds more or less from year to year: −14 min 15 s in February,
    // +16 min 25 to 33 s in November; solstices ±23.44°.
    expect(Math.abs(sunOfDay(utc('2026-02-11T12:00:00')).equationOfTimeMin + 14.25)).toBeLessThan(0.1);
    expect(Math.abs(sunOfDay(utc('2026-11-03T12:00:00')).equationOfTimeMin - 16.48)).toBeLessThan(0.1);
    expect(sunOfDay(utc('2026-06-21T08:25:00')).declinationDeg).toBeCloseTo(23.436, 2);
    expect(sunOfDay(utc('2026-12-21T20:50:00')).declinationDeg).toBeCloseTo(-23.436, 2);
    // Equinox of March 2026: the 20th at 14:46 UTC.
    expect(Math.abs(sunOfDay(utc('2026-03-20T14:46:00')).declinationDeg)).toBeLessThan(0.01);
  });

  it('of Milan is in the south at noon, as high as its latitude says', () => {
    // 12:23:13 UTC+1: four minutes a degree from 15° E to 9.19° E, less the equation of time.
    const noon = (day: string) => {
      const { equationOfTimeMin } = sunOfDay(utc(`${day}T11:00:00`));
      return utc(`${day}T00:00:00`) + (720 - 4 * MILANO.centre[0] - equationOfTimeMin) * 60_000;
    };
    const june = sunPosition(noon('2026-06-21'), MILANO.centre);
    expect(june.elevationDeg).toBeCloseTo(90 - 45.464 + 23.436, 1);
    expect(june.azimuthDeg).toBeCloseTo(180, 1);
    const december = sunPosition(noon('2026-12-21'), MILANO.centre);
    expect(december.elevationDeg).toBeCloseTo(90 - 45.464 - 23.436 + 0.04, 1);
  });

  it('of Milan rises and sets when the tables say', () => {
    // To the minute, and a minute is 0.2°; its upper edge is seen at 0°, its middle 0.27° lower.
    for (const at of [
      '2026-06-21T03:34:30',
      '2026-06-21T19:15:00',
      '2026-12-21T07:00:00',
      '2026-12-21T15:42:30',
    ])
      expect(Math.abs(sunPosition(utc(at), MILANO.centre).elevationDeg + 0.27), at).toBeLessThan(0.25);
    // North-east in summer: cos A = (sin 23.44° + sin 45.464° · sin 0.83°) / (cos 45.464° · cos 0.83°).
    expect(sunPosition(utc('2026-06-21T03:34:30'), MILANO.centre).azimuthDeg).toBeCloseTo(54.4, 0);
    expect(sunPosition(utc('2026-12-21T07:00:00'), MILANO.centre).azimuthDeg).toBeGreaterThan(115);
    expect(sunPosition(utc('2026-06-21T23:00:00'), MILANO.centre).elevationDeg).toBeLessThan(-15);
  });
});
