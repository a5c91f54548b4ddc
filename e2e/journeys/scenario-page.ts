// SPDX-License-Identifier: EUPL-1.2
/** «E se…?» as the journeys of the scenario open it, and what it has in it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type Misdeeds, openPage } from '../browser';

/** Flat, and without what moves by itself: the map stands, and the time is the panel's. */
export const VIEW = 'view=9.1895,45.4665,14,0,0&quality=plan&off=vehicles';
export const CALCULATE = /^(Calcola|Ricalcola) gli effetti$/;

/** A new page at the address. */
export async function openScenarioPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; misdeeds: Misdeeds }> {
  const opened = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce', ...options });
  const { page } = opened;
  await page.goto(`${inject('baseUrl')}/#${address}`);
  await page.getByRole('button', { name: 'E se…?' }).waitFor();
  // The city of the models is there: what can be computed is known.
  if (address.includes('panel=scenario')) await page.getByRole('button', { name: CALCULATE }).waitFor();
  return opened;
}

/** The measures of the scenario on the screen. */
export const measuresOf = (page: Page) =>
  page.evaluate(() =>
    (window.__gemello!.store.getState().scenario?.present.measures ?? []).map(
      ({ kind, on, place, config }) => ({ kind, on, place: place.kind, config }),
    ),
  );
