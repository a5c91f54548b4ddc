// SPDX-License-Identifier: EUPL-1.2
/**
 * What a typical week shows at an hour: the tables `week-profiles`, `typical-*` of the city → rows.
 * A profile has the mean of each hour; between the middles of hours it goes straight, and Sunday night
 * goes on into Monday. The speed of traffic follows its flow by the curve of the Bureau of Public Roads
 * (1964): free speed / (1 + 0.15 (flow / capacity)^4).
 */
import type { Weekday } from './clock';
import { type ColumnArray, type ColumnTable, columnOf } from './columns';
import { isSmall } from './disclosure';
import { lonLat } from './frames';
import type { InputTable } from './inputs';
import {
  type LiveKind,
  type LiveRows,
  POLLUTANTS,
  type Pollutant,
  type TrafficRow,
  WEATHER_QUANTITIES,
  type WeatherQuantity,
} from './live';

/** Tables that may be read here; each is needed only for its own kinds. */
export const TYPICAL_TABLES = [
  'week-profiles',
  'typical-traffic',
  'typical-values',
  'typical-presence',
  'road-links',
  'zones',
] as const satisfies readonly InputTable[];
const PROFILED = ['typical-traffic', 'typical-values', 'typical-presence'] as const;
export type TypicalTables = ReadonlyMap<InputTable, ColumnTable>;

export interface DayPoint {
  readonly secondOfDay: number;
  readonly value: number;
}

type Row = LiveRows[LiveKind];

const HOURS = 168;
const HOUR_S = 3600;
/** Points of a day's curve. */
const CURVE_STEP_S = 900;
const BPR_FACTOR = 0.15;
const BPR_POWER = 4;
/** A typical day has no date: the rows' time says nothing. */
const NO_TIME = 0;

interface TrafficColumns {
  readonly link: ColumnArray;
  readonly flow: ColumnArray;
  readonly capacity: ColumnArray;
  readonly free: Float32Array;
  readonly profile: readonly Float64Array[];
}

export class TypicalWeek {
  readonly #tables: TypicalTables;
  readonly #profiles: ReadonlyMap<string, Float64Array>;
  #traffic: TrafficColumns | null = null;

  /** @throws Error where a table lacks a column, or a row names a profile that is not there */
  constructor(tables: TypicalTables) {
    this.#tables = tables;
    this.#profiles = readProfiles(tables.get('week-profiles'));
    // Here, where it can be told, and not in the midst of drawing.
    for (const id of PROFILED) {
      const table = tables.get(id);
      for (let row = 0; row < (table?.rows ?? 0); row++) this.#profile(table!, row);
    }
  }

