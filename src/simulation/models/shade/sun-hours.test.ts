// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import { MILANO } from '../../../city/place';
import { type SunStep, sunSteps } from '../../../city/sun';
import { buildingShade, type Shading } from './park-shade';
import { STEP_MIN, sunHours } from './sun-hours';

const JUNE = Date.parse('2026-06-21T10:00:00Z');
const DECEMBER = Date.parse('2026-12-21T11:00:00Z');
/** A spot of 2 × 2 m, which is one point. */
const spot = [[plane(0, 0), plane(2, 0), plane(2, 2), plane(0, 2)]];
const on = (things: readonly Shading[], steps: readonly SunStep[]) => sunHours(spot, 4, things, steps).hours;
/** A row of pillars, close together: a wall along a line, `heightM` high. */
const wall = (northM: number, heightM: number) =>
  Array.from({ length: 401 }, (_, i) => buildingShade(1 + (i - 200) * 2, northM, Math.PI * 4, heightM));

describe('hours of sun', () => {
  it('on an empty plain are the length of the day, within a step', () => {
    // Milan, sunrise to sunset: 15 h 40 min on 21 June, 8 h 42 min on 21 December.
    for (const [noon, length] of [
      [JUNE, 15 + 40 / 60],
      [DECEMBER, 8 + 42 / 60],
    ] as const) {
      const steps = sunSteps(noon, MILANO.centre, STEP_MIN);
      const { hours, dayHours } = sunHours(spot, 4, [], steps);
      expect(Math.abs(dayHours - length)).toBeLessThan(2 / 60);
      expect(dayHours - hours).toBeGreaterThanOrEqual(0);
      expect(dayHours - hours).toBeLessThanOrEqual((2 * STEP_MIN) / 60);
    }
  });

  it('behind a wall to the south are none in winter', () => {
    // 20 m from a wall of 30 m: it hides what is lower than 56° straight ahead, and aside, at 55° from
    // south (sunrise of December), what is lower than atan(1.5 · cos 55°) = 41°. The sun comes to 21°.
    const steps = sunSteps(DECEMBER, MILANO.centre, STEP_MIN);
    expect(on(wall(-19, 30), steps)).toBe(0);
    // To the north it takes nothing: in December the sun is never there.
    expect(on(wall(21, 30), steps)).toBe(on([], steps));
  });

  it('are cut by a wall as long as the sun is below its edge', () => {
    // By hand: the sun of each hour is given. A wall 20 m high whose face is 20 m to the south hides
    // elevation e at azimuth a from south where tan e < cos a · 20 / 20.
    const steps = [10, 30, 44, 46, 60].map((elevationDeg) => ({
      sun: { elevationDeg, azimuthDeg: 180 },
      hours: 1,
    }));
    // Pillars of radius 2 m at 21 m: their face is 18 to 20 m away from the point (1, 1).
    expect(on(wall(-20, 19), steps)).toBe(2);
    const aside = [20, 34, 36, 60].map((elevationDeg) => ({
      sun: { elevationDeg, azimuthDeg: 225 },
      hours: 0.5,
    }));
    // cos 45° = 0.707: hidden below 35.3°.
    expect(on(wall(-20, 19), aside)).toBe(1);
  });

  it('grow fewer, never more, as what stands there grows', () => {
    const steps = sunSteps(JUNE, MILANO.centre, STEP_MIN);
    const hours = [0, 5, 10, 20, 40, 80].map((heightM) => on([buildingShade(20, -15, 400, heightM)], steps));
    for (let i = 1; i < hours.length; i++) expect(hours[i]).toBeLessThanOrEqual(hours[i - 1]!);
    expect(hours[5]).toBeLessThan(hours[0]!);
  });
});
