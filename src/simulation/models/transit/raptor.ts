// SPDX-License-Identifier: EUPL-1.2
/** Earliest arrivals by a timetable, from one moment on or over a window of departures. Pure. */
import { type Profile, profileOf } from './journey-profile';
import type { Timetable } from './timetable';
import { TransitError } from './transit-lines';

/** A stop that one may set out from, and how long one walks to it. */
export interface Start {
  readonly stop: number;
  readonly walkS: number;
}

/** Stops themselves, and those a walk away: where a journey that begins at these stops may board. */
export function startsAround({ stopFirstWalk, walkTo, walkS }: Timetable, stops: readonly number[]): Start[] {
  const least = new Map<number, number>(stops.map((stop) => [stop, 0]));
  for (const stop of stops)
    for (let k = stopFirstWalk[stop] as number; k < (stopFirstWalk[stop + 1] as number); k++) {
      const to = walkTo[k] as number;
      least.set(to, Math.min(least.get(to) ?? Number.POSITIVE_INFINITY, walkS[k] as number));
    }
  return [...least].map(([stop, walk]) => ({ stop, walkS: walk }));
}

/**
 * RAPTOR and range RAPTOR (Delling, Pajor, Werneck 2012/2015): in round k every route through a
 * stop that round k − 1 improved is ridden once. Between two rides one walks once (walks are not
 * joined to longer ones), and after the last ride too. Arrival by vehicle and readiness to board
 * are kept apart, so that this holds exactly, whatever the walks.
 */
export class Raptor {
  readonly timetable: Timetable;
  readonly #rounds: number;
  /** By round and stop: earliest arrival in a vehicle, and earliest moment to board, after so many rides or fewer. */
  readonly #arrived: Float64Array;
  readonly #ready: Float64Array;
  /** Earliest position of each route to ride from in this round; −1: none. */
  readonly #rideFrom: Int32Array;
  readonly #routes: number[] = [];
  /** Stops whose `ready` or `arrived` this round made better. */
  #marked: number[] = [];
  #improved: number[] = [];
  readonly #isMarked: Uint8Array;
  readonly #isImproved: Uint8Array;

  /** `mostRides`: journeys with more vehicles are not looked for. */
  constructor(timetable: Timetable, mostRides = 8) {
    const { stops, routeFirstStop } = timetable;
    this.timetable = timetable;
    this.#rounds = mostRides;
    this.#arrived = new Float64Array((mostRides + 1) * stops);
    this.#ready = new Float64Array((mostRides + 1) * stops);
    this.#rideFrom = new Int32Array(routeFirstStop.length - 1).fill(-1);
    this.#isMarked = new Uint8Array(stops);
    this.#isImproved = new Uint8Array(stops);
  }

