// SPDX-License-Identifier: EUPL-1.2
/** The tables alone, without the map: a question answered by keyboard, files taken away, charts that filter. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#v=1&look=light&quality=table&list=district`);
  await page.getByRole('table').waitFor();
});
afterAll(() => browser.close());

/** The district with most persons of 80 and over who live alone, as the register of 2024 has it. */
const MOST = 'Buenos Aires - Porta Venezia - Porta Monforte';
const ALONE = 'Soli con 80 anni e più 2024';
const firstRow = () => page.locator('tbody tr').first();
const count = () => page.locator('[data-count]').getAttribute('data-count').then(Number);

/** Walks on until a button of this name has the keyboard. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (here === name) return;
  }
  throw new Error(`nothing called ${name} can be reached by keyboard`);
}

/** Takes the table away and reads the file. */
async function saved(kind: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Esporta' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: kind }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('the table of the districts', () => {
  it('says by keyboard alone where most residents over 80 live alone', async () => {
    await page.getByRole('combobox', { name: 'Elemento' }).focus();
    await tabTo(ALONE);
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort=descending]').waitFor();
    await expect.poll(() => firstRow().locator('th').textContent()).toBe(MOST);
    expect(await firstRow().locator('td').nth(1).textContent()).toBe('2.590');
    // What is not published is said to be so, and stands last.
    expect(await page.getByText('dato non diffuso').count()).toBeGreaterThan(0);
    await tabTo(MOST);
    await page.keyboard.press('Enter');
    await page.locator('section[data-card] h2', { hasText: MOST }).waitFor();
    await page.keyboard.press('Escape');
    expect(await violations(page)).toEqual([]);
  });

  it('is taken away as it stands, in three kinds of file', async () => {
    const excel = await saved('CSV per Excel italiano');
    expect(excel.name).toMatch(/^quartieri-nil-\d{4}-\d{2}-\d{2}-excel\.csv$/);
    expect(excel.text.startsWith('\ufeffNome;')).toBe(true);
    const rows = parse(excel.text, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[];
    expect(rows.length).toBe(88);
    expect(rows[0]?.Nome).toBe(MOST);
    expect(rows[0]?.[`${ALONE} (persone)`]).toBe('2590');
    expect(rows[0]?.['Soli, su chi ha 80 anni e più 2024 (%)']).toMatch(/^\d+,\d+$/);
    expect(rows[0]?.Fonte).toContain('Comune di Milano');
    expect(rows.at(-1)?.[`${ALONE} (persone)`]).toMatch(/^(dato non diffuso)?$/);

    const data = await saved('CSV per programmi');
    const plain = parse(data.text, { columns: true }) as Record<string, string>[];
    expect(plain[0]?.['Soli, su chi ha 80 anni e più 2024 (%)']).toMatch(/^\d+\.\d+$/);
    const told = plain.map((row) => row[`${ALONE} (persone)`] ?? '');
    for (const text of told) expect(text).toMatch(/^\d*$/);
    expect(told.filter((text) => text !== '').every((text) => text === '0' || Number(text) >= 5)).toBe(true);

    const geojson = JSON.parse((await saved('GeoJSON')).text);
    expect(geojson.features.length).toBe(88);
    expect(geojson.features[0].geometry.type).toMatch(/Polygon$/);
    expect(geojson.features[0].properties).toMatchObject({ name: MOST, aloneAged80Plus: 2590 });
    expect(geojson.metadata.sources.length).toBeGreaterThan(0);
  });

  it('is filtered by its columns and its charts, and filters them', async () => {
    await page.getByRole('button', { name: `Filtra la colonna ${ALONE}`, exact: true }).click();
    await page.getByLabel('Da', { exact: true }).fill('2.000');
    await page.keyboard.press('Enter');
    await expect.poll(count).toBe(3);
    await expect.poll(() => page.url()).toContain('filter=');
    await page.getByRole('button', { name: /^Togli il filtro/ }).click();
    await expect.poll(count).toBe(88);

    await page.locator('label', { hasText: 'Grafici' }).click();
    const chart = page.locator('[data-chart=histogram]');
    await chart.waitFor();
    const box = (await chart.boundingBox())!;
    // The right half of the axis: the few districts where most people live.
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.99, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(count).toBeLessThan(40);
    expect(await count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: /^Togli il filtro: Residenti 2024/ }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  it('has a twin for what lives, with its age', async () => {
    await page.getByRole('combobox', { name: 'Elemento' }).selectOption('live:bike-station');
    await page.getByRole('columnheader', { name: 'Posti liberi', exact: true }).waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(20);
    expect(await page.locator('section[data-list] [data-badge]').textContent()).toMatch(/simula/);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
