// SPDX-License-Identifier: EUPL-1.2
/** The planner at the studio, with a keyboard alone; and what the screen owes to everybody. */
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';

/** The town hall's quarter: buildings at the centre of the view. */
const VIEW = 'view=9.1895,45.4665,16.5,45,0';
/** The same, flat and without what moves by itself: for what is asked of the screen around the map. */
const PLAN = `${VIEW}&quality=plan&off=vehicles`;
/** An option that is a result, not the note that there is none yet. */
const NAMED = /isola|brera|duomo/i;
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => page?.context().close());
afterAll(() => browser.close());

/** Opens the studio and waits for its sources and controls; the map may still be coming. */
async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce', ...options }));
  await page.goto(`${inject('baseUrl')}/#${address}`);
  await page.getByRole('heading', { name: 'Gemello Milano' }).waitFor({ state: 'attached' });
  await page.waitForFunction(() => (document.querySelector('footer p')?.textContent ?? '') !== '');
  await page.getByRole('button', { name: /^(Impostazioni|Settings)$/ }).waitFor();
}

const state = () =>
  page.evaluate(() => {
    const { view, layers, selection, language, lookChoice, quality, clock, list } =
      window.__gemello!.store.getState();
    // When it was set is not of the address.
    return { view, layers, selection, language, lookChoice, quality, clock: { ...clock, sinceMs: 0 }, list };
  });

/** Text of what has the focus, or its label. */
const focused = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

async function tabUntil(found: (label: string) => boolean, limit = 60): Promise<string> {
  for (let i = 0; i < limit; i++) {
    const label = await focused();
    if (found(label)) return label;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard never came there');
}

/** The heading of the card, once it has the focus. */
async function focusedHeading(): Promise<string> {
  await page.waitForFunction(() => document.activeElement?.id === 'card-title');
  return focused();
}

describe('with the keyboard alone', () => {
  it('searches, reads the card and comes back', async () => {
    await open(VIEW);
    await page.keyboard.press('/');
    await page.keyboard.type('isola');
    await page.getByRole('option', { name: NAMED }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await focusedHeading()).toBe('Isola');
    const card = page.getByRole('region', { name: 'Isola' }).first();
    expect(await card.textContent()).toMatch(/22\.458\s*abitanti nel 2024/);
    expect(await card.getByRole('img').getAttribute('aria-label')).toMatch(/^Piramide delle età/);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    expect((await state()).selection).toBeNull();

    // A park, a station, a street: each has its card.
    for (const [query, title] of [
      ['parco sempione', 'Parco Sempione'],
      ['cadorna fn', 'Cadorna FN'],
      ['c.so buenos aires', 'Corso Buenos Aires'],
    ] as const) {
      await page.keyboard.press('Control+a');
      await page.keyboard.type(query);
      await page.getByRole('option', { name: title }).first().waitFor();
      await page.keyboard.press('Enter');
      expect(await focusedHeading()).toBe(title);
      await page.locator('section[data-card] dl').first().waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    }
  });

  it('chooses a building in the list, and again at the centre of the map', async () => {
    // From straight above, so that no tower stands before another.
    await open('view=9.1895,45.4665,16.5,0,0');
    await untilDrawn(page);
    await tabUntil((label) => label === 'Elenchi');
    await page.keyboard.press('Enter');
    await page.getByRole('table').waitFor();
    await page.getByRole('combobox', { name: 'Elemento' }).focus();
    await page.keyboard.type('Edifici');
    await page.getByRole('columnheader', { name: 'Altezza', exact: true }).waitFor();
    // The highest first: sorted by height, twice.
    await page.getByRole('button', { name: 'Altezza', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort=descending]').waitFor();
    const row = page.getByRole('row').nth(1);
    const height = ((await row.getByRole('cell').nth(2).textContent()) ?? '').trim();
    await row.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const title = await focusedHeading();
    const chosen = (await state()).selection;
    expect(chosen).toMatchObject({ kind: 'building' });
    const fact = (id: string) => page.locator(`[data-fact=${id}] dd`).textContent().then(String);
    expect((await fact('height')).startsWith(height)).toBe(true);
    expect(await fact('height')).toMatch(
      /misurata \(LiDAR o rilievo\)|dichiarata dalla fonte|stimata|ipotizzata/,
    );
    expect(await fact('use')).not.toBe('');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON');
    expect((await state()).selection).toBeNull();

    // The map stands over that building now: Enter takes what is at its centre.
    await page.keyboard.press('Control+Home');
    await untilDrawn(page);
    await page.locator('[data-map] canvas').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.__gemello!.store.getState().selection !== null);
    expect(await focusedHeading()).toBe(title);
    expect((await state()).selection).toEqual(chosen);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});

const SIZES: Record<string, BrowserContextOptions> = {
  desk: {},
  phone: { viewport: PHONE, hasTouch: true, isMobile: true },
};

describe('axe, in the light and in the dark', () => {
  it.each(Object.keys(SIZES))(
    'finds nothing on a %s',
    async (size) => {
      await open(`${VIEW}&quality=plan`, SIZES[size]);
      expect(await violations(page), 'start').toEqual([]);
      for (const address of ['sel=district:11', 'sel=district:11&list=service', 'list=building']) {
        await page.goto(`${inject('baseUrl')}/#${PLAN}&${address}`);
        await page
          .getByText(/abitanti nel 2024|\d\srighe/)
          .first()
          .waitFor();
        expect(await violations(page), address).toEqual([]);
      }
      await page.goto(`${inject('baseUrl')}/#${PLAN}`);
      if (size === 'phone') await page.getByRole('button', { name: 'Livelli', exact: true }).click();
      await page.getByRole('button', { name: 'Dati e fonti: Edifici' }).click();
      expect(await violations(page), 'sources of a layer').toEqual([]);
      await page.getByRole('button', { name: 'Impostazioni' }).click();
      await page.getByRole('dialog').waitFor();
      // What lies behind an open window is hidden, its heading and landmarks with it.
      expect(await violations(page, ['landmark-one-main', 'page-has-heading-one']), 'settings').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: 'Cerca nella città' }).fill('duomo');
      await page.getByRole('option', { name: NAMED }).first().waitFor();
      // The results hang from the field (aria-controls), outside of every landmark.
      expect(await violations(page, ['region']), 'search').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Fonti e note' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page), 'about').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: 'English' }).click();
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await violations(page), 'in English').toEqual([]);
    },
    300_000,
  );
});

