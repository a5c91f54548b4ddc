// SPDX-License-Identifier: EUPL-1.2
/** Trips by the second, in the flat arrays that journeys are searched in. Pure. */
import { TransitError } from './transit-lines';

/** One vehicle's calls in order; seconds after midnight of the service day (past 24 h goes on counting). */
export interface Trip {
  /** As a reader would look for it: the trip's own id. */
  readonly id: string;
  readonly stops: ArrayLike<number>;
  readonly arrivalS: ArrayLike<number>;
  readonly departureS: ArrayLike<number>;
}

/** A walk from stop to stop; from a stop to itself: the least time to change there (else 0). */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly walkS: number;
}

/**
 * Routes are trips with the same stops of which none overtakes another, in order of time. Position
 * p of trip t (counted within route r) is at `routeFirstTime[r] + t · stops of r + p`.
 */
export interface Timetable {
  readonly stops: number;
  /** Where each route's stops begin in `routeStop`, and its trips' times; one more entry than routes. */
  readonly routeFirstStop: Int32Array;
  readonly routeStop: Int32Array;
  readonly routeFirstTime: Int32Array;
  readonly arrivalS: Float64Array;
  readonly departureS: Float64Array;
  /** Calls by stop: route, and position in it. */
  readonly stopFirstCall: Int32Array;
  readonly callRoute: Int32Array;
  readonly callPosition: Int32Array;
  /** Walks by the stop that they begin at; one to itself among them. */
  readonly stopFirstWalk: Int32Array;
  readonly walkTo: Int32Array;
  readonly walkS: Float64Array;
}

/** @throws TransitError at the first trip that goes back in time or calls where no stop is, or such a transfer. */
export function buildTimetable(
  stops: number,
  trips: readonly Trip[],
  transfers: readonly Transfer[],
): Timetable {
  for (const trip of trips) checkTrip(trip, stops);
  const routes = routesOf(trips);
  const [routeFirstStop, routeFirstTime] = [
    new Int32Array(routes.length + 1),
    new Int32Array(routes.length + 1),
  ];
  routes.forEach((route, r) => {
    const calls = (route[0] as Trip).stops.length;
    routeFirstStop[r + 1] = (routeFirstStop[r] as number) + calls;
    routeFirstTime[r + 1] = (routeFirstTime[r] as number) + calls * route.length;
  });
  const routeStop = new Int32Array(routeFirstStop[routes.length] as number);
  const arrivalS = new Float64Array(routeFirstTime[routes.length] as number);
  const departureS = new Float64Array(arrivalS.length);
  routes.forEach((route, r) => {
    routeStop.set((route[0] as Trip).stops, routeFirstStop[r]);
    route.forEach((trip, t) => {
      const at = (routeFirstTime[r] as number) + t * trip.stops.length;
      arrivalS.set(trip.arrivalS, at);
      departureS.set(trip.departureS, at);
    });
  });
  return {
    stops,
    ...{ routeFirstStop, routeStop, routeFirstTime, arrivalS, departureS },
    ...callsByStop(stops, routeFirstStop, routeStop),
    ...walksByStop(stops, transfers),
  };
}

function checkTrip({ id, stops: calls, arrivalS, departureS }: Trip, stops: number): void {
  const where = (call: number) => `trip ${id}, call ${call + 1}`;
  if (calls.length < 2) throw new TransitError(`trip ${id}`, `has ${calls.length} calls, and needs 2`);
  if (arrivalS.length !== calls.length || departureS.length !== calls.length)
    throw new TransitError(`trip ${id}`, `${calls.length} calls, and not as many times`);
  let before = Number.NEGATIVE_INFINITY;
  for (let call = 0; call < calls.length; call++) {
    const stop = calls[call] as number;
    if (!(stop >= 0 && stop < stops)) throw new TransitError(where(call), `stop ${stop + 1} of ${stops}`);
    for (const [name, time] of [
      ['arrives', arrivalS[call] as number],
      ['departs', departureS[call] as number],
    ] as const) {
      if (!Number.isFinite(time)) throw new TransitError(where(call), `${name} at ${time} s`);
      if (time < before)
        throw new TransitError(where(call), `${name} at ${time} s, earlier than before (${before} s)`);
      before = time;
    }
  }
}

/** Trips by their stops, and apart where one overtakes another. */
function routesOf(trips: readonly Trip[]): Trip[][] {
  const bySequence = new Map<string, Trip[]>();
  for (const trip of trips) {
    const sequence = Array.from(trip.stops).join();
    const same = bySequence.get(sequence);
    if (same) same.push(trip);
    else bySequence.set(sequence, [trip]);
  }
  const routes: Trip[][] = [];
  for (const same of bySequence.values()) {
    const of: Trip[][] = [];
    for (const trip of same.sort((a, b) => (a.departureS[0] as number) - (b.departureS[0] as number))) {
      const route = of.find((earlier) => isBefore(earlier.at(-1) as Trip, trip));
      if (route) route.push(trip);
      else of.push([trip]);
    }
    routes.push(...of);
  }
  return routes;
}

function isBefore(a: Trip, b: Trip): boolean {
  for (let call = 0; call < a.stops.length; call++)
    if (
      (a.arrivalS[call] as number) > (b.arrivalS[call] as number) ||
      (a.departureS[call] as number) > (b.departureS[call] as number)
    )
      return false;
  return true;
}

function callsByStop(
  stops: number,
  routeFirstStop: Int32Array,
  routeStop: Int32Array,
): Pick<Timetable, 'stopFirstCall' | 'callRoute' | 'callPosition'> {
  const calls: [route: number, position: number][][] = Array.from({ length: stops }, () => []);
  for (let r = 0; r + 1 < routeFirstStop.length; r++) {
    const first = routeFirstStop[r] as number;
    for (let at = first; at < (routeFirstStop[r + 1] as number); at++)
      calls[routeStop[at] as number]?.push([r, at - first]);
  }
  return {
    stopFirstCall: firstOf(calls),
    callRoute: Int32Array.from(calls.flat(), ([route]) => route),
    callPosition: Int32Array.from(calls.flat(), ([, position]) => position),
  };
}

function walksByStop(
  stops: number,
  transfers: readonly Transfer[],
): Pick<Timetable, 'stopFirstWalk' | 'walkTo' | 'walkS'> {
  const walks = Array.from({ length: stops }, () => new Map<number, number>());
  transfers.forEach(({ from, to, walkS }, i) => {
    const where = `transfer ${i + 1}`;
    for (const stop of [from, to])
      if (!(stop >= 0 && stop < stops)) throw new TransitError(where, `stop ${stop + 1} of ${stops}`);
    if (!(walkS >= 0 && Number.isFinite(walkS))) throw new TransitError(where, `takes ${walkS} s`);
    const known = walks[from]?.get(to) ?? Number.POSITIVE_INFINITY;
    walks[from]?.set(to, Math.min(known, walkS));
  });
  walks.forEach((from, stop) => {
    if (!from.has(stop)) from.set(stop, 0);
  });
  const lists = walks.map((from) => [...from].sort(([a], [b]) => a - b));
  return {
    stopFirstWalk: firstOf(lists),
    walkTo: Int32Array.from(lists.flat(), ([to]) => to),
    walkS: Float64Array.from(lists.flat(), ([, walkS]) => walkS),
  };
}

function firstOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const first = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    first[i + 1] = (first[i] as number) + list.length;
  });
  return first;
}
