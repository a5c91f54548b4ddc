// SPDX-License-Identifier: EUPL-1.2
/** The kiosk as people in a hall see it: touring, and with what was published. Its clock stands nearly still, at noon. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, untilDrawn } from '../browser';
import { type Hall, openHall, openKiosk, TITLE } from '../journeys/kiosk-hall';
import { expectPicture } from './compare';

let hall: Hall;
let browser: Browser;
beforeAll(async () => {
  [hall, browser] = await Promise.all([openHall(inject('cityDir'), ['--feeds', 'none']), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
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
  await page.getByRole('article').getByRole('listitem').first().waitFor();
  await untilDrawn(page);
  expectPicture(await page.screenshot(), 'hall-outcome/expected.png');
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  await page.context().close();
});
