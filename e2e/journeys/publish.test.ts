// SPDX-License-Identifier: EUPL-1.2
/** A planner writes a scenario, a publisher calculates it and makes it public, and whoever has the link reads it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../axe';
import { launch } from '../browser';
import { type Office, openOffice, openScenarios } from './planners-office';

/** A run may take so long on a small machine. */
const RUN_MS = 240_000;

let browser: Browser;
let office: Office;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  // Lists alone: what is tried here is beside the map.
  [browser, office] = await Promise.all([launch({ webgl: false }), openOffice()]);
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await office?.close();
});

async function comesIn(name: string, role: 'planner' | 'publisher'): Promise<Page> {
  const context = await office.openAs(browser, name, role);
  contexts.push(context);
  return openScenarios(context, office.url);
}
const isKept = (page: Page, how: string) =>
  page.locator(`[data-keeping="${how}"]`).waitFor({ state: 'attached', timeout: 60_000 });
const calculate = async (page: Page) => {
  await page.getByRole('button', { name: /^(Calcola|Ricalcola) gli effetti$/ }).click();
  // Without a map nothing but the panel says that it is done.
  await page
    .getByText(/^Effetti calcolati con /)
    .first()
    .waitFor({ timeout: RUN_MS });
};
const publishButton = (page: Page) => page.getByRole('button', { name: 'Pubblica…' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Pubblica l’esito' });

describe('an outcome', () => {
  let paola: Page;
  let link: string;

  it('is written by a planner, who may not publish it', { timeout: RUN_MS }, async () => {
    const anna = await comesIn('Anna Rossi', 'planner');
    await anna.getByRole('textbox', { name: 'Nome dello scenario' }).fill('Area C più cara');
    await anna.getByRole('button', { name: 'Area C a 7,50 €' }).click();
    await isKept(anna, 'saved');
    await anna.getByRole('button', { name: 'Chi lo vede: Privato' }).click();
    await anna.getByRole('menuitemradio', { name: /Ufficio/ }).click();
    await anna.getByRole('button', { name: 'Chi lo vede: Ufficio' }).waitFor();
    await isKept(anna, 'saved');
    await calculate(anna);
    expect(await publishButton(anna).count()).toBe(0);
    // The answer goes to the server by itself, with the revision that it is of.
    const list = await anna.request.get(`${office.url}/api/scenarios?city=milano`);
    const [{ id }] = ((await list.json()) as { scenarios: [{ id: string }] }).scenarios;
    await expect
      .poll(async () => {
        const said = await anna.request.get(`${office.url}/api/scenarios/${id}/answers`);
        return ((await said.json()) as { answers: unknown[] }).answers.length;
      })
      .toBe(1);
  });

  it('is made public by a publisher, with a headline of her own', { timeout: 2 * RUN_MS }, async () => {
    paola = await comesIn('Paola Neri', 'publisher');
    await paola.getByRole('button', { name: 'Versioni e varianti' }).click();
    await paola.getByRole('menuitem', { name: 'Scenari…' }).click();
    await paola.getByRole('row', { name: 'Area C più cara' }).dblclick();
    await expect
      .poll(() => paola.getByRole('textbox', { name: 'Nome dello scenario' }).inputValue())
      .toBe('Area C più cara');
    await calculate(paola);
    await publishButton(paola).click();
    const title = dialog(paola).getByRole('textbox', { name: 'Titolo, in una frase' });
    await title.waitFor({ timeout: 60_000 });
    expect(await title.inputValue()).toMatch(/^Con «Area C più cara» /);
    expect(await dialog(paola).locator('[data-topic]').count()).toBe(3);
    expect(await violationsOf(paola, '[role="dialog"]')).toEqual([]);
    // A question that readers can answer: each of its values is calculated now, but the one that is known.
    await dialog(paola).locator('[data-questions] button').first().click();
    await dialog(paola)
      .getByText(/^Calcolo \d di 5: /)
      .waitFor();
    await dialog(paola).getByText(/^✓ /).waitFor({ timeout: RUN_MS });
    await title.fill('Area C più cara: che cosa cambia per Milano');
    await paola.keyboard.press('Enter');
    const shown = dialog(paola).locator('[data-link]');
    await shown.waitFor();
    link = (await shown.getAttribute('href'))!;
    expect(link).toMatch(new RegExp(`^${office.url}/esito/[0-9a-f-]{36}$`));
    expect(await dialog(paola).locator('[data-qr]').count()).toBe(1);
    expect(await violationsOf(paola, '[role="dialog"]')).toEqual([]);
  });

  it('is read by whoever has the link, in both languages', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'it-IT' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Area C più cara: che cosa cambia per Milano' }).waitFor();
    await page.getByText('Pubblicato da Paola Neri').waitFor();
    await page.getByText(/^Impronta del risultato: [0-9a-f]{16}$/).waitFor();
    // The measure in its own words, the sources with their licences, how the model did.
    expect(await page.locator('[data-part="measures"]').textContent()).toContain('7,50');
    expect(await page.locator('[data-part="model"]').textContent()).toMatch(/Su \d+ prove, in \d+ /);
    expect(await page.locator('[data-part="sources"] li').count()).toBeGreaterThan(1);
    // The question is answered at its stops alone: at another price other kilometres are driven.
    const question = page.locator('[data-question="0"]');
    const slider = question.getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toContain('7,50');
    const traffic = question.locator('[data-topic="traffic"]');
    const asked = await traffic.textContent();
    expect(asked).toBe(await page.locator('[data-effects] [data-topic="traffic"]').textContent());
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('9,50');
    await expect.poll(() => traffic.textContent()).not.toBe(asked);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('[data-part="measures"]').textContent()).toContain('€7.50');
  });

  it('is withdrawn by its publisher', async () => {
    await dialog(paola)
      .getByRole('button', { name: /^Ritira «Area C più cara: / })
      .click();
    await dialog(paola)
      .getByText(/^ritirato il/)
      .waitFor();
    const page = await contexts[0]!.newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Questo esito è stato ritirato' }).waitFor();
  });
});
