// SPDX-License-Identifier: EUPL-1.2
/** From values of SensorThings datastreams to rows: car parks and streets are one row a Thing. */
import type { LonLat } from '../../../city/frames';
import type { LiveRow } from '../../../city/live';
import { interval } from '../instants';
import { type Lapse, newestById, type RowTally } from '../row-tally';
import { concentration, flowVehH, share, speedKmH, weatherValue } from '../units';
import { count, field, idText, isFields, linkOf, number, placeOf, text } from '../values';
import type { Mapping } from './mapping';

/** Latest value of one datastream. */
export interface Measured {
  readonly mapping: Mapping;
  readonly thing: Thing;
  readonly unit: string;
  readonly atMs: number;
  readonly value: number;
}
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly at: LonLat | undefined;
  readonly capacity: number | undefined;
}

export interface ThingOptions {
  readonly idPrefix: string;
  readonly idFrom: 'id' | 'name';
  readonly linkPrefix?: string | undefined;
}

/** Values of one Thing that are further apart are not of one moment. */
const TOGETHER_MS = 15 * 60_000;

/** A Thing with expanded Locations; without ids the datastream's own. */
export function thingOf(thing: unknown, datastream: unknown): Thing | undefined {
  const id = idText(field(thing, '@iot.id')) ?? idText(field(datastream, '@iot.id'));
  if (!id) return undefined;
  const locations = field(thing, 'Locations');
  const location = Array.isArray(locations) ? field(locations[0], 'location') : undefined;
  return {
    id,
    name: text(field(thing, 'name')) ?? text(field(datastream, 'name')) ?? id,
    at: placeOf(location) ?? placeOf(field(datastream, 'observedArea')),
    capacity: count(field(field(thing, 'properties'), 'capacity')),
  };
}

/** `phenomenonTime` of an observation, of an interval its end; else `resultTime`. */
export function observedMs(observation: unknown): number | undefined {
  return (
    interval(field(observation, 'phenomenonTime'))?.toMs ?? interval(field(observation, 'resultTime'))?.toMs
  );
}

/** A number, as such or as a text; results may also be truths, texts and objects, which are none. */
export function resultOf(observation: unknown): number | undefined {
  return number(field(observation, 'result'));
}

/** Mapping by definition or name of an ObservedProperty. */
export function mappingOf(property: unknown, mappings: readonly Mapping[]): Mapping | undefined {
  if (!isFields(property)) return undefined;
  const said = [text(property.definition, 300), text(property.name)].map((one) => one?.toLowerCase());
  return mappings.find(({ match }) => said.includes(match.toLowerCase()));
}

/** Gives the tally a row of each air or weather value, and one of each car park and street. */
export function takeRows(measured: readonly Measured[], options: ThingOptions, tally: RowTally): void {
  const byThing = new Map<string, Measured[]>();
  const single: LiveRow[] = [];
  for (const one of measured) {
    const { mapping, thing } = one;
    if (mapping.as === 'car-park' || mapping.as === 'traffic') {
      const key = `${mapping.as} ${thing.id}`;
      const group = byThing.get(key);
      if (group) group.push(one);
      else byThing.set(key, [one]);
    } else {
      const row = singleRow(one, mapping, options);
      if ('kind' in row) single.push(row);
      else tally.take(row);
    }
  }
  for (const row of newestById(single)) tally.take(row);
  for (const group of byThing.values())
    tally.take(group[0]?.mapping.as === 'car-park' ? carParkRow(group, options) : trafficRow(group, options));
}

const idOf = ({ id, name }: Thing, { idPrefix, idFrom }: ThingOptions) =>
  idPrefix + (idFrom === 'name' ? name.slice(0, 200) : id);

function singleRow(
  { thing, unit, atMs, value }: Measured,
  mapping: Extract<Mapping, { as: 'air' | 'weather' }>,
  options: ThingOptions,
): LiveRow | Lapse {
  const station = idOf(thing, options);
  const { name, at } = thing;
  const what = mapping.as === 'air' ? mapping.pollutant : mapping.quantity;
  const id = `${station}/${what}`;
  if (!at) return ['outside', `${id}: no place`];
  const converted =
    mapping.as === 'air'
      ? concentration(value, unit, mapping.pollutant)
      : weatherValue(value, unit, mapping.quantity);
  if (converted === undefined) return ['bad-value', `${id}: ${value} ${unit}`];
  const row = { id, atMs, at, station, name, value: converted };
  return mapping.as === 'air'
    ? { kind: 'air', ...row, pollutant: mapping.pollutant, averagedH: mapping.averagedH }
    : { kind: 'weather', ...row, quantity: mapping.quantity };
}

/** Newest values by field; those that are much older than the newest of all are left out. */
function together(group: readonly Measured[]): { atMs: number; values: Map<string, Measured> } {
  const newest = new Map<string, Measured>();
  for (const one of group) {
    const name = 'field' in one.mapping ? one.mapping.field : '';
    const known = newest.get(name);
    if (!known || one.atMs > known.atMs) newest.set(name, one);
  }
  const moving = [...newest].filter(([name]) => name !== 'capacity').map(([, { atMs }]) => atMs);
  const atMs = Math.max(...(moving.length ? moving : [...newest.values()].map((one) => one.atMs)));
  for (const [name, one] of newest)
    if (name !== 'capacity' && atMs - one.atMs > TOGETHER_MS) newest.delete(name);
  return { atMs, values: newest };
}

function carParkRow(group: readonly Measured[], options: ThingOptions): LiveRow | Lapse {
  const { thing } = group[0] as Measured;
  const id = idOf(thing, options);
  if (!thing.at) return ['outside', `${id}: no place`];
  const { atMs, values } = together(group);
  const places = (name: string) => count(values.get(name)?.value);
  const capacity = places('capacity') ?? thing.capacity ?? null;
  const occupied = places('occupied');
  const left = occupied !== undefined && capacity !== null ? Math.max(0, capacity - occupied) : null;
  const free = places('free') ?? left;
  if (free === null) return ['bad-value', `${id}: neither free places nor occupied ones of a capacity`];
  return { kind: 'car-park', id, atMs, at: thing.at, name: thing.name, capacity, free, open: null };
}

function trafficRow(group: readonly Measured[], options: ThingOptions): LiveRow | Lapse {
  const { thing } = group[0] as Measured;
  const id = idOf(thing, options);
  const { atMs, values } = together(group);
  const value = (name: string, convert: (value: unknown, unit: string) => number | undefined) => {
    const one = values.get(name);
    return (one && convert(one.value, one.unit)) ?? null;
  };
  const row = {
    flowVehH: value('flow', flowVehH),
    speedKmH: value('speed', speedKmH),
    occupancyShare: value('occupancy', share),
  };
  if (row.flowVehH === null && row.speedKmH === null && row.occupancyShare === null)
    return ['bad-value', `${id}: neither flow nor speed`];
  const link = linkOf(thing.id, options.linkPrefix) ?? linkOf(thing.name, options.linkPrefix);
  return { kind: 'traffic', id, atMs, at: thing.at ?? null, link, ...row };
}