  /** Whether it has anything of a kind. */
  has(kind: LiveKind): boolean {
    if (this.#profiles.size === 0) return false;
    if (kind === 'traffic') return rowsOf(this.#tables, 'typical-traffic') > 0;
    if (kind === 'presence') return rowsOf(this.#tables, 'typical-presence') > 0;
    return this.#values(kind).length > 0;
  }

  /** Rows of a kind on a weekday, so many seconds after midnight; empty where there are none of it. */
  rows<K extends LiveKind>(kind: K, weekday: Weekday, secondOfDay: number): readonly LiveRows[K][] {
    const second = (weekday - 1) * 86_400 + secondOfDay;
    if (kind === 'traffic') return this.#trafficRows(second) as readonly Row[] as readonly LiveRows[K][];
    if (kind === 'presence') return this.#presence(second) as readonly Row[] as readonly LiveRows[K][];
    return this.#values(kind).flatMap((row) => {
      const made = valueRow(this.#tables.get('typical-values')!, row, this.#valueAt(row, second));
      return made ? [made as LiveRows[K]] : [];
    });
  }

  /** The day of one thing, a point every quarter of an hour from 0:00 to 24:00; null where it is not here. */
  curve(kind: LiveKind, id: string, quantity: string, weekday: Weekday): readonly DayPoint[] | null {
    const at = this.#curveOf(kind, id, quantity);
    if (!at) return null;
    return Array.from({ length: 86_400 / CURVE_STEP_S + 1 }, (_, i) => ({
      secondOfDay: i * CURVE_STEP_S,
      value: at((weekday - 1) * 86_400 + i * CURVE_STEP_S),
    }));
  }

  #curveOf(kind: LiveKind, id: string, quantity: string): ((second: number) => number) | null {
    if (kind === 'traffic') {
      const table = this.#tables.get('typical-traffic');
      if (!table || (quantity !== 'flowVehH' && quantity !== 'speedKmH')) return null;
      const row = columnOf(table, 'link').values.indexOf(Number(id));
      return row < 0 ? null : (second) => this.#trafficRow(row, second)[quantity] ?? Number.NaN;
    }
    if (kind === 'presence') {
      const zones = this.#tables.get('zones');
      const rows = Array.from({ length: rowsOf(this.#tables, 'typical-presence') }, (_, row) => row);
      const zoneOf = (row: number) => number(this.#tables.get('typical-presence')!, 'zone', row);
      // Of its district alone: a day asks a hundred times.
      const own = zones ? rows.filter((row) => text(zones, 'id', zoneOf(row)) === id) : [];
      if (own.length === 0) return null;
      return (second) => Number(this.#presence(second, own)[0]?.[quantity as 'residents'] ?? Number.NaN);
    }
    const table = this.#tables.get('typical-values');
    const row = this.#values(kind).find((r) => text(table!, 'id', r) === id);
    if (!table || row === undefined) return null;
    return (second) => {
      const made = valueRow(table, row, this.#valueAt(row, second)) as unknown as Record<string, unknown>;
      return Number(made[quantity] ?? Number.NaN);
    };
  }

  #values(kind: LiveKind): readonly number[] {
    const table = this.#tables.get('typical-values');
    if (!table) return [];
    return Array.from({ length: table.rows }, (_, row) => row).filter(
      (row) => text(table, 'kind', row) === kind,
    );
  }

  #valueAt(row: number, second: number): number {
    const table = this.#tables.get('typical-values')!;
    const low = number(table, 'low', row);
    const high = number(table, 'high', row);
    return low + (high - low) * profileAt(this.#profile(table, row), second);
  }

  #profile(table: ColumnTable, row: number): Float64Array {
    const name = text(table, 'profile', row);
    const profile = this.#profiles.get(name);
    if (!profile)
      throw new Error(
        `${table.id}: row ${row + 1} names the profile "${name}", which is not in week-profiles`,
      );
    return profile;
  }

  #trafficRows(second: number): TrafficRow[] {
    const rows = this.#tables.get('typical-traffic')?.rows ?? 0;
    return Array.from({ length: rows }, (_, row) => this.#trafficRow(row, second));
  }

  #trafficRow(row: number, second: number): TrafficRow {
    const { link, flow, capacity, free, profile } = this.#ofTraffic();
    const flowVehH = (flow[row] as number) * profileAt(profile[row] as Float64Array, second);
    const ratio = flowVehH / (capacity[row] as number);
    const speed = (free[row] as number) / (1 + BPR_FACTOR * ratio ** BPR_POWER);
    return {
      id: String(link[row]),
      atMs: NO_TIME,
      at: null,
      link: link[row] as number,
      flowVehH,
      speedKmH: Number.isFinite(speed) ? speed : null,
      occupancyShare: null,
    };
  }

  /** Tens of thousands of rows: their columns are looked up once. */
  #ofTraffic(): TrafficColumns {
    if (this.#traffic) return this.#traffic;
    const table = this.#tables.get('typical-traffic')!;
    const roads = this.#tables.get('road-links');
    const speeds = roads && columnOf(roads, 'speedKmH').values;
    const link = columnOf(table, 'link').values;
    return (this.#traffic = {
      link,
      flow: columnOf(table, 'flowVehH').values,
      capacity: columnOf(table, 'capacityVehH').values,
      free: Float32Array.from(link, (row) => speeds?.[row] ?? Number.NaN),
      profile: Array.from(link, (_, row) => this.#profile(table, row)),
    });
  }

  /** @param of rows of `typical-presence`; absent: all */
  #presence(second: number, of?: readonly number[]): LiveRows['presence'][] {
    const table = this.#tables.get('typical-presence');
    const zones = this.#tables.get('zones');
    if (!table || !zones) return [];
    const found = new Map<
      number,
      { residents: number | null; workers: number | null; visitors: number | null }
    >();
    for (let i = 0; i < (of?.length ?? table.rows); i++) {
      const row = of ? (of[i] as number) : i;
      const zone = number(table, 'zone', row);
      const groups = found.get(zone) ?? { residents: null, workers: null, visitors: null };
      const persons = number(table, 'persons', row) * profileAt(this.#profile(table, row), second);
      // At night as by day: few are not told, and nobody is nobody.
      const told = Number.isFinite(persons) && !isSmall(persons);
      groups[text(table, 'group', row) as 'residents'] = told ? persons : null;
      found.set(zone, groups);
    }
    return [...found].map(([zone, groups]) => {
      const district = Number(text(zones, 'id', zone));
      return { id: String(district), atMs: NO_TIME, district, ...groups };
    });
  }
}

/** A profile's value, so many seconds after Monday 0:00. */
export function profileAt(profile: Float64Array, second: number): number {
  const hour = second / HOUR_S - 0.5;
  const before = Math.floor(hour);
  const share = hour - before;
  const at = (h: number) => profile[((h % HOURS) + HOURS) % HOURS] as number;
  return at(before) * (1 - share) + at(before + 1) * share;
}

/** By name, the value of each hour of the week; NaN where there is none. */
export function readProfiles(table: ColumnTable | undefined): ReadonlyMap<string, Float64Array> {
  const found = new Map<string, Float64Array>();
  if (!table) return found;
  for (let row = 0; row < table.rows; row++) {
    const name = text(table, 'profile', row);
    let profile = found.get(name);
    if (!profile) found.set(name, (profile = new Float64Array(HOURS).fill(Number.NaN)));
    profile[number(table, 'hour', row)] = number(table, 'value', row);
  }
  return found;
}

/** What a station shows, by the form of its kind; null for a kind that has no typical values. */
function valueRow(table: ColumnTable, row: number, value: number): LiveRows[LiveKind] | null {
  const id = text(table, 'id', row);
  const name = text(table, 'name', row);
  const quantity = text(table, 'quantity', row);
  const at = lonLat(number(table, 'lonDeg', row), number(table, 'latDeg', row));
  const most = number(table, 'capacity', row);
  const capacity = Number.isFinite(most) ? most : null;
  const placed = { id, atMs: NO_TIME, at, name };
  const count = Math.max(0, Math.min(capacity ?? Number.POSITIVE_INFINITY, Math.round(value)));
  const station = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : id;
  switch (text(table, 'kind', row)) {
    case 'bike-station':
      return {
        ...placed,
        capacity,
        bikes: count,
        electric: null,
        docks: capacity === null ? null : capacity - count,
        renting: true,
        returning: true,
      };
    case 'car-park':
      return { ...placed, capacity, free: count, open: null };
    case 'air':
      return POLLUTANTS.includes(quantity as Pollutant)
        ? { ...placed, station, pollutant: quantity as Pollutant, value, averagedH: 1 }
        : null;
    case 'weather':
      return WEATHER_QUANTITIES.includes(quantity as WeatherQuantity)
        ? { ...placed, station, quantity: quantity as WeatherQuantity, value }
        : null;
    default:
      return null;
  }
}

const rowsOf = (tables: TypicalTables, id: InputTable): number => tables.get(id)?.rows ?? 0;

const number = (table: ColumnTable, name: string, row: number): number =>
  columnOf(table, name).values[row] as number;
function text(table: ColumnTable, name: string, row: number): string {
  const { values, dictionary } = columnOf(table, name);
  const value = values[row] as number;
  return dictionary ? (dictionary[value] ?? '') : String(value);
}
