// SPDX-License-Identifier: EUPL-1.2
/** What a stop's board says: at which hour a run leaves, and which alerts are about the stop. Pure. */
import type { AlertRow } from '../../../city/live';
import { romeTime } from '../../../city/rome-time';
import { callsOf } from '../../../city/run-position';
import type { Schedule } from '../../../city/schedule';
import { inForce } from '../../../layers/live/ground-disruptions';
import type { Departure } from '../../../stream/vehicles/departures';

const DAY_S = 86_400;

/** Second of the day by the clocks of Rome, which may change in between. `nowS`: the one that was asked for. */
export function leavesAtS({ expectedMs, scheduledMs, expectedInS, scheduledInS }: Departure, nowS: number) {
  const atMs = expectedMs ?? scheduledMs;
  return atMs === null ? (nowS + (expectedInS ?? scheduledInS)) % DAY_S : romeTime(atMs).secondOfDay;
}

/** Ids of the routes that call at a stop. */
export function routesAt(s: Schedule, stopId: string): ReadonlySet<string> {
  const routes = new Set<string>();
  for (let pattern = 0; pattern < s.patterns.count; pattern++) {
    const first = s.patterns.firstCall[pattern] as number;
    for (let call = first; call < first + callsOf(s, pattern); call++)
      if (s.stops.id[s.callStop[call] as number] === stopId) routes.add(s.patterns.route[pattern] as string);
  }
  return routes;
}

/** Alerts in force that name the stop; of those that name no stop, those of its routes. */
export const alertsAt = (
  alerts: readonly AlertRow[],
  stopId: string,
  routes: ReadonlySet<string>,
  atMs: number | null,
): AlertRow[] =>
  alerts.filter(
    (alert) =>
      inForce(alert, atMs) &&
      (alert.stops.length > 0 ? alert.stops.includes(stopId) : alert.routes.some((id) => routes.has(id))),
  );
