// SPDX-License-Identifier: EUPL-1.2
/** Where does one go to shop and to eat, how sure is that, and what does it rest on? */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { readTables } from '../../commands/city-folder';
import { PeopleCity } from '../../src/simulation/people-city';
import { TABLES_IF_ANY, TABLES_OF } from '../../src/simulation/people-protocol';
import type { ShopsAnswer } from '../../src/simulation/shops-protocol';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

/** A forecast on a slow machine. */
const FORECAST_MS = 120_000;
const YEAR = 2026;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** The same city asked without the page. */
let shops: ShopsAnswer;

beforeAll(async () => {
  browser = await launch();
  const cityDir = inject('cityDir');
  const tables = [...readTables(cityDir, [...TABLES_OF.shops, ...TABLES_IF_ANY.shops]).tables.values()];
  const city = new PeopleCity();
  city.add(tables);
  shops = city.answer({ kind: 'shops', year: YEAR });
}, FORECAST_MS + 60_000);
afterEach(() => page?.context().close());
afterAll(() => browser.close());

async function open(more: string): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(
    `${inject('baseUrl')}/#v=1&look=light&quality=plan&view=9.19,45.464,11.5,0,0&time=d${YEAR}-06-21T10:00${more}`,
  );
  await page.getByRole('button', { name: /^(Impostazioni|Settings)$/ }).waitFor();
}

const figure = (text: string) =>
  Number(
    text
      .replace(/[.\s%]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  );
const rows = () =>
  page.locator('[data-theme-of="shops"] [data-ranking] tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      id: Number((row as HTMLElement).dataset.district),
      value: row.querySelector('td b')?.textContent ?? '',
      range: row.querySelector('td small')?.textContent ?? '',
    })),
  );

it(
  'visits are told by district, each with its interval, with what they rest on and what is not known',
  async () => {
    await open('&people=shops');
    await page.locator('[data-shops]').waitFor({ timeout: FORECAST_MS });
    const { all, of, counted } = shops.found!;
    expect(await page.locator('[data-counted]').textContent()).toContain(
      counted.neighbourhood.toLocaleString('it-IT'),
    );
    expect(await page.getByText('nessun conteggio è pubblicato').first().isVisible()).toBe(true);
    const told = await rows();
    expect(told).toHaveLength(shops.districts.length);
    for (const { id, value, range } of told) {
      const row = shops.districts.indexOf(id);
      const [visits, high] = [all.visits.value[row]!, all.visits.high[row]!];
      // Three digits, and no finer than the interval allows.
      const step = Math.max(1, 10 ** (Math.floor(Math.log10(high || 1)) - 1));
      expect(Math.abs(figure(value) - visits)).toBeLessThanOrEqual(step);
      if (visits > 0) expect(range).toMatch(/^da .* a .*$/);
    }
    // The greatest first, as they are and not as they are rounded.
    const values = told.map(({ id }) => all.visits.value[shops.districts.indexOf(id)]!);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    await page.getByRole('radio', { name: 'Bar e ristoranti' }).check({ force: true });
    await page.getByRole('radio', { name: 'Quota della città' }).check({ force: true });
    await page.getByText(`Bar e ristoranti, ${YEAR}: % delle visite della città`).first().waitFor();
    const [first] = await rows();
    const row = shops.districts.indexOf(first!.id);
    expect(Math.abs(figure(first!.value) / 100 - of['eating-out'].share.value[row]!)).toBeLessThan(0.006);
    await page.locator('[data-people-legend]').waitFor();
    await expect.poll(() => page.url()).toContain('shopSector.eating-out');
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);

it(
  'the explanation has equations, every parameter with its source, limits, and how it was tested',
  async () => {
    await open('&people=shops');
    await page.locator('[data-shops]').waitFor({ timeout: FORECAST_MS });
    await page.getByRole('button', { name: 'Come si calcola, e quanto è buono' }).click();
    const method = page.locator('[data-method="shops"]');
    await method.waitFor();
    expect(await method.locator('li').count()).toBe(5);
    const parameters = await method
      .locator('[data-parameters] tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(parameters).toHaveLength(16);
    for (const [name, value, source] of parameters) {
      expect(name).toMatch(/\S/);
      expect(value).toMatch(/^\d.* \(da .* a .*\)$/);
      expect(source).toMatch(/Ipotesi|Fipe|Haines|Living Streets/);
    }
    expect(await page.locator('[data-shop-limits] li').count()).toBe(7);
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  FORECAST_MS + 60_000,
);
