// SPDX-License-Identifier: EUPL-1.2
/**
 * Which runs of the timetable are under way, kept from one instant to the next: runs are looked for by
 * their departure once, then only those that begin or end are touched.
 */
import { callsOf, patternOf } from './run-position';
import type { Schedule } from './schedule';
import { serviceDays, type When } from './service-days';

export interface RunningRuns {
  readonly count: number;
  /** Row of runs, and seconds since its departure; entries behind `count` are left over. */
  readonly run: Int32Array;
  readonly afterS: Float64Array;
}

/** A day of the timetable some of whose runs may be under way. */
interface LookedAt {
  readonly key: number;
  readonly services: ReadonlySet<number>;
  /** Seconds of this day where it was last asked; NaN at first. */
  atS: number;
  /** First run that has not been looked at. */
  cursor: number;
  active: number[];
}
const DAY_S = 86_400;
/** A jump further than this looks anew. */
const JUMP_S = 3600;

/**
 * Says at any moment which runs are under way: since their departure, until their last call's plus
 * `keepS` (for those that may be late). Of instants, the service days of yesterday (or earlier, where
 * runs are that long) and today count, and tomorrow's where March begins it early; of a typical day, the
 * weekday's and those before it. The answer is written over by the next call.
 */
export function runningRuns(s: Schedule, keepS = 0): (when: When) => RunningRuns {
  const lastS = new Float64Array(s.runProfile.length);
  let longestS = 0;
  let latestS = 0;
  for (let run = 0; run < lastS.length; run++) {
    const takesS = endS(s, run) + keepS;
    lastS[run] = at(s.runDepartureS, run) + takesS;
    longestS = Math.max(longestS, takesS);
    latestS = Math.max(latestS, at(lastS, run));
  }
  const daysBack = Math.max(1, Math.ceil(latestS / DAY_S));
  let days: LookedAt[] = [];
  const out = { count: 0, run: new Int32Array(1024), afterS: new Float64Array(1024) };

  const look = (day: LookedAt, atS: number): void => {
    if (!(atS >= day.atS && atS - day.atS <= JUMP_S)) {
      day.active = [];
      day.cursor = firstAfter(s.runDepartureS, atS - longestS - 1);
    }
    while (day.cursor < s.runProfile.length && at(s.runDepartureS, day.cursor) <= atS) {
      if (day.services.has(at(s.runService, day.cursor))) day.active.push(day.cursor);
      day.cursor++;
    }
    day.atS = atS;
    let kept = 0;
    for (const run of day.active) if (at(lastS, run) >= atS) day.active[kept++] = run;
    day.active.length = kept;
  };

  return (when) => {
    const now = serviceDays(s, when, daysBack).filter((day) => day.atS >= 0);
    days = now.map(
      ({ key, services }) =>
        days.find((day) => day.key === key) ?? {
          key,
          services: services(),
          atS: Number.NaN,
          cursor: 0,
          active: [],
        },
    );
    out.count = 0;
    days.forEach((day, d) => {
      const atS = now[d]?.atS ?? 0;
      look(day, atS);
      if (out.count + day.active.length > out.run.length) grow(out, out.count + day.active.length);
      for (const run of day.active) {
        out.run[out.count] = run;
        out.afterS[out.count++] = atS - at(s.runDepartureS, run);
      }
    });
    return out;
  };
}

/** Seconds from a run's departure until it leaves, or reaches, its last call. */
function endS(s: Schedule, run: number): number {
  const last = at(s.profileFirstTime, at(s.runProfile, run)) + callsOf(s, patternOf(s, run)) - 1;
  return Math.max(at(s.timeArrivalS, last), at(s.timeDepartureS, last));
}

/** The first row whose value is more than `than`, of values in order. */
function firstAfter(values: Uint32Array, than: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) > than) high = middle;
    else low = middle + 1;
  }
  return low;
}

function grow(out: { run: Int32Array; afterS: Float64Array }, room: number): void {
  const { run, afterS } = out;
  out.run = new Int32Array(room * 2);
  out.afterS = new Float64Array(room * 2);
  out.run.set(run);
  out.afterS.set(afterS);
}

const at = (values: ArrayLike<number>, i: number): number => values[i] as number;
