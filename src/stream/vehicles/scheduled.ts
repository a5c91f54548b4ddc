// SPDX-License-Identifier: EUPL-1.2
/** Vehicles where the timetable says that they are. */
import { newRunPosition, patternOf, runPosition } from '../../city/run-position';
import { type RunningRuns, type RunsFollowed, runningRuns } from '../../city/running-runs';
import type { Schedule } from '../../city/schedule';
import type { When } from '../../city/service-days';
import {
  type Growing,
  type MovingVehicles,
  makeRoom,
  modeIndexOf,
  noVehicles,
  numberLines,
  SCHEDULED,
} from './moving';

export interface ScheduledVehicles {
  /**
   * Every vehicle under way at a moment; written over by the next call. A vehicle is there from its run's
   * departure until its last call. Cheapest where moments follow each other.
   */
  readonly at: (when: When) => MovingVehicles;
  /**
   * Does what {@link at} would do, a piece at a time (at most {@link VEHICLES_A_PIECE} vehicles): soon
   * after it that one finds everything ready.
   */
  readonly prepare: (when: When) => Generator<void, void>;
  /** Vehicles of these runs are left out, until told otherwise: they have reported, or do not run. */
  readonly without: (...runs: readonly Iterable<number>[]) => void;
}

/** Placed in a few milliseconds, even by code that runs for the first time. */
export const VEHICLES_A_PIECE = 1000;

/** The timetable's vehicles. `schedule` is not copied. */
export function scheduledVehicles(schedule: Schedule): ScheduledVehicles {
  return new Timetabled(schedule);
}

class Timetabled implements ScheduledVehicles {
  readonly #schedule: Schedule;
  readonly #patternLine: Uint16Array;
  readonly #patternMode: Uint8Array;
  readonly #running: RunsFollowed;
  readonly #out: Growing;
  readonly #here = newRunPosition();
  /** Where each run's search ended last: a vehicle moves on by a segment or none. */
  readonly #hintCall: Uint16Array;
  readonly #hintSegment: Uint32Array;
  readonly #hintBearing: Float32Array;
  /** By run, 1: left out. */
  readonly #left: Uint8Array;

  constructor(schedule: Schedule) {
    const { patterns, runTrip } = schedule;
    const { lines, of } = numberLines(patterns.line);
    this.#schedule = schedule;
    this.#patternLine = Uint16Array.from(patterns.line, (line) => of.get(line) ?? 0);
    this.#patternMode = Uint8Array.from(patterns.mode, modeIndexOf);
    this.#running = runningRuns(schedule);
    this.#out = noVehicles(lines);
    this.#hintCall = new Uint16Array(runTrip.length);
    this.#hintSegment = new Uint32Array(runTrip.length);
    this.#hintBearing = new Float32Array(runTrip.length).fill(Number.NaN);
    this.#left = new Uint8Array(runTrip.length);
  }

  without = (...runs: readonly Iterable<number>[]): void => {
    this.#left.fill(0);
    for (const of of runs) for (const run of of) this.#left[run] = 1;
  };

  at = (when: When): MovingVehicles => {
    const now = this.#running.at(when);
    makeRoom(this.#out, now.count);
    this.#out.count = 0;
    this.#place(now, 0, now.count);
    return this.#out;
  };

  *prepare(when: When): Generator<void, void> {
    yield* this.#running.prepare(when);
    const { count } = this.#running.at(when);
    for (let from = 0; from < count; from += VEHICLES_A_PIECE) {
      yield;
      // Asked again: others may have asked for another moment in the meantime.
      const now = this.#running.at(when);
      makeRoom(this.#out, now.count);
      this.#out.count = 0;
      this.#place(now, from, Math.min(from + VEHICLES_A_PIECE, now.count));
    }
  }

  #place(now: RunningRuns, from: number, to: number): void {
    const schedule = this.#schedule;
    const here = this.#here;
    const out = this.#out;
    let i = out.count;
    for (let k = from; k < to; k++) {
      const run = now.run[k] as number;
      if (this.#left[run] === 1) continue;
      here.nextCall = this.#hintCall[run] as number;
      here.segment = this.#hintSegment[run] as number;
      here.bearingDeg = this.#hintBearing[run] as number;
      runPosition(schedule, run, now.afterS[k] as number, here);
      this.#hintCall[run] = here.nextCall;
      this.#hintSegment[run] = here.segment;
      this.#hintBearing[run] = here.bearingDeg;
      const pattern = patternOf(schedule, run);
      out.eastM[i] = here.eastM;
      out.northM[i] = here.northM;
      out.bearingDeg[i] = here.bearingDeg;
      out.modeIndex[i] = this.#patternMode[pattern] as number;
      out.lineIndex[i] = this.#patternLine[pattern] as number;
      out.state[i] = SCHEDULED;
      out.stopped[i] = here.stopped ? 1 : 0;
      out.run[i] = run;
      out.alongM[i] = here.alongM;
      out.nextCall[i] = here.nextCall;
      out.id[i] = schedule.runTrip[run] as string;
      i++;
    }
    out.count = i;
  }
}
