// SPDX-License-Identifier: EUPL-1.2
/** An upstream that stops: what it said turns grey, is said to be old, and is in no total any more. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
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

/** GBFS 3.0 by hand: two stations with 12 and 5 bikes. */
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
              num_vehicles_available: [12, 5][i],
              num_docks_available: [8, 15][i],
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
afterAll(async () => {
  await browser.close();
  server.stop();
  await upstream.close();
  rmSync(folder, { recursive: true, force: true });
});

it('turns grey within its time to live, leaves the total, and comes back as it was', async () => {
  const { page, misdeeds } = await openPage(browser, server.url, { reducedMotion: 'reduce' });
  const view = `${AT.lon},${AT.lat},15,0,0`;
  await page.goto(
    `${server.url}/#v=1&look=light&quality=low&off=buildings,vehicles,labels,transit-stops,trees&on=bike-stations&view=${view}`,
  );
  const badge = page.locator('[data-layer=bike-stations] [data-badge]');
  await expect.poll(() => badge.getAttribute('data-badge'), { timeout: 60_000 }).toBe('live');
  await page.locator('[data-layer=bike-stations]').getByRole('button').click();
  const total = page.locator('[data-total=bike-stations]');
  await expect.poll(() => total.innerText()).toBe('17 biciclette in 2 stazioni');
  const row = page.locator('[data-layer=bike-stations]');
  expect(await row.innerText()).toContain('Nessuno, per prova');
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
  await expect
    .poll(() => badge.getAttribute('data-badge'), { timeout: 60_000, interval: 200 })
    .toMatch(/^(stale|upstream)$/);
  // By its own clock: not before its time, and once it is over.
  expect(Date.now() - stoppedMs).toBeGreaterThan((TIME_TO_LIVE_S - 3) * 1000);
  await expect
    .poll(() => total.innerText())
    .toMatch(/^0 biciclette in 0 stazioni\s*2 non aggiornati, esclusi$/);
  expect(await row.innerText()).toMatch(/fuori dai totali|troppo vecchio per contare/);
  await expect.poll(colourful, { timeout: 10_000 }).toBeLessThan(live / 3);

  upstream = await gbfs();
  await expect.poll(() => badge.getAttribute('data-badge'), { timeout: 90_000 }).toBe('live');
  await expect.poll(() => total.innerText()).toBe('17 biciclette in 2 stazioni');
  await expect.poll(colourful).toBeGreaterThan(live / 2);
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
}, 300_000);

it('is told where the server is gone, and stands as it was when it is back', async () => {
  const { page, misdeeds } = await openPage(browser, server.url, { reducedMotion: 'reduce' });
  await page.goto(
    `${server.url}/#v=1&look=light&quality=low&off=buildings,vehicles,labels,transit-stops,trees&on=bike-stations&view=${AT.lon},${AT.lat},15,0,0`,
  );
  const badge = page.locator('[data-layer=bike-stations] [data-badge]');
  await expect.poll(() => badge.getAttribute('data-badge'), { timeout: 60_000 }).toBe('live');
  await page.locator('[data-layer=bike-stations]').getByRole('button').click();
  const total = page.locator('[data-total=bike-stations]');
  await expect.poll(() => total.innerText()).toBe('17 biciclette in 2 stazioni');

  server.stop('SIGKILL');
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
