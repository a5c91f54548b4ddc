// SPDX-License-Identifier: EUPL-1.2
/** What is known of a vehicle's run: its line, where it goes, where it is next. Pure. */
import type { Moment } from '../../../city/clock';
import type { TransitMode } from '../../../city/ground';
import type { Schedule } from '../../../city/schedule';
import { runOfTrip } from '../../../stream/vehicles/run-of-trip';

export interface RunFacts {
  readonly line: string;
  readonly mode: TransitMode;
  readonly headsign: string;
  /** The next call, or that at which it stands; null where the run is over. */
  readonly nextStop: string | null;
  /** Seconds after midnight on the wall, by the timetable and the delay; null with `nextStop`. */
  readonly nextS: number | null;
}

const DAY_S = 86_400;
/** A moment so long before a run's departure is of the night after it. */
const NIGHT_S = 6 * 3600;

/** A run at a moment, so late; null where the timetable has no such trip. */
export function runFacts(
  schedule: Schedule,
  { trip, startS }: { readonly trip: string | null; readonly startS: number | null },
  { secondOfDay }: Pick<Moment, 'secondOfDay'>,
  delayS: number,
): RunFacts | null {
  const run = trip === null ? undefined : runOfTrip(schedule, trip, startS);
  if (run === undefined) return null;
  const { patterns, stops } = schedule;
  const profile = schedule.runProfile[run] as number;
  const pattern = schedule.profilePattern[profile] as number;
  const departureS = schedule.runDepartureS[run] as number;
  const nowS = secondOfDay < departureS - NIGHT_S ? secondOfDay + DAY_S : secondOfDay;
  const firstTime = schedule.profileFirstTime[profile] as number;
  const first = patterns.firstCall[pattern] as number;
  const calls = (patterns.firstCall[pattern + 1] as number) - first;
  let call = 0;
  while (call < calls && departureS + delayS + (schedule.timeDepartureS[firstTime + call] as number) < nowS)
    call++;
  const stop = call < calls ? (schedule.callStop[first + call] as number) : null;
  const nextS =
    departureS + delayS + (schedule.timeArrivalS[firstTime + Math.min(call, calls - 1)] as number);
  return {
    line: patterns.line[pattern] as string,
    mode: patterns.mode[pattern] as TransitMode,
    headsign: patterns.headsign[pattern] as string,
    nextStop: stop === null ? null : (stops.name[stop] as string),
    nextS: stop === null ? null : nextS % DAY_S,
  };
}
