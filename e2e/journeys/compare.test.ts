// SPDX-License-Identifier: EUPL-1.2
/** Two views: in a link, divided by a line and side by side, told apart, moved together, swapped, lost, closed and back. */
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
const START = 'v=1&view=9.1895,45.4642,15,45,0&time=w3-10:00&off=sun,labels,vehicles';
const SECOND = 'compare=swipe,0.4,layers&b-off=sun,labels,vehicles,buildings';

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#${START}&${SECOND}`);
  await page.locator('[data-opens=compare]').waitFor({ timeout: 60_000 });
  await untilBothStill();
}, 180_000);
afterAll(() => browser.close());

const compare = () => page.evaluate(() => window.__gemello!.store.getState().compare);
const panel = () => page.getByRole('region', { name: 'Confronta due viste' });
/** Where each view looks from. */
const cameras = () =>
  page.evaluate(() =>
    [window.__gemello!.map, window.__gemello!.second!.map].map((map) => {
      const { lng, lat } = map.getCenter();
      return [lng, lat, map.getZoom(), map.getPitch(), map.getBearing()].map((n) => n.toFixed(6)).join();
    }),
  );

/** Until both views have all that they show and neither has drawn a frame for half a second. */
async function untilBothStill(): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { both?: unknown }).both = undefined;
  });
  await page.waitForFunction(
    () => {
      const first = window.__gemello;
      const second = first?.second;
      if (!first || !second) return false;
      for (const { tiles, map } of [first, second])
        if (tiles()?.loading !== 0 || !map.areTilesLoaded()) return false;
      const count = first.renderCount + second.renderCount;
      const seen = window as unknown as { both?: { count: number; since: number } };
      if (seen.both?.count !== count) seen.both = { count, since: performance.now() };
      return performance.now() - seen.both.since > 500;
    },
    undefined,
    { timeout: 60_000, polling: 100 },
  );
}

/** Pixels of two pictures of one size that differ, as a share. */
function differ(a: PNG, b: PNG): number {
  let pixels = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[i + k]!) > 24)) pixels++;
  return pixels / (a.data.length / 4);
}
/** A part of the map that no panel covers, so far from its left edge. */
async function part(x: number): Promise<PNG> {
  const box = (await page.locator('[data-map]').boundingBox())!;
  const clip = { x: box.x + x, y: box.y + 200, width: 160, height: 300 };
  return PNG.sync.read(await page.screenshot({ clip }));
}
/** The same ground in each of two views that stand side by side. */
async function parts(): Promise<[a: PNG, b: PNG]> {
  const half = (await page.locator('[data-map]').boundingBox())!.width / 2;
  return [await part(half - 300), await part(2 * half - 300)];
}

describe('two views', () => {
  it('stand by a link, divided by a line that the keyboard moves', async () => {
    expect(await compare()).toMatchObject({ mode: 'swipe', split: 0.4, layers: { buildings: false } });
    const second = await part(640);
    const line = page.getByRole('slider', { name: 'Linea fra le due viste' });
    await line.press('End');
    await untilBothStill();
    expect(differ(await part(640), second)).toBeGreaterThan(0.1);
    await line.press('PageDown');
    await line.press('ArrowRight');
    expect(await line.getAttribute('aria-valuenow')).toBe('90');
    expect(await page.locator('.city-map-canvas.city-map-second').evaluate((e) => e.style.clipPath)).toBe(
      'inset(0px 0px 0px 90%)',
    );
    await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('compare=swipe,0.9,layers');
  });

  it('stand side by side, and show the same where they are not told apart', async () => {
    await page.locator('[data-opens=compare]').press('Enter');
    await panel().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compare-title');
    await panel().getByRole('radio', { name: 'Affiancate' }).press('Space');
    await untilBothStill();
    const [whole, bare] = await parts();
    expect(differ(whole, bare)).toBeGreaterThan(0.1);
    await page.locator('[data-layer-b=buildings] input').press('Space');
    await untilBothStill();
    const [a, b] = await parts();
    expect(differ(a, b)).toBeLessThan(0.05);
  });

  it('move together, whichever is dragged', async () => {
    for (const share of [0.45, 0.8]) {
      const before = await cameras();
      const box = (await page.locator('[data-map]').boundingBox())!;
      const [x, y] = [box.x + share * box.width, box.y + 0.4 * box.height];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y - 40, { steps: 4 });
      await page.mouse.up();
      await untilBothStill();
      const [a, b] = await cameras();
      expect(a).toBe(b);
      expect(a).not.toBe(before[0]);
      // A slow frame on the way made a click of it once.
      expect(await page.evaluate(() => window.__gemello!.store.getState().selection)).toBeNull();
    }
    // The address has the place where the second was dragged to.
    const [a] = await cameras();
    await expect
      .poll(() => page.url(), { timeout: 20_000 })
      .toContain(`view=${Number(a!.split(',')[0]!).toFixed(5).slice(0, 6)}`);
  });

  it('are of two dates, each in its light, and of other colours, and change places', async () => {
    await panel().getByRole('radio', { name: 'Un altro giorno o ora' }).press('Space');
    await panel().locator('input[type=date]').fill('2026-06-21');
    expect(await compare()).toMatchObject({ clock: { date: { year: 2026, month: 6, day: 21 }, weekday: 7 } });
    await page.locator('[data-sun-on]').press('Enter');
    // What draws the sun is on its way.
    await expect
      .poll(async () => differ(...(await parts())), { timeout: 30_000, interval: 300 })
      .toBeGreaterThan(0.03);
    // What follows is drawn faster without.
    await page.evaluate(() => {
      const { layers, compare, set } = window.__gemello!.store.getState();
      const without = { ...layers, sun: false };
      set({ layers: without, compare: { ...compare!, layers: without } });
    });
    await page.locator('[data-by-b]').selectOption('year');
    await page.locator('[data-legend-b=building] li').first().waitFor();
    await panel().getByRole('radio', { name: 'Sovrapposte, con una linea' }).press('Space');
    await expect
      .poll(() => page.url(), { timeout: 20_000 })
      .toContain('compare=swipe,0.9,layers,clock,filters,colourings');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-swap]').press('Enter');
    const colourings = await page.evaluate(() => {
      const first = window.__gemello!.store.getState();
      return [first.colourings, first.compare?.colourings];
    });
    expect(colourings).toMatchObject([{ building: { attribute: 'year' } }, {}]);
  });

  it('end with the panel, and undo brings them back', async () => {
    await page.locator('[data-end]').press('Enter');
    await page.waitForFunction(() => !window.__gemello!.second);
    expect(await page.locator('[data-map] canvas').count()).toBe(1);
    expect(page.url()).not.toContain('compare=');
    await page.locator('[data-step=undo]').click();
    await page.waitForFunction(() => window.__gemello!.second, undefined, { timeout: 60_000 });
    expect((await compare())?.mode).toBe('swipe');
  });

  it('come back after the second has lost its context, and ask nothing of anyone else', async () => {
    await untilBothStill();
    await page.evaluate(() => {
      const { map } = window.__gemello!.second!;
      (window as unknown as { before: unknown }).before = map;
      map.getCanvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    });
    await page.waitForFunction(() => {
      const map = window.__gemello!.second?.map;
      return map && map !== (window as unknown as { before: unknown }).before;
    });
    await untilBothStill();
    const [a, b] = await cameras();
    expect(a).toBe(b);
    expect(misdeeds.elsewhere).toEqual([]);
    expect(misdeeds.errors.filter((text) => !/context|WebGL/i.test(text))).toEqual([]);
  });
});
