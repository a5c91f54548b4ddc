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

import type { VehicleRow } from '../../city/live';
import { newRunPosition, runDurationS, runPosition } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import { type Growing, LIVE, type MovingVehicles, makeRoom, noVehicles } from './moving';
import { follow, type OnPath, targetS } from './on-path';
import { ABSENT_MS, type ReportedVehicle, ReportTaker } from './report-taker';
import { indexTrips, runOfTrip } from './run-of-trip';
import { isThere, moveStraight, TOO_FAR_M } from './straight';

export interface ReportedOptions {
  /** Of the feed: how long a report holds. */
  readonly timeToLiveS: number;
}
export interface ReportedVehicles {
  /** All rows that are known now: who is not among them is gone. A row that is not newer changes nothing. */
  readonly report: (rows: readonly VehicleRow[]) => void;
  /**
   * The same a piece of at most {@link ROWS_A_PIECE} rows at a time: who is not reached yet goes on by the
   * report before. What is reported next, in pieces or not, puts an end to it.
   */
  readonly reportInPieces: (rows: readonly VehicleRow[]) => Generator<void, void>;
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

/** Its run where it has one: ids are given anew when a feed restarts, runs are not. Else its id. */
type Key = number | string;

/** A screen that was not drawn for so long shows what is, with nothing to catch up from. */
const SNAP_MS = 30_000;
/** Further off than this and {@link TOO_FAR_M} is too far to catch up. */
const TOO_FAR_S = 120;

/** Taken in in a few milliseconds, even by code that runs for the first time. */
export const ROWS_A_PIECE = 500;

/** Reported vehicles; `schedule` null where the city has no timetable. */
export function reportedVehicles(schedule: Schedule | null, options: ReportedOptions): ReportedVehicles {
  return new Reports(schedule, options.timeToLiveS);
}

class Reports implements ReportedVehicles {
  private readonly vehicles = new Map<Key, ReportedVehicle>();
  private readonly taker: ReportTaker;
  private readonly out: Growing;
  private readonly here = newRunPosition();
  /** Counts what was reported or forgotten. */
  private turn = 0;
  private lastMs = Number.NaN;
  private runsNow: ReadonlySet<number> = new Set();
  private runsFromMs = Number.NaN;
  private runsUntilMs = Number.NaN;

  constructor(
    private readonly schedule: Schedule | null,
    private readonly timeToLiveS: number,
  ) {
    this.taker = new ReportTaker(schedule, timeToLiveS);
    this.out = noVehicles(this.taker.lines);
  }

  report = (rows: readonly VehicleRow[]): void => {
    for (const _ of this.reportInPieces(rows));
  };

  *reportInPieces(rows: readonly VehicleRow[]): Generator<void, void> {
    const turn = ++this.turn;
    if (this.schedule) yield* indexTrips(this.schedule);
    const newest = new Map<Key, VehicleRow>();
    for (let i = 0; i < rows.length; i++) {
      if (i > 0 && i % ROWS_A_PIECE === 0) yield;
      this.keepNewest(newest, rows[i] as VehicleRow);
    }
    let taken = 0;
    for (const [key, row] of newest) {
      if (taken > 0 && taken % ROWS_A_PIECE === 0) yield;
      if (turn !== this.turn) return;
      if (this.take(key, row)) taken++;
    }
    if (turn !== this.turn) return;
    // Last, so that one that begins its next run is not away in between.
    for (const key of this.vehicles.keys()) if (!newest.has(key)) this.vehicles.delete(key);
    this.runsUntilMs = Number.NaN;
  }

  forget = (): void => {
    this.turn++;
    this.vehicles.clear();
    this.lastMs = Number.NaN;
    this.runsUntilMs = Number.NaN;
  };

  private keepNewest(newest: Map<Key, VehicleRow>, row: VehicleRow): void {
    const { schedule } = this;
    const run = schedule && row.trip !== null ? runOfTrip(schedule, row.trip, row.startS) : undefined;
    const key = run ?? row.id;
    const other = newest.get(key);
    if (!other || row.atMs > other.atMs) newest.set(key, row);
  }

  /** False where the row is not newer than what is known. */
  private take(key: Key, row: VehicleRow): boolean {
    const known = this.vehicles.get(key);
    if (known && row.atMs <= known.row.atMs) return false;
    const run = typeof key === 'number' ? key : null;
    this.vehicles.set(key, this.taker.take(row, run, known, this.lastMs));
    this.runsUntilMs = Number.NaN;
    return true;
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

  private move(vehicle: ReportedVehicle, nowMs: number, passedMs: number, snap: boolean): void {
    if (vehicle.path) this.moveOnPath(vehicle, vehicle.path, nowMs, passedMs, snap);
    else if (vehicle.straight) moveStraight(vehicle, vehicle.straight, nowMs, snap);
  }

  private moveOnPath(
    vehicle: ReportedVehicle,
    path: OnPath,
    nowMs: number,
    passedMs: number,
    snap: boolean,
  ): void {
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

  private write(vehicle: ReportedVehicle): void {
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
