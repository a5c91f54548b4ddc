// SPDX-License-Identifier: EUPL-1.2
/**
 * Which runs of the timetable are under way, kept from one instant to the next: runs are looked for by
 * their departure once, then only those that begin or end are touched.
 */
import { callsOf, patternOf } from './run-position';
import type { Schedule } from './schedule';
import { type ServiceDay, serviceDays, type When } from './service-days';

export interface RunningRuns {
  readonly count: number;
  /** Row of runs, and seconds since its departure; entries behind `count` are left over. */
  readonly run: Int32Array;
  readonly afterS: Float64Array;
}

/** Follows the runs that are under way. */
export interface RunsFollowed {
  /** Those of a moment; written over by the next call. */
  readonly at: (when: When) => RunningRuns;
  /**
   * Does, a piece of at most {@link RUNS_A_PIECE} runs at a time, what {@link at} would do at once: soon
   * after it that one finds everything ready.
   */
  readonly prepare: (when: When) => Generator<void, void>;
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
/** Looked at in a millisecond or two, even by code that runs for the first time. */
export const RUNS_A_PIECE = 10_000;

/**
 * Says at any moment which runs are under way: since their departure, until their last call's plus
 * `keepS` (for those that may be late). Of instants, the service days of yesterday (or earlier, where
 * runs are that long) and today count, and tomorrow's where March begins it early; of a typical day, the
 * weekday's and those before it.
 */
export function runningRuns(s: Schedule, keepS = 0): RunsFollowed {
  return new Followed(s, keepS);
}

class Followed implements RunsFollowed {
  readonly #s: Schedule;
  readonly #keepS: number;
  /** Seconds of their day until which runs are under way, of the first {@link #ended} runs. */
  readonly #lastS: Float64Array;
  #ended = 0;
  #longestS = 0;
  #latestS = 0;
  #days: readonly LookedAt[] = [];
  readonly #out = { count: 0, run: new Int32Array(1024), afterS: new Float64Array(1024) };

  constructor(s: Schedule, keepS: number) {
    this.#s = s;
    this.#keepS = keepS;
    this.#lastS = new Float64Array(s.runProfile.length);
  }

  at = (when: When): RunningRuns => {
    this.#end(Number.POSITIVE_INFINITY);
    const out = this.#out;
    const now = this.#daysOf(when);
    this.#days = now.map((day) => this.#dayOf(day));
    out.count = 0;
    for (let d = 0; d < now.length; d++) {
      const day = this.#days[d] as LookedAt;
      const { atS } = now[d] as ServiceDay;
      this.#begin(day, atS);
      this.#look(day, atS, Number.POSITIVE_INFINITY);
      this.#settle(day, atS);
      this.#write(day, atS);
    }
    return out;
  };

  *prepare(when: When): Generator<void, void> {
    while (!this.#end(RUNS_A_PIECE)) yield;
    const days: LookedAt[] = [];
    for (const { key, services, atS } of this.#daysOf(when)) {
      // Its own until it is whole: another moment may be asked for in between.
      const day = lookedAt(key, services());
      days.push(day);
      yield;
      this.#begin(day, atS);
      while (!this.#look(day, atS, RUNS_A_PIECE)) yield;
      this.#settle(day, atS);
      yield;
    }
    this.#days = days;
  }

  /** Reckons the ends of so many more runs; true: of all. */
  #end(most: number): boolean {
    const s = this.#s;
    const until = Math.min(s.runProfile.length, this.#ended + most);
    for (let run = this.#ended; run < until; run++) {
      const takesS = endS(s, run) + this.#keepS;
      const lastS = at(s.runDepartureS, run) + takesS;
      this.#lastS[run] = lastS;
      this.#longestS = Math.max(this.#longestS, takesS);
      this.#latestS = Math.max(this.#latestS, lastS);
    }
    this.#ended = until;
    return until === s.runProfile.length;
  }

  #daysOf(when: When): ServiceDay[] {
    const daysBack = Math.max(1, Math.ceil(this.#latestS / DAY_S));
    return serviceDays(this.#s, when, daysBack).filter(({ atS }) => atS >= 0);
  }

  #dayOf({ key, services }: ServiceDay): LookedAt {
    const known = this.#days.find((day) => day.key === key);
    return known ?? lookedAt(key, services());
  }

  /** Where the day was not just asked for a little earlier, its runs are looked for anew. */
  #begin(day: LookedAt, atS: number): void {
    if (atS >= day.atS && atS - day.atS <= JUMP_S) return;
    day.active = [];
    day.cursor = firstAfter(this.#s.runDepartureS, atS - this.#longestS - 1);
  }

  /** Takes in at most so many more runs that have departed; true: all of them. */
  #look(day: LookedAt, atS: number, most: number): boolean {
    const { runDepartureS, runService } = this.#s;
    const until = Math.min(runDepartureS.length, day.cursor + most);
    for (; day.cursor < until; day.cursor++) {
      if (at(runDepartureS, day.cursor) > atS) return true;
      if (day.services.has(at(runService, day.cursor))) day.active.push(day.cursor);
    }
    return until === runDepartureS.length;
  }

  /** Leaves out those that have ended. */
  #settle(day: LookedAt, atS: number): void {
    day.atS = atS;
    let kept = 0;
    for (const run of day.active) if (at(this.#lastS, run) >= atS) day.active[kept++] = run;
    day.active.length = kept;
  }

  #write({ active }: LookedAt, atS: number): void {
    const out = this.#out;
    if (out.count + active.length > out.run.length) grow(out, out.count + active.length);
    for (const run of active) {
      out.run[out.count] = run;
      out.afterS[out.count++] = atS - at(this.#s.runDepartureS, run);
    }
  }
}

const lookedAt = (key: number, services: ReadonlySet<number>): LookedAt => ({
  key,
  services,
  atS: Number.NaN,
  cursor: 0,
  active: [],
});

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
