// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { mergeRows } from '../clean';
import { context, DUOMO, jsonMessage, NOW_MS, textMessage } from '../fixtures/messages';
import { bearsMutations } from '../fixtures/mutations';
import { datastream, observation, PROPERTIES, thing } from '../fixtures/sensor-things';
import { sensorThingsMqtt } from './mqtt';

const topic = (id: string) => `mqtt://broker.example/v1.1/Datastreams(${id})/Observations`;
const options = {
  properties: PROPERTIES,
  linkPrefix: 'link-',
  datastreams: {
    12: { property: 'vehicle flow', thing: 'link-5', lon: 9.19186, lat: 45.46416 },
    13: { property: 'Vehicle Speed', thing: 'link-5', lon: 9.19186, lat: 45.46416, unit: 'km/h' },
    20: {
      property: 'occupied places',
      thing: 'diaz',
      name: 'Diaz',
      lon: 9.19186,
      lat: 45.46416,
      capacity: 100,
    },
    99: { property: 'noise', thing: 'x' },
  },
};
const parse = (url: string, value: unknown) =>
  sensorThingsMqtt.parse({ main: jsonMessage(value, url) }, context(options));
const AT = NOW_MS - 300_000;

describe('SensorThings by MQTT', () => {
  it('reads an observation by its topic', () => {
    expect(parse(topic('12'), observation(840))).toEqual({
      rows: [
        {
          kind: 'traffic',
          id: 'link-5',
          atMs: AT,
          at: DUOMO,
          link: 5,
          flowVehH: 840,
          speedKmH: null,
          occupancyShare: null,
        },
      ],
      dropped: [],
      whole: false,
      completes: true,
    });
    expect(parse(topic("'20'"), observation(30)).rows).toMatchObject([
      { kind: 'car-park', id: 'diaz', name: 'Diaz', capacity: 100, free: 70 },
    ]);
  });

  it('reads an observation that brings its datastream', () => {
    const expanded = datastream({ name: 'free places' }, '', thing(3, 'Porta Romana'), 1);
    expect(parse('mqtt://broker.example/x', { ...observation(17), Datastream: expanded }).rows).toMatchObject(
      [{ kind: 'car-park', id: '3', name: 'Porta Romana', free: 17, capacity: null }],
    );
    const byId = { ...observation(33), Datastream: { '@iot.id': 13 } };
    expect(parse('mqtt://broker.example/x', byId).rows).toMatchObject([{ id: 'link-5', speedKmH: 33 }]);
  });

  it('makes one row of several messages at once, and of messages one after the other', () => {
    const got = {
      a: jsonMessage(observation(840), topic('12')),
      b: jsonMessage(observation(33), topic('13')),
    };
    expect(sensorThingsMqtt.parse(got, context(options)).rows).toMatchObject([
      { flowVehH: 840, speedKmH: 33 },
    ]);
    const first = mergeRows(new Map(), parse(topic('12'), observation(840)), NOW_MS);
    const second = parse(topic('13'), observation(33, '2026-03-25T06:56:00Z'));
    const { known } = mergeRows(first.known, second, NOW_MS);
    expect([...known.values()]).toMatchObject([{ atMs: AT + 60_000, flowVehH: 840, speedKmH: 33 }]);
  });

  it('drops what no one knows, and faults what is no observation', () => {
    const fault = (url: string, value: unknown) => parse(url, value).dropped[0]?.fault;
    expect(fault('mqtt://broker.example/x', observation(1))).toBe('no-id');
    expect(fault(topic('77'), observation(1))).toBe('unknown-kind');
    expect(fault(topic('99'), observation(1))).toBe('unknown-kind');
    expect(fault(topic('constructor'), observation(1))).toBe('unknown-kind');
    expect(fault(topic('12'), observation('much'))).toBe('bad-value');
    expect(fault(topic('12'), observation(1, ''))).toBe('no-time');
    expect(() => parse(topic('12'), [1])).toThrow(/no Observation/);
    expect(() => sensorThingsMqtt.parse({ main: textMessage('{') }, context(options))).toThrow(/no JSON/);
    expect(() => sensorThingsMqtt.parse({}, context(options))).toThrow('no message');
  });

  it('bears 10,000 mutated messages', () => {
    const expanded = datastream({ name: 'free places' }, '', thing(3, 'Porta Romana'), 1);
    const got = {
      a: jsonMessage(observation(840), topic('12')),
      b: jsonMessage({ ...observation(17), Datastream: expanded }, 'mqtt://broker.example/x'),
    };
    bearsMutations(sensorThingsMqtt, got, context(options));
  });
});
