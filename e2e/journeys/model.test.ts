// SPDX-License-Identifier: EUPL-1.2
/** Somebody who wants to know how far the model can be trusted, in the demo city. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

/** Nine equilibria on a slow machine. */
const BASE_MS = 240_000;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => page?.context().close());
afterAll(() => browser.close());

/** The lists alone: the map is no part of this. */
async function open(address: string, viewport = { width: 1440, height: 900 }): Promise<void> {
  const url = inject('baseUrl');
  ({ page, misdeeds } = await openPage(browser, url, { viewport, reducedMotion: 'reduce' }));
  await page.goto(`${url}/#v=1&quality=table${address}`);
  await page.getByRole('button', { name: /^(Impostazioni|Settings)$/ }).waitFor();
}
const modelWindow = () =>
  page.getByRole('dialog', { name: /Quanto è buono il modello|How good is the model/ });
const told = async (selector: string) =>
  (await modelWindow().locator(selector).innerText()).replace(/\s+/g, ' ');

describe('how good is the model?', () => {
  it('is asked from the information, by keyboard, and closed again', async () => {
    await open('');
    await page.getByRole('button', { name: 'Informazioni' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Quanto è buono il modello?' }).focus();
    await page.keyboard.press('Enter');
    await modelWindow().waitFor();
    expect(page.url()).toContain('panel=model');
    await page.keyboard.press('Escape');
    await modelWindow().waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('panel=model');
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('says which file is missing, and compares what was published', async () => {
    await open('&panel=model');
    await modelWindow().locator('[data-prediction]').first().waitFor();
    expect(await modelWindow().innerText()).toContain('Ingressi in Area C ogni mezz’ora');
    expect(await told('[data-prediction=start-2012]')).toMatch(
      /tarato.*ore a pagamento.*tutti i veicoli.*osservato −30,4%, il modello dà −30% \(da −32% a −27%\)/,
    );
    expect(await told('[data-prediction=suspension-2012]')).toMatch(
      /previsto.*Dentro l’intervallo: osservato −18,3%, il modello dà −21% \(da −27% a −16%\).*senza quella correzione/,
    );
    expect(await told('[data-prediction=lpg-diesel-2017]')).toMatch(
      /Dentro l’intervallo: osservato −7%, il modello dà −7% \(da −10% a −5%\)/,
    );
    expect(await told('[data-prediction=price-2023]')).toMatch(
      /24 ore.*Dentro l’intervallo: osservato −4%, il modello dà −7% \(da −9% a −3%\).*si direbbe −17%/,
    );
    const limits = modelWindow().getByRole('heading', { name: 'Che cosa il modello non sa' }).locator('..');
    expect(await limits.getByRole('listitem').count()).toBe(12);
  });

  it(
    'computes the base of this city, whose streets are said to be made up',
    async () => {
      await open('&panel=model');
      await modelWindow().locator('[data-base=ready]').waitFor({ timeout: BASE_MS });
      expect(await told('[data-base]')).toContain('strade ed edifici sono inventati');
      expect(await told('[data-target=transit-inside]')).toMatch(/tarato · AMAT, PGTU 2022 47% 47%$/);
      expect(await told('[data-target=car-across]')).toMatch(/63% 63%$/);
      expect(await told('[data-target=border-entries]')).toMatch(
        /per abitante al giorno verifica.* 0,44 0,\d\d?$/,
      );
      expect(await told('[data-comparison=streets-rush]')).toMatch(
        /tarato.*ore di punta.*auto.*osservato 17 km\/h, il modello dà [\d,]+ \(da [\d,]+ a [\d,]+\)/,
      );
      expect(await told('[data-comparison=city-border-day]')).toMatch(/verifica.*24 ore.*osservato 625\.000/);
      expect(await modelWindow().innerText()).not.toMatch(/NaN|Infinity|undefined|\{\{/);

      // Asked once, known when one comes back; in English too.
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: /inglese|English/i }).click();
      await page.getByRole('button', { name: 'About' }).click();
      await page.getByRole('button', { name: 'How good is the model?' }).click();
      await modelWindow().locator('[data-base=ready]').waitFor({ timeout: 5000 });
      expect(await told('[data-target=transit-inside]')).toContain('fitted · AMAT, PGTU 2022');
      expect(await violations(page)).toEqual([]);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    BASE_MS + 60_000,
  );

  it('fits a phone', async () => {
    await open('&panel=model', { width: 390, height: 844 });
    await modelWindow().locator('[data-prediction]').first().waitFor();
    const overflow = await modelWindow().evaluate((dialog) =>
      [...dialog.querySelectorAll('*')]
        .filter((each) => !(each instanceof SVGElement) && each.getBoundingClientRect().right > innerWidth)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(overflow).toEqual([]);
  });
});
