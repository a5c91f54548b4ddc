// SPDX-License-Identifier: EUPL-1.2
/** Milan by day, at dusk and by night, from where one recognises it. */
import type { Browser, Page } from 'playwright-core';
import { openPage, untilDrawn } from '../browser';
import { expectPicture } from './compare';

/** Longitude, latitude, zoom, pitch and bearing of each view, as an address has them. */
const VIEWS = {
  overview: '9.188,45.4685,12.9,62,-15',
  duomo: '9.1907,45.4642,17.1,68,88',
  'porta-nuova': '9.1905,45.4826,15.6,72,-8',
  citylife: '9.1560,45.4775,15.7,72,-30',
  'san-siro': '9.1240,45.4781,16,66,30',
  suburb: '9.1620,45.5050,15.8,62,-30',
} as const;
type Place = keyof typeof VIEWS;
export const PLACES = Object.keys(VIEWS) as Place[];

/** Hours of a day at the end of April: the sun sets at 20:24. */
const MOMENTS = {
  day: 'time=d2026-04-29T15:30&look=light',
  dusk: 'time=d2026-04-29T19:15&look=light',
  night: 'time=d2026-04-29T22:30&look=dark',
} as const;

/** The city alone, without what stands over it; by the object model, since the page's policy lets no style in. */
function showMapAlone(): void {
  if (document.adoptedStyleSheets.length > 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    'body * { visibility: hidden } .maplibregl-map, .maplibregl-map * { visibility: visible }',
  );
  document.adoptedStyleSheets.push(sheet);
}

/** A page for `expectMilan`: the whole view in few pixels, since without a GPU the time goes into drawing them. */
export const openMilan = (browser: Browser, url: string) =>
  openPage(browser, url, {
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: 0.6,
    reducedMotion: 'reduce',
  });

/** Compares the pictures of one place of a city at its three moments. */
export async function expectMilan(page: Page, url: string, city: string, place: Place): Promise<void> {
  for (const [moment, clock] of Object.entries(MOMENTS)) {
    await page.goto(`${url}/#v=1&${clock}&on=sun&off=vehicles&quality=high&view=${VIEWS[place]}`);
    await untilDrawn(page);
    await page.evaluate(showMapAlone);
    expectPicture(await page.locator('.maplibregl-map').screenshot(), `milan/${city}-${place}-${moment}.png`);
  }
}
