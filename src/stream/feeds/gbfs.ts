// SPDX-License-Identifier: EUPL-1.2
/**
 * Stations of shared bicycles: GBFS 2.3 and 3.0 (github.com/MobilityData/gbfs), from the auto-discovery
 * file to station_information, station_status and, for electric bicycles, vehicle_types.
 */
import { z } from 'zod';
import type { LiveRow } from '../../city/live';
import { type DocumentRequest, type Feed, FeedFault, type Message } from './feed';
import { fromSeconds, instant } from './instants';
import { jsonOf, messageOf, nameOf, optionsOf } from './message';
import { type Lapse, RowTally } from './row-tally';
import { count, type Fields, field, flag, idText, isFields, number, placeAt, shown, text } from './values';

const optionsSchema = z.strictObject({
  /** Before the station's id, so that rows have the ids of the city's services, e.g. `bikemi-`. */
  idPrefix: z.string().max(50).default(''),
  /** Which field the city's ids are made of. */
  idFrom: z.enum(['station_id', 'short_name']).default('station_id'),
  /** `007` as 7. */
  stripZeros: z.boolean().default(false),
  /** Of the version 2 file, which has one list of feeds a language. */
  language: z.string().max(20).default('it'),
  /** When a station's numbers were so: as the station says, or as the whole file does. */
  time: z.enum(['last_reported', 'last_updated']).default('last_reported'),
  /** How long places, names and kinds of vehicles are used again. */
  informationMaxAgeS: z.number().int().min(60).max(86_400).default(3600),
});
type Options = z.infer<typeof optionsSchema>;

export const gbfs: Feed = {
  id: 'gbfs',
  kinds: ['bike-station'],
  format: 'json',
  options: optionsSchema,
  documents(url, got, context) {
    const { language, informationMaxAgeS: maxAgeS } = optionsOf(optionsSchema, context);
    if (!got.main) return [{ name: 'main', url, maxAgeS }];
    const addresses = addressesOf(got.main, language);
    const wanted: (DocumentRequest | undefined)[] = [
      required(addresses, 'station_information', got.main, maxAgeS),
      required(addresses, 'station_status', got.main),
      addresses.has('vehicle_types') ? required(addresses, 'vehicle_types', got.main, maxAgeS) : undefined,
    ];
    return wanted.filter((one) => one !== undefined).filter(({ name }) => !Object.hasOwn(got, name));
  },
  parse(got, context) {
    const options = optionsOf(optionsSchema, context);
    const information = messageOf(got, 'station_information');
    const status = messageOf(got, 'station_status');
    const stations = new Map<string, Fields>();
    for (const station of stationsOf(information)) {
      const id = idText(station.station_id);
      if (id) stations.set(id, station);
    }
    const reading: Reading = {
      options,
      updatedMs: timeOf(field(jsonOf(status), 'last_updated')),
      electricTypes: got.vehicle_types ? electricTypes(got.vehicle_types) : undefined,
    };
    const tally = new RowTally(context);
    for (const state of stationsOf(status)) {
      const id = idText(state.station_id);
      const station = id === undefined ? undefined : stations.get(id);
      if (id === undefined) tally.drop('no-id', 'station_status without station_id');
      else if (!station) tally.drop('outside', `${id}: not in station_information`);
      else tally.take(stationRow(id, station, state, reading));
    }
    return tally.parsed(true);
  },
};

interface Reading {
  readonly options: Options;
  readonly updatedMs: number | undefined;
  readonly electricTypes: ReadonlySet<string> | undefined;
}

