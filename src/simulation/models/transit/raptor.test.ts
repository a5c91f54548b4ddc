// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import type { GtfsRow } from '../../../city/gtfs';
import { seeded } from '../../../city/seeded';
import { timetableFromGtfs } from './fixtures/gtfs-timetable';
import { arrivalFrom, shortestTravelS } from './journey-profile';
import { Raptor, type Start, startsAround } from './raptor';
import { buildTimetable, type Transfer, type Trip } from './timetable';

describeShared('the published tables of tidytransit', () => {
  const folder = sharedPath('benchmarks/raptor-tidytransit/');
  const rows = (file: string): GtfsRow[] => {
    const [header, ...lines] = readFileSync(`${folder}gtfs/${file}.txt`, 'utf8').trim().split(/\r?\n/);
    const names = header!.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
  };
  const { timetable, stopIds } = timetableFromGtfs({
    stops: rows('stops'),
    trips: rows('trips'),
    stopTimes: rows('stop_times'),
    transfers: rows('transfers'),
  });
  const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as {
    shortest_travel_time_s: { expected: Record<string, number> };
    earliest_arrival_from_stop2: { expected: Record<string, string> };
    from_stop1a_depart_070950_071030_shortest: { expected: Record<string, number> };
  };
  const raptor = new Raptor(timetable);
  const around = (...ids: string[]) =>
    startsAround(
      timetable,
      ids.map((id) => stopIds.indexOf(id)),
    );
  const byStop = (values: Float64Array) =>
    Object.fromEntries(stopIds.map((id, stop) => [id, values[stop]!]).filter(([, s]) => Number.isFinite(s)));
  const at = (time: string) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

  it('shortest travel times from 1a and 1b within an hour', () =>
    expect(
      byStop(shortestTravelS(raptor.profile(around('stop1a', 'stop1b'), at('07:00:00'), at('08:00:00')))),
    ).toEqual(expected.shortest_travel_time_s.expected));

  it('earliest arrivals from 2', () =>
    expect(byStop(raptor.earliestArrivals(around('stop2'), at('07:00:00')))).toEqual(
      Object.fromEntries(
        Object.entries(expected.earliest_arrival_from_stop2.expected).map(([id, time]) => [id, at(time)]),
      ),
    ));

  it('shortest travel times from 1a, departing 7:09:50 to 7:10:30', () =>
    expect(byStop(shortestTravelS(raptor.profile(around('stop1a'), at('07:09:50'), at('07:10:30'))))).toEqual(
      expected.from_stop1a_depart_070950_071030_shortest.expected,
    ));
});

/** A few trips among a few stops, with walks that lead on to no other walk by themselves. */
function randomNetwork(random: () => number): { stops: number; trips: Trip[]; transfers: Transfer[] } {
  const upTo = (n: number) => Math.floor(random() * n);
  const stops = 3 + upTo(10);
  const trips: Trip[] = [];
  for (let line = 1 + upTo(5); line > 0; line--) {
    const calls = Array.from({ length: 2 + upTo(5) }, () => upTo(stops));
    for (let n = 1 + upTo(5); n > 0; n--) {
      const [arrivalS, departureS]: [number[], number[]] = [[], []];
      let now = upTo(300);
      for (const _ of calls) {
        arrivalS.push((now += 1 + upTo(60)));
        departureS.push((now += upTo(3) * upTo(10)));
      }
      trips.push({ id: `${line}/${n}`, stops: calls, arrivalS, departureS });
    }
  }
  const transfers = Array.from({ length: upTo(2 * stops) }, () => ({
    from: upTo(stops),
    to: upTo(stops),
    walkS: upTo(60),
  }));
  return { stops, trips, transfers };
}

/** Earliest arrivals by scanning connections in the order of their departures (Dibbelt et al. 2013). */
function connectionScan(
  { stops, trips, transfers }: ReturnType<typeof randomNetwork>,
  starts: readonly Start[],
  departureS: number,
): number[] {
  const connections = trips
    .flatMap((trip, t) =>
      Array.from(trip.stops)
        .slice(1)
        .map((to, i) => ({
          ...{ t, to, from: trip.stops[i]! },
          departS: trip.departureS[i]!,
          arriveS: trip.arrivalS[i + 1]!,
        })),
    )
    .sort((a, b) => a.departS - b.departS);
  const never = () => new Array<number>(stops).fill(Number.POSITIVE_INFINITY);
  const [ready, best] = [never(), never()];
  for (const { stop, walkS } of starts) ready[stop] = best[stop] = Math.min(ready[stop]!, departureS + walkS);
  const hasOwn = new Set(transfers.filter(({ from, to }) => from === to).map(({ from }) => from));
  const aboard = new Set<number>();
  for (const { t, from, to, departS, arriveS } of connections) {
    if (!aboard.has(t) && ready[from]! > departS) continue;
    aboard.add(t);
    best[to] = Math.min(best[to]!, arriveS);
    if (!hasOwn.has(to)) ready[to] = Math.min(ready[to]!, arriveS);
    for (const walk of transfers) {
      if (walk.from !== to) continue;
      ready[walk.to] = Math.min(ready[walk.to]!, arriveS + walk.walkS);
      best[walk.to] = Math.min(best[walk.to]!, arriveS + walk.walkS);
    }
  }
  return best;
}

