// SPDX-License-Identifier: EUPL-1.2
/**
 * OGC SensorThings API 1.1 by HTTP (OGC 18-088): Datastreams with their latest Observation,
 * ObservedProperty and Thing with its Locations in one request, and the pages after it (`@iot.nextLink`).
 */
import { z } from 'zod';
import { type Feed, FeedFault, type Message } from '../feed';
import { jsonOf, messageOf, nameOf, optionsOf } from '../message';
import { type Lapse, RowTally } from '../row-tally';
import { field, idText, isFields, text } from '../values';
import { commonOptions, type Mapping } from './mapping';
import { type Measured, mappingOf, observedMs, resultOf, takeRows, thingOf } from './rows';

const optionsSchema = z.strictObject({
  ...commonOptions,
  /** `$filter` on Datastreams. */
  filter: z.string().max(1000).optional(),
});

/** Of eight requests that a feed may ask for. */
const MOST_PAGES = 8;
const EXPAND = 'Observations($orderby=phenomenonTime desc;$top=1),ObservedProperty,Thing($expand=Locations)';

export const sensorThings: Feed = {
  id: 'sensor-things',
  kinds: ['air', 'weather', 'car-park', 'traffic'],
  format: 'json',
  options: optionsSchema,
  documents(url, got, context) {
    const { filter } = optionsOf(optionsSchema, context);
    const main = got.main;
    if (!main) return [{ name: 'main', url: firstPage(url, filter) }];
    const pages = pagesOf(got);
    const next = nextLink(pages.at(-1) as Message, main);
    const again = next && pages.some((page) => page.url === next);
    return next && !again && pages.length < MOST_PAGES
      ? [{ name: `page-${pages.length + 1}`, url: next }]
      : [];
  },
  parse(got, context) {
    const options = optionsOf(optionsSchema, context);
    messageOf(got, 'main');
    const pages = pagesOf(got);
    const tally = new RowTally(context);
    const measured: Measured[] = [];
    for (const datastream of pages.flatMap(valuesOf)) {
      const one = measuredOf(datastream, options.properties);
      if (one && 'mapping' in one) measured.push(one);
      else if (one) tally.drop(...one);
    }
    takeRows(measured, options, tally);
    // With pages that were not asked for, there is more than these.
    return tally.parsed((field(jsonOf(pages.at(-1) as Message), '@iot.nextLink') ?? null) === null);
  },
};

/** The service's address, or one with a query of its own, which then counts. */
function firstPage(url: string, filter: string | undefined): string {
  if (url.includes('?')) return url;
  const base = url.replace(/\/+$/, '');
  const datastreams = /\/Datastreams$/.test(base) ? base : `${base}/Datastreams`;
  const query = `$expand=${encodeURIComponent(EXPAND)}&$top=1000`;
  return `${datastreams}?${query}${filter ? `&$filter=${encodeURIComponent(filter)}` : ''}`;
}

function pagesOf(got: Readonly<Record<string, Message>>): Message[] {
  const pages: Message[] = [];
  for (let page = got.main; page; page = got[`page-${pages.length + 1}`]) pages.push(page);
  return pages;
}

/** Only of the server that was asked: an answer must not send the relay elsewhere. @throws FeedFault */
function nextLink(page: Message, main: Message): string | undefined {
  const next = field(jsonOf(page), '@iot.nextLink');
  if (next === undefined || next === null) return undefined;
  const origin = (address: string) => /^https?:\/\/[^/?#\s]+/.exec(address)?.[0];
  if (typeof next !== 'string' || next.length > 4000 || !origin(next) || origin(next) !== origin(main.url))
    throw new FeedFault(`${nameOf(page)}: @iot.nextLink leads to another server`);
  return next;
}

function valuesOf(page: Message): unknown[] {
  const json = jsonOf(page);
  const values = field(json, 'value');
  if (!Array.isArray(values)) throw new FeedFault(`${nameOf(page)}: no SensorThings collection (no "value")`);
  return values as unknown[];
}

function measuredOf(datastream: unknown, mappings: readonly Mapping[]): Measured | Lapse | undefined {
  if (!isFields(datastream)) return ['no-id', 'datastream that is no object'];
  const id = idText(datastream['@iot.id']) ?? '?';
  const mapping = mappingOf(datastream.ObservedProperty, mappings);
  if (!mapping) {
    const property = datastream.ObservedProperty;
    return ['unknown-kind', `${id}: ${text(field(property, 'name')) ?? 'no ObservedProperty'}`];
  }
  const observations = datastream.Observations;
  const observation: unknown = Array.isArray(observations) ? observations[0] : undefined;
  // A datastream that has not measured yet is no fault.
  if (observation === undefined) return undefined;
  return measuredFrom(observation, datastream, mapping);
}

/** One observation of a datastream. */
export function measuredFrom(observation: unknown, datastream: unknown, mapping: Mapping): Measured | Lapse {
  const thing = thingOf(field(datastream, 'Thing'), datastream);
  if (!thing) return ['no-id', 'datastream without Thing'];
  const atMs = observedMs(observation);
  if (atMs === undefined) return ['no-time', thing.id];
  const value = resultOf(observation);
  if (value === undefined) return ['bad-value', `${thing.id}: result is no number`];
  return { mapping, thing, unit: unitOf(datastream), atMs, value };
}

/** `unitOfMeasurement.symbol`, null in both fields for numbers without. */
function unitOf(datastream: unknown): string {
  return text(field(field(datastream, 'unitOfMeasurement'), 'symbol'), 40) ?? '';
}
