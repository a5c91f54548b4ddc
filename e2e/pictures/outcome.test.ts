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
  ['outcome-phone', 390],
  ['outcome-desk', 1440],
] as const)('%s', { timeout: 240_000 }, async (name, width) => {
  const title = 'Con Area C a 7,50 € entrano meno auto in Area C e si perde meno tempo nel traffico';
  const { id } = await publishDirectly(inject('baseUrl'), inject('cityDir'), title);
  const { page, misdeeds } = await openPage(browser, inject('baseUrl'), {
    viewport: { width, height: 4000 },
    reducedMotion: 'reduce',
  });
  await page.goto(`${inject('baseUrl')}/esito/${id}`);
  await page.locator('svg[data-districts]').waitFor();
  await page.locator('[data-swipe]').waitFor({ timeout: 120_000 });
  // The whole page at once: it is read from the picture alone.
  const { y, height: ofFoot } = (await page.locator('[data-share]').boundingBox())!;
  const height = Math.ceil(y + ofFoot) + 40;
  await page.setViewportSize({ width, height });
  await untilDrawn(page);
  const seen = await page.screenshot();
  await page.context().close();
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  expectPicture(seen, `${name}/expected.png`);
});
