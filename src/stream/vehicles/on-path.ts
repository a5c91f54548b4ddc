// SPDX-License-Identifier: EUPL-1.2
/**
 * A reported vehicle on the path of its run. It is kept as a second of its run (the timetable's clock,
 * whatever its delay): from there it goes on as the timetable does, stops included, until the next report
 * puts the clock right; what is drawn follows that clock, faster or slower but never backwards.
 */
import { type Projected, projectOnPath } from '../../city/path-projection';
import { romeTime } from '../../city/rome-time';
import {
  newRunPosition,
  patternOf,
  type RunPosition,
  runDurationS,
  runPosition,
  runSecond,
} from '../../city/run-position';
import type { Schedule } from '../../city/schedule';

/** As far as a position may be off along the street and still agree with where the vehicle was expected. */
const NOISE_M = 20;
/** A report further from its run's path is of a vehicle that is not on it (a detour, another trip). */
const OFF_PATH_M = 150;
/** Where it is looked for first, about where it is expected: paths may cross and touch themselves. */
const BEHIND_M = 150;
const AHEAD_M = 250;
/** The drawn one makes up for a difference in about so long, … */
const FOLLOW_S = 20;
/** … at most at so many times the timetable's speed. */
const FASTEST = 2.5;

export interface OnPath {
  readonly run: number;
  /** Second of the run by the last report, and when that was. */
  reportedS: number;
  reportMs: number;
  /** Second of the run that is drawn. */
  drawnS: number;
  readonly position: RunPosition;
}

const projected: Projected = { alongM: 0, offM: 0 };

/**
 * The second of its run at which a vehicle is that reported from a place: `expectedS` where that agrees
 * with it within {@link NOISE_M}, else that of the place itself (where it stands there, the nearest).
 * Undefined where the place is not on the path.
 */
export function secondOfReport(
  s: Schedule,
  run: number,
  eastM: number,
  northM: number,
  expectedS: number,
): number | undefined {
  const pattern = patternOf(s, run);
  scratch.nextCall = 0;
  runPosition(s, run, expectedS, scratch);
  const { alongM } = scratch;
  projectOnPath(s, pattern, eastM, northM, alongM - BEHIND_M, alongM + AHEAD_M, projected, alongM);
  if (projected.offM > NOISE_M * 2) {
    projectOnPath(s, pattern, eastM, northM, 0, Number.POSITIVE_INFINITY, projected, alongM);
    // What was expected far away has told which way it goes by; where exactly, the place alone tells.
    const { alongM: nearM } = projected;
    projectOnPath(s, pattern, eastM, northM, nearM - NOISE_M, nearM + NOISE_M, projected);
  }
  if (projected.offM > OFF_PATH_M) return undefined;
  const { alongM: reportedM } = projected;
  const least = runSecond(s, run, Math.max(0, reportedM - NOISE_M), false);
  const most = runSecond(s, run, reportedM + NOISE_M, true);
  if (expectedS >= least && expectedS <= most) return expectedS;
  const first = runSecond(s, run, reportedM, false);
  return Math.min(Math.max(expectedS, first), Math.max(first, runSecond(s, run, reportedM, true)));
}
const scratch = newRunPosition();

/** Where the vehicle should be now by its last report, for at most `timeToLiveS` after it. */
export function targetS(vehicle: OnPath, nowMs: number, timeToLiveS: number): number {
  const passedS = Math.min(Math.max(0, (nowMs - vehicle.reportMs) / 1000), timeToLiveS);
  return vehicle.reportedS + passedS;
}

/** Lets `passedS` pass for what is drawn: on with the timetable, towards the target. */
export function follow(s: Schedule, vehicle: OnPath, target: number, passedS: number): void {
  const behindS = target - passedS - vehicle.drawnS;
  const stepS = passedS + behindS * (1 - Math.exp(-passedS / FOLLOW_S));
  const on = vehicle.drawnS + Math.min(Math.max(0, stepS), FASTEST * passedS);
  vehicle.drawnS = Math.min(on, Math.max(vehicle.drawnS, target), runDurationS(s, vehicle.run));
}

/** Seconds after a run's departure by the timetable alone, on the day on which it is nearest. */
export function scheduledSecond(s: Schedule, run: number, atMs: number): number {
  const departureS = s.runDepartureS[run] as number;
  const afterS = (((romeTime(atMs).secondOfDay - departureS) % 86_400) + 86_400) % 86_400;
  // Nearest to the middle of the run.
  const middleS = runDurationS(s, run) / 2;
  return afterS - middleS > 43_200 ? afterS - 86_400 : afterS;
}
