// SPDX-License-Identifier: EUPL-1.2
/**
 * What was live and is no longer: an upstream that stops, a server or a network that is gone, a browser
 * that slept. It turns grey, is said to be old, is in no total any more, and comes back once.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { openUpstream, type Upstream } from '../../src/server/live/fixtures/upstream';
import { launch, openPage } from '../browser';
import { startServer } from '../city-and-server';

const TIME_TO_LIVE_S = 8;
/** In the middle of the map, which no panel covers. */
const AT = { lon: 9.1895, lat: 45.4642 };

let browser: Browser;
let upstream: Upstream;
let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

/** Of the two stations. */
let bikes: readonly [number, number] = [12, 5];

/** GBFS 3.0 by hand. */
function gbfs(): Promise<Upstream> {
  return openUpstream((request, response) => {
    const now = new Date().toISOString();
    const base = `http://${request.headers.host}`;
    const file = (data: object) => JSON.stringify({ last_updated: now, ttl: 1, version: '3.0', data });
    const stations = ['one', 'two'];
    const body = request.url?.endsWith('/station_information.json')
      ? file({
          stations: stations.map((station_id, i) => ({
            station_id,
            name: [{ text: station_id, language: 'it' }],
            lat: AT.lat + 0.004 * i,
            lon: AT.lon,
            capacity: 20,
          })),
        })
      : request.url?.endsWith('/station_status.json')
        ? file({
            stations: stations.map((station_id, i) => ({
              station_id,
              num_vehicles_available: bikes[i],
              num_docks_available: 20 - bikes[i]!,
              is_installed: true,
              is_renting: true,
              is_returning: true,
              last_reported: now,
            })),
          })
        : file({
            feeds: ['station_information', 'station_status'].map((name) => ({
              name,
              url: `${base}/${name}.json`,
            })),
          });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(body);
  }, upstream?.port);
}

