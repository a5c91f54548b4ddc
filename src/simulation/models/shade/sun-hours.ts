// SPDX-License-Identifier: EUPL-1.2
/** How long the sun shines on a green area in a day, by its shade at equal steps of the day. Pure. */
import type { Rings } from '../../../city/areas';
import type { LonLat } from '../../../city/frames';
import { type SunPosition, sunPosition, sunTimes } from '../../../city/sun';
import { type Shading, shadedShare } from './park-shade';

/** Steps are no longer than this, minutes. */
export const STEP_MIN = 15;

export interface SunStep {
  /** In its middle. */
  readonly sun: SunPosition;
  readonly hours: number;
}

/** The day that `noonMs` is the noon of, from sunrise to sunset, in equal steps; none where the sun does not rise. */
export function sunSteps(noonMs: number, at: LonLat): readonly SunStep[] {
  const { riseMs, setMs } = sunTimes(noonMs, at);
  if (riseMs === null || setMs === null) return [];
  const count = Math.ceil((setMs - riseMs) / (STEP_MIN * 60_000));
  const stepMs = (setMs - riseMs) / count;
  return Array.from({ length: count }, (_, i) => ({
    sun: sunPosition(riseMs + (i + 0.5) * stepMs, at),
    hours: stepMs / 3_600_000,
  }));
}

export interface SunHours {
  /** Of direct sun under a clear sky, on average over the area. */
  readonly hours: number;
  /** From sunrise to sunset on a plain. */
  readonly dayHours: number;
}

/** Hours of sun on the area inside the rings; a sun too low to cast a shadow counts as none ({@link shadedShare}). */
export function sunHours(
  rings: Rings,
  areaM2: number,
  things: readonly Shading[],
  steps: readonly SunStep[],
): SunHours {
  let [hours, dayHours] = [0, 0];
  for (const step of steps) {
    hours += step.hours * (1 - (shadedShare(rings, areaM2, things, step.sun) ?? 1));
    dayHours += step.hours;
  }
  return { hours, dayHours };
}
