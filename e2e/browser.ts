// SPDX-License-Identifier: EUPL-1.2
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../commands/chromium.mjs';

/** Software WebGL2, and none of Chromium's own traffic. */
export const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Starts the system's Chromium. `webgl: false` for the browser of a machine without it. */
export async function launch(options: { webgl?: boolean; flags?: string[] } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm test installs one');
  const flags =
    options.webgl === false ? ['--disable-3d-apis', ...FLAGS.slice(0, 1), ...FLAGS.slice(4)] : FLAGS;
  return chromium.launch({ executablePath, args: [...flags, ...(options.flags ?? [])], headless: true });
}

/** What a page did that it must not do. Empty lists at the end of every journey. */
export interface Misdeeds {
  /** Requests to anywhere but the server. */
  readonly elsewhere: string[];
  /** Errors on the console, exceptions, violations of the content security policy. */
  readonly errors: string[];
}

/** A new page that remembers its misdeeds. */
export async function openPage(
  browser: Browser,
  baseUrl: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; misdeeds: Misdeeds }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'it-IT',
    ...options,
  });
  const page = await context.newPage();
  const misdeeds: Misdeeds = { elsewhere: [], errors: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl) && !/^(data|blob):/.test(request.url()))
      misdeeds.elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => misdeeds.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') misdeeds.errors.push(message.text());
  });
  return { page, misdeeds };
}

/** Until everything that this view shows is there and no frame has been drawn for half a second. */
export async function untilDrawn(page: Page): Promise<void> {
  await untilStill(page, true);
}

/** Until the map is there and no frame has been drawn for half a second; `buildings`: with those that it shows. */
export async function untilStill(page: Page, buildings = false): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { drawn?: unknown }).drawn = undefined;
  });
  await page.waitForFunction(
    (withBuildings) => {
      const hook = window.__gemello;
      const tiles = hook?.tiles();
      if (withBuildings && (!tiles || tiles.loading > 0 || tiles.visible === 0)) return false;
      if (!hook?.map.areTilesLoaded() || hook.impactChanges > 0) return false;
      const seen = window as unknown as { drawn?: { count: number; since: number } };
      if (seen.drawn?.count !== hook.renderCount)
        seen.drawn = { count: hook.renderCount, since: performance.now() };
      return performance.now() - seen.drawn.since > 500;
    },
    buildings,
    { timeout: 90_000, polling: 100 },
  );
}

/**
 * Until what lives in the city stands as the clock has it, and nothing is drawn any more: for a page
 * whose clock stands still or whose motion is reduced.
 */
export async function untilAlive(page: Page): Promise<void> {
  await untilDrawn(page);
  await page.waitForFunction(
    () => {
      const hook = window.__gemello!;
      const { cityDrawn, liveDrawn, layers } = hook.store.getState();
      const waits = document.querySelector('[data-layer][data-on] [data-badge=connecting]');
      const vehicles = layers.vehicles === false || liveDrawn.vehicles !== 'none';
      return cityDrawn && vehicles && hook.livingComing === 0 && !waits;
    },
    undefined,
    { timeout: 60_000, polling: 100 },
  );
  await untilDrawn(page);
}
