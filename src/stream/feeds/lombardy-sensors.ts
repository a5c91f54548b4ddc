// SPDX-License-Identifier: EUPL-1.2
/**
 * Sensors of ARPA Lombardia on the region's open-data portal (Socrata SODA 2.1): a registry of sensors
 * with their stations, and a table of values {idsensore, data, valore, stato, idoperatore}.
 *
 * Times carry no zone and are solar time, UTC+1 the whole year: ARPA's guide to its real-time
 * measurements says "Time zone offset: UTC + 1 ora" (arpalombardia.it, "Guida rilevazioni in tempo reale").
 * −9999 stands for no value; `stato` begins with V where a value is valid (VA).
 */
import { z } from 'zod';
import type { LonLat } from '../../city/frames';
import { within } from '../../city/place';
import { type DocumentRequest, FeedFault, type Messages, type ParseContext } from './feed';
import { instant } from './instants';
import { jsonRowsOf, messageOf } from './message';
import type { Lapse } from './row-tally';
import { type Fields, field, idText, number, placeAt, text } from './values';

export interface SensorTables {
  /** Ids of the portal's data sets. */
  readonly registry: string;
  readonly values: string;
}

/** Options of such a feed; it looks back for `lookbackH` hours. */
export const sensorOptions = (lookbackH: number) =>
  z.strictObject({
    /** Values of how many hours are asked for: longer than the portal's delay. */
    lookbackH: z.number().int().min(1).max(240).default(lookbackH),
    registryMaxAgeS: z.number().int().min(3600).max(604_800).default(86_400),
  });
export type SensorOptions = z.infer<ReturnType<typeof sensorOptions>>;

export interface Sensor {
  readonly id: string;
  /** `nometiposensore` of air, `tipologia` of weather. */
  readonly type: string;
  readonly unit: string;
  readonly station: string;
  readonly name: string;
  readonly at: LonLat;
}
export interface Reading {
  readonly sensor: Sensor;
  readonly atMs: number;
  readonly value: number;
  /** 1 mean, 3 maximum, 4 sum. */
  readonly operator: string;
}

const HOUR_MS = 3_600_000;
const MOST_ROWS = 20_000;

/** Registry, then the values of the sensors in bounds. `url` is the portal's `…/resource`. */
export function sensorDocuments(
  url: string,
  got: Messages,
  context: ParseContext,
  tables: SensorTables,
  { lookbackH, registryMaxAgeS }: SensorOptions,
): DocumentRequest[] {
  const base = url.replace(/\/+$/, '');
  if (!got.registry) {
    const query = soql({ $where: "storico='N'", $limit: '5000' });
    return [{ name: 'registry', url: `${base}/${tables.registry}.json?${query}`, maxAgeS: registryMaxAgeS }];
  }
  if (got.values) return [];
  const ids = [...sensorsOf(got, context).keys()];
  if (ids.length === 0) throw new FeedFault(`${tables.registry}: no sensor within the city's bounds`);
  // By the full hour, so that the portal's cache can answer.
  const sinceMs = Math.floor(context.receivedMs / HOUR_MS) * HOUR_MS - (lookbackH - 1) * HOUR_MS;
  const since = new Date(sinceMs).toISOString().slice(0, 19);
  const query = soql({
    $select: 'idsensore,data,valore,stato,idoperatore',
    $where: `data >= '${since}' AND idsensore in (${ids.map((id) => `'${id}'`).join(',')})`,
    $order: 'data DESC',
    $limit: `${MOST_ROWS}`,
  });
  return [{ name: 'values', url: `${base}/${tables.values}.json?${query}` }];
}

const soql = (parameters: Readonly<Record<string, string>>) =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** Sensors in bounds that are at work, by id. */
export function sensorsOf(got: Messages, context: ParseContext): ReadonlyMap<string, Sensor> {
  const sensors = new Map<string, Sensor>();
  for (const row of jsonRowsOf(messageOf(got, 'registry'))) {
    const id = idText(row.idsensore);
    const station = idText(row.idstazione);
    const at =
      placeAt(row.lng, row.lat) ?? placeAt(field(row.location, 'longitude'), field(row.location, 'latitude'));
    // The id goes into the next query: digits only.
    if (!id || !/^\d{1,9}$/.test(id) || !station || !at || !within(context.bounds, at)) continue;
    if (text(row.storico) === 'S' || text(row.datastop)) continue;
    sensors.set(id, {
      id,
      type: text(row.nometiposensore) ?? text(row.tipologia) ?? '',
      unit: text(row.unitamisura) ?? text(row.unit_dimisura) ?? text(row.unit_di_misura) ?? '',
      station,
      name: text(row.nomestazione) ?? station,
      at,
    });
  }
  return sensors;
}

/** All valid values, newest first or not, and why others are none. */
export function readingsOf(got: Messages, context: ParseContext): (Reading | Lapse)[] {
  const sensors = sensorsOf(got, context);
  return jsonRowsOf(messageOf(got, 'values')).map((row) => readingOf(row, sensors));
}

function readingOf(row: Fields, sensors: ReadonlyMap<string, Sensor>): Reading | Lapse {
  const id = idText(row.idsensore);
  if (!id) return ['no-id', 'value without idsensore'];
  const sensor = sensors.get(id);
  if (!sensor) return ['outside', `sensor ${id} is not within bounds`];
  const atMs = instant(row.data, 'solar');
  if (atMs === undefined) return ['no-time', `sensor ${id}`];
  const value = number(row.valore);
  const state = text(row.stato) ?? 'VA';
  if (value === undefined || value <= -9999 || !state.startsWith('V'))
    return ['bad-value', `sensor ${id}: ${text(row.valore) ?? 'no number'} (${state.slice(0, 10)})`];
  return { sensor, atMs, value, operator: text(row.idoperatore) ?? '1' };
}