  /**
   * Earliest arrival at every stop, setting out at a moment: seconds after midnight; infinite where
   * there is no way.
   */
  earliestArrivals(starts: readonly Start[], departureS: number): Float64Array {
    if (!Number.isFinite(departureS)) throw new TransitError('departure', `at ${departureS} s`);
    this.#begin();
    for (const { stop, walkS } of this.#checked(starts)) this.#getReady(0, stop, departureS + walkS);
    for (let round = 1; round <= this.#rounds && this.#marked.length > 0; round++) {
      this.#collect();
      this.#ride(round);
    }
    return this.arrivals(this.#rounds);
  }

  /** Of the last search: earliest arrivals with so many vehicles at most. */
  arrivals(rides: number): Float64Array {
    const { stops } = this.timetable;
    const from = Math.min(rides, this.#rounds) * stops;
    const arrivals = this.#ready.slice(from, from + stops);
    for (let stop = 0; stop < stops; stop++)
      arrivals[stop] = Math.min(arrivals[stop] as number, this.#arrived[from + stop] as number);
    return arrivals;
  }

  /** Of the last search: earliest arrivals in a vehicle itself, with so many vehicles at most. */
  vehicleArrivals(rides = this.#rounds): Float64Array {
    const { stops } = this.timetable;
    const from = Math.min(rides, this.#rounds) * stops;
    return this.#arrived.subarray(from, from + stops);
  }

  /**
   * All journeys that set out within [fromS, toS] and are not beaten by one that leaves no earlier
   * and arrives no later. A journey sets out just in time for its first vehicle.
   */
  profile(starts: readonly Start[], fromS: number, toS: number): Profile {
    if (!(Number.isFinite(fromS) && toS >= fromS))
      throw new TransitError('departures', `${fromS} to ${toS} s`);
    this.#begin();
    const { stops } = this.timetable;
    const walkS = new Float64Array(stops).fill(Number.POSITIVE_INFINITY);
    for (const start of this.#checked(starts))
      walkS[start.stop] = Math.min(walkS[start.stop] as number, start.walkS);
    const found: [departureS: number, arrivalS: number][][] = Array.from({ length: stops }, () => []);
    const boardings = this.#boardings(starts, fromS, toS);
    for (let i = 0; i < boardings.length; ) {
      const { departureS } = boardings[i] as Boarding;
      for (; boardings[i]?.departureS === departureS; i++) {
        const { route, position, time } = boardings[i] as Boarding;
        this.#rideOn(route, position, time, 1);
      }
      const reached = new Set<number>();
      this.#walk(1, reached);
      for (let round = 2; round <= this.#rounds && this.#marked.length > 0; round++) {
        this.#collect();
        this.#ride(round, reached);
      }
      this.#unmark();
      const last = this.#rounds * stops;
      for (const stop of reached) {
        const arrivalS = Math.min(this.#arrived[last + stop] as number, this.#ready[last + stop] as number);
        const list = found[stop] as [number, number][];
        if (arrivalS < (list.at(-1)?.[1] ?? Number.POSITIVE_INFINITY)) list.push([departureS, arrivalS]);
      }
    }
    return profileOf(found, walkS);
  }

  #begin(): void {
    this.#arrived.fill(Number.POSITIVE_INFINITY);
    this.#ready.fill(Number.POSITIVE_INFINITY);
    this.#unmark();
  }

  #checked(starts: readonly Start[]): readonly Start[] {
    for (const { stop, walkS } of starts) {
      const { stops } = this.timetable;
      if (!(stop >= 0 && stop < stops)) throw new TransitError('start', `stop ${stop + 1} of ${stops}`);
      if (!(walkS >= 0 && Number.isFinite(walkS))) throw new TransitError('start', `walk of ${walkS} s`);
    }
    return starts;
  }

  /** Every vehicle that a start may set out for in the window, the latest first. */
  #boardings(starts: readonly Start[], fromS: number, toS: number): Boarding[] {
    const { routeFirstStop, routeFirstTime, departureS, stopFirstCall, callRoute, callPosition } =
      this.timetable;
    const boardings: Boarding[] = [];
    for (const { stop, walkS } of starts)
      for (let call = stopFirstCall[stop] as number; call < (stopFirstCall[stop + 1] as number); call++) {
        const [route, position] = [callRoute[call] as number, callPosition[call] as number];
        const length = (routeFirstStop[route + 1] as number) - (routeFirstStop[route] as number);
        if (position === length - 1) continue;
        const end = routeFirstTime[route + 1] as number;
        for (let time = (routeFirstTime[route] as number) + position; time < end; time += length) {
          const leaveS = (departureS[time] as number) - walkS;
          if (leaveS >= fromS && leaveS <= toS) boardings.push({ departureS: leaveS, route, position, time });
        }
      }
    return boardings.sort((a, b) => b.departureS - a.departureS || a.time - b.time);
  }

  /** Notes which routes to ride, from the marked stops, and takes the marks away. */
  #collect(): void {
    const { stopFirstCall, callRoute, callPosition } = this.timetable;
    for (const stop of this.#marked) {
      this.#isMarked[stop] = 0;
      for (let call = stopFirstCall[stop] as number; call < (stopFirstCall[stop + 1] as number); call++) {
        const [route, position] = [callRoute[call] as number, callPosition[call] as number];
        const known = this.#rideFrom[route] as number;
        if (known < 0) this.#routes.push(route);
        if (known < 0 || position < known) this.#rideFrom[route] = position;
      }
    }
    this.#marked = [];
  }

  /** One round: rides the routes noted, then walks on from where they led. */
  #ride(round: number, reached?: Set<number>): void {
    const { stops, routeFirstStop, routeStop, departureS } = this.timetable;
    const before = (round - 1) * stops;
    for (const route of this.#routes) {
      const first = routeFirstStop[route] as number;
      const length = (routeFirstStop[route + 1] as number) - first;
      let time = -1;
      for (let p = this.#rideFrom[route] as number; p < length; p++, time += time < 0 ? 0 : 1) {
        const stop = routeStop[first + p] as number;
        if (time >= 0) this.#arrive(round, stop, time);
        const readyS = this.#ready[before + stop] as number;
        if (time < 0 ? readyS < Number.POSITIVE_INFINITY : readyS <= (departureS[time] as number))
          time = this.#earliest(route, p, readyS, time);
      }
      this.#rideFrom[route] = -1;
    }
    this.#routes.length = 0;
    this.#walk(round, reached);
  }

  /** Time of the first trip of a route that leaves position p at a moment or later; `known`, if it is none. */
  #earliest(route: number, p: number, readyS: number, known: number): number {
    const { routeFirstStop, routeFirstTime, departureS } = this.timetable;
    const length = (routeFirstStop[route + 1] as number) - (routeFirstStop[route] as number);
    const first = (routeFirstTime[route] as number) + p;
    let low = 0;
    const trips = ((routeFirstTime[route + 1] as number) - (routeFirstTime[route] as number)) / length;
    let high = known < 0 ? trips : (known - first) / length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((departureS[first + middle * length] as number) >= readyS) high = middle;
      else low = middle + 1;
    }
    return low === trips ? known : first + low * length;
  }

