// SPDX-License-Identifier: EUPL-1.2
/** The kiosk as people in a hall see it: touring, and with what was published. Its clock stands nearly still, at noon. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, untilDrawn } from '../browser';
import { type Hall, openHall, openKiosk, PUBLISHER, publisherFile, TITLE } from '../journeys/kiosk-hall';
import { expectPicture } from './compare';

let dir: string;
let hall: Hall;
let browser: Browser;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gemello-hall-of-'));
  const feeds = ['--feeds', publisherFile(dir)];
  [hall, browser] = await Promise.all([openHall(inject('cityDir'), feeds), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  rmSync(dir, { recursive: true, force: true });
});

it('the tour, and an outcome', async () => {
  const { page, misdeeds } = await openKiosk(browser, hall.url, {
    speed: 0.001,
    atNoon: true,
    reducedMotion: 'reduce',
  });
  await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, {
    timeout: 60_000,
  });
  await untilDrawn(page);
  expectPicture(await page.screenshot(), 'hall-tour/expected.png');
  await page.getByRole('button', { name: 'Tocca per esplorare' }).click();
  await page.getByRole('button', { name: 'Progetti', exact: true }).click();
  await page.getByRole('button', { name: TITLE }).click();
  const article = page.getByRole('article');
  await article.getByRole('listitem').first().waitFor();
  // What is done, and where the rest is to be read: in letters, and as a code of the same address, and no link.
  expect(await article.locator('[data-measures]').textContent()).toBe(
    'Che cosa si fa: Area C: 7,50 € (residenti 3 €, merci e servizio 4,50 €) dalle 7:30 alle 19:30',
  );
  const said = await article.locator('[data-address] b').textContent();
  expect(said).toMatch(new RegExp(`^${PUBLISHER.site}esito/[0-9a-f-]{36}$`));
  const code = article.getByRole('img', { name: said! });
  const { data, size } = encode(said!, { ecc: 'M', border: 2 });
  expect(await code.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`);
  const dark = (await code.locator('path').getAttribute('d'))!.match(/M\d+ \d+/g);
  expect(dark).toEqual(data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}`] : []))));
  expect(await article.locator('a').count()).toBe(0);
  // All of it is seen without scrolling.
  const room = await page
    .locator('[data-tab="outcomes"]')
    .evaluate(({ scrollHeight, clientHeight }) => clientHeight - scrollHeight);
  expect(room).toBeGreaterThanOrEqual(0);
  await untilDrawn(page);
  expectPicture(await page.screenshot(), 'hall-outcome/expected.png');
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  await page.context().close();
});