describe('the address bar', () => {
  it('restores exactly what one saw', async () => {
    await open('v=1&view=9.18512,45.47213,15.25,40,-35.5&quality=low&time=2026-11-22T08:00:00Z');
    await untilDrawn(page);
    await page.getByText('Servizi', { exact: true }).click();
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Switch to the dark look' }).click();
    await page.getByRole('combobox', { name: 'Search the city' }).fill('brera');
    await page.getByRole('option', { name: NAMED }).first().waitFor();
    await page.keyboard.press('Enter');
    await focusedHeading();
    await untilDrawn(page);
    await page.waitForTimeout(600);
    const before = await state();
    const address = page.url();
    expect(before).toMatchObject({
      layers: { services: true },
      language: 'en',
      lookChoice: 'dark',
      quality: { level: 'low' },
      clock: { kind: 'moment', atMs: Date.parse('2026-11-22T08:00:00Z'), speed: 0 },
    });
    expect(before.selection).not.toBeNull();
    await page.context().close();
    await open(address.split('#')[1]!);
    await untilDrawn(page);
    const after = await state();
    expect({ ...after, view: null }).toEqual({ ...before, view: null });
    for (const [i, value] of after.view.at.entries()) expect(value).toBeCloseTo(before.view.at[i]!, 6);
    expect(after.view.zoom).toBeCloseTo(before.view.zoom, 3);
    await page.waitForTimeout(600);
    expect(page.url()).toBe(address);
  });

  it('goes back to the choice before', async () => {
    await open(PLAN);
    await page.waitForFunction(() => window.__gemello !== undefined);
    for (const name of ['brera', 'isola']) {
      await page.getByRole('combobox', { name: 'Cerca nella città' }).fill(name);
      await page.getByRole('option', { name: NAMED }).first().waitFor();
      await page.keyboard.press('Enter');
      await focusedHeading();
      await page.waitForTimeout(600);
    }
    await page.goBack();
    await page.getByRole('heading', { name: 'Brera' }).waitFor();
    await page.goBack();
    await page.locator('#card-title').waitFor({ state: 'detached' });
    await page.goForward();
    await page.getByRole('heading', { name: 'Brera' }).waitFor();
  });
});

describe('the screen', () => {
  it('says that the data are made up, speaks both languages, and copies the link of what is chosen', async () => {
    await open(`${PLAN}&sel=district:11`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByText('Dati dimostrativi: edifici e strade sintetici').waitFor();
    await page.getByText('abitanti nel 2024').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('it');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByText('Demonstration data: synthetic buildings and streets').waitFor();
    await page.getByText('inhabitants in 2024').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    const text = await page.locator('body').textContent();
    // The key of a text that is missing would stand in its place.
    expect(text).not.toMatch(/\b(app|layer|legend|card|building|district|status|list|use|class)\.[a-zA-Z]/);
    expect(text).not.toMatch(/\{\{|undefined|NaN/);
    // The look is the system's until one is chosen.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(
      () =>
        document.documentElement.dataset.look === 'dark' &&
        window.__gemello!.store.getState().look === 'dark',
    );
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain('sel=district:11');
  });

  it('says what to do where the city is missing', async () => {
    ({ page, misdeeds } = await openPage(browser, inject('baseUrl')));
    await page.route('**/city/manifest.json', (route) => route.fulfill({ status: 404, body: 'no' }));
    await page.goto(inject('baseUrl'));
    await page.getByRole('heading', { name: 'I dati della città non ci sono' }).waitFor();
    await page.getByText('npm run tiles -- --demo').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('stands before the engines of the map in 180 kB', async () => {
    const ENGINES = /assets\/(city-map|map-session|maplibre|three|tiles-engine)/;
    const scripts = new Map<string, Response>();
    ({ page, misdeeds } = await openPage(browser, inject('baseUrl')));
    page.on('response', (response) => {
      const name = new URL(response.url()).pathname;
      if (/\/assets\/.*\.js$/.test(name) && !ENGINES.test(name)) scripts.set(name, response);
    });
    // The engines are asked for with the page; what comes without them is the shell.
    await page.route('**/city/manifest.json', (route) => route.fulfill({ status: 404, body: 'no' }));
    await page.route(ENGINES, (route) => route.abort());
    await page.goto(inject('baseUrl'));
    await page.getByRole('heading', { name: 'I dati della città non ci sono' }).waitFor();
    let bytes = 0;
    for (const response of [...scripts.values()]) bytes += brotliCompressSync(await response.body()).length;
    expect(scripts.size).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(180_000);
  });
});
