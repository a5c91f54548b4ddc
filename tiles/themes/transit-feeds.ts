// SPDX-License-Identifier: EUPL-1.2
/**
 * Which runs count of the GTFS feeds that were found. A feed is one folder or zip: its tables belong
 * together, and say nothing of another's runs.
 */
import { servicesOn } from '../../src/city/gtfs';
import { busiestWeekday } from './busiest-weekday';
import { placeOf } from './editions';
import { grouped } from './grouped';
import type { TransitRow } from './rows';
import type { CleanContext } from './theme';

export type Row<K extends TransitRow['kind']> = Extract<TransitRow, { kind: K }>;
type Drop = CleanContext['drop'];

export interface Run {
  readonly times: Row<'trip-times'>;
  readonly trip: Row<'trip'>;
  /** As riders know it. */
  readonly line: string;
  /** How often it leaves, where frequencies.txt says so. */
  readonly often: readonly Row<'frequency'>[] | undefined;
}

/** One timetable of those found. */
export interface Feed {
  readonly runs: readonly Run[];
  /** Its own rows of every kind. */
  readonly rows: readonly TransitRow[];
  /** Its routes and runs. */
  readonly ids: ReadonlySet<string>;
  /** On the Wednesday with most runs; none where there is no such day. */
  readonly services: ReadonlySet<string>;
  /** Tables of runs do not say of which city they are: a feed whose stops are Milan's goes first. */
  readonly hasStops: boolean;
  /** The Wednesday, the last day and the first: greater in text order is newer. */
  readonly days: string;
}

/**
 * The feeds that count. Those with a route or a run in common are copies or editions of one, and the newest
 * is used: by its Wednesday with most runs (the last day may be that of one service left over), then by
 * the last day and the first of its calendar, then the first found. Feeds with neither in common are of
 * different operators, and all count.
 */
export function usedFeeds(rows: readonly TransitRow[], drop: Drop): Feed[] {
  const routes = ofKind(rows, 'route');
  const newestFirst = [...grouped(rows, ({ origin }) => origin.file.replace(/[^/!]*$/, '')).values()]
    .map((own) => feedOf(own, routes, drop))
    .filter(({ runs }) => runs.length > 0)
    .sort((a, b) => Number(b.hasStops) - Number(a.hasStops) || compared(b.days, a.days));
  const used: Feed[] = [];
  for (const feed of newestFirst) {
    const other = used.find(({ ids }) => [...feed.ids].some((id) => ids.has(id)));
    if (other) dropFeed(feed, other, drop);
    else used.push(feed);
  }
  return used;
}

/** Runs of the Wednesday on which most of their feed's do. */
export function runsOfTheDay(feeds: readonly Feed[], drop: Drop): Run[] {
  return feeds.flatMap(({ runs, services }) =>
    runs.filter(({ times, trip: { trip, service } }) => {
      if (services.has(service)) return true;
      drop('other-hours', `${placeOf(times.origin)}: trip ${trip}, of service ${service}`);
      return false;
    }),
  );
}

/** @param routes of all tables: those of the feed itself go first */
function feedOf(own: readonly TransitRow[], routes: readonly Row<'route'>[], drop: Drop): Feed {
  const once = eachOnce(drop);
  const tripOf = new Map(
    ofKind(own, 'trip')
      .filter(once)
      .map((row) => [row.trip, row]),
  );
  const often = grouped(ofKind(own, 'frequency').filter(once), ({ trip }) => trip);
  const lineOf = new Map([...routes, ...ofKind(own, 'route')].map(({ stableId, line }) => [stableId, line]));
  const runs = ofKind(own, 'trip-times')
    .filter(once)
    .flatMap((times): Run[] => {
      const trip = tripOf.get(times.trip);
      const line = trip && lineOf.get(trip.route);
      if (trip && line !== undefined) return [{ times, trip, line, often: often.get(times.trip) }];
      const fault = trip ? `is of ${trip.route}, which is not in routes` : 'is not in trips beside it';
      drop('bad-value', `${placeOf(times.origin)}: trip ${times.trip} ${fault}`);
      return [];
    });
  const calendar = ofKind(own, 'service').map(({ values }) => values);
  const exceptions = ofKind(own, 'service-date').map(({ values }) => values);
  const runsOf = grouped(runs, ({ trip }) => trip.service);
  const counts = new Map([...runsOf].map(([service, { length }]) => [service, length]));
  const date = busiestWeekday(calendar, exceptions, counts);
  const days = [...calendar, ...exceptions].flatMap(({ start_date, end_date, date: day }) =>
    [start_date, end_date, day].filter((each) => each !== undefined),
  );
  days.sort();
  return {
    runs,
    rows: own,
    ids: new Set(runs.flatMap(({ trip }) => [trip.route, `trip ${trip.trip}`])),
    services: date === undefined ? new Set() : servicesOn(date, calendar, exceptions),
    hasStops: own.some(({ kind }) => kind === 'stop'),
    days: `${date ?? ''} ${days.at(-1)} ${days[0]}`,
  };
}

const compared = (a: string, b: string) => Number(a > b) - Number(a < b);

function dropFeed({ runs, hasStops, days }: Feed, used: Feed, drop: Drop): void {
  const { file } = (used.runs[0] as Run).times.origin;
  const reason =
    hasStops !== used.hasStops
      ? 'same-as-better-source'
      : days === used.days
        ? 'duplicate-id'
        : 'older-edition';
  for (const { times } of runs)
    drop(reason, `${placeOf(times.origin)}: trip ${times.trip}, whose feed gives way to that of ${file}`);
}

/** A feed's tables may be there twice in its folder, under another name. */
function eachOnce(drop: Drop): (row: Row<'trip' | 'trip-times' | 'frequency'>) => boolean {
  const seen = new Set<string>();
  return (row) => {
    const key = `${row.kind} ${row.kind === 'frequency' ? row.fromS : ''} ${row.trip}`;
    if (seen.has(key)) {
      drop('duplicate-id', `${placeOf(row.origin)}: trip ${row.trip} again`);
      return false;
    }
    seen.add(key);
    return true;
  };
}

/** Rows of one kind. */
export const ofKind = <K extends TransitRow['kind']>(rows: readonly TransitRow[], kind: K): Row<K>[] =>
  rows.filter((row): row is Row<K> => row.kind === kind);
