// SPDX-License-Identifier: EUPL-1.2
/** Vehicles where the timetable says that they are. */
import { newRunPosition, patternOf, runPosition } from '../../city/run-position';
import { runningRuns } from '../../city/running-runs';
import type { Schedule } from '../../city/schedule';
import type { When } from '../../city/service-days';
import { type MovingVehicles, makeRoom, modeIndexOf, noVehicles, numberLines, SCHEDULED } from './moving';

export interface ScheduledVehicles {
  /**
   * Every vehicle under way at a moment; written over by the next call. A vehicle is there from its run's
   * departure until its last call. Cheapest where moments follow each other.
   */
  readonly at: (when: When) => MovingVehicles;
  /** Vehicles of these runs are left out, until told otherwise: they have reported, or do not run. */
  readonly without: (runs: ReadonlySet<number>) => void;
}

/** The timetable's vehicles. `schedule` is not copied. */
export function scheduledVehicles(schedule: Schedule): ScheduledVehicles {
  const { patterns, runTrip } = schedule;
  const { lines, of } = numberLines(patterns.line);
  const patternLine = Uint16Array.from(patterns.line, (line) => of.get(line) ?? 0);
  const patternMode = Uint8Array.from(patterns.mode, modeIndexOf);
  const running = runningRuns(schedule);
  const out = noVehicles(lines);
  const here = newRunPosition();
  // Where each run's search ended last: a vehicle moves on by a segment or none.
  const hintCall = new Uint16Array(runTrip.length);
  const hintSegment = new Uint32Array(runTrip.length);
  const hintBearing = new Float32Array(runTrip.length).fill(Number.NaN);
  let left: ReadonlySet<number> = new Set();

  return {
    without: (runs) => {
      left = runs;
    },
    at: (when) => {
      const now = running(when);
      makeRoom(out, now.count);
      let i = 0;
      for (let k = 0; k < now.count; k++) {
        const run = now.run[k] as number;
        if (left.size > 0 && left.has(run)) continue;
        here.nextCall = hintCall[run] as number;
        here.segment = hintSegment[run] as number;
        here.bearingDeg = hintBearing[run] as number;
        runPosition(schedule, run, now.afterS[k] as number, here);
        hintCall[run] = here.nextCall;
        hintSegment[run] = here.segment;
        hintBearing[run] = here.bearingDeg;
        const pattern = patternOf(schedule, run);
        out.eastM[i] = here.eastM;
        out.northM[i] = here.northM;
        out.bearingDeg[i] = here.bearingDeg;
        out.modeIndex[i] = patternMode[pattern] as number;
        out.lineIndex[i] = patternLine[pattern] as number;
        out.state[i] = SCHEDULED;
        out.stopped[i] = here.stopped ? 1 : 0;
        out.run[i] = run;
        out.alongM[i] = here.alongM;
        out.nextCall[i] = here.nextCall;
        out.id[i] = runTrip[run] as string;
        i++;
      }
      out.count = i;
      return out;
    },
  };
}
