// SPDX-License-Identifier: EUPL-1.2
/**
 * Where a run of the timetable is at any second of it: on its path, by its times. Between two calls it
 * speeds up, keeps its speed and brakes, so that it leaves and reaches the stops when the timetable says.
 */
import type { Schedule } from './schedule';

export interface RunPosition {
  eastM: number;
  northM: number;
  /** Clockwise from north, 0 ≤ · < 360. */
  bearingDeg: number;
  /** Metres along the path. */
  alongM: number;
  /** Stands at a call. */
  stopped: boolean;
  /** Of the pattern's calls, from 0: the next one, or the one it stands at. */
  nextCall: number;
  /** Row of the path's point before it: with `nextCall` where the next search begins. */
  segment: number;
}
export const newRunPosition = (): RunPosition => ({
  eastM: 0,
  northM: 0,
  bearingDeg: Number.NaN,
  alongM: 0,
  stopped: false,
  nextCall: 0,
  segment: 0,
});

/** What trams and buses do without throwing anybody over (Vuchic 2007, 0.9–1.3 m/s²). */
const ACCELERATION_MS2 = 1;

/**
 * Metres gone on a leg of `lengthM` that takes `legS`, `afterS` into it: at constant acceleration up to a
 * speed, at that, and down to rest again. A leg too short of time for that accelerates as it must; one of
 * no time is gone at once.
 */
export function legGoneM(lengthM: number, legS: number, afterS: number): number {
  if (afterS >= legS) return lengthM;
  if (afterS <= 0) return 0;
  const rampS = legRampS(lengthM, legS);
  if (rampS <= 0) return 0;
  const speedMS = lengthM / (legS - rampS);
  if (afterS < rampS) return (speedMS * afterS * afterS) / (2 * rampS);
  const leftS = legS - afterS;
  if (leftS < rampS) return lengthM - (speedMS * leftS * leftS) / (2 * rampS);
  return speedMS * (afterS - rampS / 2);
}

/** The inverse of {@link legGoneM}: seconds into the leg at which `goneM` of it are gone. */
export function legSecond(lengthM: number, legS: number, goneM: number): number {
  if (goneM >= lengthM) return legS;
  const rampS = legRampS(lengthM, legS);
  if (goneM <= 0 || rampS <= 0) return 0;
  const speedMS = lengthM / (legS - rampS);
  const rampM = (speedMS * rampS) / 2;
  if (goneM < rampM) return Math.sqrt((2 * rampS * goneM) / speedMS);
  if (goneM > lengthM - rampM) return legS - Math.sqrt((2 * rampS * (lengthM - goneM)) / speedMS);
  return goneM / speedMS + rampS / 2;
}

/** Seconds r of speeding up: v = a·r and lengthM = v (legS − r); half the leg where that is not enough. */
function legRampS(lengthM: number, legS: number): number {
  const root = legS * legS - (4 * lengthM) / ACCELERATION_MS2;
  return root > 0 ? (legS - Math.sqrt(root)) / 2 : legS / 2;
}

/**
 * Seconds after its departure at which a run is `alongM` along its path by the timetable: where it stands
 * there the first, or the `last` of them.
 */
export function runSecond(s: Schedule, run: number, alongM: number, last: boolean): number {
  const profile = at(s.runProfile, run);
  const pattern = at(s.profilePattern, profile);
  const time = at(s.profileFirstTime, profile);
  const call = at(s.patterns.firstCall, pattern);
  const end = callsOf(s, pattern) - 1;
  // The first call at it or beyond; of several at the same place the last one leaves.
  let next = 0;
  while (next < end && at(s.callAlongM, call + next) < alongM) next++;
  if (last) while (next < end && at(s.callAlongM, call + next + 1) <= alongM) next++;
  const toM = at(s.callAlongM, call + next);
  if (alongM >= toM) return at(last && next < end ? s.timeDepartureS : s.timeArrivalS, time + next);
  if (next === 0) return last ? at(s.timeDepartureS, time) : 0;
  const fromM = at(s.callAlongM, call + next - 1);
  const leftS = at(s.timeDepartureS, time + next - 1);
  return leftS + legSecond(toM - fromM, at(s.timeArrivalS, time + next) - leftS, alongM - fromM);
}

/** Calls of a pattern. */
export const callsOf = (s: Schedule, pattern: number): number =>
  at(s.patterns.firstCall, pattern + 1) - at(s.patterns.firstCall, pattern);

