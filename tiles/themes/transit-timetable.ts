// SPDX-License-Identifier: EUPL-1.2
/** Runs of a weekday morning → the sequences of stops that lines really ride, and how often. */
import { ASSIGNED, TIMETABLED } from '../../src/city/assigned-hour';
import type { TransitMode } from '../../src/city/ground';
import { placeOf } from './editions';
import type { TripTimes } from './rows';
import type { CleanContext, SourceRows } from './theme';
import { type Feed, type Row, runsOfTheDay, usedFeeds } from './transit-feeds';
import type { Pattern } from './transit-patterns';
import { modesOfLines, type Stop } from './transit-stops';

/** A sequence of stops that a line rides by a timetable. */
export interface TimetabledPattern extends Pattern {
  readonly headwayMin: number;
  /** Those with a call in {@link TIMETABLED}, at least one, by departure. */
  readonly runs: readonly TripTimes[];
}

/** One pattern a line and sequence of stops. Calls at stops that no source places are skipped. */
export function timetabledPatterns(
  bySource: readonly SourceRows<'transit'>[],
  stops: readonly Stop[],
  drop: CleanContext['drop'],
  feeds: readonly Feed[] = usedFeeds(
    bySource.flatMap((source) => source.rows),
    drop,
  ),
): TimetabledPattern[] {
  const runs = runsOfTheDay(feeds, drop);
  if (runs.length === 0) return [];
  const modeOf = modesOfLines(bySource);
  const callsOf = placedCalls(stops, drop);
  const patterns = new Map<string, { line: string; mode: TransitMode; stops: Stop[]; runs: TripTimes[] }>();
  for (const { times: row, line, often } of runs) {
    const calls = callsOf(row);
    const trip = `${placeOf(row.origin)}: trip ${row.trip}`;
    if (calls.stops.length < 2) {
      drop('bad-value', `${trip} has fewer than 2 calls at stops that a table places`);
      continue;
    }
    const riding = repeated(calls.times, often).filter(isTimetabled);
    if (riding.length === 0) {
      drop('other-hours', trip);
      continue;
    }
    const key = `${line} ${calls.stops.map(({ id }) => id).join(' ')}`;
    const mode = modeOf(line) as TransitMode;
    const pattern = patterns.get(key) ?? { line, mode, stops: calls.stops, runs: [] };
    patterns.set(key, pattern);
    pattern.runs.push(...riding);
  }
  return [...patterns.values()].map((pattern) => ({
    ...pattern,
    headwayMin: headwayMinOf(pattern.runs),
    runs: pattern.runs.sort((a, b) => (a.departureS[0] as number) - (b.departureS[0] as number)),
  }));
}

/**
 * An hour over the runs of the assigned hour: half-way (its middle call) a run leaves within it, so that
 * each counts in one hour. A sequence that is ridden before or after it only is there for who arrives at
 * it later; to the models that go by headways it is as frequent as over the whole of {@link TIMETABLED}.
 */
function headwayMinOf(runs: readonly TripTimes[]): number {
  const inHour = runs.filter(({ departureS }) => {
    const middle = departureS[Math.floor((departureS.length - 1) / 2)] as number;
    return middle >= ASSIGNED.fromMin * 60 && middle < ASSIGNED.toMin * 60;
  }).length;
  return inHour > 0
    ? (ASSIGNED.toMin - ASSIGNED.fromMin) / inHour
    : (TIMETABLED.toMin - TIMETABLED.fromMin) / runs.length;
}

const FROM_S = TIMETABLED.fromMin * 60;
const TO_S = TIMETABLED.toMin * 60;
const isTimetabled = ({ departureS }: TripTimes): boolean =>
  (departureS.at(-1) as number) >= FROM_S && (departureS[0] as number) <= TO_S;

/** The calls of a run at stops that are known; what a stop that is not says once. */
function placedCalls(
  stops: readonly Stop[],
  drop: CleanContext['drop'],
): (row: Row<'trip-times'>) => { stops: Stop[]; times: TripTimes } {
  const stopOf = new Map(stops.map((stop) => [stop.id, stop]));
  const missing = new Set<string>();
  return (row) => {
    const kept: number[] = [];
    const { arrivalS, departureS } = row.times;
    row.stops.forEach((id, call) => {
      if (stopOf.has(`amat-${id}`)) kept.push(call);
      else if (!missing.has(id)) {
        missing.add(id);
        const at = placeOf({ file: row.origin.file, row: row.rows[call] as number });
        drop('bad-value', `${at}: trip ${row.trip} calls at ${id}, which no table of stops places`);
      }
    });
    return {
      stops: kept.map((call) => stopOf.get(`amat-${row.stops[call]}`) as Stop),
      times: {
        arrivalS: Int32Array.from(kept, (call) => arrivalS[call] as number),
        departureS: Int32Array.from(kept, (call) => departureS[call] as number),
      },
    };
  };
}

/** A run as often as frequencies.txt says until the timetable's end, once where it says nothing. */
function repeated(times: TripTimes, often: readonly Row<'frequency'>[] | undefined): TripTimes[] {
  if (!often) return [times];
  const first = times.departureS[0] as number;
  const runs: TripTimes[] = [];
  for (const { fromS, toS, headwayS } of often)
    for (let leaveS = fromS; leaveS < toS && leaveS <= TO_S; leaveS += headwayS) {
      const later = (second: number) => Math.round(second - first + leaveS);
      runs.push({ arrivalS: times.arrivalS.map(later), departureS: times.departureS.map(later) });
    }
  return runs;
}
