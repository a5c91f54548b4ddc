// SPDX-License-Identifier: EUPL-1.2
/** What happens to a kiosk in a year: the graphics fail, the network, the power; and people try to get out of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { findChromium } from '../../commands/chromium.mjs';
import { violations } from '../axe';
import { FLAGS, launch, type Misdeeds, openPage } from '../browser';
import { type Hall, openHall, openKiosk, TITLE } from './kiosk-hall';

const NONE: Misdeeds = { elsewhere: [], errors: [] };
const SMALL = { viewport: { width: 540, height: 960 } };
const FAST = 20;

let hall: Hall;
let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  hall = await openHall(inject('cityDir'));
  browser = await launch();
});
afterEach(async () => {
  await page?.context().close();
  await hall.start();
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

const open = async (options: Parameters<typeof openKiosk>[2] = {}) => {
  ({ page, misdeeds } = await openKiosk(browser, hall.url, { ...SMALL, ...options }));
  await cityDrawn();
};
const cityDrawn = (on = page) =>
  on.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, { timeout: 60_000 });
const start = () => page.getByRole('button', { name: 'Tocca per esplorare' });
const offlineNote = (on = page) => on.getByText('Senza rete: si vedono gli ultimi dati ricevuti');
const startsOffline = (on = page) => on.locator('[data-starts-offline=true]').waitFor({ timeout: 60_000 });
const health = async () =>
  (await (await fetch(`${hall.url}/api/kiosk/health`)).json()) as {
    kiosks: { kiosk: string; contextLosses: number; reloads: number; reloadReason: string | null }[];
  };
const colours = (on = page) =>
  on.evaluate(() => {
    const { map } = window.__gemello!;
    return new Promise<number>((resolve) => {
      map.once('render', () => {
        const gl = map.getCanvas().getContext('webgl2')!;
        const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
        const pixels = new Uint8Array(4 * width * height);
        gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
        const found = new Set<number>();
        for (let i = 0; i < pixels.length; i += 4)
          found.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
        resolve(found.size);
      });
      map.triggerRepaint();
    });
  });

describe('a kiosk whose graphics fail', () => {
  it('draws the city again, twice, goes on touring, and tells the operator', async () => {
    await open({ speed: FAST });
    for (let n = 1; n <= 2; n++) {
      await page.evaluate(() => {
        const { map } = window.__gemello!;
        Object.assign(window, { lostMap: map });
        map.getCanvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
      });
      await page.waitForFunction(
        () => window.__gemello!.map !== (window as unknown as { lostMap: unknown }).lostMap,
      );
      await page.waitForFunction(() => window.__gemello!.tiles().visible > 0, undefined, { timeout: 60_000 });
      await expect.poll(() => colours()).toBeGreaterThan(100);
    }
    const stop = () => page.locator('[data-stop]').getAttribute('data-stop');
    const before = await stop();
    await expect.poll(stop).not.toBe(before);
    await expect
      .poll(async () => (await health()).kiosks[0])
      .toMatchObject({
        kiosk: 'atrio',
        contextLosses: 2,
      });
  });
});

describe('a kiosk without network', () => {
  it('goes on, says of when its figures are, starts again, also after a power cut, and comes back', {
    timeout: 240_000,
  }, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'gemello-kiosk-profile-'));
    const boot = async () => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium(),
        args: FLAGS,
        locale: 'it-IT',
        ...SMALL,
      });
      await context.addInitScript(() => {
        window.__kioskTime = { speed: 20, startMs: Date.now() };
      });
      const booted = context.pages()[0] ?? (await context.newPage());
      await booted.goto(`${hall.url}/kiosk?nome=atrio`);
      await cityDrawn(booted);
      return booted;
    };
    page = await boot();
    await startsOffline();
    const figure = (id: string) => page.locator(`[data-figure=${id}]`);
    const openFigures = async () => {
      await start().click();
      await page.getByRole('button', { name: 'Adesso' }).click();
    };
    await openFigures();
    await expect.poll(() => figure('bikes').textContent()).toMatch(/dati delle \d{1,2}:\d\d/);
    const told = await figure('temperature').textContent();
    await hall.stop();
    await offlineNote().waitFor({ timeout: 60_000 });
    await start().waitFor({ timeout: 60_000 });

    // The page by itself, then the machine: nothing but the profile is left.
    await page.reload();
    await cityDrawn();
    await page.context().close();
    page = await boot();
    await offlineNote().waitFor();
    expect(await page.evaluate(() => window.__gemello!.tiles().visible)).toBeGreaterThan(0);
    expect(await colours()).toBeGreaterThan(100);
    await openFigures();
    expect(await figure('temperature').textContent()).toBe(told);
    await expect.poll(() => figure('bikes').textContent()).toMatch(/^Bici libere/);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'I am done' }).waitFor();
    expect(await page.evaluate(() => window.__gemello!.store.getState().tiles.failed)).toEqual([]);

    await hall.start();
    await page.getByText(/No network|Senza rete/).waitFor({ state: 'detached' });
    await page.context().close();
    rmSync(profile, { recursive: true, force: true });
  });
});

describe('a browser that once looked at a kiosk', () => {
  const scopes = () =>
    page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistrations();
      return found.map(({ scope }) => new URL(scope).pathname);
    });

  it('has nothing else answered by the service worker, also where it once had', async () => {
    await open({ speed: FAST });
    await expect.poll(scopes).toEqual(['/kiosk']);
    await page.evaluate(() => navigator.serviceWorker.register('/kiosk-worker.js', { type: 'module' }));
    await expect.poll(scopes).toEqual(['/kiosk']);
    await startsOffline();
    await page.goto(`${hall.url}/icon.svg`);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });
});

describe('a kiosk that a file does not come to', () => {
  let starts: number;
  const openWithout = async (lost: RegExp, before?: (page: Page) => Promise<unknown>) => {
    // What goes through a service worker cannot be lost by the page's own routes.
    ({ page, misdeeds } = await openPage(browser, hall.url, { ...SMALL, serviceWorkers: 'block' }));
    await before?.(page);
    await page.addInitScript(() => {
      window.__kioskTime = { speed: 20, startMs: Date.UTC(2026, 10, 28, 11) };
    });
    starts = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) starts++;
    });
    // What the page brings ahead is asked for a second time: all of it is lost until it is loaded again.
    await page.route(lost, (route) => (starts < 2 ? route.abort() : route.continue()));
    await page.goto(`${hall.url}/kiosk?nome=cortile`);
  };

  it.each([
    ['of its words', /\/assets\/it-kiosk-/],
    ['of its map', /\/assets\/kiosk-map-[^/]*\.js/],
  ])('loads itself again: %s', async (_what, lost) => {
    await openWithout(lost);
    await expect.poll(() => starts).toBe(2);
    await cityDrawn();
    await start().waitFor();
  });

  it('begins anew where its very first script did not come', async () => {
    await openWithout(/\/assets\/kiosk-[\w-]{8}\.js$/, (fresh) => fresh.clock.install());
    expect(await page.locator('[data-phase]').count()).toBe(0);
    // Not at once: a server that is in trouble is left alone for a while.
    await page.clock.fastForward(15_000);
    expect(starts).toBe(1);
    await page.clock.fastForward(10_000);
    await expect.poll(() => starts).toBe(2);
    await page.clock.resume();
    await page.locator('[data-phase]').waitFor();
  });

  it('loads itself again once who asked for an outcome is gone', async () => {
    await openWithout(/\/assets\/outcome-told-/);
    await cityDrawn();
    await start().click();
    await page.getByRole('button', { name: 'Progetti' }).click();
    await page.getByRole('button', { name: TITLE }).click();
    await expect
      .poll(async () => (await health()).kiosks.find(({ kiosk }) => kiosk === 'cortile'), { timeout: 60_000 })
      .toMatchObject({ reloadReason: 'part' });
  });
});

describe('a kiosk behind a proxy', () => {
  it('says that it has no network where the proxy says that the server is away', async () => {
    await open({ speed: FAST });
    await page.route('**/api/kiosk/beat?*', (route) => route.fulfill({ status: 502 }));
    await offlineNote().waitFor();
    await page.unroute('**/api/kiosk/beat?*');
    await offlineNote().waitFor({ state: 'detached' });
  });
});

