// SPDX-License-Identifier: EUPL-1.2
/**
 * Vehicles where they reported that they are, moving between their reports.
 *
 * On a run of the timetable: on its path, at the timetable's speed from the last report on, put right by
 * each report without going backwards (on-path.ts). Without one, or off its path: straight from where it
 * is drawn to the latest report, in the time between the two reports, so one report late. Neither is drawn
 * past the report's time to live. Where what is drawn is too far off to catch up, the vehicle is not drawn
 * for {@link ABSENT_MS} and then where it is: it never crosses the city in a jump that looks like driving.
 */

import { lonLatToPlane } from '../../city/frames';
import { TRANSIT_MODES, type TransitMode } from '../../city/ground';
import type { VehicleRow } from '../../city/live';
import { romeTime } from '../../city/rome-time';
import { bearingDeg, newRunPosition, patternOf, runDurationS, runPosition } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import { type Growing, LIVE, type MovingVehicles, makeRoom, noVehicles, numberLines } from './moving';
import { follow, type OnPath, secondOfReport, targetS } from './on-path';
import { runOfTrip } from './run-of-trip';

export interface ReportedOptions {
  /** Of the feed: how long a report holds. */
  readonly timeToLiveS: number;
}
export interface ReportedVehicles {
  /** All rows that are known now: who is not among them is gone. A row that is not newer changes nothing. */
  readonly report: (rows: readonly VehicleRow[]) => void;
  /** Everybody at an instant; written over by the next call. */
  readonly at: (nowMs: number) => MovingVehicles;
  /**
   * Runs that a vehicle reported to be on and is still drawn: the timetable need not show them. The same
   * set until a report changes it, or one runs out.
   */
  readonly runs: () => ReadonlySet<number>;
  /** Everybody is gone, as if nobody had ever reported: for a clock that was put elsewhere. */
  readonly forget: () => void;
}

/** On no path: from one place to the next. */
interface Straight {
  fromEastM: number;
  fromNorthM: number;
  toEastM: number;
  toNorthM: number;
  /** When it sets out, and how long it takes; both by the clock that `at` is asked by. */
  startMs: number;
  takesMs: number;
  bearingDeg: number;
}
interface Vehicle {
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

/** A screen that was not drawn for so long shows what is, with nothing to catch up from. */
const SNAP_MS = 30_000;
const ABSENT_MS = 2000;
/** Further off than both is too far to catch up. */
const TOO_FAR_S = 120;
const TOO_FAR_M = 600;
/** Nothing on the street or in a tunnel goes faster between two reports. */
const FASTEST_MS = 40;
/** Of two reports in the same second the way takes at least so long. */
const SHORTEST_MS = 1000;
const MODE_UNKNOWN: TransitMode = 'bus';

/** Reported vehicles; `schedule` null where the city has no timetable. */
export function reportedVehicles(schedule: Schedule | null, options: ReportedOptions): ReportedVehicles {
  return new Reports(schedule, options.timeToLiveS);
}

class Reports implements ReportedVehicles {
  private readonly vehicles = new Map<string, Vehicle>();
  /** Any of its patterns: they are of one line and mode. */
  private readonly patternOfRoute: ReadonlyMap<string, number>;
  private readonly lines: string[];
  private readonly lineOf: Map<string, number>;
  private readonly out: Growing;
  private readonly here = newRunPosition();
  private lastMs = Number.NaN;
  private runsNow: ReadonlySet<number> = new Set();
  private runsFromMs = Number.NaN;
  private runsUntilMs = Number.NaN;

  constructor(
    private readonly schedule: Schedule | null,
    private readonly timeToLiveS: number,
  ) {
    this.patternOfRoute = new Map(schedule?.patterns.route.map((route, pattern) => [route, pattern]));
    const { lines, of } = numberLines(schedule?.patterns.line ?? []);
    this.lines = lines;
    this.lineOf = of;
    this.out = noVehicles(lines);
  }

  report = (rows: readonly VehicleRow[]): void => {
    const newest = this.newestByVehicle(rows);
    this.runsUntilMs = Number.NaN;
    for (const key of this.vehicles.keys()) if (!newest.has(key)) this.vehicles.delete(key);
    for (const [key, row] of newest) {
      const known = this.vehicles.get(key);
      if (!known || row.atMs > known.row.atMs) this.take(key, row, known);
    }
  };