function stationRow(stationId: string, station: Fields, state: Fields, reading: Reading): LiveRow | Lapse {
  const { options, updatedMs } = reading;
  const idField =
    options.idFrom === 'short_name' ? localized(station.short_name, options.language) : stationId;
  if (!idField) return ['no-id', `${stationId}: no ${options.idFrom}`];
  const id = options.idPrefix + (options.stripZeros ? idField.replace(/^0+(?=\d)/, '') : idField);
  const at = placeAt(station.lon, station.lat);
  if (!at) return ['outside', `${id}: ${shown(station.lon)}, ${shown(station.lat)}`];
  const reported = options.time === 'last_reported' ? timeOf(state.last_reported) : undefined;
  const atMs = reported ?? updatedMs;
  if (atMs === undefined) return ['no-time', id];
  // 3.0 says vehicles, 2.3 bikes.
  const bikes = count(state.num_vehicles_available) ?? count(state.num_bikes_available);
  if (bikes === undefined) return ['bad-value', `${id}: no number of bikes`];
  const installed = flag(state.is_installed) ?? true;
  const electric = electricOf(state, reading.electricTypes);
  return {
    kind: 'bike-station',
    id,
    atMs,
    at,
    name: localized(station.name, options.language) ?? id,
    capacity: count(station.capacity) ?? null,
    bikes,
    electric: electric === undefined ? null : Math.min(electric, bikes),
    // Virtual stations have none to count.
    docks: count(state.num_docks_available) ?? null,
    renting: installed && (flag(state.is_renting) ?? true),
    returning: installed && (flag(state.is_returning) ?? true),
  };
}

/** By the kinds of vehicles; `num_ebikes_available` is of Lyft's feeds. */
function electricOf(state: Fields, electric: ReadonlySet<string> | undefined): number | undefined {
  const available = state.vehicle_types_available;
  if (!electric || !Array.isArray(available)) return count(state.num_ebikes_available);
  let sum = 0;
  for (const one of available as unknown[]) {
    const type = idText(field(one, 'vehicle_type_id'));
    if (type && electric.has(type)) sum += count(field(one, 'count')) ?? 0;
  }
  return sum;
}

/** vehicle_types.json, `propulsion_type`: electric_assist and electric. */
function electricTypes(message: Message): ReadonlySet<string> {
  const types = field(field(jsonOf(message), 'data'), 'vehicle_types');
  const electric = new Set<string>();
  if (Array.isArray(types))
    for (const type of types as unknown[]) {
      const id = idText(field(type, 'vehicle_type_id'));
      if (id && /^electric/.test(text(field(type, 'propulsion_type')) ?? '')) electric.add(id);
    }
  return electric;
}

function stationsOf(message: Message): Fields[] {
  const stations = field(field(jsonOf(message), 'data'), 'stations');
  if (!Array.isArray(stations)) throw new FeedFault(`${nameOf(message)}: no data.stations`);
  return (stations as unknown[]).filter(isFields);
}

/** Addresses by name: `data.feeds` in 3.0, `data.<language>.feeds` in 2.x. */
function addressesOf(message: Message, language: string): ReadonlyMap<string, string> {
  const data = field(jsonOf(message), 'data');
  const byLanguage = isFields(data) ? data : {};
  const feeds = [data, byLanguage[language], byLanguage.en, ...Object.values(byLanguage)]
    .map((one) => field(one, 'feeds'))
    .find(Array.isArray) as unknown[] | undefined;
  if (!feeds) throw new FeedFault(`${nameOf(message)}: no list of feeds (GBFS 2 or 3)`);
  const addresses = new Map<string, string>();
  for (const feed of feeds) {
    const name = text(field(feed, 'name'));
    const url = text(field(feed, 'url'), 2000);
    if (name && url && /^https?:\/\//.test(url)) addresses.set(name, url);
  }
  return addresses;
}

function required(
  addresses: ReadonlyMap<string, string>,
  name: string,
  main: Message,
  maxAgeS?: number,
): DocumentRequest {
  const url = addresses.get(name);
  if (!url) throw new FeedFault(`${nameOf(main)}: no address of ${name}`);
  return maxAgeS === undefined ? { name, url } : { name, url, maxAgeS };
}

/** A text, or as 3.0 writes it a list of `{text, language}`. */
function localized(value: unknown, language: string): string | undefined {
  if (!Array.isArray(value)) return text(value);
  const texts = (value as unknown[]).map((one) => ({
    text: text(field(one, 'text')),
    language: text(field(one, 'language'))?.toLowerCase(),
  }));
  const of = (wanted: string) => texts.find((one) => one.text && one.language?.startsWith(wanted))?.text;
  return of(language) ?? of('en') ?? texts.find((one) => one.text)?.text;
}

/** Seconds since 1970 in 2.x, ISO 8601 in 3.0. */
function timeOf(value: unknown): number | undefined {
  return instant(value) ?? fromSeconds(number(value));
}
