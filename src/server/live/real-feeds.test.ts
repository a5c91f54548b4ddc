// SPDX-License-Identifier: EUPL-1.2
/** The parsers of the shelf on the real server: messages that are cut off, bombs, and pages without end. */
import { afterEach, expect, it } from 'vitest';
import type { LiveRow, RelayMessage, SnapshotAnswer } from '../../city/live';
import { flow, measured, site } from '../../stream/feeds/fixtures/datex2';
import { feedMessage } from '../../stream/feeds/fixtures/gtfs-rt';
import { FEEDS } from '../../stream/feeds/index';
import { checkCityConfig, type FeedEntry } from './config';
import { entry, getJson, HERE, type Listener, listen, openServer } from './fixtures/relay-server';
import { answers, json, openUpstream, type Upstream } from './fixtures/upstream';

const SHELF = new URL('../../stream/feeds/index.ts', import.meta.url).href;

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
const keep = <T extends { close(): unknown }>(one: T): T => {
  opened.push(one);
  return one;
};
const said = (upstreamState: string) => (message: RelayMessage) =>
  message.kind === 'upstream' && message.upstream.state === upstreamState;

/** The real server with one real feed, asked each 50 ms. */
async function serverOf(
  upstream: Upstream,
  own: Partial<FeedEntry>,
): Promise<{ live: string; listener: Listener }> {
  const checked = checkCityConfig(
    { schemaVersion: 1, feeds: [entry(upstream.url, own)] },
    'test',
    FEEDS,
    {},
  ).feeds;
  const feeds = checked.map((feed) => ({ ...feed, topic: { ...feed.topic, periodS: 0.05 } }));
  const server = keep(await openServer([], { feeds, shelf: SHELF }));
  const live = `${server.url}/api/live`;
  return { live, listener: keep(await listen(live)) };
}
const rowsNow = async (live: string): Promise<readonly LiveRow[]> => {
  const { messages } = await getJson<SnapshotAnswer>(`${live}/snapshot`);
  return messages.flatMap((message) => (message.kind === 'snapshot' ? message.rows : []));
};

const PROTOBUF = { 'content-type': 'application/x-protobuf' };
const XML = { 'content-type': 'application/xml' };
const seconds = () => Math.floor(Date.now() / 1000);
const vehicles = () =>
  Buffer.from(
    feedMessage(
      [
        {
          id: 'e1',
          vehicle: {
            trip: { tripId: 'T1-run-7', routeId: 'T1' },
            vehicle: { id: '4711' },
            position: { longitude: HERE[0], latitude: HERE[1] },
            timestamp: seconds() - 1,
          },
        },
      ],
      { timestamp: seconds() },
    ),
  );
const street = () => measured(site('link-7', flow(1, '840'), new Date(Date.now() - 1000).toISOString()));
const BOMB = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>`;

it.each<
  [
    string,
    Partial<FeedEntry>,
    () => Parameters<typeof openUpstream>[0],
    Parameters<typeof openUpstream>[0],
    RegExp,
  ]
>([
  [
    'a protobuf that is cut off',
    { feed: 'gtfs-rt' },
    () => answers(vehicles(), PROTOBUF),
    answers(vehicles().subarray(0, -9), PROTOBUF),
    /no GTFS-Realtime message/,
  ],
  [
    'an XML bomb',
    { feed: 'datex2', options: { linkPrefix: 'link-' } },
    () => answers(street(), XML),
    answers(BOMB, XML),
    /DOCTYPE, ENTITY or other declarations are refused/,
  ],
  [
    'XML that is cut off',
    { feed: 'datex2', options: { linkPrefix: 'link-' } },
    () => answers(street(), XML),
    answers(street().slice(0, -40), XML),
    /XML that is cut off/,
  ],
])('%s: what was known stays, the fault is told, and it comes back', async (_name, own, good, bad, fault) => {
  const upstream = keep(await openUpstream(good()));
  const { live, listener } = await serverOf(upstream, own);
  await listener.next(said('ok'));
  const [before] = await rowsNow(live);
  expect(before?.id).toBe(own.feed === 'gtfs-rt' ? 'vehicle/4711' : 'link-7');
  upstream.does(bad);
  const { message } = await listener.next(said('failing'));
  expect(message).toMatchObject({ upstream: { fault: expect.stringMatching(fault) } });
  expect((await rowsNow(live))[0]).toEqual(before);
  upstream.does(good());
  await listener.next(said('ok'));
});

it('as many pages as a SensorThings service may have are read, and those beyond are known to be missing', async () => {
  const pages = 9;
  const upstream = keep(
    await openUpstream((request, response) => {
      const page = Number(/\$skip=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
      const next = page + 1 < pages ? { '@iot.nextLink': `${upstream.url}?$skip=${page + 1}` } : {};
      json({
        ...next,
        value: [
          {
            '@iot.id': page,
            ObservedProperty: { name: 'NO2' },
            unitOfMeasurement: { symbol: 'µg/m³' },
            Thing: {
              '@iot.id': `t${page}`,
              Locations: [{ location: { type: 'Point', coordinates: [...HERE] } }],
            },
            Observations: [{ result: 40, phenomenonTime: new Date(Date.now() - 1000).toISOString() }],
          },
        ],
      })(request, response);
    }),
  );
  const { live, listener } = await serverOf(upstream, {
    feed: 'sensor-things',
    options: { properties: [{ match: 'NO2', as: 'air', pollutant: 'NO2' }] },
  });
  await listener.next(said('ok'));
  expect((await rowsNow(live)).map(({ id }) => id)).toEqual(
    Array.from({ length: 8 }, (_, page) => `t${page}/NO2`),
  );
});
