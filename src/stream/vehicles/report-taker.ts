// SPDX-License-Identifier: EUPL-1.2
/** A report of a vehicle, put together with what was known of it (reported.ts says how it moves then). */
import { lonLatToPlane } from '../../city/frames';
import { TRANSIT_MODES, type TransitMode } from '../../city/ground';
import type { VehicleRow } from '../../city/live';
import { newRunPosition, patternOf } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import { numberLines } from './moving';
import { type OnPath, scheduledSecond, secondOfReport, targetS } from './on-path';
import { bearingOfWay, isLeap, type Straight } from './straight';

export interface ReportedVehicle {
  /** Its latest report. */
  row: VehicleRow;
  path: OnPath | null;
  straight: Straight | null;
  eastM: number;
  northM: number;
  /** Not drawn before. */
  absentUntilMs: number;
  /** −1 where it is on none that is known. */
  run: number;
  lineIndex: number;
  modeIndex: number;
}

/** So long a vehicle is away that is drawn elsewhere afterwards. */
export const ABSENT_MS = 2000;
/** A correction that nobody sees needs no absence. */
const NOTICED_M = 30;
/** Of two reports in the same second the way takes at least so long. */
const SHORTEST_MS = 1000;
const MODE_UNKNOWN: TransitMode = 'bus';

export class ReportTaker {
  /** Lines by number; those that only reports name come in behind. */
  readonly lines: string[];
  private readonly lineOf: Map<string, number>;
  /** Any of its patterns: they are of one line and mode. */
  private readonly patternOfRoute: ReadonlyMap<string, number>;

  constructor(
    private readonly schedule: Schedule | null,
    private readonly timeToLiveS: number,
  ) {
    this.patternOfRoute = new Map(schedule?.patterns.route.map((route, pattern) => [route, pattern]));
    const { lines, of } = numberLines(schedule?.patterns.line ?? []);
    this.lines = lines;
    this.lineOf = of;
  }

  /**
   * The vehicle as it is from this report on: the same object where it was known.
   * @param run row of the timetable's runs; null where it is on none that is known
   * @param lastMs when vehicles were drawn last; NaN: never
   */
  take(
    row: VehicleRow,
    run: number | null,
    known: ReportedVehicle | undefined,
    lastMs: number,
  ): ReportedVehicle {
    const [eastM, northM] = lonLatToPlane(row.at);
    const onPath = run === null ? null : this.takeOnPath(run, row, eastM, northM, known?.path ?? null);
    const vehicle = known ?? newVehicle(row, eastM, northM);
    // From a detour back to the path, or off it: the straight way joins the two.
    vehicle.straight = onPath
      ? null
      : this.takeStraight(vehicle, row, eastM, northM, known !== undefined, lastMs);
    if (known && onPath && !known.path) leap(vehicle, eastM, northM, lastMs);
    vehicle.path = onPath;
    vehicle.row = row;
    vehicle.run = run ?? -1;
    this.name(vehicle);
    return vehicle;
  }

  private takeOnPath(run: number, row: VehicleRow, eastM: number, northM: number, was: OnPath | null) {
    const { schedule } = this;
    if (!schedule) return null;
    const expectedS = was
      ? targetS(was, row.atMs, this.timeToLiveS)
      : scheduledSecond(schedule, run, row.atMs);
    const second = secondOfReport(schedule, run, eastM, northM, expectedS);
    if (second === undefined) return null;
    if (was) {
      was.reportedS = second;
      was.reportMs = row.atMs;
      return was;
    }
    const position = newRunPosition();
    return { run, reportedS: second, reportMs: row.atMs, drawnS: Number.NaN, position } satisfies OnPath;
  }

  private takeStraight(
    vehicle: ReportedVehicle,
    row: VehicleRow,
    toEastM: number,
    toNorthM: number,
    drawn: boolean,
    lastMs: number,
  ): Straight {
    const startMs = Number.isFinite(lastMs) ? lastMs : row.atMs;
    const takesMs = Math.max(SHORTEST_MS, Math.min(row.atMs - vehicle.row.atMs, this.timeToLiveS * 1000));
    if (!drawn || isLeap(vehicle, toEastM, toNorthM, takesMs)) {
      if (drawn) leap(vehicle, toEastM, toNorthM, lastMs);
      vehicle.eastM = toEastM;
      vehicle.northM = toNorthM;
    }
    const way = bearingOfWay(toEastM - vehicle.eastM, toNorthM - vehicle.northM);
    return {
      fromEastM: vehicle.eastM,
      fromNorthM: vehicle.northM,
      toEastM,
      toNorthM,
      startMs,
      takesMs,
      bearingDeg: row.bearingDeg ?? way ?? vehicle.straight?.bearingDeg ?? 0,
    };
  }

  private name(vehicle: ReportedVehicle): void {
    const { row, run } = vehicle;
    const ofRoute = row.route === null ? undefined : this.patternOfRoute.get(row.route);
    const pattern = this.schedule && run >= 0 ? patternOf(this.schedule, run) : (ofRoute ?? -1);
    const line = this.schedule?.patterns.line[pattern] ?? row.line ?? row.route ?? '';
    let index = this.lineOf.get(line);
    if (index === undefined) {
      index = this.lines.length < 0xffff ? this.lines.push(line) - 1 : 0;
      this.lineOf.set(line, index);
    }
    vehicle.lineIndex = index;
    vehicle.modeIndex = TRANSIT_MODES.indexOf(
      this.schedule?.patterns.mode[pattern] ?? row.mode ?? MODE_UNKNOWN,
    );
  }
}

const newVehicle = (row: VehicleRow, eastM: number, northM: number): ReportedVehicle => ({
  row,
  path: null,
  straight: null,
  eastM,
  northM,
  absentUntilMs: Number.NEGATIVE_INFINITY,
  run: -1,
  lineIndex: 0,
  modeIndex: 0,
});

/** What is drawn elsewhere is left out for a moment where the new place is too far to drive to. */
function leap(vehicle: ReportedVehicle, eastM: number, northM: number, lastMs: number): void {
  if (Number.isNaN(lastMs)) return;
  if (Math.hypot(eastM - vehicle.eastM, northM - vehicle.northM) > NOTICED_M)
    vehicle.absentUntilMs = lastMs + ABSENT_MS;
}