describe('journeys by random timetables', () => {
  it('arrive as by a connection scan, 1,000 times in 1,000', () => {
    const random = seeded('raptor');
    for (let n = 0; n < 1000; n++) {
      const network = randomNetwork(random);
      const raptor = new Raptor(buildTimetable(network.stops, network.trips, network.transfers), 30);
      const starts = startsAround(raptor.timetable, [Math.floor(random() * network.stops)]);
      const departureS = Math.floor(random() * 300);
      const expected = connectionScan(network, starts, departureS);
      expect([...raptor.earliestArrivals(starts, departureS)], `query ${n}`).toEqual(expected);
    }
  });

  it('over a window arrive as by a connection scan from each moment', () => {
    const random = seeded('profiles');
    for (let n = 0; n < 300; n++) {
      const network = randomNetwork(random);
      const raptor = new Raptor(buildTimetable(network.stops, network.trips, network.transfers), 30);
      const starts = startsAround(raptor.timetable, [Math.floor(random() * network.stops)]);
      const profile = raptor.profile(starts, 0, 1e6);
      for (const departureS of [0, 1, 40, 41, 120, 200, 333]) {
        const expected = connectionScan(network, starts, departureS);
        expected.forEach((arrivalS, stop) => {
          expect(arrivalFrom(profile, stop, departureS), `query ${n}, stop ${stop}`).toBe(arrivalS);
        });
      }
      for (let stop = 0; stop < network.stops; stop++)
        for (let k = profile.first[stop]! + 1; k < profile.first[stop + 1]!; k++) {
          expect(profile.departureS[k]!).toBeLessThan(profile.departureS[k - 1]!);
          expect(profile.arrivalS[k]!).toBeLessThan(profile.arrivalS[k - 1]!);
        }
    }
  });
});

describe('a search', () => {
  const trip = (id: string, stops: number[], times: number[]): Trip => ({
    ...{ id, stops },
    arrivalS: times,
    departureS: times,
  });
  // A slow direct trip, and a faster way with a change that takes 5 s at stop 1.
  const trips = [trip('slow', [0, 2], [10, 100]), trip('a', [0, 1], [10, 20]), trip('b', [1, 2], [24, 40])];
  const at0 = [{ stop: 0, walkS: 0 }];

  it('keeps apart how many vehicles it took', () => {
    const raptor = new Raptor(buildTimetable(3, trips, []));
    expect([...raptor.earliestArrivals(at0, 0)]).toEqual([0, 20, 40]);
    expect([...raptor.arrivals(1)]).toEqual([0, 20, 100]);
    expect([...raptor.arrivals(0)]).toEqual([0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([...new Raptor(raptor.timetable, 1).earliestArrivals(at0, 0)]).toEqual([0, 20, 100]);
  });

  it('minds the time to change at a stop', () => {
    const late = new Raptor(buildTimetable(3, trips, [{ from: 1, to: 1, walkS: 5 }]));
    expect([...late.earliestArrivals(at0, 0)]).toEqual([0, 20, 100]);
  });

  it('keeps trips that overtake on routes of their own', () => {
    const overtaken = [trip('slow', [0, 1, 2], [0, 50, 100]), trip('fast', [0, 1, 2], [10, 20, 30])];
    const raptor = new Raptor(buildTimetable(3, overtaken, []));
    expect(raptor.timetable.routeFirstStop.length - 1).toBe(2);
    expect([...raptor.earliestArrivals(at0, 0)]).toEqual([0, 20, 30]);
  });

  it('refuses what cannot be', () => {
    const build = (bad: Trip) => () => buildTimetable(2, [bad], []);
    expect(build(trip('x', [0, 1], [10, 9]))).toThrow(
      'trip x, call 2: arrives at 9 s, earlier than before (10 s)',
    );
    expect(build(trip('x', [0, 2], [1, 2]))).toThrow('trip x, call 2: stop 3 of 2');
    expect(build(trip('x', [0], [1]))).toThrow('trip x: has 1 calls, and needs 2');
    expect(build(trip('x', [0, 1], [1, Number.NaN]))).toThrow('trip x, call 2: arrives at NaN s');
    expect(() => buildTimetable(2, [], [{ from: 0, to: 1, walkS: -1 }])).toThrow('transfer 1: takes -1 s');
    const raptor = new Raptor(buildTimetable(2, [], []));
    expect(() => raptor.earliestArrivals([{ stop: 2, walkS: 0 }], 0)).toThrow('start: stop 3 of 2');
    expect(() => raptor.earliestArrivals(at0, Number.NaN)).toThrow('departure: at NaN s');
    expect(() => raptor.profile(at0, 5, 4)).toThrow('departures: 5 to 4 s');
  });
});
