// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from './frames';
import { MILANO } from './place';
import { sunOfDay, sunPosition } from './sun';

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
