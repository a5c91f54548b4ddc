// SPDX-License-Identifier: EUPL-1.2
/** The search while it is still on its way: what is written and entered early is not lost. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage } from '../browser';

const COMBO = /assets\/search-combo-.*\.js/;
const NAMES = /search\.json/;
const CATALOGUE = /catalogue\.json/;
const ANDROID = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => page?.context().close());
afterAll(() => browser.close());

/** The flat map, and what is held back until it is released. */
async function open(
  held: readonly RegExp[],
  before: (coming: Page) => Promise<unknown> = async () => {},
  options: BrowserContextOptions = {},
) {
  ({ page } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce', ...options }));
  await before(page);
  const releases = await Promise.all(
    held.map(async (file) => {
      let release = () => {};
      const free = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(file, (route) => free.then(() => route.continue()));
      return release;
    }),
  );
  await page.goto(`${inject('baseUrl')}/#v=1&look=light&quality=plan&lang=it&view=9.19,45.464,13,0,0`);
  await box().waitFor();
  return releases;
}

const box = () => page.getByRole('combobox', { name: 'Cerca nella città' });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
/** The card of the district is there. */
const chosen = () => page.locator('#card-title', { hasText: /^Isola$/ }).waitFor();
const selection = () => page.evaluate(() => window.__gemello?.store.getState().selection ?? null);
/** The field that finds is there, in the place of the plain one. */
const searching = () => page.getByText('Carico gli indirizzi…').waitFor();

describe('the search that is on its way', () => {
  it('goes on with what was written, and takes the first result for an early Enter', async () => {
    const [sendCombo, sendNames] = await open([COMBO, NAMES]);
    await page.keyboard.press('/');
    await page.keyboard.type('isola');
    await page.keyboard.press('Enter');
    expect([await box().inputValue(), await focused()]).toEqual(['isola', 'combobox']);
    sendCombo!();
    await searching();
    expect([await box().inputValue(), await focused()]).toEqual(['isola', 'combobox']);
    expect(await selection()).toBeNull();
    sendNames!();
    await chosen();
    expect(await box().inputValue()).toBe('');
  });

  it('finds what was written before there was a city, entered or not', async () => {
    const [sendCity] = await open([CATALOGUE]);
    await page.keyboard.press('/');
    await page.keyboard.type('isol');
    expect(await box().inputValue()).toBe('isol');
    sendCity!();
    await page.getByRole('option', { name: 'Isola' }).first().waitFor();
    expect([await box().inputValue(), await focused()]).toEqual(['isol', 'combobox']);
    await page.context().close();

    const [sendItLater] = await open([CATALOGUE]);
    await page.keyboard.press('/');
    await page.keyboard.type('isola');
    await page.keyboard.press('Enter');
    expect(await box().inputValue()).toBe('isola');
    sendItLater!();
    await chosen();
  });
});

describe('the search that does not come', () => {
  it('is told, keeps what is written, and is asked for again by Enter, not by each letter', async () => {
    let asked = 0;
    await open([], (coming) =>
      coming.route(COMBO, (route) => {
        asked++;
        return route.abort();
      }),
    );
    await page.getByText('Qualcosa non è arrivato').first().waitFor();
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn);
    const untilFocus = asked;
    await page.keyboard.press('/');
    await expect.poll(() => asked).toBeGreaterThan(untilFocus);
    await page.waitForTimeout(300);
    const untilWritten = asked;
    await page.keyboard.type('isola');
    await page.waitForTimeout(300);
    expect(asked).toBe(untilWritten);
    expect([await box().inputValue(), await focused()]).toEqual(['isola', 'combobox']);
    await page.unroute(COMBO);
    await page.keyboard.press('Enter');
    await chosen();
  });
});

describe('a word that is being put together', () => {
  const compose = async (text: string) => {
    const session = await page.context().newCDPSession(page);
    const end = { selectionStart: text.length, selectionEnd: text.length };
    await session.send('Input.imeSetComposition', { text, ...end });
  };

  it('is not taken from under its keys, and Enter that ends it chooses nothing', async () => {
    const [sendCombo] = await open([COMBO]);
    await page.keyboard.press('/');
    await compose('iso');
    sendCombo!();
    await page.waitForTimeout(500);
    await compose('isol');
    expect(await box().inputValue()).toBe('isol');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.insertText('isola');
    await page.getByRole('option', { name: 'Isola' }).first().waitFor();
    expect(await box().inputValue()).toBe('isola');
    await page.keyboard.insertText(' ');
    await compose('d');
    await page.keyboard.press('Enter');
    expect([await selection(), await box().inputValue()]).toEqual([null, 'isola d']);
  });

  it('is found while it is written on Android, where it is being put together until it ends', async () => {
    const [sendCombo] = await open([COMBO], undefined, { userAgent: ANDROID });
    await page.keyboard.press('/');
    await compose('isol');
    sendCombo!();
    await page.getByRole('option', { name: 'Isola' }).first().waitFor();
    expect([await box().inputValue(), await focused()]).toEqual(['isol', 'combobox']);
  });
});