  forget = (): void => {
    this.vehicles.clear();
    this.lastMs = Number.NaN;
    this.runsUntilMs = Number.NaN;
  };

  private runOf({ trip, startS }: VehicleRow): number | undefined {
    return this.schedule && trip !== null ? runOfTrip(this.schedule, trip, startS) : undefined;
  }

  /** By run where it has one: ids are given anew when a feed restarts, runs are not. */
  private newestByVehicle(rows: readonly VehicleRow[]): Map<string, VehicleRow> {
    const newest = new Map<string, VehicleRow>();
    for (const row of rows) {
      const run = this.runOf(row);
      const key = run === undefined ? `id ${row.id}` : `run ${run}`;
      const other = newest.get(key);
      if (!other || row.atMs > other.atMs) newest.set(key, row);
    }
    return newest;
  }

  private take(key: string, row: VehicleRow, known: Vehicle | undefined): void {
    const [eastM, northM] = lonLatToPlane(row.at);
    const run = this.runOf(row);
    const onPath = run === undefined ? null : this.takeOnPath(run, row, eastM, northM, known?.path ?? null);
    const vehicle: Vehicle = known ?? {
      row,
      path: null,
      straight: null,
      eastM,
      northM,
      absentUntilMs: Number.NEGATIVE_INFINITY,
      run: -1,
      lineIndex: 0,
      modeIndex: 0,
    };
    // From a detour back to the path, or off it: the straight way joins the two.
    vehicle.straight = onPath ? null : this.takeStraight(vehicle, row, eastM, northM, known !== undefined);
    if (known && onPath && !known.path) this.leap(vehicle, eastM, northM);
    vehicle.path = onPath;
    vehicle.row = row;
    vehicle.run = run ?? -1;
    this.name(vehicle, run);
    this.vehicles.set(key, vehicle);
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
    vehicle: Vehicle,
    row: VehicleRow,
    toEastM: number,
    toNorthM: number,
    drawn: boolean,
  ): Straight {
    const { eastM, northM } = vehicle;
    const startMs = Number.isFinite(this.lastMs) ? this.lastMs : row.atMs;
    const takesMs = Math.max(SHORTEST_MS, Math.min(row.atMs - vehicle.row.atMs, this.timeToLiveS * 1000));
    const gapM = Math.hypot(toEastM - eastM, toNorthM - northM);
    const far = gapM / (takesMs / 1000) > FASTEST_MS && gapM > TOO_FAR_M;
    if (!drawn || far) {
      if (drawn) this.leap(vehicle, toEastM, toNorthM);
      vehicle.eastM = toEastM;
      vehicle.northM = toNorthM;
    }
    const east = toEastM - vehicle.eastM;
    const north = toNorthM - vehicle.northM;
    const way = Math.hypot(east, north) > 5 ? bearingDeg(east, north) : null;
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

  /** What is drawn elsewhere is left out for a moment where the new place is too far to drive to. */
  private leap(vehicle: Vehicle, eastM: number, northM: number): void {
    if (Number.isNaN(this.lastMs)) return;
    if (Math.hypot(eastM - vehicle.eastM, northM - vehicle.northM) > NOTICED_M)
      vehicle.absentUntilMs = this.lastMs + ABSENT_MS;
  }

  private name(vehicle: Vehicle, run: number | undefined): void {
    const { row } = vehicle;
    const ofRoute = row.route === null ? undefined : this.patternOfRoute.get(row.route);
    const pattern = this.schedule && run !== undefined ? patternOf(this.schedule, run) : (ofRoute ?? -1);
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

  at = (nowMs: number): MovingVehicles => {
    const passedMs = nowMs - this.lastMs;
    const snap = !(passedMs >= 0 && passedMs <= SNAP_MS);
    this.lastMs = nowMs;
    const { out } = this;
    makeRoom(out, this.vehicles.size);
    out.count = 0;
    for (const vehicle of this.vehicles.values()) {
      const ageS = (nowMs - vehicle.row.atMs) / 1000;
      // A vehicle that went and came back appears where it is, as one that was never there.
      if (ageS > this.timeToLiveS) {
        if (vehicle.path) vehicle.path.drawnS = Number.NaN;
        continue;
      }
      if (snap) vehicle.absentUntilMs = Number.NEGATIVE_INFINITY;
      this.move(vehicle, nowMs, passedMs, snap);
      if (nowMs >= vehicle.absentUntilMs) this.write(vehicle);
    }
    return out;
  };

  private move(vehicle: Vehicle, nowMs: number, passedMs: number, snap: boolean): void {
    if (vehicle.path) this.moveOnPath(vehicle, vehicle.path, nowMs, passedMs, snap);
    else if (vehicle.straight) moveStraight(vehicle, vehicle.straight, nowMs, snap);
  }

  private moveOnPath(vehicle: Vehicle, path: OnPath, nowMs: number, passedMs: number, snap: boolean): void {
    const schedule = this.schedule as Schedule;
    const target = Math.min(targetS(path, nowMs, this.timeToLiveS), runDurationS(schedule, path.run));
    if (snap || Number.isNaN(path.drawnS)) path.drawnS = target;
    else if (this.tooFar(path, target)) {
      path.drawnS = target;
      vehicle.absentUntilMs = nowMs + ABSENT_MS;
    } else follow(schedule, path, target, passedMs / 1000);
    runPosition(schedule, path.run, path.drawnS, path.position);
    vehicle.eastM = path.position.eastM;
    vehicle.northM = path.position.northM;
  }

  private tooFar(path: OnPath, target: number): boolean {
    if (Math.abs(target - path.drawnS) <= TOO_FAR_S) return false;
    runPosition(this.schedule as Schedule, path.run, target, this.here);
    return Math.abs(this.here.alongM - path.position.alongM) > TOO_FAR_M;
  }

  private write(vehicle: Vehicle): void {
    const { out } = this;
    const { path, straight } = vehicle;
    const i = out.count++;
    out.eastM[i] = vehicle.eastM;
    out.northM[i] = vehicle.northM;
    out.bearingDeg[i] = path ? path.position.bearingDeg : (straight?.bearingDeg ?? 0);
    out.modeIndex[i] = vehicle.modeIndex;
    out.lineIndex[i] = vehicle.lineIndex;
    out.state[i] = LIVE;
    out.stopped[i] = (path ? path.position.stopped : isThere(vehicle, straight)) ? 1 : 0;
    out.run[i] = path ? path.run : -1;
    out.alongM[i] = path ? path.position.alongM : Number.NaN;
    out.nextCall[i] = path ? path.position.nextCall : -1;
    out.id[i] = vehicle.row.id;
  }

  runs = (): ReadonlySet<number> => {
    if (this.lastMs >= this.runsFromMs && this.lastMs < this.runsUntilMs) return this.runsNow;
    const runs = new Set<number>();
    const keepMs = this.timeToLiveS * 1000;
    this.runsFromMs = this.lastMs;
    this.runsUntilMs = Number.POSITIVE_INFINITY;
    for (const { row, run } of this.vehicles.values()) {
      if (run < 0 || this.lastMs - row.atMs > keepMs) continue;
      runs.add(run);
      this.runsUntilMs = Math.min(this.runsUntilMs, row.atMs + keepMs);
    }
    this.runsNow = runs;
    return runs;
  };
}
/** A correction that nobody sees needs no absence. */
const NOTICED_M = 30;

function moveStraight(vehicle: Vehicle, way: Straight, nowMs: number, snap: boolean): void {
  const share = snap ? 1 : Math.min(1, Math.max(0, (nowMs - way.startMs) / way.takesMs));
  vehicle.eastM = way.fromEastM + share * (way.toEastM - way.fromEastM);
  vehicle.northM = way.fromNorthM + share * (way.toNorthM - way.fromNorthM);
}
const isThere = (vehicle: Vehicle, way: Straight | null): boolean =>
  !way || (vehicle.eastM === way.toEastM && vehicle.northM === way.toNorthM);

/** Seconds after a run's departure by the timetable alone, on the day on which it is nearest. */
function scheduledSecond(s: Schedule, run: number, atMs: number): number {
  const departureS = s.runDepartureS[run] as number;
  const afterS = (((romeTime(atMs).secondOfDay - departureS) % 86_400) + 86_400) % 86_400;
  // Nearest to the middle of the run.
  const middleS = runDurationS(s, run) / 2;
  return afterS - middleS > 43_200 ? afterS - 86_400 : afterS;
}
