// SPDX-License-Identifier: EUPL-1.2
/** What one has made in «E se…?» is not lost: steps back, drafts, files, what is said about it. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Misdeeds } from '../browser';
import { measuresOf, openScenarioPage, VIEW } from './scenario-page';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => page?.context().close());
afterAll(() => browser.close());

async function open(address: string): Promise<void> {
  ({ page, misdeeds } = await openScenarioPage(browser, address));
}
const measures = () => measuresOf(page);
const detail = (name: string) => page.getByRole('textbox', { name, exact: true });
async function menu(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Nuovo, apri, salva' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('what one has made', () => {
  it('goes back and forward, and comes back after a reload', async () => {
    await open(`${VIEW}&panel=scenario`);
    // The server takes nothing: it is a draft of this browser.
    await page.route('**/api/scenarios/**', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Nome dello scenario' }).fill('Prova');
    await page.getByRole('button', { name: 'Città 30' }).click();
    await page.getByRole('button', { name: 'Togli: Città 30' }).click();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Annulla');
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: 'Città 30' }).waitFor();
    await page.getByRole('button', { name: 'Aggiungi una misura' }).focus();
    await page.keyboard.press('Control+z');
    expect(await measures()).toEqual([]);
    await page.keyboard.press('Control+Shift+z');
    expect(await measures()).toMatchObject([{ kind: 'speed-limit' }]);
    await page.locator('[data-keeping=offline], [data-keeping=local-only]').waitFor();
    await page.reload();
    await page.getByText('Bozza ripristinata').waitFor();
    expect(await measures()).toMatchObject([{ kind: 'speed-limit', config: { speedKmH: 30 } }]);
    await page.getByRole('button', { name: 'Ricomincia da vuoto' }).click();
    expect(await measures()).toEqual([]);
  });

  it('does not stop the start where the draft is ruined', async () => {
    await open(VIEW);
    await page.evaluate(() => {
      const { catalogue } = window.__gemello!.store.getState();
      localStorage.setItem(`gemello.draft.${catalogue!.city.id}`, '{"type":"FeatureColl');
    });
    await page.getByRole('button', { name: 'E se…?' }).click();
    await page.getByText('La bozza salvata in questo browser non si legge').waitFor();
    await page.getByRole('button', { name: 'Città 30' }).click();
    expect(await measures()).toMatchObject([{ kind: 'speed-limit' }]);
  });

  it('goes into a file and comes back; a file that says nonsense is told where', async () => {
    await open(`${VIEW}&panel=scenario`);
    await page.getByRole('textbox', { name: 'Nome dello scenario' }).fill('Città 30, prova');
    await page.getByRole('button', { name: 'Città 30' }).click();
    const made = await measures();
    await page.getByText('Dettagli', { exact: true }).click();
    await detail('Descrizione').fill('Tutta la città.\nProva a 30 all’ora.');
    await detail('Autore').fill('Ufficio mobilità');
    await detail('Ipotesi').fill('Nessuno trasloca.\n\nI mezzi restano questi.');
    await detail('Seme delle estrazioni').fill('due');
    await page.keyboard.press('Tab');
    await page.getByText('Scrivi un numero intero, da 1 a 100 cifre: per ora resta 1.').waitFor();
    await detail('Seme delle estrazioni').fill('2026');
    const [download] = await Promise.all([page.waitForEvent('download'), menu('Salva su file')]);
    expect(download.suggestedFilename()).toBe('citta-30-prova.geojson');
    const text = readFileSync((await download.path())!, 'utf8');
    expect(JSON.parse(text).gemello).toMatchObject({
      name: 'Città 30, prova',
      description: 'Tutta la città.\nProva a 30 all’ora.',
      author: 'Ufficio mobilità',
      assumptions: ['Nessuno trasloca.', 'I mezzi restano questi.'],
      seed: '2026',
    });
    await menu('Nuovo scenario');
    expect(await measures()).toEqual([]);
    expect(await detail('Seme delle estrazioni').inputValue()).toBe('1');
    const openFile = async (content: string) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), menu('Apri da file…')]);
      await chooser.setFiles({
        name: 'scenario.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(content),
      });
    };
    await openFile(text);
    await page.getByRole('switch', { name: 'Città 30' }).waitFor();
    expect(await measures()).toEqual(made);
    expect(await detail('Ipotesi').inputValue()).toBe('Nessuno trasloca.\nI mezzi restano questi.');
    expect(await detail('Seme delle estrazioni').inputValue()).toBe('2026');
    await openFile(text.replace('"speedKmH":30', '"speedKmH":300'));
    await page
      .getByText('Elemento n. 1, campo «config.speedKmH»: Il valore è troppo alto. Nel file: 300')
      .waitFor();
    expect(await measures()).toEqual(made);
  });

  it('does not get what was typed for it, and not taken, into another scenario', async () => {
    await open(`${VIEW}&panel=scenario`);
    await page.getByText('Dettagli', { exact: true }).click();
    await detail('Seme delle estrazioni').fill('due');
    await detail('Ipotesi').fill('x'.repeat(1001));
    await page.getByText('La riga 1 supera i 1.000 caratteri: abbreviala.').waitFor();
    await menu('Nuovo scenario');
    expect(await detail('Seme delle estrazioni').inputValue()).toBe('1');
    expect(await detail('Ipotesi').inputValue()).toBe('');
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