/** Pattern of a run. */
export const patternOf = (s: Schedule, run: number): number => at(s.profilePattern, at(s.runProfile, run));

/** Seconds from a run's departure to its last arrival. */
export function runDurationS(s: Schedule, run: number): number {
  const profile = at(s.runProfile, run);
  const calls = callsOf(s, at(s.profilePattern, profile));
  return calls === 0 ? 0 : at(s.timeArrivalS, at(s.profileFirstTime, profile) + calls - 1);
}

/**
 * Writes where `run` is `afterS` seconds after its departure; before it, it stands at its first call,
 * after its end at its last. What `into` holds from an earlier call for the same run speeds the search up.
 */
export function runPosition(s: Schedule, run: number, afterS: number, into: RunPosition): void {
  const profile = at(s.runProfile, run);
  const pattern = at(s.profilePattern, profile);
  const time = at(s.profileFirstTime, profile);
  const call = at(s.patterns.firstCall, pattern);
  const last = callsOf(s, pattern) - 1;
  let next = Math.min(Math.max(into.nextCall, 0), last);
  // The first call that is not left yet.
  while (next > 0 && at(s.timeDepartureS, time + next - 1) > afterS) next--;
  while (next < last && at(s.timeDepartureS, time + next) <= afterS) next++;
  into.nextCall = next;
  into.stopped = next === 0 || at(s.timeArrivalS, time + next) <= afterS;
  const toM = at(s.callAlongM, call + next);
  if (into.stopped) into.alongM = toM;
  else {
    const fromM = at(s.callAlongM, call + next - 1);
    const leftS = at(s.timeDepartureS, time + next - 1);
    const legS = at(s.timeArrivalS, time + next) - leftS;
    into.alongM = fromM + legGoneM(toM - fromM, legS, afterS - leftS);
  }
  pathPoint(s, pattern, into.alongM, into);
}

/** What {@link pathPoint} writes; `segment` is where the search begins, `bearingDeg` its bearing or NaN. */
export interface PathPoint {
  eastM: number;
  northM: number;
  bearingDeg: number;
  segment: number;
}

/** Writes the place at `alongM` of a pattern's path; before and after it, its ends. */
export function pathPoint(s: Schedule, pattern: number, alongM: number, into: PathPoint): void {
  const first = at(s.patterns.shapeStart, pattern);
  const end = first + at(s.patterns.shapeCount, pattern) - 1;
  const along = s.shapeAlongM;
  let i = segmentAt(along, first, end, alongM, into.segment);
  // A point that comes twice makes a piece without direction.
  while (i > first && at(along, i + 1) <= at(along, i)) i--;
  // The bearing is the piece's, whichever run was on it before.
  const known = i === into.segment && !Number.isNaN(into.bearingDeg);
  into.segment = i;
  const e0 = at(s.shapeEastM, i);
  const n0 = at(s.shapeNorthM, i);
  const to = Math.min(i + 1, end);
  const east = at(s.shapeEastM, to) - e0;
  const north = at(s.shapeNorthM, to) - n0;
  const lengthM = at(along, to) - at(along, i);
  const share = lengthM > 0 ? Math.min(1, Math.max(0, (alongM - at(along, i)) / lengthM)) : 0;
  into.eastM = e0 + share * east;
  into.northM = n0 + share * north;
  if (!known) into.bearingDeg = bearingDeg(east, north);
}

/** Clockwise from north, 0 ≤ · < 360; 0 where there is no direction. */
export function bearingDeg(east: number, north: number): number {
  const deg = (Math.atan2(east, north) * 180) / Math.PI;
  return deg < 0 ? (deg + 360) % 360 : deg;
}

/** The last row i of first … end − 1 with along[i] ≤ alongM; looks around `hint` first. */
function segmentAt(along: Float32Array, first: number, end: number, alongM: number, hint: number): number {
  let low = first;
  let high = Math.max(first, end - 1);
  if (hint >= low && hint <= high && at(along, hint) <= alongM) {
    if (hint === high || at(along, hint + 1) > alongM) return hint;
    if (hint + 1 === high || at(along, hint + 2) > alongM) return hint + 1;
    low = hint;
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(along, middle) <= alongM) low = middle;
    else high = middle - 1;
  }
  return low;
}

const at = (values: ArrayLike<number>, i: number): number => values[i] as number;
