// SPDX-License-Identifier: EUPL-1.2
/** What cards say of places, by keyboard alone: who walks there, opening hours, parks, businesses. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** The flat map: what is asked here is in the cards, and it stands at once. */
const addressOf = (more: string) =>
  `${inject('baseUrl')}/#v=1&look=light&quality=plan&view=9.19,45.464,13,0,0&${more}`;

// One page for all, as a link after the other takes one there: the city has come once.
beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(addressOf('time=w3-10:00'));
  await page.getByRole('button', { name: /^(Impostazioni|Settings)$/ }).waitFor();
});
afterAll(() => browser.close());

/** No card is open, and the clock stands: a typical Wednesday at ten, or as the address says. */
async function open(more: string): Promise<void> {
  await page.goto(addressOf(more));
  if (!more.includes('sel=')) await page.locator('section[data-card]').waitFor({ state: 'detached' });
}

/** Finds a thing by its name and opens its card. */
async function find(name: string): Promise<void> {
  await page.getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('section[data-card] h2').waitFor();
}

const fact = (id: string) => page.locator(`[data-fact=${id}] dd`);
const number = (text: string | null) => Number((text ?? '').replace(/[.\s]/g, ''));

describe('the card of a library', () => {
  it('says whether it is open at the hour that the clock shows', async () => {
    await open('time=w3-10:00');
    await find('Biblioteca comunale rionale Bande Nere');
    await expect.poll(() => fact('opening').textContent()).toMatch(/^Aperto fino alle 19:00/);
    await page.evaluate(() =>
      window.__gemello!.store.getState().set({
        clock: { kind: 'typical', weekday: 7, secondOfDay: 36_000, sinceMs: Date.now(), speed: 0 },
      }),
    );
    await expect.poll(() => fact('opening').textContent()).toMatch(/^Chiuso, apre /);
    expect(misdeeds.elsewhere).toEqual([]);
  });

  it('says who can walk there, on the map and in a table, until it is closed', async () => {
    await open('time=w3-10:00');
    await find('Biblioteca comunale rionale Bande Nere');
    await page.getByRole('button', { name: 'Chi ci arriva a piedi in 15 minuti' }).focus();
    await page.keyboard.press('Enter');
    const summary = page.locator('[data-walk-reach=done] h3');
    await summary.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /^Entro 15 minuti a piedi: [\d.]+ residenti\.$/,
    );
    const persons = await page.locator('[data-walk-reach] tbody tr td:nth-child(2)').allTextContents();
    const [five, ten, fifteen] = persons.map(number) as [number, number, number];
    expect(five).toBeGreaterThan(0);
    expect(ten).toBeGreaterThan(five);
    expect(fifteen).toBeGreaterThan(ten);
    const drawn = () => page.evaluate(() => window.__gemello!.map.querySourceFeatures('walk-area').length);
    await expect.poll(drawn).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(drawn).toBe(0);
    expect(await page.evaluate(() => window.__gemello!.store.getState().walkArea)).toBeNull();
  });
});

describe('the card of a park', () => {
  it('counts its trees and playgrounds, and its shade by the hour', async () => {
    await open('time=w3-12:00');
    await find('Biblioteca degli Alberi');
    await expect
      .poll(async () => number((await fact('trees').textContent())?.split(' ')[0] ?? ''))
      .toBeGreaterThan(20);
    expect(number(await fact('playgrounds').textContent())).toBeGreaterThan(0);
    await expect.poll(() => fact('shade').textContent()).toMatch(/^\d+% della superficie; sole a \d+°/);
    await page.evaluate(() =>
      window.__gemello!.store.getState().set({
        clock: { kind: 'typical', weekday: 3, secondOfDay: 3600, sinceMs: Date.now(), speed: 0 },
      }),
    );
    await expect.poll(() => fact('shade').textContent()).toMatch(/^notte/);
  });
});

describe('the card of a district', () => {
  it('has its businesses by kind with their place, and the way to the next green', async () => {
    await open('sel=district:1&on=business-density');
    await page.locator('[data-businesses] tbody tr').first().waitFor();
    expect(await fact('per-1000').textContent()).toMatch(/^[\d,]+ \(\d+º di 80 quartieri\)$/);
    expect(await page.locator('[data-businesses] tbody tr').count()).toBe(6);
    await expect.poll(() => fact('green-median').textContent()).toMatch(/m a piedi \(\d+ min\)$/);
    // The map has the class that the legend explains.
    const state = () =>
      page.evaluate(() =>
        window.__gemello!.map.getFeatureState({ source: 'ground', sourceLayer: 'district', id: 1 }),
      );
    await expect.poll(state).toMatchObject({ businessDensity: 4 });
    expect(await violations(page)).toEqual([]);
  });
});
