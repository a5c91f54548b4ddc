// SPDX-License-Identifier: EUPL-1.2
/** A published outcome as a councillor sees it: on a telephone, scrolled down to the city, and at a desk. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, openPage, untilDrawn } from '../browser';
import { publishDirectly } from '../journeys/publish-directly';
import { expectPicture } from './compare';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it.each([
  // As tall as the page is down to its maps: a telephone shows it one screen after the other.
  ['outcome-phone', 390, 2600],
  ['outcome-desk', 1440, 2100],
] as const)('%s', { timeout: 240_000 }, async (name, width, height) => {
  const title =
    'Con Area C a 7,50 € si perde meno tempo nel traffico, ma forse chi parte da Milano ci rimette';
  const { id } = await publishDirectly(inject('baseUrl'), inject('cityDir'), title);
  const { page, misdeeds } = await openPage(browser, inject('baseUrl'), {
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  await page.goto(`${inject('baseUrl')}/esito/${id}`);
  await page.locator('svg[data-districts]').waitFor();
  await page.locator('[data-swipe]').waitFor({ timeout: 120_000 });
  await untilDrawn(page);
  const seen = await page.screenshot();
  await page.context().close();
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  expectPicture(seen, `${name}/expected.png`);
});
