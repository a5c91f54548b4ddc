// SPDX-License-Identifier: EUPL-1.2
/** How long the sun shines on a green area in a day, by its shade at equal steps of the day. Pure. */
import type { Rings } from '../../../city/areas';
import type { SunStep } from '../../../city/sun';
import { type Shading, shadedShare } from './park-shade';

/** Steps are no longer than this, minutes. */
export const STEP_MIN = 15;

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
