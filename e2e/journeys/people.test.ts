// SPDX-License-Identifier: EUPL-1.2
/** Which five districts most need care at home in 2035, and why the first? By clicks alone, and by keyboard alone. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { GeoJSONSource } from 'maplibre-gl';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readTables } from '../../commands/city-folder';
import { PEOPLE_THEMES, weightsOf } from '../../src/app/state/people-view';
import { type ColumnTable, columnOf, valuesOf } from '../../src/city/columns';
import { PeopleCity } from '../../src/simulation/people-city';
import {
  type NeedAnswer,
  type PopulationAnswer,
  type SchoolsAnswer,
  TABLES_IF_ANY,
  TABLES_OF,
} from '../../src/simulation/people-protocol';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilStill } from '../browser';

/** A forecast on a slow machine. */
const FORECAST_MS = 120_000;
const YEAR = 2035;
const NEED = {
  indicators: weightsOf({ preset: 'home-care', weights: {} }),
  normalisation: 'z-score',
} as const;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** The same city asked without the page. */
let population: PopulationAnswer;
let need: NeedAnswer;
let schools: SchoolsAnswer;
let names: Map<number, string>;

beforeAll(async () => {
  browser = await launch();
  const cityDir = inject('cityDir');
  const tables = [...readTables(cityDir, [...TABLES_OF.need, ...TABLES_IF_ANY.need]).tables.values()];
  const zones = tables.find(({ id }) => id === 'zones') as ColumnTable;
  const { values, dictionary = [] } = columnOf(zones, 'name');
  names = new Map(
    Array.from(valuesOf(zones, 'id'), (id, row) => [id, dictionary[values[row] as number] ?? '']),
  );
  const city = new PeopleCity();
  city.add(tables);
  population = city.answer({ kind: 'population' });
  need = city.answer({ kind: 'need', year: YEAR, need: NEED });
  schools = city.answer({ kind: 'schools', year: 2026, grade: 'primaria' });
}, FORECAST_MS + 60_000);
afterAll(() => browser.close());

/** The flat map: what is asked here is in the panel, and it stands at once. */
const addressOf = (more: string) =>
  `${inject('baseUrl')}/#v=1&look=light&quality=plan&view=9.19,45.464,11.5,0,0&time=d2026-06-21T10:00${more}`;

/** A new page, of somebody who has seen nothing yet. */
async function open(): Promise<void> {
  await page?.context().close();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(addressOf(''));
  await page.getByRole('button', { name: /^(Impostazioni|Settings)$/ }).waitFor();
}

/** Another address on the same page, as a link takes one there: the city and its forecast are there already. */
async function goTo(more: string): Promise<void> {
  if (!page) await open();
  await page.goto(addressOf(more));
}

const figure = (text: string) => Number(text.replace(/[.\s]/g, '').replace(',', '.').replace('−', '-'));
const topFive = () => page.locator('[data-top-five] li button').allTextContents();
/** Rows of the answer from the most need on. */
const order = () =>
  [...need.ranks.keys()]
    .filter((row) => need.ranks[row]! > 0)
    .sort((a, b) => need.ranks[a]! - need.ranks[b]! || a - b);
const nameAt = (row: number) => names.get(need.districts[row]!)!;
const expectedFive = () => order().slice(0, 5).map(nameAt);
const yearSlider = () => page.getByRole('slider', { name: 'Anno' });
const shownYear = () => page.evaluate(() => window.__gemello!.store.getState().clock);

