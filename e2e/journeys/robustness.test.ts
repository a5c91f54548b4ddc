// SPDX-License-Identifier: EUPL-1.2
/** What must hold on a bad day: a lost context, no WebGL, a tile that does not come, little memory, and rest. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, untilAlive, untilDrawn, untilStill } from '../browser';

const DISTRICT = 'v=1&time=w3-10:00&view=9.1895,45.4665,14.7,60,-20&lang=it';
/** The same place, flat: for what is asked of the screen around the map. */
const PLAN = 'v=1&time=w3-10:00&view=9.1895,45.4665,14.7,0,0&lang=it&quality=plan&off=vehicles';
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
});
/** The page of one test is that of the next, too. */
let stays = false;
afterEach(() => (stays ? undefined : page?.context().close()));
afterAll(() => browser.close());

async function open(address: string, before?: (page: Page) => Promise<void>): Promise<string[]> {
  const opened = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' });
  page = opened.page;
  await before?.(page);
  await page.goto(`${inject('baseUrl')}/#${address}`);
  return opened.misdeeds.errors;
}

const state = () =>
  page.evaluate(() => {
    const { view, layers, selection, tiles, quality } = window.__gemello!.store.getState();
    return { view, layers, selection, tiles, quality };
  });

describe('a city on the screen', () => {
  beforeAll(() => {
    stays = true;
  });
  afterAll(async () => {
    stays = false;
    await page.context().close();
  });

  it('has no attributes left of buildings that are put away, and has them again', async () => {
    await open(`${DISTRICT}&quality=high&on=services&sel=district:1`);
    await untilAlive(page);
    const layers = (buildings: boolean) =>
      page.evaluate((on) => {
        const { layers: now, set } = window.__gemello!.store.getState();
        set({ layers: { ...now, buildings: on } });
      }, buildings);
    const count = () => page.evaluate(() => window.__gemello!.tables());
    const whole = await count();
    expect(whole).toBeGreaterThan(3);
    await layers(false);
    await page.waitForFunction(() => window.__gemello!.tables() === 0);
    await layers(true);
    await untilDrawn(page);
    expect(await count()).toBe(whole);
  });

  it('is drawn no more while nothing changes', async () => {
    await untilAlive(page);
    const count = () => page.evaluate(() => window.__gemello!.renderCount);
    const before = await count();
    await page.waitForTimeout(5000);
    expect((await count()) - before).toBe(0);
    await page.evaluate(() => window.__gemello!.map.setBearing(10));
    await page.waitForTimeout(1000);
    expect(await count()).toBeGreaterThan(before);
  });

  it('comes back with camera, layers and selection as they were, three times, where its graphics context is lost', async () => {
    const before = await state();
    expect(before.selection).toEqual({ kind: 'district', id: 1 });
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => {
        const { map } = window.__gemello!;
        const gl = map.getCanvas().getContext('webgl2')!;
        (window as unknown as { lostMap: unknown }).lostMap = map;
        gl.getExtension('WEBGL_lose_context')!.loseContext();
      });
      await page.waitForFunction(
        () => window.__gemello?.map !== (window as unknown as { lostMap: unknown }).lostMap,
      );
      await untilDrawn(page);
      const after = await state();
      expect([after.view, after.layers, after.selection]).toEqual([
        before.view,
        before.layers,
        before.selection,
      ]);
      expect(await page.evaluate(() => window.__gemello!.tiles().visible)).toBeGreaterThan(3);
    }
  });
});

describe('while a tile is on its way', () => {
  it('layers, look and selection follow at once', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let waiting = 0;
    await open(`${DISTRICT}&quality=low`, async (p) => {
      await p.route(/ground\/\d+\/\d+\/\d+\.mvt/, async (route) => {
        if (waiting++ === 0) await held;
        await route.continue();
      });
    });
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn);
    const drawn = () =>
      page.evaluate(() => {
        const { map } = window.__gemello!;
        const { id } = map.getStyle().layers.find((layer) => layer.id.startsWith('service'))!;
        return {
          settled: map.isStyleLoaded(),
          services: map.getLayoutProperty(id, 'visibility'),
          ground: map.getPaintProperty('background', 'background-color'),
          selected: map.getFeatureState({ source: 'ground', sourceLayer: 'district', id: 1 }).selected,
        };
      });
    const before = await drawn();
    expect(before).toMatchObject({ settled: false, services: 'none' });
    await page.evaluate(() => {
      const { layers, set } = window.__gemello!.store.getState();
      set({ layers: { ...layers, services: true }, look: 'dark', selection: { kind: 'district', id: 1 } });
    });
    const after = await drawn();
    expect(after).toMatchObject({ settled: false, services: 'visible', selected: true });
    expect(after.ground).not.toBe(before.ground);
    release();
    await untilDrawn(page);
  });
});

describe('a newer build', () => {
  it('is announced, with the way to it', async () => {
    await open(PLAN);
    await untilStill(page);
    await page.route('**/city/manifest.json', async (route) => {
      const manifest = await (await route.fetch()).json();
      await route.fulfill({ json: { ...manifest, path: 'tiles/000000000000' } });
    });
    const notice = page.getByText('È disponibile un aggiornamento dei dati della città.').last();
    expect(await notice.isVisible()).toBe(false);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await notice.waitFor();
    await page.unroute('**/city/manifest.json');
    const again = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Ricarica' }).click();
    await again;
    await untilStill(page);
  });
});

