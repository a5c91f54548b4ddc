// SPDX-License-Identifier: EUPL-1.2
/** JavaScript that our page sends before one sees something, brotli. */
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launch } from '../../e2e/browser';

/** What the map is drawn with; all else is the shell around it. */
const ENGINES = /assets\/(city-map|map-session|maplibre|three)/;

/** Runs in the page: the mark is set in the frame, which is seen from here only after it. */
function askedForAfterFirstBuilding(): string[] {
  const [mark] = performance.getEntriesByName('gemello:first-building');
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => mark && startTime > mark.startTime)
    .map(({ name }) => new URL(name).pathname);
}

/**
 * Bytes of all scripts until the first building stands, and of those that come where neither a city
 * nor the map's engines do: the shell.
 */
export async function scriptBytes(address: string): Promise<{ firstView: number; shell: number }> {
  const browser = await launch();
  try {
    const sent = async (prepare: (page: Page) => Promise<void>, seen: (page: Page) => Promise<unknown>) => {
      const page = await browser.newPage();
      const bodies = new Map<string, Promise<Buffer>>();
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (/\.m?js$/.test(pathname) && response.ok()) bodies.set(pathname, response.body());
      });
      await prepare(page);
      await page.goto(address);
      await seen(page);
      // What comes from now on is not waited for.
      page.removeAllListeners('response');
      const later = new Set(await page.evaluate(askedForAfterFirstBuilding));
      let bytes = 0;
      for (const [name, body] of bodies) if (!later.has(name)) bytes += brotliCompressSync(await body).length;
      await page.close();
      return bytes;
    };
    const firstView = await sent(
      async () => {},
      async (page) => {
        await page.waitForFunction(() => (window.__gemello?.tiles().visible ?? 0) > 0);
      },
    );
    const shell = await sent(
      async (page) => {
        await page.route('**/city/manifest.json', (route) => route.fulfill({ status: 404, body: 'no' }));
        await page.route(ENGINES, (route) => route.abort());
      },
      (page) => page.getByRole('heading').nth(1).waitFor(),
    );
    return { firstView, shell };
  } finally {
    await browser.close();
  }
}