  /** Rides one trip from a position to its end. */
  #rideOn(route: number, position: number, time: number, round: number): void {
    const { routeFirstStop, routeStop } = this.timetable;
    const first = routeFirstStop[route] as number;
    const length = (routeFirstStop[route + 1] as number) - first;
    for (let p = position + 1; p < length; p++)
      this.#arrive(round, routeStop[first + p] as number, time + p - position);
  }

  #arrive(round: number, stop: number, time: number): void {
    const arrivalS = this.timetable.arrivalS[time] as number;
    if (!(arrivalS < (this.#arrived[round * this.timetable.stops + stop] as number))) return;
    this.#lower(this.#arrived, round, stop, arrivalS);
    if (this.#isImproved[stop] === 0) this.#improved.push(stop);
    this.#isImproved[stop] = 1;
  }

  #walk(round: number, reached?: Set<number>): void {
    const { stops, stopFirstWalk, walkTo, walkS } = this.timetable;
    for (const stop of this.#improved) {
      this.#isImproved[stop] = 0;
      reached?.add(stop);
      const arrivalS = this.#arrived[round * stops + stop] as number;
      for (let k = stopFirstWalk[stop] as number; k < (stopFirstWalk[stop + 1] as number); k++)
        if (this.#getReady(round, walkTo[k] as number, arrivalS + (walkS[k] as number)))
          reached?.add(walkTo[k] as number);
    }
    this.#improved = [];
  }

  #getReady(round: number, stop: number, atS: number): boolean {
    if (!(atS < (this.#ready[round * this.timetable.stops + stop] as number))) return false;
    this.#lower(this.#ready, round, stop, atS);
    if (this.#isMarked[stop] === 0) this.#marked.push(stop);
    this.#isMarked[stop] = 1;
    return true;
  }

  /** What is reached with so many rides is reached with more. */
  #lower(labels: Float64Array, round: number, stop: number, value: number): void {
    const { stops } = this.timetable;
    for (let at = round * stops + stop; at < labels.length && value < (labels[at] as number); at += stops)
      labels[at] = value;
  }

  #unmark(): void {
    for (const stop of this.#marked) this.#isMarked[stop] = 0;
    this.#marked = [];
  }
}

interface Boarding {
  readonly departureS: number;
  readonly route: number;
  readonly position: number;
  /** Where the trip's time at the position is. */
  readonly time: number;
}