beforeAll(async () => {
  browser = await launch();
  upstream = await gbfs();
  folder = mkdtempSync(join(tmpdir(), 'gemello-stale-'));
  writeFileSync(
    join(folder, 'city.json'),
    JSON.stringify({
      schemaVersion: 1,
      dataDir: join(folder, 'data'),
      feeds: [
        {
          id: 'bikes',
          feed: 'gbfs',
          url: `${new URL(upstream.url).origin}/gbfs.json`,
          periodS: 1,
          timeToLiveS: TIME_TO_LIVE_S,
          title: { it: 'Biciclette di prova', en: 'Bikes for a test' },
          publisher: 'Nessuno',
          licence: 'CC0-1.0',
          attribution: 'Nessuno, per prova',
          page: '',
          allowHttp: true,
          allowPrivate: true,
        },
      ],
    }),
  );
  server = await startServer(inject('cityDir'), ['--feeds', join(folder, 'city.json')]);
});
beforeEach(() => {
  bikes = [12, 5];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await upstream.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The bike stations alone, with their total shown. */
async function openBikes(url: string, before: (page: Page) => Promise<unknown> = async () => {}) {
  const { page, misdeeds } = await openPage(browser, url, { reducedMotion: 'reduce' });
  await before(page);
  await page.goto(
    `${url}/#v=1&look=light&quality=low&off=buildings,vehicles,labels,transit-stops,trees&on=bike-stations&view=${AT.lon},${AT.lat},15,0,0`,
  );
  const row = page.locator('[data-layer=bike-stations]');
  const badge = row.locator('[data-badge]');
  await expect.poll(() => badge.getAttribute('data-badge'), { timeout: 60_000 }).toBe('live');
  await row.getByRole('button').click();
  const total = page.locator('[data-total=bike-stations]');
  await expect.poll(() => total.innerText()).toBe('17 biciclette in 2 stazioni');
  return { page, misdeeds, row, badge, total };
}

it('turns grey within its time to live, leaves the total, and comes back as it was', async () => {
  const { page, misdeeds, row, badge, total } = await openBikes(server.url);
  await expect.poll(() => row.innerText()).toContain('Nessuno, per prova');
  expect(await badge.innerText()).not.toContain('simulato');
  // What has no feed here says so, rather than wait for ever.
  expect(await page.locator('[data-layer=air] [data-badge]').getAttribute('data-badge')).toBe('noFeed');
  const clip = await page.evaluate(
    ([lon, lat]) => {
      const { map } = window.__gemello!;
      const { x, y } = map.project([lon, lat]);
      const { left, top } = map.getContainer().getBoundingClientRect();
      return { x: left + x - 20, y: top + y - 20, width: 40, height: 40 };
    },
    [AT.lon, AT.lat] as const,
  );
  const colourful = async () => {
    const { data } = PNG.sync.read(await page.screenshot({ clip }));
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const channels = [data[i]!, data[i + 1]!, data[i + 2]!];
      if (Math.max(...channels) - Math.min(...channels) > 60) count++;
    }
    return count;
  };
  await expect.poll(colourful).toBeGreaterThan(30);
  const live = await colourful();

  const stoppedMs = Date.now();
  await upstream.close();
  try {
    await expect
      .poll(() => badge.getAttribute('data-badge'), { timeout: 60_000, interval: 200 })
      .toMatch(/^(stale|upstream)$/);
    // By its own clock: not before its time, and once it is over.
    expect(Date.now() - stoppedMs).toBeGreaterThan((TIME_TO_LIVE_S - 3) * 1000);
    await expect
      .poll(() => total.innerText())
      .toMatch(/^0 biciclette in 0 stazioni\s*2 non aggiornati, esclusi$/);
    await expect.poll(() => row.innerText()).toMatch(/fuori dai totali|troppo vecchio per contare/);
    await expect.poll(colourful).toBeLessThan(live / 3);
  } finally {
    // The tests after this one need it whatever was found.
    upstream = await gbfs();
  }
  await expect.poll(() => badge.getAttribute('data-badge'), { timeout: 90_000 }).toBe('live');
  await expect.poll(() => total.innerText()).toBe('17 biciclette in 2 stazioni');
  await expect.poll(colourful).toBeGreaterThan(live / 2);
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
}, 300_000);

it('is told where the server is gone, and stands as it was when it is back', async () => {
  const { misdeeds, badge, total } = await openBikes(server.url);

  await server.stop('SIGKILL');
  await expect
    .poll(() => badge.getAttribute('data-badge'), { timeout: 90_000, interval: 200 })
    .toMatch(/^(offline|stale)$/);
  await expect.poll(() => total.innerText()).toMatch(/^0 biciclette in 0 stazioni/);

  const { port } = new URL(server.url);
  server = await startServer(inject('cityDir'), ['--feeds', join(folder, 'city.json'), '--port', port]);
  await expect.poll(() => badge.getAttribute('data-badge'), { timeout: 90_000 }).toBe('live');
  await expect.poll(() => total.innerText()).toBe('17 biciclette in 2 stazioni');
  // What the browser itself says of a server that is gone is no fault of the page.
  expect(misdeeds.elsewhere).toEqual([]);
  expect(
    misdeeds.errors.filter(
      (error) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|Failed to load/.test(error),
    ),
  ).toEqual([]);
}, 300_000);

/** A line to the server on which everything can be lost, without a word to either side. */
async function openLine(port: number) {
  const ends = new Set<Socket>();
  let whole = true;
  const line = createNetServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('data', (bytes) => whole && other.write(bytes));
      one.on('error', () => other.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const hangUp = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    lose: () => {
      whole = false;
    },
    /** Another network: what was open is not any more. */
    mend: () => {
      whole = true;
      hangUp();
    },
    close: () => {
      hangUp();
      line.close();
    },
  };
}

it('is told where the network is gone, and comes back once, with what changed meanwhile', async () => {
  const line = await openLine(Number(new URL(server.url).port));
  const { misdeeds, badge, total } = await openBikes(line.url);
  line.lose();
  await expect
    .poll(() => badge.getAttribute('data-badge'), { timeout: 60_000, interval: 200 })
    .toMatch(/^(offline|stale)$/);
  await expect.poll(() => total.innerText()).toMatch(/^0 biciclette in 0 stazioni/);

  bikes = [3, 1];
  line.mend();
  await expect.poll(() => total.innerText(), { timeout: 90_000 }).toBe('4 biciclette in 2 stazioni');
  await expect.poll(() => badge.getAttribute('data-badge')).toBe('live');
  bikes = [12, 5];
  await expect.poll(() => total.innerText(), { timeout: 20_000 }).toBe('17 biciclette in 2 stazioni');
  expect(misdeeds.elsewhere).toEqual([]);
  expect(misdeeds.errors.filter((error) => !/ERR_/.test(error))).toEqual([]);
  line.close();
}, 300_000);

/** Runs in the page: its clock can be set on by `laterMs`. */
function clockCanBeSet(): void {
  const now = Date.now;
  const page = window as unknown as { laterMs?: number };
  Date.now = () => now() + (page.laterMs ?? 0);
}

it('shows nothing of an hour ago as live where the browser slept, and wakes with what is now', async () => {
  const { page, misdeeds, badge, total } = await openBikes(server.url, (p) => p.addInitScript(clockCanBeSet));
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  // As under a laptop's lid: nothing runs in the page, and its clock is an hour on afterwards.
  await page.evaluate('window.laterMs = 3_600_000');
  const asleep = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.pause');
  await asleep;
  bikes = [2, 0];
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await session.send('Debugger.resume');
  // Until the relay has spoken, what was known is old; never the 17 of before as live again.
  const seen = new Set<string>();
  await expect
    .poll(
      async () => {
        const told = `${await badge.getAttribute('data-badge')} ${await total.innerText()}`;
        seen.add(told);
        return told;
      },
      { timeout: 120_000, interval: 100 },
    )
    .toBe('live 2 biciclette in 2 stazioni');
  expect((await page.evaluate(() => Date.now())) - Date.now()).toBeGreaterThan(3_590_000);
  expect([...seen].filter((told) => told.startsWith('live 17'))).toEqual([]);
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
}, 300_000);
