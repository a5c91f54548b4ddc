// SPDX-License-Identifier: EUPL-1.2
/**
 * NGSI-LD (ETSI GS CIM 009) with the FIWARE Smart Data Models (smartdatamodels.org) TrafficFlowObserved,
 * AirQualityObserved, WeatherObserved, ParkingSpot and OffStreetParking: a list of entities, one entity, or
 * a notification; page by page from a broker's `/ngsi-ld/v1/entities` or where the address has a `limit`; normalised, concise or simplified (key-values), with short names or whole addresses.
 */
import { z } from 'zod';
import type { LonLat } from '../../city/frames';
import { type LiveRow, POLLUTANTS, type Pollutant, type WeatherQuantity } from '../../city/live';
import type { Feed } from './feed';
import { instant, interval } from './instants';
import { optionsOf } from './message';
import { entitiesOf, pageRequests } from './ngsi-ld-pages';
import { type Lapse, RowTally } from './row-tally';
import { concentration, flowVehH, share, speedKmH, weatherValue } from './units';
import { count, type Fields, field, idText, isFields, linkOf, number, placeOf, shown, text } from './values';

const optionsSchema = z.strictObject({
  /** Entities whose ids end in this and a number are of that row of `road-links`, e.g. `link-`. */
  linkPrefix: z.string().max(50).optional(),
  /** `urn:ngsi-ld:<type>:` is taken off ids. */
  stripUrn: z.boolean().default(false),
  /** Before the ids of rows. */
  idPrefix: z.string().max(50).default(''),
  /** Hours that air values are the mean of, where the entity says no period. */
  averagedH: z.number().positive().max(8784).default(1),
  /** Seconds that `intensity` counts vehicles of, where the entity says no period. */
  intensityPeriodS: z.number().positive().max(86_400).optional(),
});
type Options = z.infer<typeof optionsSchema>;

export const ngsiLd: Feed = {
  id: 'ngsi-ld',
  kinds: ['traffic', 'air', 'weather', 'car-park'],
  format: 'json',
  options: optionsSchema,
  documents: (url, got) => pageRequests(url, got),
  parse(got, context) {
    const options = optionsOf(optionsSchema, context);
    const { list, whole } = entitiesOf(got);
    const tally = new RowTally(context);
    for (const one of list) for (const row of rowsOf(one, options)) tally.take(row);
    return tally.parsed(whole);
  },
};

/** An entity with its attributes by short name, each with its value. */
interface Entity {
  readonly id: string;
  readonly row: string;
  readonly at: LonLat | undefined;
  readonly name: string;
  readonly span: { readonly fromMs: number; readonly toMs: number };
  readonly attributes: ReadonlyMap<string, Attribute>;
}
interface Attribute {
  readonly value: unknown;
  readonly unit: string;
  readonly observedMs: number | undefined;
}
type Reader = (entity: Entity, options: Options) => (LiveRow | Lapse)[];

function rowsOf(one: unknown, options: Options): (LiveRow | Lapse)[] {
  const id = idText(field(one, 'id') ?? field(one, '@id'));
  if (!isFields(one) || !id) return [['no-id', shown(one)]];
  const types = [field(one, 'type') ?? field(one, '@type')].flat().map((type) => shortName(text(type) ?? ''));
  const reader = types.map((type) => READERS.get(type)).find((found) => found !== undefined);
  if (!reader) return [['unknown-kind', `${id}: ${types.join(', ').slice(0, 80)}`]];
  const attributes = attributesOf(one);
  const span = spanOf(attributes);
  if (!span) return [['no-time', id]];
  const row = options.idPrefix + (options.stripUrn ? id.replace(/^urn:ngsi-ld:[^:]+:/, '') : id);
  const name = text(attributes.get('name')?.value) ?? row;
  return reader({ id, row, at: placeOf(attributes.get('location')?.value), name, span, attributes }, options);
}

