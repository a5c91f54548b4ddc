// SPDX-License-Identifier: EUPL-1.2
import type { Hours } from './city-inputs';

/** The hour of the day that the models assign: the morning's 8–9. */
export const ASSIGNED: Hours = { fromMin: 480, toMin: 540 };

/** What is read of a timetable: who sets out in the assigned hour rides in it, and arrives in the two hours after. */
export const TIMETABLED: Hours = { fromMin: 480, toMin: 660 };
/** The day of the week whose timetable stands for all weekdays: a Wednesday, 0 being Sunday. */
export const TIMETABLED_WEEKDAY = 3;

/** Share of the assigned hour in which a rule is in force, 0–1. */
export function shareOfAssignedHour({ fromMin, toMin }: Hours): number {
  const overlap = Math.min(toMin, ASSIGNED.toMin) - Math.max(fromMin, ASSIGNED.fromMin);
  return Math.max(0, overlap) / (ASSIGNED.toMin - ASSIGNED.fromMin);
}
