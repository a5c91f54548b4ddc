// SPDX-License-Identifier: EUPL-1.2
/** A kiosk in a hall: it tours, is touched, begins anew, and neither breaks nor lets anybody out. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds } from '../browser';
import { builtScripts, type Hall, openHall, openKiosk, TITLE } from './kiosk-hall';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const NONE: Misdeeds = { elsewhere: [], errors: [] };
/** So many of the kiosk's seconds are one of the world's. */
const FAST = 20;
/** The fifteen seconds of the question are three of the world's. */
const SLOWER = 5;
/** Half as wide and high as it stands in a hall: a quarter to be drawn without graphics. */
const SMALL = { viewport: { width: 540, height: 960 } };

let hall: Hall;
let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  hall = await openHall(inject('cityDir'));
  browser = await launch();
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await browser.close();
  await hall.close();
});

const open = async (options: Parameters<typeof openKiosk>[2] = {}) => {
  ({ page, misdeeds } = await openKiosk(browser, hall.url, { ...SMALL, ...options }));
};
const start = () => page.getByRole('button', { name: 'Tocca per esplorare' });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const phase = () => page.locator('[data-phase]').getAttribute('data-phase');
const stop = () => page.locator('[data-stop]').getAttribute('data-stop');
const cityDrawn = () =>
  page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, { timeout: 60_000 });
const view = () =>
  page.evaluate(() => {
    const { map } = window.__gemello!;
    const { lng, lat } = map.getCenter();
    return { lng, lat, zoom: map.getZoom() };
  });

