// SPDX-License-Identifier: EUPL-1.2
/** Somebody looks for what every public site says of itself: accessibility, privacy, legal notes, credits. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

const PAGES = {
  accessibilita: { it: 'Accessibilità', en: 'Accessibility' },
  privacy: { it: 'Privacy', en: 'Privacy' },
  'note-legali': { it: 'Note legali', en: 'Legal notes' },
  crediti: { it: 'Crediti', en: 'Credits' },
} as const;
type Path = keyof typeof PAGES;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch({ webgl: false });
});
afterEach(() => page?.context().close());
afterAll(() => browser.close());

async function open(path: string, width = 1440): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { viewport: { width, height: 844 } }));
  await page.goto(`${inject('baseUrl')}/${path}`);
}
const title = () => page.getByRole('heading', { level: 2 });

describe('a page about the site', () => {
  it.each(Object.keys(PAGES) as Path[])('/%s says its own in both languages, to everybody', async (path) => {
    await open(path);
    await expect.poll(() => title().textContent()).toBe(PAGES[path].it);
    if (path === 'crediti') await page.getByRole('heading', { level: 4, name: 'Edifici' }).waitFor();
    expect(await page.title()).toBe(`${PAGES[path].it} – Gemello Milano`);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => title().textContent()).toBe(PAGES[path].en);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('leads to the others and to the city by keyboard, also on a phone', async () => {
    await open('privacy', 390);
    await title().waitFor();
    // Home, two languages, then the pages in their order; on what is open already one need not go.
    const names: string[] = [];
    for (let n = 0; n < 7; n++) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
    }
    expect(names).toEqual([
      'Gemello MilanoIl modello digitale della cittàTorna alla città',
      'Italiano',
      'English',
      'Accessibilità',
      'Privacy',
      'Note legali',
      'Crediti',
    ]);
    await page.getByRole('link', { name: 'Note legali' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => title().textContent()).toBe('Note legali');
    // The demo says that it is one.
    await page.getByText('non descrivono Milano').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });

  it('comes without the map, and is reached from the city', async () => {
    const asked: string[] = [];
    ({ page, misdeeds } = await openPage(browser, inject('baseUrl')));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${inject('baseUrl')}/accessibilita`);
    await title().waitFor();
    expect(asked.filter((url) => /maplibre|three|deck/.test(url))).toEqual([]);
    await page.goto(`${inject('baseUrl')}/`);
    await page.getByRole('button', { name: 'Informazioni' }).click();
    await page.getByRole('link', { name: 'Accessibilità: leggi la pagina' }).click();
    await expect.poll(() => title().textContent()).toBe('Accessibilità');
    expect(misdeeds.elsewhere).toEqual([]);
  });
});
