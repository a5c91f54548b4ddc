// SPDX-License-Identifier: EUPL-1.2
/** Who has trees and a park near home, and where are summer nights warm? In the panel «Persone». */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { type ColumnTable, decodeColumns } from '../../src/city/columns';
import type { GreenAnswer } from '../../src/simulation/green-protocol';
import { PeopleCity } from '../../src/simulation/people-city';
import { tablesFor } from '../../src/simulation/people-protocol';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

/** A forecast on a slow machine. */
const FORECAST_MS = 120_000;
const QUESTION = { kind: 'green', year: 2026 } as const;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** The same city asked without the page. */
let green: GreenAnswer;

beforeAll(async () => {
  browser = await launch();
  const cityDir = inject('cityDir');
  const { path } = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8'));
  const city = new PeopleCity();
  city.add(
    [...new Set(tablesFor(QUESTION))].map(
      (id): ColumnTable =>
        decodeColumns(new Uint8Array(readFileSync(join(cityDir, path, `inputs/${id}.columns`)))),
    ),
  );
  green = city.answer(QUESTION);
}, FORECAST_MS + 60_000);
afterEach(() => page?.context().close());
afterAll(() => browser.close());

async function open(more: string, viewport = { width: 1440, height: 900 }): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce', viewport }));
  await page.goto(
    `${inject('baseUrl')}/#v=1&look=light&quality=plan&view=9.19,45.464,11.5,0,0&time=d2026-06-21T10:00${more}`,
  );
  await page.locator('[data-green]').waitFor({ timeout: FORECAST_MS });
}

const figure = (text: string) => Number(text.replace('%', '').replace(/[.\s]/g, '').replace(',', '.'));
const rows = () =>
  page.locator('[data-theme-of="green"] [data-ranking] tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      id: Number((row as HTMLElement).dataset.district),
      value: row.querySelector('td b')?.textContent ?? '',
      range: row.querySelector('td small')?.textContent ?? '',
    })),
  );

it(
  'is told of each district with its interval, in the table and on the map',
  async () => {
    await open('&people=green~green.park');
    const { park } = green.found!.byDistrict;
    const told = await rows();
    expect(told).toHaveLength(green.districts.length);
    for (const { id, value, range } of told) {
      const share = park.value[green.districts.indexOf(id)]!;
      if (Number.isNaN(share)) expect(range).toBe('dati insufficienti');
      else {
        expect(Math.abs(figure(value) - 100 * share)).toBeLessThanOrEqual(1);
        expect(range).toMatch(/^da .*% a .*%$/);
      }
    }
    expect(await page.locator('[data-green]').textContent()).toMatch(/^Regola 3-30-300, nel 2026: .*%/);
    // Of when the trees are, as their source states it.
    expect(await page.locator('[data-green-vintage]').textContent()).toContain('demo 2, milano');
    await page.waitForFunction(() => window.__gemello!.map.getLayer('ask-district-fill') !== undefined);
    await expect.poll(() => page.locator('[data-people-legend] li[data-kind=range]').count()).toBe(5);
    await page.locator('[data-theme-of="green"] label').filter({ hasText: 'Caldo di una notte' }).click();
    await expect
      .poll(async () => page.locator('[data-people-legend] h2').textContent())
      .toContain('Notte d’estate');
    const { warmerC } = green.found!.byDistrict;
    for (const { id, value } of await rows()) {
      const warmer = warmerC.value[green.districts.indexOf(id)]!;
      if (!Number.isNaN(warmer)) expect(Math.abs(figure(value) - warmer)).toBeLessThanOrEqual(0.1);
    }
    await expect.poll(() => page.url()).toContain('green.warmerC');
    // Nights differ by tenths of a degree: still one district is told from another by its colour.
    const slots = await page.evaluate(() => [
      ...window.__gemello!.store.getState().districtColours!.legend.slots,
    ]);
    const known = slots.filter((_, row) => !Number.isNaN(warmerC.value[row]));
    expect(new Set(known).size).toBeGreaterThanOrEqual(4);
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);

it(
  'says how it is reckoned: every parameter with its range and source, and how it was tested',
  async () => {
    await open('&people=green');
    await page.getByRole('button', { name: 'Come si calcola' }).click();
    const method = page.locator('[data-method="green"]');
    await method.waitFor();
    expect(await method.locator('ol > li').count()).toBe(5);
    const parameters = await method.locator('[data-parameters] tbody tr').allTextContents();
    expect(parameters).toHaveLength(16);
    expect(parameters.find((row) => row.startsWith('Isola di calore massima'))).toContain('4 (da 3 a 5)');
    for (const row of parameters) expect(row).not.toMatch(/NaN|undefined|\{\{/);
    // What was compared with what is published, and what could not be.
    const check = method.locator('[data-check="green"]');
    expect(await check.getByRole('heading').textContent()).toBe('Come è stato verificato');
    expect(await check.locator('tbody').count()).toBe(6);
    expect(await check.textContent()).toMatch(/Non è stato possibile/);
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);
