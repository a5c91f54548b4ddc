// SPDX-License-Identifier: EUPL-1.2
/** Two views: side by side and divided by a line, told apart, moved together, swapped, in a link, closed. */
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
const START = '#v=1&view=9.1895,45.4642,15,45,0&time=w3-10:00&panel=tools&off=sun';

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/${START}`);
  await page.locator('[data-tool=compare]').waitFor({ timeout: 60_000 });
  await untilDrawn(page);
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

/** Until both views are whole and neither has drawn a frame for half a second. */
async function untilBothStill(): Promise<void> {
  await untilDrawn(page);
  let last = -1;
  await page.waitForFunction(
    () => {
      const { second } = window.__gemello!;
      const tiles = second?.tiles();
      return tiles && tiles.loading === 0 && tiles.visible > 0 && second?.map.areTilesLoaded();
    },
    undefined,
    { timeout: 90_000, polling: 100 },
  );
  await expect
    .poll(
      async () => {
        const now = await frames();
        const still = now === last;
        last = now;
        return still;
      },
      { interval: 500, timeout: 60_000 },
    )
    .toBe(true);
}
const frames = () =>
  page.evaluate(() => window.__gemello!.renderCount + (window.__gemello!.second?.renderCount ?? 0));

/** Pixels of two pictures of one size that differ, as a share. */
function differ(a: PNG, b: PNG): number {
  let pixels = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[i + k]!) > 24)) pixels++;
  return pixels / (a.data.length / 4);
}
/** The same part of each view, that no panel covers. */
async function parts(): Promise<[a: PNG, b: PNG]> {
  const box = (await page.locator('[data-map]').boundingBox())!;
  const half = box.width / 2;
  const shot = async (x: number) => {
    const clip = { x: box.x + x, y: box.y + 200, width: 160, height: 300 };
    return PNG.sync.read(await page.screenshot({ clip }));
  };
  return [await shot(half - 300), await shot(2 * half - 300)];
}

describe('two views', () => {
  it('open from the tools, side by side, and show the same until they are told apart', async () => {
    await page.locator('[data-tool=compare]').press('Enter');
    await panel().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compare-title');
    await page.waitForFunction(() => window.__gemello!.second, undefined, { timeout: 60_000 });
    await untilBothStill();
    const [a, b] = await parts();
    expect(differ(a, b)).toBeLessThan(0.05);
    const before = await frames();
    await page.waitForTimeout(1500);
    expect(await frames()).toBe(before);
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
    }
    // The address has the place where the second was dragged to.
    const [a] = await cameras();
    await expect.poll(() => page.url()).toContain(`view=${Number(a!.split(',')[0]!).toFixed(5).slice(0, 6)}`);
  });

  it('differ in layers, in the moment and in colours', async () => {
    await panel().getByRole('radio', { name: 'Livelli suoi' }).press('Space');
    await page.locator('[data-layer-b=buildings] input').press('Space');
    await untilBothStill();
    const [a, b] = await parts();
    expect(differ(a, b)).toBeGreaterThan(0.1);
    expect(await compare()).toMatchObject({ mode: 'side', layers: { buildings: false } });
    await panel().getByRole('radio', { name: 'Un altro giorno o ora' }).press('Space');
    await panel().locator('input[type=date]').fill('2026-06-21');
    expect(await compare()).toMatchObject({ clock: { date: { year: 2026, month: 6, day: 21 }, weekday: 7 } });
    await page.locator('[data-by-b]').selectOption('year');
    await page.locator('[data-legend-b=building] li').first().waitFor();
    expect(await compare()).toMatchObject({ colourings: { building: { attribute: 'year' } } });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    expect(await violations(page), 'side by side').toEqual([]);
  });

  it('change places', async () => {
    await page.locator('[data-swap]').press('Enter');
    const { layers, first } = await page.evaluate(() => {
      const now = window.__gemello!.store.getState();
      return { layers: now.layers, first: now.colourings.building?.attribute };
    });
    expect([layers.buildings, first]).toEqual([false, 'year']);
    expect((await compare())?.layers?.buildings).not.toBe(false);
    await page.locator('[data-swap]').press('Enter');
    expect(await compare()).toMatchObject({ layers: { buildings: false } });
  });

  it('are divided by a line that the keyboard moves, and stand again by a link', async () => {
    await panel().getByRole('radio', { name: 'Sovrapposte, con una linea' }).press('Space');
    const line = page.getByRole('slider', { name: 'Linea fra le due viste' });
    await line.press('PageUp');
    await line.press('ArrowRight');
    expect(await line.getAttribute('aria-valuenow')).toBe('62');
    expect(await page.locator('.city-map-canvas.city-map-second').evaluate((e) => e.style.clipPath)).toBe(
      'inset(0px 0px 0px 62%)',
    );
    await expect.poll(() => page.url()).toContain('compare=swipe,0.62,layers,clock,filters,colourings');
    const link = page.url();
    const told = await compare();
    await page.goto('about:blank');
    await page.goto(link);
    await page.waitForFunction(() => window.__gemello?.second, undefined, { timeout: 90_000 });
    expect(await compare()).toEqual({ ...told, clock: { ...told!.clock, sinceMs: 0 } });
    expect(await violations(page), 'one over the other').toEqual([]);
  });

  it('come back each after its context is lost', async () => {
    for (const which of ['map', 'second'] as const) {
      await untilBothStill();
      await page.evaluate((lost) => {
        const hook = window.__gemello!;
        const map = lost === 'map' ? hook.map : hook.second!.map;
        (window as unknown as { before: unknown }).before = map;
        map.getCanvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
      }, which);
      await page.waitForFunction(
        (lost) => {
          const hook = window.__gemello!;
          const map = lost === 'map' ? hook.map : hook.second?.map;
          return hook.second && map && map !== (window as unknown as { before: unknown }).before;
        },
        which,
        { timeout: 60_000 },
      );
    }
    await untilBothStill();
    const [a, b] = await cameras();
    expect(a).toBe(b);
  });

  it('end with the panel, and undo brings them back', async () => {
    await page.getByRole('button', { name: 'Cambia' }).press('Enter');
    await page.locator('[data-end]').press('Enter');
    await page.waitForFunction(() => !window.__gemello!.second);
    expect(await page.locator('[data-map] canvas').count()).toBe(1);
    expect(page.url()).not.toContain('compare=');
    await page.locator('[data-step=undo]').click();
    await page.waitForFunction(() => window.__gemello!.second, undefined, { timeout: 60_000 });
    expect((await compare())?.mode).toBe('swipe');
  });

  it('ask nothing of anyone else, and nothing goes wrong', () => {
    expect(misdeeds.elsewhere).toEqual([]);
    expect(misdeeds.errors.filter((text) => !/context|WebGL/i.test(text))).toEqual([]);
  });
});