/** Last part of a whole address: `https://smartdatamodels.org/dataModel.Parking/status` is `status`. */
const shortName = (name: string) => (/^https?:/.test(name) ? (/[^/#]+$/.exec(name)?.[0] ?? name) : name);

function attributesOf(entity: Fields): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [name, said] of Object.entries(entity)) {
    // Several of one name differ in their data sets; the first stands for them.
    const first: unknown = Array.isArray(said) && isFields(said[0]) ? said[0] : said;
    const wrapped = isFields(first) && Object.hasOwn(first, 'value') ? first : undefined;
    const inner = wrapped ? wrapped.value : first;
    attributes.set(shortName(name), {
      // {"@type": "DateTime", "@value": …}
      value: field(inner, '@value') ?? inner,
      unit: text(wrapped?.unitCode, 40) ?? '',
      observedMs: instant(wrapped?.observedAt),
    });
  }
  return attributes;
}

/** Observed from and to: the entity's own period or moment, else the newest of its attributes. */
function spanOf(attributes: ReadonlyMap<string, Attribute>): Entity['span'] | undefined {
  const time = (name: string) => instant(attributes.get(name)?.value);
  const [fromMs, toMs] = [time('dateObservedFrom'), time('dateObservedTo')];
  if (fromMs !== undefined && toMs !== undefined && fromMs <= toMs) return { fromMs, toMs };
  const said = interval(attributes.get('dateObserved')?.value);
  if (said) return said;
  let newest: number | undefined;
  for (const { observedMs } of attributes.values())
    if (observedMs !== undefined && observedMs > (newest ?? 0)) newest = observedMs;
  const moment = newest ?? time('observationDateTime') ?? time('dateModified') ?? time('modifiedAt');
  return moment === undefined ? undefined : { fromMs: moment, toMs: moment };
}

/** Attributes by any of their spellings: editions of the models differ in capitals. */
function attributeOf({ attributes }: Entity, ...names: string[]): Attribute | undefined {
  for (const name of names) {
    const attribute = attributes.get(name);
    if (attribute) return attribute;
  }
  return undefined;
}

const traffic: Reader = (entity, { linkPrefix, intensityPeriodS }) => {
  const { id, row, at, span } = entity;
  const periodS = (span.toMs - span.fromMs) / 1000 || intensityPeriodS;
  // "Total number of vehicles detected during this observation period."
  const vehicles = number(attributeOf(entity, 'intensity')?.value);
  const flow = vehicles === undefined || !periodS ? undefined : flowVehH((vehicles * 3600) / periodS);
  const speed = attributeOf(entity, 'averageVehicleSpeed');
  const values = {
    flowVehH: flow ?? null,
    // UN/CEFACT MTS is m/s; the model says km/h where there is no code.
    speedKmH: (speed && speedKmH(speed.value, speed.unit === 'KMH' ? '' : speed.unit)) ?? null,
    occupancyShare: share(attributeOf(entity, 'occupancy')?.value) ?? null,
  };
  if (values.flowVehH === null && values.speedKmH === null && values.occupancyShare === null)
    return [['bad-value', `${id}: neither flow of a period nor speed`]];
  const reference = attributeOf(entity, 'refRoadSegment')?.value;
  const segment = idText(field(reference, 'object') ?? reference);
  const link = linkIn(id, linkPrefix) ?? linkIn(segment ?? '', linkPrefix);
  return [{ kind: 'traffic', id: row, atMs: span.toMs, at: at ?? null, link, ...values }];
};

/** The last part of `urn:ngsi-ld:RoadSegment:link-12`. */
const linkIn = (id: string, prefix: string | undefined) => linkOf(id.slice(id.lastIndexOf(':') + 1), prefix);

const SPELLINGS: Readonly<Record<Pollutant, readonly string[]>> = {
  NO2: ['NO2', 'no2'],
  PM10: ['PM10', 'pm10'],
  'PM2.5': ['PM2.5', 'PM25', 'pm25', 'pm2_5'],
  O3: ['O3', 'o3'],
  SO2: ['SO2', 'so2'],
  CO: ['CO', 'co'],
  C6H6: ['C6H6', 'c6h6'],
};

const air: Reader = (entity, options) => {
  const { row: station, at, name, span } = entity;
  if (!at) return [['outside', `${station}: no place`]];
  const averagedH = (span.toMs - span.fromMs) / 3_600_000 || options.averagedH;
  const rows: (LiveRow | Lapse)[] = [];
  for (const pollutant of POLLUTANTS) {
    const said = attributeOf(entity, ...SPELLINGS[pollutant]);
    if (!said || said.value === null) continue;
    const id = `${station}/${pollutant}`;
    const value = concentration(said.value, said.unit, pollutant);
    if (value === undefined) rows.push(['bad-value', `${id}: ${shown(said.value)} ${said.unit}`]);
    else rows.push({ kind: 'air', id, atMs: span.toMs, at, station, name, pollutant, value, averagedH });
  }
  // The model has weather beside air.
  return [...rows, ...weather(entity, options)];
};

const WEATHER: readonly (readonly [WeatherQuantity, readonly string[]])[] = [
  ['temperatureC', ['temperature']],
  ['humidityShare', ['relativeHumidity']],
  ['rainMm', ['precipitation']],
  ['windMS', ['windSpeed']],
  ['windFromDeg', ['windDirection']],
];

const weather: Reader = (entity) => {
  const { row: station, at, name, span } = entity;
  if (!at) return [['outside', `${station}: no place`]];
  const rows: (LiveRow | Lapse)[] = [];
  for (const [quantity, names] of WEATHER) {
    const said = attributeOf(entity, ...names);
    if (!said || said.value === null) continue;
    const id = `${station}/${quantity}`;
    const value = weatherValue(said.value, said.unit, quantity);
    if (value === undefined) rows.push(['bad-value', `${id}: ${shown(said.value)} ${said.unit}`]);
    else rows.push({ kind: 'weather', id, atMs: span.toMs, at, station, name, quantity, value });
  }
  return rows;
};

const SPOT: ReadonlyMap<string | undefined, number> = new Map([
  ['free', 1],
  ['occupied', 0],
  ['closed', 0],
]);

/** One place: a car park of one. */
const parkingSpot: Reader = ({ id, row, at, name, span, attributes }) => {
  if (!at) return [['outside', `${id}: no place`]];
  const status = text(attributes.get('status')?.value)?.toLowerCase();
  const free = SPOT.get(status);
  if (free === undefined) return [['bad-value', `${id}: status ${shown(status)}`]];
  return [
    { kind: 'car-park', id: row, atMs: span.toMs, at, name, capacity: 1, free, open: status !== 'closed' },
  ];
};

const offStreetParking: Reader = (entity) => {
  const { id, row, at, name, span } = entity;
  if (!at) return [['outside', `${id}: no place`]];
  const places = (attribute: string) => count(attributeOf(entity, attribute)?.value);
  const capacity = places('totalSpotNumber') ?? null;
  const occupied = places('occupiedSpotNumber');
  const left = occupied !== undefined && capacity !== null ? Math.max(0, capacity - occupied) : null;
  const free = places('availableSpotNumber') ?? left;
  const status = [attributeOf(entity, 'status')?.value].flat().map((one) => text(one)?.toLowerCase());
  const open = status.includes('closed') ? false : status.includes('open') ? true : null;
  if (free === null && open === null) return [['bad-value', `${id}: neither free places nor status`]];
  return [{ kind: 'car-park', id: row, atMs: span.toMs, at, name, capacity, free, open }];
};

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['TrafficFlowObserved', traffic],
  ['AirQualityObserved', air],
  ['WeatherObserved', weather],
  ['ParkingSpot', parkingSpot],
  ['OffStreetParking', offStreetParking],
]);