describe('an address that is no tile', () => {
  it('is not there, and is no fault of the server', async () => {
    const { path } = (await (await fetch(`${inject('baseUrl')}/city/manifest.json`)).json()) as {
      path: string;
    };
    const status = async (tile: string) =>
      (await fetch(`${inject('baseUrl')}/city/${path}/ground/${tile}.mvt`)).status;
    expect(await status('14/8610/5855')).toBe(200);
    expect(await status('14/16384/0')).toBe(404);
    expect(await status('27/0/0')).toBe(404);
    expect(await status('99/99999999/0')).toBe(404);
  });
});

describe('a tile that does not come', () => {
  it('is asked for again, then named on the screen, and comes when asked to', async () => {
    let refused = 0;
    let broken = '';
    const errors = await open(`${DISTRICT}&quality=low`, async (p) => {
      await p.route(/buildings\/.*\.glb/, (route) => {
        const name = new URL(route.request().url()).pathname;
        broken ||= name;
        if (name !== broken) return route.continue();
        refused++;
        return route.fulfill({ status: 503, body: 'down' });
      });
    });
    await page.waitForFunction(
      () => (window.__gemello?.store.getState().tiles.failed.length ?? -1) > 0,
      undefined,
      {
        timeout: 60_000,
      },
    );
    expect(refused).toBeGreaterThanOrEqual(3);
    const fileName = broken.split('/').at(-1)!;
    expect((await state()).tiles.failed[0]!.name).toContain(fileName.replace('.glb', ''));
    await page.unroute(/buildings\/.*\.glb/);
    const again = page.waitForResponse((response) => response.url().endsWith(broken) && response.ok());
    await page.getByRole('button', { name: /riprova/i }).click();
    await again;
    await page.waitForFunction(
      () => (window.__gemello?.store.getState().tiles.failed.length ?? -1) === 0,
      undefined,
      { timeout: 60_000 },
    );
    await untilDrawn(page);
    expect(errors.filter((error) => !/503|Failed to load/.test(error))).toEqual([]);
  });
});

describe('a part of the screen that does not come', () => {
  it('leaves the rest standing, and is told', async () => {
    await open(PLAN, async (p) => {
      await p.route(/assets\/controls-.*\.js/, (route) => route.abort());
    });
    await untilStill(page);
    await page.getByText('Qualcosa non è arrivato').first().waitFor();
    expect(await page.getByRole('searchbox').or(page.getByRole('combobox')).first().isVisible()).toBe(true);
    expect((await state()).tiles.failed).toEqual([]);
  });

  it('leaves the rest standing where it falls while it is drawn, too', async () => {
    await open(PLAN, async (p) => {
      await p.route(/assets\/clock-panel-.*\.js/, (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: 'export default () => { throw new Error("fallen"); };',
        }),
      );
    });
    await untilStill(page);
    await page.getByText('Qualcosa non è arrivato').first().waitFor();
    expect(await page.locator('[data-layer=buildings]').isVisible()).toBe(true);
    expect(await page.evaluate(() => window.__gemello!.store.getState().fault)).toBe('fallen');
  });
});

describe('too little memory for the view', () => {
  it('keeps near the cap, shows coarser tiles and comes to rest', async () => {
    await open('v=1&view=9.1895,45.4665,14.5,45,0&quality=low');
    await untilDrawn(page);
    const tiles = () => page.evaluate(() => window.__gemello!.tiles());
    const finest = (capBytes: number) =>
      page.evaluate(
        (cap) => window.__gemello!.city!.setQuality({ errorTarget: 1, capBytes: cap, rich: false }),
        capBytes,
      );
    const { bytes: before } = await tiles();
    await finest(1e9);
    await page.waitForFunction((bytes) => window.__gemello!.tiles().bytes > bytes, before);
    await untilDrawn(page);
    const { bytes: needed, visible: finestTiles } = await tiles();
    const capBytes = needed / 2;
    await finest(capBytes);
    await page.waitForFunction((cap) => window.__gemello!.tiles().bytes <= cap * 1.2, capBytes, {
      timeout: 60_000,
    });
    await untilDrawn(page);
    const { bytes, visible, loading } = await tiles();
    expect(loading).toBe(0);
    expect(visible).toBeGreaterThan(0);
    expect(visible).toBeLessThan(finestTiles);
    expect(bytes).toBeLessThanOrEqual(capBytes * 1.2);
    expect((await state()).tiles.failed).toEqual([]);
  });
});

describe('without WebGL', () => {
  it('shows the table of every layer', async () => {
    const plain = await launch({ webgl: false });
    try {
      const opened = await openPage(plain, inject('baseUrl'));
      page = opened.page;
      await page.goto(`${inject('baseUrl')}/#v=1&lang=it`);
      await page.getByRole('heading', { name: /elenc/i }).first().waitFor();
      await page.getByRole('row').nth(3).waitFor();
      expect(await page.getByRole('row').count()).toBeGreaterThan(5);
      expect(opened.misdeeds.elsewhere).toEqual([]);
    } finally {
      await plain.close();
    }
  });
});

describe('the name of a button', () => {
  it('goes when another is pointed at, and does not come back when the focus goes on', async () => {
    await open(PLAN);
    await untilStill(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const names = page.getByRole('tooltip');
    await page.mouse.move(300, 300);
    await button('Avvicina').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => names.allTextContents()).toEqual(['Avvicina']);
    // A hand on the mouse, then on the button.
    await page.mouse.move(310, 300);
    await button('Allontana').hover();
    await expect.poll(() => names.allTextContents()).toEqual(['Allontana']);
    await page.keyboard.press('Tab');
    await page.mouse.move(300, 300);
    await page.keyboard.press('Escape');
    await expect.poll(() => names.allTextContents()).toEqual([]);
  });
});
