// SPDX-License-Identifier: EUPL-1.2
/** Who has a library within a quarter of an hour in 2035? By clicks, by a link, in a table and in a file. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { readTables } from '../../commands/city-folder';
import { PeopleCity } from '../../src/simulation/people-city';
import { TABLES_IF_ANY, TABLES_OF } from '../../src/simulation/people-protocol';
import type { ServicesAnswer } from '../../src/simulation/services-protocol';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

/** A forecast on a slow machine. */
const FORECAST_MS = 120_000;
const LOCATION = '[data-theme-of="services"]';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** The same city asked without the page. */
let libraries: ServicesAnswer;
let doctors: ServicesAnswer;

beforeAll(async () => {
  browser = await launch();
  const cityDir = inject('cityDir');
  const city = new PeopleCity();
  city.add([...readTables(cityDir, [...TABLES_OF.services, ...TABLES_IF_ANY.services]).tables.values()]);
  libraries = city.answer({ kind: 'services', year: 2035, service: 'library' });
  doctors = city.answer({ kind: 'services', year: 2035, service: 'family-doctor' });
}, FORECAST_MS + 60_000);
afterEach(() => page?.context().close());
afterAll(() => browser.close());

async function open(people: string): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(
    `${inject('baseUrl')}/#v=1&look=light&quality=plan&view=9.19,45.464,11.5,0,0&time=d2035-06-21T10:00&people=${people}`,
  );
}

const figure = (text: string) => Number(text.replace(/[.\s]/g, '').replace(',', '.').replace('−', '-'));

it(
  'are told by class and figure, each district with its interval, in the table and in the file',
  async () => {
    await open('services');
    const sentence = page.locator('[data-services]');
    await sentence.waitFor({ timeout: FORECAST_MS });
    await page.getByRole('radio', { name: 'Biblioteche' }).check({ force: true });
    await page.getByRole('radio', { name: 'Senza servizio vicino' }).check({ force: true });
    await page.getByText('Biblioteche, 2035: residenti senza un servizio entro 15 minuti').first().waitFor();
    const found = libraries.found!;
    expect(await sentence.textContent()).toContain(`: ${found.sites} biblioteche.`);
    expect(await sentence.textContent()).not.toMatch(/NaN|undefined|\{\{/);
    await expect.poll(() => page.url()).toContain('people=services~service.library~serviceFigure.beyond');
    const rows = await page.locator(`${LOCATION} [data-ranking] tbody tr`).evaluateAll((all) =>
      all.map((row) => ({
        id: Number((row as HTMLElement).dataset.district),
        value: row.querySelector('td b')?.textContent ?? '',
        range: row.querySelector('td small')?.textContent ?? '',
      })),
    );
    expect(rows).toHaveLength(libraries.districts.length);
    const { value, high } = found.byDistrict.beyond;
    for (const { id, value: said, range } of rows) {
      const row = libraries.districts.indexOf(id);
      if (Number.isNaN(value[row])) expect(range).toBe('dato non diffuso');
      else {
        // Three digits, and no finer than the interval allows.
        const step = Math.max(1, 10 ** (Math.floor(Math.log10(high[row] || 1)) - 1));
        expect(Math.abs(figure(said) - value[row]!)).toBeLessThanOrEqual(step);
      }
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV per programmi' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('servizi-library-beyond-2035');
    const file = parse(readFileSync(await download.path()), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(file).toHaveLength(libraries.districts.length);
    for (const { id, value: written, unit, year, synthetic } of file) {
      const row = libraries.districts.indexOf(Number(id));
      if (Number.isNaN(value[row])) expect(written).toBe('');
      else expect(Number(written)).toBeCloseTo(value[row]!, 1);
      expect([unit, year, synthetic]).toEqual(['persons', '2035', '1']);
    }
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);

it(
  'are explained with equations, parameters, sources and limits, and move with the year',
  async () => {
    await open('services~service.library');
    const title = (year: number) =>
      page.getByText(`Biblioteche, ${year}: minuti da porta a porta fino al servizio più vicino`).first();
    await title(2035).waitFor({ timeout: FORECAST_MS });
    await page.getByRole('slider', { name: 'Anno' }).focus();
    await page.keyboard.press('End');
    await title(2045).waitFor({ timeout: FORECAST_MS });
    await page.getByRole('button', { name: 'Come si calcola, e quanto è buono' }).click();
    const method = page.locator('[data-method="services"]');
    await method.waitFor();
    // It begins where one was, under the window's title, once the test of the forecast has come above it.
    await page.locator('[data-back-test=ready]').waitFor({ timeout: FORECAST_MS });
    const top = await method.evaluate((section) => section.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(250);
    const text = await method.innerText();
    expect(text).toContain('R(s) = S(s) / Σ P(c) · W(m(c, s))');
    expect(text).toContain('4,8 (da 4,3 a 5,3)');
    expect(text).toContain('Luo e Qi 2009');
    expect(text).not.toMatch(/NaN|undefined|\{\{/);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);

it(
  'of family doctors it is said how many patients they are assumed to have, and for whom they are',
  async () => {
    await open('services~service.family-doctor~serviceFigure.supply');
    const sentence = page.locator('[data-services]');
    await sentence.waitFor({ timeout: FORECAST_MS });
    const found = doctors.found!;
    expect(await sentence.textContent()).toMatch(
      new RegExp(`persone di 14 anni e più: ${found.sites} medici, che possono avere .+ assistiti`),
    );
    const title =
      'Medici di famiglia, 2035: posti presso un medico raggiungibili ogni 1.000 persone di 14 anni e più';
    await page.getByText(title).first().waitFor();
    const notes = await page.locator(LOCATION).innerText();
    expect(notes).toContain('Un medico può avere 1.500 assistiti');
    expect(notes).toContain('qui si estrae da 1.200 a 1.800, e gli estremi sono un’ipotesi');
    expect(notes).toContain('Nei dati di questa città non c’è dove sono i nidi e i pediatri');
    expect(notes).not.toMatch(/medici di base|NaN|undefined|\{\{/);
    // All of the demo's have a place.
    expect(await page.locator('[data-unplaced]').count()).toBe(0);
    const { value } = found.byDistrict.supply;
    const told = await page.locator(`${LOCATION} [data-ranking] tbody tr td b`).allTextContents();
    expect(told).toHaveLength([...value].filter((one) => !Number.isNaN(one)).length);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Come si calcola, e quanto è buono' }).click();
    const text = await page.locator('[data-method="services"]').innerText();
    expect(text).toContain('1.500 (da 1.200 a 1.800)');
    expect(text).toContain('ACN 2024, art. 38');
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);
