// SPDX-License-Identifier: EUPL-1.2
/**
 * OGC SensorThings API 1.1 by MQTT (OGC 18-088 §14): each message is one Observation. What it is of stands
 * in the message (`Datastream` with ObservedProperty and Thing, of servers that expand) or in city.json, by
 * the datastream's id, which the topic has: `v1.1/Datastreams(12)/Observations`. All messages that the relay
 * hands over at once, under whatever names, are read; each has its topic in its address.
 */
import { z } from 'zod';
import { type Feed, FeedFault, type Message } from '../feed';
import { jsonOf, nameOf, optionsOf } from '../message';
import { type Lapse, RowTally } from '../row-tally';
import { field, idText, isFields, placeAt } from '../values';
import { measuredFrom } from './http';
import { commonOptions, datastreamSchema, type KnownDatastream, type Mapping } from './mapping';
import { type Measured, mappingOf, observedMs, resultOf, takeRows } from './rows';

const optionsSchema = z.strictObject({
  ...commonOptions,
  /** By id of the Datastream, where messages do not say it themselves. */
  datastreams: z.record(z.string().max(200), datastreamSchema).default({}),
});
type Options = z.infer<typeof optionsSchema>;

export const sensorThingsMqtt: Feed = {
  id: 'sensor-things-mqtt',
  kinds: ['air', 'weather', 'car-park', 'traffic'],
  format: 'json',
  options: optionsSchema,
  parse(got, context) {
    const options = optionsOf(optionsSchema, context);
    const tally = new RowTally(context);
    const measured: Measured[] = [];
    const messages = Object.values(got);
    if (!messages.length) throw new FeedFault('no message');
    for (const message of messages) {
      const one = observationOf(message, options);
      if ('mapping' in one) measured.push(one);
      else tally.drop(...one);
    }
    takeRows(measured, options, tally);
    return { ...tally.parsed(false), completes: true };
  },
};

function observationOf(message: Message, options: Options): Measured | Lapse {
  const observation = jsonOf(message);
  if (!isFields(observation)) throw new FeedFault(`${nameOf(message)}: no Observation`);
  const datastream = observation.Datastream;
  const expanded = mappingOf(field(datastream, 'ObservedProperty'), options.properties);
  if (expanded) return measuredFrom(observation, datastream, expanded);
  const id = idText(field(datastream, '@iot.id')) ?? topicDatastream(message.url);
  if (!id) return ['no-id', `${nameOf(message)}: of which datastream?`];
  const known = Object.hasOwn(options.datastreams, id) ? options.datastreams[id] : undefined;
  const mapping = known && mappingNamed(known.property, options.properties);
  if (!known || !mapping) return ['unknown-kind', `datastream ${id}`];
  return knownMeasured(observation, id, known, mapping);
}

/** 12 of `…/Datastreams(12)/Observations`, also where the id is a quoted text. */
function topicDatastream(address: string): string | undefined {
  return /Datastreams\((?:'([^']{1,200})'|([^()']{1,200}))\)/
    .exec(address.slice(-1000))
    ?.slice(1)
    .find(Boolean);
}

function mappingNamed(name: string, mappings: readonly Mapping[]): Mapping | undefined {
  return mappings.find(({ match }) => match.toLowerCase() === name.toLowerCase());
}

function knownMeasured(
  observation: unknown,
  id: string,
  known: KnownDatastream,
  mapping: Mapping,
): Measured | Lapse {
  const atMs = observedMs(observation);
  if (atMs === undefined) return ['no-time', `datastream ${id}`];
  const value = resultOf(observation);
  if (value === undefined) return ['bad-value', `datastream ${id}: result is no number`];
  const { thing, name = thing, lon, lat, unit, capacity } = known;
  return { mapping, thing: { id: thing, name, at: placeAt(lon, lat), capacity }, unit, atMs, value };
}