describe('a kiosk that another build is published for', () => {
  it('takes it when nobody is there, and not again and again', async () => {
    ({ page, misdeeds } = await openPage(browser, hall.url, SMALL));
    await page.addInitScript(() => {
      window.__kioskTime = { speed: 20, startMs: Date.UTC(2026, 10, 28, 11) };
    });
    let loads = 0;
    page.on('load', () => loads++);
    await page.route('**/kiosk-build.json', (route) => route.fulfill({ json: { build: 'another' } }));
    await page.goto(`${hall.url}/kiosk?nome=sala`);
    // A minute of its own is three seconds of the world's: it has looked, and loaded itself anew.
    await expect.poll(() => loads).toBe(2);
    await page.waitForTimeout(8000);
    expect(loads).toBe(2);
    const told = (await health()).kiosks.find(({ kiosk }) => kiosk === 'sala');
    expect(told).toMatchObject({ reloads: 1, reloadReason: 'update' });
  });
});

describe('whoever wants out of a kiosk', () => {
  it('changes nothing on its server', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of [
        '/kiosk',
        '/api/scenarios/x',
        '/api/publications/x',
        '/api/kiosk/beat',
        '/city/x',
      ]) {
        const answer = await fetch(`${hall.url}${path}`, { method });
        expect(answer.status, `${method} ${path}`).toBe(405);
      }
  });

  it('finds no way: what a page can refuse is refused', async () => {
    await open();
    await start().click();
    // Whether it was refused, each dispatched on the panel.
    const refused = await page.evaluate(() => {
      const on = document.querySelector('nav button')!;
      const make = {
        contextmenu: () => new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
        selectstart: () => new Event('selectstart', { bubbles: true, cancelable: true }),
        dragstart: () => new DragEvent('dragstart', { bubbles: true, cancelable: true }),
        dragover: () => new DragEvent('dragover', { bubbles: true, cancelable: true }),
        drop: () => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['{}'], 'x.geojson'));
          return new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
        },
        copy: () => new ClipboardEvent('copy', { bubbles: true, cancelable: true }),
        paste: () => new ClipboardEvent('paste', { bubbles: true, cancelable: true }),
        auxclick: () => new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }),
        'ctrl and wheel': () => new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }),
        'two fingers': () => {
          const finger = (identifier: number) =>
            new Touch({ identifier, target: on, clientX: 9, clientY: 9 });
          const touches = [finger(1), finger(2)];
          return new TouchEvent('touchmove', { bubbles: true, cancelable: true, touches });
        },
        gesture: () => new Event('gesturestart', { bubbles: true, cancelable: true }),
      };
      const keys = ['p', 's', 'o', 'n', 't', 'w', 'f', 'l', 'j', 'u', '+', '-', '0'];
      const pressed = [
        ...keys.map((key) => ({ key, ctrlKey: true })),
        ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Backspace'].map((key) => ({ key })),
        ...['ArrowLeft', 'Home', 'd', 'F4'].map((key) => ({ key, altKey: true })),
      ];
      const answers = Object.entries(make).map(([name, event]) => [name, !on.dispatchEvent(event())]);
      const keyAnswers = pressed.map((init) => {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        return [JSON.stringify(init), !on.dispatchEvent(event)];
      });
      return [...answers, ...keyAnswers];
    });
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.filter(([, isRefused]) => !isRefused)).toEqual([]);
  });

  it('finds no way with a hand: links, windows, downloads, history, print, selection, pinch, right button', async () => {
    await open({ hasTouch: true });
    await start().click();
    const pages: Page[] = [];
    page.context().on('page', (opened) => pages.push(opened));
    const downloads: unknown[] = [];
    page.on('download', (download) => downloads.push(download));
    let dialogs = 0;
    page.on('dialog', () => dialogs++);
    expect(await page.locator('a[href], input, iframe, embed, object').count()).toBe(0);
    const here = page.url();
    const opened = await page.evaluate(() => {
      let prints = 0;
      addEventListener('beforeprint', () => prints++);
      window.print();
      for (const [href, more] of [
        ['https://example.org/', {}],
        ['https://example.org/', { target: '_blank' }],
        ['/city/manifest.json', { download: 'x.json' }],
      ] as const) {
        const link = Object.assign(document.createElement('a'), { href, textContent: 'out', ...more });
        document.body.append(link);
        link.click();
        link.remove();
      }
      return { prints, window: window.open('https://example.org/') };
    });
    expect(opened).toEqual({ prints: 0, window: null });
    // Before the kiosk lies an empty page, as it does in no kiosk's browser: each step back is pinned before the next.
    for (let n = 0; n < 5; n++)
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('popstate', resolve, { once: true });
            history.back();
          }),
      );
    await page.evaluate(() => history.forward());
    expect(page.url()).toBe(here);
    // A hand that selects, and one that presses the right button and the middle one.
    await page.mouse.move(100, 500);
    await page.mouse.down();
    await page.mouse.move(400, 800, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    await page.mouse.click(200, 700, { button: 'right' });
    await page.mouse.click(200, 700, { button: 'middle' });
    const session = await page.context().newCDPSession(page);
    await session.send('Input.synthesizePinchGesture', { x: 270, y: 800, scaleFactor: 3 });
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
    expect({ pages: pages.length, downloads: downloads.length, dialogs }).toEqual({
      pages: 0,
      downloads: 0,
      dialogs: 0,
    });
    expect(page.url()).toBe(here);
    expect(misdeeds).toEqual(NONE);
  });
});

describe('whoever looks after the kiosks', () => {
  it('sees how they fare, in both languages', async () => {
    await open();
    await expect.poll(async () => (await health()).kiosks.map(({ kiosk }) => kiosk)).toContain('atrio');
    await page.context().close();
    for (const [query, title, runs] of [
      ['', 'Salute dei chioschi', 'Funziona'],
      ['?lang=en', 'Health of the kiosks', 'Runs'],
    ] as const) {
      ({ page, misdeeds } = await openPage(browser, hall.url));
      await page.goto(`${hall.url}/kiosk/salute${query}`);
      await page.getByRole('heading', { name: title }).waitFor();
      const row = page.getByRole('row', { name: /^atrio/ });
      expect(await row.textContent()).toContain(runs);
      expect(await violations(page)).toEqual([]);
      expect(misdeeds).toEqual(NONE);
      if (query === '') await page.context().close();
    }
  });
});