describe('a kiosk', () => {
  it('has no code in it that changes anything', () => {
    const { kiosk, others } = builtScripts(DIST);
    expect(kiosk.length).toBeGreaterThan(10);
    const ofTheStudio = {
      'a method that writes': /\b(?:method|type):\s*["'`](?:PUT|POST|PATCH|DELETE)\b/,
      'addresses of scenarios': /api\/scenarios|api\/presentations|api\/sign-|api\/me\b/,
      'forms of measures': /road-pricing|roadPricing|pedestrianise|new-line/,
      'a scenario’s history': /gemello\.scenario|withMeasure|baseRev|answerKey/,
      'a database of one’s own': /indexedDB/,
    };
    for (const [what, pattern] of Object.entries(ofTheStudio)) {
      const having = (scripts: typeof kiosk) =>
        scripts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
      expect(having(kiosk), what).toEqual([]);
      // The studio, beside it, has it: what is looked for is to be found.
      expect(having(others).length, what).toBeGreaterThan(0);
    }
  });

  it('tours over Milan by itself, and says what one sees', async () => {
    await open({ speed: FAST });
    await cityDrawn();
    expect(await phase()).toBe('touring');
    await page.getByText('Dati dimostrativi').waitFor();
    const seen = new Map<string | null, { lng: number; lat: number }>();
    await expect
      .poll(async () => seen.set(await stop(), await view()).size, { timeout: 30_000, interval: 150 })
      .toBeGreaterThanOrEqual(4);
    const places = [...seen.values()].map(({ lng, lat }) => `${lng.toFixed(3)} ${lat.toFixed(3)}`);
    expect(new Set(places).size).toBeGreaterThanOrEqual(3);
    expect(await phase()).toBe('touring');
    expect(misdeeds).toEqual(NONE);
  });

  it('stands still between its stops where motion is reduced', async () => {
    // Views that the map had between two changes of the stop, of four stops one after the other.
    const viewsAtStops = () =>
      page.evaluate(
        () =>
          new Promise<number[]>((resolve) => {
            const { map } = window.__gemello!;
            const views: number[] = [];
            let [shown, stop] = ['', ''];
            const look = () => {
              const { lng, lat } = map.getCenter();
              const view = [lng, lat, map.getZoom(), map.getPitch(), map.getBearing()].join();
              const now = document.querySelector<HTMLElement>('[data-stop]')?.dataset.stop ?? '';
              if (now !== stop && views.push(0) > 5) {
                map.off('move', look);
                resolve(views.slice(1, -1));
              }
              // A change of the map's size is told as a move too.
              if (view !== shown) views[views.length - 1]!++;
              [shown, stop] = [view, now];
            };
            map.on('move', look);
          }),
      );
    await open({ speed: FAST, reducedMotion: 'reduce' });
    await cityDrawn();
    for (const views of await viewsAtStops()) expect(views).toBeLessThanOrEqual(1);
    await page.context().close();
    await open({ speed: SLOWER });
    await cityDrawn();
    expect(Math.max(...(await viewsAtStops()))).toBeGreaterThan(3);
  });

  it('goes where one says, shows what one asks for, and forgets all of it', async () => {
    await open();
    await cityDrawn();
    await start().click();
    expect(await phase()).toBe('in-use');
    await press('San Siro');
    await expect.poll(async () => (await view()).lng).toBeCloseTo(9.124, 2);
    await press('Mappa');
    await press('Biciclette');
    const layers = () => page.evaluate(() => window.__gemello!.store.getState().layers);
    expect(await layers()).toMatchObject({ 'bike-stations': true, cycleways: true, vehicles: false });
    await press('Adesso');
    const bikes = page.locator('[data-figure=bikes]');
    await expect.poll(() => bikes.textContent()).toMatch(/^Bici liberesimulato[\d.]+in [\d.]+ stazioni/);
    expect(await bikes.textContent()).toMatch(/dati delle \d{1,2}:\d\d di \p{L}+ \d{1,2} \p{L}+$/u);
    await press('Progetti');
    await page.getByRole('button', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    const effects = page.getByRole('article').getByRole('listitem');
    await expect.poll(() => effects.count()).toBeGreaterThanOrEqual(1);
    // Never a figure without its interval, nor an effect without how sure it is.
    for (const text of await effects.allTextContents())
      expect(text).toMatch(/(da |tra |fra ).+(Quasi certo|Molto probabile|Probabile|Incerto)/);
    // Nobody said where this copy is found: no address is made up.
    await page.getByText('Che cosa si fa: Area C: 7,50 € (residenti 3 €').waitFor();
    expect(await page.getByRole('article').locator('[data-address], [data-qr]').count()).toBe(0);
    await press('Testo più grande');
    await press('Contrasto alto');
    await press('English');
    await page.getByRole('button', { name: 'I am done' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await press('I am done');
    await start().waitFor();
    expect(await phase()).toBe('touring');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
    const root = page.locator('[data-phase]');
    expect(await root.getAttribute('data-text')).toBe('usual');
    expect(await root.getAttribute('data-contrast')).toBe('usual');
    expect(await layers()).toMatchObject({ 'bike-stations': false, vehicles: true });
    await start().click();
    expect(await page.getByRole('button', { name: 'Luoghi' }).getAttribute('aria-current')).toBe('true');
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
    expect(misdeeds).toEqual(NONE);
  });

  it('asks after a minute whether anybody is there, and goes on when somebody is', async () => {
    await open({ speed: SLOWER });
    await cityDrawn();
    await start().click();
    const question = page.getByRole('alertdialog', { name: 'Sei ancora qui?' });
    await question.waitFor({ timeout: 60_000 });
    expect(await question.evaluate((e) => e.ownerDocument.activeElement?.textContent)).toBe(
      'Sono ancora qui',
    );
    // Kept under the hand: the next touch says yes.
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await phase()).toBe('in-use');
    await question.waitFor();
    await question.waitFor({ state: 'detached' });
    await expect.poll(phase).toBe('touring');
  });

  it('begins anew five hundred times, whoever was there, and the map is one all the while', async () => {
    // Ten of its hours at least, and no night between.
    await open({ speed: 800 });
    await cityDrawn();
    await start().waitFor();
    const first = await page.evaluateHandle(() => window.__gemello!.map);
    // In the page: each is touched as soon as it can be.
    const phases = await page.evaluate(async () => {
      const root = document.querySelector('[data-phase]')!;
      const seen: string[] = [];
      new MutationObserver(() => seen.push(root.getAttribute('data-phase') ?? '')).observe(root, {
        attributeFilter: ['data-phase'],
      });
      const until = (isSo: () => boolean) =>
        new Promise<void>((resolve) => {
          const look = () => (isSo() ? resolve() : setTimeout(look, 4));
          look();
        });
      const phase = () => root.getAttribute('data-phase');
      const begin = () =>
        [...root.querySelectorAll('button')].find((one) => one.textContent?.includes('Tocca per esplorare'));
      for (let n = 0; n < 500; n++) {
        await until(() => phase() === 'touring' && begin() !== undefined);
        begin()!.click();
        await until(() => phase() !== 'touring');
      }
      await until(() => phase() === 'touring');
      return seen;
    });
    expect(phases.filter((phase) => phase === 'touring').length).toBe(500);
    expect(await first.evaluate((map) => map === window.__gemello!.map)).toBe(true);
    expect(await page.locator('canvas.maplibregl-canvas').count()).toBe(1);
    expect(misdeeds).toEqual(NONE);
  });

  it('is read by everybody: both languages, high contrast, the question', async () => {
    await open({ reducedMotion: 'reduce' });
    await cityDrawn();
    expect(await violations(page)).toEqual([]);
    await start().click();
    expect(await violations(page)).toEqual([]);
    for (const tab of ['Mappa', 'Adesso', 'Progetti']) {
      await press(tab);
      expect(await violations(page), tab).toEqual([]);
    }
    await press('Contrasto alto');
    await press('Testo più grande');
    await press('English');
    await page.getByRole('button', { name: 'I am done' }).waitFor();
    for (const tab of ['Places', 'Map', 'Now', 'Projects']) {
      await press(tab);
      expect(await violations(page), tab).toEqual([]);
    }
    await page.context().close();
    await open({ speed: SLOWER, reducedMotion: 'reduce' });
    await cityDrawn();
    await start().click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    expect(await violations(page)).toEqual([]);
    // It is what was judged.
    expect(await question.count()).toBe(1);
  });

  it.each([
    [1080, 1920],
    [1920, 1080],
  ])('has what one touches in the lower half, large, on %i × %i', async (width, height) => {
    await open({ viewport: { width, height } });
    await cityDrawn();
    const boxes = () =>
      page.locator('button:visible').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { top, width: wide, height: high } = button.getBoundingClientRect();
          return { name: button.textContent ?? '', top, wide, high };
        }),
      );
    const checkAll = async () => {
      const found = await boxes();
      expect(found.length).toBeGreaterThan(0);
      for (const { name, top, wide, high } of found) {
        expect(Math.min(wide, high), name).toBeGreaterThanOrEqual(64);
        expect(top, name).toBeGreaterThanOrEqual(height * 0.45);
      }
    };
    await checkAll();
    await start().click();
    for (const tab of ['Luoghi', 'Mappa', 'Adesso', 'Progetti']) {
      await press(tab);
      await checkAll();
    }
  });
});
