// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { describeShared } from '../../tiles/fixtures/shared-data';
import { launch } from '../browser';
import { startServer } from '../city-and-server';
import { realCity } from '../real-city';
import { expectMilan, openMilan, PLACES } from './milan';

describeShared('Milan from its open data by day, at dusk and by night', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  let opened: Awaited<ReturnType<typeof openMilan>>;
  beforeAll(async () => {
    server = await startServer(realCity(inject('startedAtMs')), ['--feeds', 'none']);
    browser = await launch();
    opened = await openMilan(browser, server.url);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each(PLACES)('%s', (place) => expectMilan(opened.page, server.url, 'real', place));

  it('asks nobody else, without an error', () =>
    expect(opened.misdeeds).toEqual({ elsewhere: [], errors: [] }));
});
