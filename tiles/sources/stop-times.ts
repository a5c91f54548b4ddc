// SPDX-License-Identifier: EUPL-1.2
/**
 * The stop_times.txt of a GTFS feed, which has a row for every call of every run of the year: read into
 * columns of numbers, since millions of rows as objects do not fit into memory.
 */
import { secondsOf } from '../../src/city/gtfs';
import type { TripTimes } from '../themes/rows';
import { cellsOf } from './gtfs';

/** Rows in the order of the file; trips and stops by their place in the lists of ids. */
export interface StopTimes {
  readonly trips: readonly string[];
  readonly stops: readonly string[];
  readonly trip: Int32Array;
  readonly stop: Int32Array;
  readonly sequence: Int32Array;
  /** Seconds after midnight; −1: not said. */
  readonly arrivalS: Int32Array;
  readonly departureS: Int32Array;
  /** The first fault of a trip, by its place. */
  readonly faults: ReadonlyMap<number, Fault>;
}
interface Fault {
  /** From 1 below the header. */
  readonly row: number;
  readonly fault: string;
}
/** A run with its calls in order. */
interface Run {
  /** Of the file, one a call, from 1 below the header. */
  readonly rows: Int32Array;
  readonly trip: string;
  readonly stops: readonly string[];
  readonly times: TripTimes;
}

/** @param columns trip_id, arrival_time, departure_time, stop_id, stop_sequence, as the header names them */
export function readStopTimes(
  text: string,
  columns: readonly string[],
): StopTimes | { readonly missing: readonly string[]; readonly header: string } {
  const [trips, stops] = [new Ids(), new Ids()];
  const numbers = Array.from({ length: 5 }, () => new Growing());
  const faults = new Map<number, Fault>();
  // A day has few times, and a feed has them over and over.
  const known = new Map<string | undefined, number | undefined>();
  const second = (text: string | undefined): number | undefined => {
    if (!known.has(text)) known.set(text, secondsOf(text));
    return known.get(text);
  };
  let places: number[] | undefined;
  let row = 0;
  for (const line of linesOf(text)) {
    const cells = cellsOf(line);
    if (!places) {
      places = columns.map((name) => cells.indexOf(name));
      const missing = columns.filter((_, i) => places?.[i] === -1);
      if (missing.length > 0) return { missing, header: line };
      continue;
    }
    row++;
    const [trip = '', arrival, departure, stop = '', sequence = ''] = places.map((at) => cells[at]?.trim());
    const tripAt = trips.of(trip);
    const [arrivalS, departureS] = [second(arrival), second(departure)];
    const fault =
      (trip === '' && 'trip_id is empty') ||
      (stop === '' && 'stop_id is empty') ||
      (!/^\d{1,9}$/.test(sequence) && `stop_sequence "${sequence}" is no whole number`) ||
      (arrivalS === undefined && `arrival_time "${arrival}" is not H:MM:SS`) ||
      (departureS === undefined && `departure_time "${departure}" is not H:MM:SS`);
    if (fault && !faults.has(tripAt)) faults.set(tripAt, { row, fault });
    const written = [tripAt, stops.of(stop), Number(sequence), ...said(arrivalS, departureS)];
    numbers.forEach((column, i) => {
      column.push(written[i] as number);
    });
  }
  const [trip, stop, sequence, arrivalS, departureS] = numbers.map((column) => column.done()) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return { trips: trips.list, stops: stops.list, trip, stop, sequence, arrivalS, departureS, faults };
}

/** Arrival and departure; one that is not said is the other. */
function said(arrivalS = Number.NaN, departureS = Number.NaN): [number, number] {
  const [arrival, departure] = [
    Number.isNaN(arrivalS) ? departureS : arrivalS,
    Number.isNaN(departureS) ? arrivalS : departureS,
  ];
  return Number.isNaN(arrival) ? [-1, -1] : [arrival, departure];
}

/** Every run of a table in the order in which they begin there, or what is wrong with it. */
export function* tripTimes(table: StopTimes): Generator<Run | (Fault & { readonly trip: string })> {
  const { trips, stops, stop, sequence, faults } = table;
  const { first, rows } = byTrip(table);
  // Runs with the same stops share one list.
  const lists = new Map<string, readonly string[]>();
  for (const [at, trip] of trips.entries()) {
    const own = Array.from(rows.subarray(first[at], first[at + 1]));
    own.sort((a, b) => (sequence[a] as number) - (sequence[b] as number) || a - b);
    const times = faults.get(at) ?? timesOf(own, table);
    if ('fault' in times) yield { ...times, trip };
    else {
      const places = own.map((call) => stop[call] as number);
      const key = places.join();
      const list = lists.get(key) ?? places.map((place) => stops[place] as string);
      lists.set(key, list);
      yield { rows: Int32Array.from(own, (call) => call + 1), trip, stops: list, times };
    }
  }
}

function byTrip({ trips, trip }: StopTimes): { first: Int32Array; rows: Int32Array } {
  const first = new Int32Array(trips.length + 1);
  for (const at of trip) first[at + 1] = (first[at + 1] as number) + 1;
  for (let at = 0; at < trips.length; at++) first[at + 1] = (first[at + 1] as number) + (first[at] as number);
  const next = first.slice();
  const rows = new Int32Array(trip.length);
  trip.forEach((at, row) => {
    rows[next[at] as number] = row;
    next[at] = (next[at] as number) + 1;
  });
  return { first, rows };
}

/** Times of a run's calls; those that are not said lie evenly between those that are, in whole seconds. */
function timesOf(calls: readonly number[], table: StopTimes): TripTimes | Fault {
  const fault = (call: number, text: string): Fault => ({ row: (calls[call] as number) + 1, fault: text });
  if (calls.length < 2) return fault(0, 'has one call, and needs 2');
  const [arrivalS, departureS] = [table.arrivalS, table.departureS].map((column) =>
    Int32Array.from(calls, (call) => column[call] as number),
  ) as [Int32Array, Int32Array];
  for (const end of [0, calls.length - 1])
    if ((arrivalS[end] as number) < 0) return fault(end, 'its first and last calls need times');
  for (let call = 1; call < calls.length; call++) {
    const before = departureS[call - 1] as number;
    if ((arrivalS[call] as number) < 0) {
      let next = call;
      while ((arrivalS[next] as number) < 0) next++;
      const share = 1 / (next - call + 1);
      arrivalS[call] = Math.round(before + ((arrivalS[next] as number) - before) * share);
      departureS[call] = arrivalS[call] as number;
    }
    if ((arrivalS[call] as number) < before)
      return fault(call, `arrives at ${clock(arrivalS[call])}, and left the stop before at ${clock(before)}`);
  }
  for (let call = 0; call < calls.length; call++)
    if ((departureS[call] as number) < (arrivalS[call] as number))
      return fault(call, `leaves at ${clock(departureS[call])}, and arrives at ${clock(arrivalS[call])}`);
  return { arrivalS, departureS };
}

const clock = (seconds = 0): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');

function* linesOf(text: string): Generator<string> {
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, text[to - 1] === '\r' ? to - 1 : to);
    if (line.trim() !== '') yield line;
    from = to + 1;
  }
}

/** Texts by the place in which they first came. */
class Ids {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.list.length);
    return this.list.push(id) - 1;
  }
}

class Growing {
  #values = new Int32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(2 * this.#length);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  done(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}
