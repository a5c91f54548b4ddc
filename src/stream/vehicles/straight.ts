// SPDX-License-Identifier: EUPL-1.2
/** A reported vehicle on no path: from where it is drawn straight to its latest report, one report late. */
import { bearingDeg } from '../../city/run-position';

export interface Straight {
  fromEastM: number;
  fromNorthM: number;
  toEastM: number;
  toNorthM: number;
  /** When it sets out, and how long it takes; both by the clock that vehicles are asked for by. */
  startMs: number;
  takesMs: number;
  bearingDeg: number;
}

/** Where something is drawn, EPSG:32632. */
export interface Drawn {
  eastM: number;
  northM: number;
}

/** Further off than this is too far to catch up. */
export const TOO_FAR_M = 600;
/** Nothing on the street or in a tunnel goes faster between two reports. */
const FASTEST_MS = 40;
/** A way so short says nothing of where it is bound for. */
const STILL_M = 5;

/** Whether a way is too long to be driven in that time: what is drawn is put there instead. */
export function isLeap(from: Drawn, toEastM: number, toNorthM: number, takesMs: number): boolean {
  const gapM = Math.hypot(toEastM - from.eastM, toNorthM - from.northM);
  return gapM / (takesMs / 1000) > FASTEST_MS && gapM > TOO_FAR_M;
}

/** Where a way of so much leads, clockwise from north; null where it is as good as none. */
export const bearingOfWay = (eastM: number, northM: number): number | null =>
  Math.hypot(eastM, northM) > STILL_M ? bearingDeg(eastM, northM) : null;

/** Puts what is drawn where it is at an instant; at its end where it is to `snap`. */
export function moveStraight(drawn: Drawn, way: Straight, nowMs: number, snap: boolean): void {
  const share = snap ? 1 : Math.min(1, Math.max(0, (nowMs - way.startMs) / way.takesMs));
  drawn.eastM = way.fromEastM + share * (way.toEastM - way.fromEastM);
  drawn.northM = way.fromNorthM + share * (way.toNorthM - way.fromNorthM);
}

/** Whether it has arrived; without a way it stands. */
export const isThere = (drawn: Drawn, way: Straight | null): boolean =>
  !way || (drawn.eastM === way.toEastM && drawn.northM === way.toNorthM);
