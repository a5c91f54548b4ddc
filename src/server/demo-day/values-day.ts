// SPDX-License-Identifier: EUPL-1.2
/**
 * What the demo's stations, streets and districts show: the typical Wednesday of the city's tables, with
 * what no two days have alike. All of it follows from the instant.
 */
import type {
  AirRow,
  BikeStationRow,
  CarParkRow,
  PresenceRow,
  TrafficRow,
  WeatherRow,
} from '../../city/live';
import { romeTime } from '../../city/rome-time';
import type { TypicalWeek } from '../../city/typical-week';
import { noise } from './noise';
import { WEDNESDAY } from './transit-day';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export class ValuesDay {
  readonly #week: TypicalWeek;

  constructor(week: TypicalWeek) {
    this.#week = week;
  }

  #rows<K extends Parameters<TypicalWeek['rows']>[0]>(kind: K, atMs: number) {
    return this.#week.rows(kind, WEDNESDAY, romeTime(atMs).secondOfDay);
  }

  /** Stations stray by up to an eighth of their docks, over a quarter of an hour. */
  bikes(nowMs: number): BikeStationRow[] {
    return this.#rows('bike-station', nowMs).map((row) => {
      const capacity = row.capacity ?? row.bikes;
      const strays = (capacity / 8) * noise(`bikes ${row.id}`, nowMs, 15 * MINUTE_MS);
      const bikes = clamp(Math.round(row.bikes + strays), 0, capacity);
      // A third of the fleet is electric, a little more here and less there.
      const share = 0.33 + 0.2 * noise(`electric ${row.id}`, nowMs, HOUR_MS);
      const docks = row.capacity === null ? null : capacity - bikes;
      return { ...row, atMs: nowMs, bikes, docks, electric: Math.round(bikes * share) };
    });
  }

  carParks(nowMs: number): CarParkRow[] {
    return this.#rows('car-park', nowMs).map((row) => {
      const capacity = row.capacity ?? row.free ?? 0;
      const strays = (capacity / 25) * noise(`parked ${row.id}`, nowMs, 20 * MINUTE_MS);
      return { ...row, atMs: nowMs, free: clamp(Math.round((row.free ?? 0) + strays), 0, capacity) };
    });
  }

  /** Each station gives the mean of the last full hour. */
  air(nowMs: number): AirRow[] {
    const hourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
    return this.#rows('air', hourMs - HOUR_MS / 2).map((row) => ({
      ...row,
      atMs: hourMs,
      value: round(row.value * (1 + 0.15 * noise(`air ${row.id}`, hourMs, 6 * HOUR_MS)), 1),
    }));
  }

  /** Every ten minutes. */
  weather(nowMs: number): WeatherRow[] {
    const atMs = Math.floor(nowMs / (10 * MINUTE_MS)) * 10 * MINUTE_MS;
    return this.#rows('weather', atMs).map((row) => ({ ...row, atMs, value: weatherNow(row, atMs) }));
  }

  /** Counted over five minutes, so every five minutes. Flow strays by a tenth, speed the other way. */
  traffic(nowMs: number): TrafficRow[] {
    const atMs = Math.floor(nowMs / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
    return this.#rows('traffic', atMs).map((row) => {
      const strays = noise(`traffic ${row.id}`, atMs, 15 * MINUTE_MS);
      const flowVehH = row.flowVehH === null ? null : Math.round(row.flowVehH * (1 + 0.1 * strays));
      const speedKmH = row.speedKmH === null ? null : round(row.speedKmH * (1 - 0.05 * strays), 1);
      return { ...row, id: `link-${row.link}`, atMs, flowVehH, speedKmH };
    });
  }

  /** Every quarter of an hour. */
  presence(nowMs: number): PresenceRow[] {
    const atMs = Math.floor(nowMs / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
    const strays = (group: string, persons: number | null, id: string) =>
      persons === null ? null : Math.round(persons * (1 + 0.04 * noise(`${group} ${id}`, atMs, HOUR_MS)));
    return this.#rows('presence', atMs).map((row) => ({
      ...row,
      atMs,
      residents: strays('residents', row.residents, row.id),
      workers: strays('workers', row.workers, row.id),
      visitors: strays('visitors', row.visitors, row.id),
    }));
  }
}

function weatherNow(row: WeatherRow, atMs: number): number {
  const strays = noise(`weather ${row.quantity}`, atMs, 3 * HOUR_MS);
  switch (row.quantity) {
    case 'temperatureC':
      return round(row.value + 1.5 * strays, 1);
    case 'humidityShare':
      return round(clamp(row.value + 0.06 * strays, 0.05, 1), 2);
    case 'windFromDeg':
      return Math.round(row.value + 30 * strays + 360) % 360;
    default:
      return round(Math.max(0, row.value * (1 + 0.3 * strays)), 1);
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