/** What the answer on the screen has to say, whichever way one came to it. */
async function isAnswered(): Promise<void> {
  await expect.poll(topFive, { timeout: FORECAST_MS }).toEqual(expectedFive());
  const [first] = order() as [number];
  const said = await page.locator('[data-top-five] li').first().textContent();
  const [low, high] = [need.lowRank[first], need.highRank[first]];
  expect(said).toContain(low === high ? `sempre ${low}º` : `tra ${low}º e ${high}º posto`);
  // Why: the bars are the parts of its index, the greatest first, each with its figure, unit, year and source.
  const why = page.locator(`[data-why="${need.districts[first]}"]`);
  expect(await why.locator('h3').textContent()).toContain(`${nameAt(first)} è 1º su`);
  const parts = await why.locator('[data-part]').evaluateAll((items) =>
    items.map((item) => ({
      id: (item as HTMLElement).dataset.part!,
      part: item.querySelector('b')!.textContent!,
      range: item.querySelector('b + small')?.textContent ?? '',
      about: item.querySelector(':scope > small')!.textContent!,
    })),
  );
  const known = need.indicators
    .filter(({ contribution }) => !Number.isNaN(contribution[first]))
    .sort((a, b) => b.contribution[first]! - a.contribution[first]!);
  expect(parts.slice(0, known.length).map(({ id }) => id)).toEqual(known.map(({ id }) => id));
  let sum = 0;
  for (const [i, { contribution, lowContribution, highContribution, year }] of known.entries()) {
    expect(figure(parts[i]!.part)).toBeCloseTo(contribution[first]!, 2);
    const [low, high] = parts[i]!.range.match(/[\d,]+/g)!.map(figure);
    expect(low).toBeCloseTo(Math.abs(lowContribution[first]!), 2);
    expect(high).toBeCloseTo(Math.abs(highContribution[first]!), 2);
    expect(parts[i]!.about).toContain(String(year));
    expect(parts[i]!.about).not.toMatch(/NaN|undefined|\{\{/);
    sum += contribution[first]!;
  }
  expect(sum).toBeCloseTo(need.index[first]!, 4);
}

/** What schools and teams a layer of the map has, and those that are on the screen, nearest to its middle first. */
const sitesOn = (id: string) =>
  page.evaluate(async (source) => {
    const data = await window.__gemello!.map.getSource<GeoJSONSource>(source)?.getData();
    return data?.type === 'FeatureCollection' ? data.features.map(({ properties }) => properties!) : [];
  }, id);
const sitesSeen = async (id: string) => {
  await untilStill(page);
  return page.evaluate((layer) => {
    const { map } = window.__gemello!;
    const { left, top, width, height } = map.getCanvas().getBoundingClientRect();
    return map
      .queryRenderedFeatures({ layers: [layer] })
      .flatMap(({ properties, geometry }) => {
        if (geometry.type !== 'Point') return [];
        const { x, y } = map.project(geometry.coordinates as [number, number]);
        const away = Math.hypot(x - width / 2, y - height / 2);
        return [{ thing: String(properties.thing), x: x + left, y: y + top, away }];
      })
      .sort((a, b) => a.away - b.away);
  }, id);
};

describe('which five districts most need care at home in 2035, and why the first?', () => {
  it(
    'is answered by clicks alone',
    async () => {
      await open();
      await page.getByRole('button', { name: 'Persone', exact: true }).click();
      await page.locator('[data-people] label').filter({ hasText: 'Bisogno' }).click();
      await yearSlider().waitFor();
      // The track is clicked where 2035 stands.
      const track = await page.locator('[data-people] [data-track=year]').boundingBox();
      const [from, to] = [population.firstYear, population.firstYear + population.years - 1];
      await page.mouse.click(
        track!.x + (track!.width * (YEAR - from)) / (to - from),
        track!.y + track!.height / 2,
      );
      expect(await yearSlider().inputValue()).toBe(String(YEAR));
      expect(await shownYear()).toMatchObject({ kind: 'typical', date: { year: YEAR, month: 6, day: 21 } });
      await isAnswered();
      // The map is coloured, and its legend says so; the table has all of them.
      await page.waitForFunction(() => window.__gemello!.map.getLayer('ask-district-fill') !== undefined);
      await expect.poll(() => page.locator('[data-people-legend] li[data-kind=range]').count()).toBe(6);
      expect(await page.locator('[data-ranking] tbody tr').count()).toBe(names.size);
      // From the table to the district, and back from the map to the table.
      const [, second] = order() as [number, number];
      await page
        .locator('[data-ranking]')
        .getByRole('button', { name: nameAt(second), exact: true })
        .click();
      await page
        .locator('section[data-card] h2')
        .filter({ hasText: nameAt(second) })
        .waitFor();
      await page.locator(`[data-why="${need.districts[second]}"]`).waitFor();
      expect(await page.locator('[data-ranking] tr[data-chosen] th').textContent()).toBe(nameAt(second));
      expect(page.url()).toContain('people=need');
      expect(page.url()).toContain(`time=d${YEAR}-06-21T10:00`);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    FORECAST_MS + 60_000,
  );

  it(
    'is answered by keyboard alone, and nothing is wrong with the panel in either look',
    async () => {
      await open();
      const opener = page.getByRole('button', { name: 'Persone', exact: true });
      await tabTo('Persone');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Persone' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Persone');
      await tabTo('Popolazione');
      for (const theme of PEOPLE_THEMES.slice(1, PEOPLE_THEMES.indexOf('need') + 1)) {
        await page.keyboard.press('ArrowRight');
        await page.locator(`[data-theme-of=${theme}]`).waitFor();
      }
      await page.keyboard.press('Tab');
      for (let year = 2026; year < YEAR; year++) await page.keyboard.press('ArrowRight');
      expect(await yearSlider().inputValue()).toBe(String(YEAR));
      expect(await yearSlider().getAttribute('aria-valuetext')).toBe(`${YEAR}, previsione`);
      await isAnswered();
      // The name of a button that Tab passed is gone.
      await page.getByRole('tooltip').waitFor({ state: 'detached' });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Chiudi «Persone»' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-people]').waitFor({ state: 'detached' });
      await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
      // What the panel coloured went with it.
      await page.waitForFunction(() => window.__gemello!.map.getLayer('ask-district-fill') === undefined);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    FORECAST_MS + 60_000,
  );
});

/** Tab until what has the focus is called so. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.closest('label')?.textContent || activeElement?.textContent;
    });
    if (called?.trim() === name) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

describe('the population', () => {
  it(
    'says every figure with its interval, in the panel and in a file',
    async () => {
      await goTo('&people=population');
      const row = population.districts.findIndex(
        (_, i) => population.byDistrict.aged80Plus[0]!.value[i]! > 100,
      );
      const id = population.districts[row]!;
      const cell = page.locator(`[data-ranking] tr[data-district="${id}"] td`);
      await cell.first().waitFor({ timeout: FORECAST_MS });
      const of2026 = population.byDistrict.aged80Plus[2026 - population.firstYear]!;
      const [value, low, high] = (await cell.first().innerText()).match(/[\d.]+/g)!.map(figure);
      expect(low!).toBeLessThanOrEqual(value!);
      expect(value!).toBeLessThanOrEqual(high!);
      // Rounded to what the interval allows.
      expect(value! / of2026.value[row]!).toBeCloseTo(1, 1);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV per programmi' }).click();
      const text = readFileSync(await (await download).path(), 'utf8');
      const rows: Record<string, string>[] = parse(text, { columns: true });
      expect(rows).toHaveLength(names.size);
      for (const each of rows.filter(({ withheld }) => withheld === '0')) {
        expect(Number(each.value_low80)).toBeLessThanOrEqual(Number(each.value));
        expect(Number(each.value)).toBeLessThanOrEqual(Number(each.value_high80));
        expect(each).toMatchObject({ year: '2026', unit: 'persons', synthetic: '1' });
      }
      const own = rows.find((each) => each.id === String(id))!;
      expect(Number(own.value) / of2026.value[row]!).toBeCloseTo(1, 5);
      // Where nothing is told nothing is written, and it is said to be withheld.
      for (const each of rows.filter(({ withheld }) => withheld === '1')) expect(each.value).toBe('');
    },
    FORECAST_MS + 60_000,
  );

  it(
    'moves the pyramid of a district with the year, in the same colours',
    async () => {
      const id = population.districts.find((_, i) => population.byDistrict.total[0]!.value[i]! > 1000)!;
      await goTo(`&people=population&sel=district:${id}`);
      await page.locator('[data-year-pyramid="2026"]').waitFor({ timeout: FORECAST_MS });
      const classes = () =>
        page
          .locator('[data-people-legend] li[data-kind=range]')
          .evaluateAll((items) =>
            items.map((item) => `${(item as HTMLElement).dataset.colour} ${item.children[1]!.textContent}`),
          );
      await expect.poll(async () => (await classes()).length).toBe(5);
      const before = await classes();
      const bars = () => page.locator('[data-year-pyramid] svg').first().innerHTML();
      const was = await bars();
      await yearSlider().focus();
      await page.keyboard.press('End');
      await page.locator('[data-year-pyramid="2045"]').waitFor();
      expect(await bars()).not.toBe(was);
      expect(await page.locator('[data-year-pyramid] figcaption').textContent()).toContain('previsione');
      expect(await classes()).toEqual(before);
    },
    FORECAST_MS + 60_000,
  );
});

describe('where to act', () => {
  it(
    'says where the teams start from, what that gains, and how far it may be from the best',
    async () => {
      await goTo('&people=siting~teams.2');
      await page.locator('[data-sites] li').first().waitFor({ timeout: FORECAST_MS });
      expect(await page.locator('[data-sites] li').count()).toBe(2);
      await expect.poll(() => sitesOn('ask-sites')).toHaveLength(2);
      expect((await sitesOn('ask-sites')).map(({ site, label }) => [site, label])).toEqual(
        (await page.locator('[data-sites] li').allTextContents()).map((label) => ['team', label]),
      );
      expect(await page.locator('[data-siting]').textContent()).toMatch(
        /^Con 2 squadre in più, nel 2026, .* in media a [\d,]+( \(da [\d,]+ a [\d,]+\))? minuti di viaggio\.$/,
      );
      expect(await page.locator('[data-gap]').textContent()).toMatch(/^Nessun’altra scelta /);
      await page.getByRole('slider', { name: 'Squadre' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.locator('[data-sites] li').count(), { timeout: FORECAST_MS }).toBe(3);
      expect(page.url()).toContain('people=siting');
      expect(page.url()).not.toContain('teams.2');
    },
    FORECAST_MS + 60_000,
  );
});

describe('two views', () => {
  it.each(['need', 'services', 'green', 'shops'])(
    'show each its own year of %s',
    async (theme) => {
      await goTo(`&people=${theme}&compare=side,0.5,clock&b-time=d2040-06-21T10:00`);
      const titles = () =>
        page.evaluate(() => {
          const { districtColours, secondDistrictColours } = window.__gemello!.store.getState();
          return [districtColours?.title, secondDistrictColours?.title];
        });
      const title = (year: number) => expect.stringContaining(String(year));
      await expect.poll(titles, { timeout: FORECAST_MS }).toEqual([title(2026), title(2040)]);
      expect(await page.locator('[data-people-legend]').textContent()).toContain('Vista B: ');
      // Followed again, the second shows what the first does.
      await page.evaluate(() =>
        window.__gemello!.store.getState().set({ compare: { mode: 'side', split: 0.5 } }),
      );
      await expect.poll(titles).toEqual([title(2026), undefined]);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    FORECAST_MS + 60_000,
  );
});

describe('how it is worked out', () => {
  it(
    'says the method, the test and that this city is made up',
    async () => {
      await goTo('&people=need');
      await page.getByRole('button', { name: 'Come si calcola, e quanto è buono' }).click();
      const sheet = page.getByRole('dialog', { name: 'Persone: come si calcola' });
      await sheet.locator('[data-back-test=ready]').waitFor({ timeout: FORECAST_MS });
      expect(page.url()).toContain('panel=people-method');
      expect(await sheet.innerText()).toContain('le cifre qui sotto sono sintetiche');
      expect(await sheet.innerText()).not.toMatch(/NaN|undefined|\{\{/);
      expect(await sheet.locator('[data-parameters] tbody tr').count()).toBeGreaterThan(1);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      expect(page.url()).not.toContain('people-method');
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    FORECAST_MS + 60_000,
  );
});

describe('schools', () => {
  it(
    'are told with their pupils, places and ways, each district with its interval',
    async () => {
      await goTo('&people=schools~figure.pupils');
      const sentence = page.locator('[data-schools]');
      await sentence.waitFor({ timeout: FORECAST_MS });
      const found = schools.found!;
      expect(await sentence.textContent()).toMatch(/^Nel 2026: .* alunni per .* posti in \d+ scuole/);
      expect(await sentence.textContent()).toContain(` in ${found.schools} scuole`);
      const rows = await page
        .locator('[data-theme-of="schools"] [data-ranking] tbody tr')
        .evaluateAll((all) =>
          all.map((row) => ({
            id: Number((row as HTMLElement).dataset.district),
            value: row.querySelector('td b')?.textContent ?? '',
            range: row.querySelector('td small')?.textContent ?? '',
          })),
        );
      expect(rows).toHaveLength(schools.districts.length);
      for (const { id, value, range } of rows) {
        const row = schools.districts.indexOf(id);
        const {
          value: pupils,
          low,
          high,
        } = {
          value: found.pupils.value[row]!,
          low: found.pupils.low[row]!,
          high: found.pupils.high[row]!,
        };
        if (Number.isNaN(pupils)) expect(range).toBe('dato non diffuso');
        else {
          // Three digits, and no finer than the interval allows.
          const step = Math.max(1, 10 ** (Math.floor(Math.log10(high || 1)) - 1));
          expect(Math.abs(figure(value) - pupils)).toBeLessThanOrEqual(step);
          expect(low).toBeLessThanOrEqual(pupils);
          expect(range).toMatch(/^(da .* a .*|ricostruit.*)$/);
        }
      }
      await page.getByRole('radio', { name: 'Minuti a piedi' }).check({ force: true });
      await page.getByText('Primaria, 2026: minuti a piedi fino alla scuola').first().waitFor();
      // Each stands on the map, drawn once, and opens its card.
      await expect.poll(() => sitesOn('ask-sites')).toHaveLength(found.schools);
      await expect.poll(async () => (await sitesSeen('ask-sites')).length).toBeGreaterThan(0);
      const [school] = await sitesSeen('ask-sites');
      expect(found.sites.map(({ id }) => id)).toContain(school!.thing);
      await page.mouse.click(school!.x, school!.y);
      const { name } = found.sites.find(({ id }) => id === school!.thing)!;
      await page.locator('section[data-card] h2').filter({ hasText: name }).waitFor();
      await untilStill(page);
      const frames = await page.evaluate(() => window.__gemello!.renderCount);
      await page.waitForTimeout(1000);
      expect(await page.evaluate(() => window.__gemello!.renderCount)).toBe(frames);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
      expect(await violations(page)).toEqual([]);
    },
    FORECAST_MS + 60_000,
  );
});

describe('the sheet of a district', () => {
  it(
    'has people, forecast, homes, services, green and shops, and prints on one page of A4',
    async () => {
      const district = population.districts[0]!;
      await goTo(`&sel=district:${district}`);
      await page.locator('[data-opens-sheet]').click({ timeout: FORECAST_MS });
      const sheet = page.locator(`[data-sheet="${district}"]`);
      await sheet.locator('[data-sheet-forecast] table').waitFor({ timeout: FORECAST_MS });
      const last = population.byDistrict.total.at(-1)!;
      const told = figure(
        (await sheet
          .locator('[data-sheet-forecast] tbody tr')
          .last()
          .locator('td b')
          .first()
          .textContent()) ?? '',
      );
      expect(Math.abs(told - last.value[0]!)).toBeLessThanOrEqual(0.01 * last.value[0]! + 1);
      expect(told).toBeGreaterThanOrEqual(0.99 * last.low[0]!);
      for (const fact of ['residents', 'buildings', 'parks', 'streets', 'school'])
        expect(await sheet.locator(`[data-fact="${fact}"] dd`).textContent()).toMatch(/\d/);
      expect(await violations(page)).toEqual([]);
      const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    FORECAST_MS + 60_000,
  );
});
