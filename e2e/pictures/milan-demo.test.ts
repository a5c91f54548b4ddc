// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../browser';
import { expectMilan, openMilan, PLACES } from './milan';

describe('the demo city by day, at dusk and by night', () => {
  const url = inject('baseUrl');
  let browser: Browser;
  let opened: Awaited<ReturnType<typeof openMilan>>;
  beforeAll(async () => {
    browser = await launch();
    opened = await openMilan(browser, url);
  });
  afterAll(() => browser.close());

  it.each(PLACES)('%s', (place) => expectMilan(opened.page, url, 'demo', place));

  it('asks nobody else, without an error', () =>
    expect(opened.misdeeds).toEqual({ elsewhere: [], errors: [] }));
});
