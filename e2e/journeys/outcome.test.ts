// SPDX-License-Identifier: EUPL-1.2
/** A councillor opens the link of an outcome: on a telephone, at a desk, without graphics, when something is missing. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import i18next from 'i18next';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { gulpease } from '../../src/app/outcome/fixtures/gulpease';
import { headlineText, outcomeWords } from '../../src/app/outcome/outcome-words';
import { outcome } from '../../src/app/text/it-outcome';
import { readDigest } from '../../src/impact/digest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';
import { readPdf } from '../pdf';
import { canDrawPdf, pictureOfPage } from '../pdf-picture';
import { type PublishedHere, publishDirectly, withdrawDirectly } from './publish-directly';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

let browser: Browser;
let published: PublishedHere;
let page: Page;
let misdeeds: Misdeeds;
/** Of the page itself. */
let status: number;
beforeAll(async () => {
  // What is read first needs no graphics.
  browser = await launch({ webgl: false });
  published = await publishDirectly(inject('baseUrl'), inject('cityDir'));
});
afterEach(() => page?.context().close());
afterAll(() => browser?.close());

async function open(id: string, viewport = PHONE, before?: (page: Page) => Promise<unknown>): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { viewport, acceptDownloads: true }));
  await before?.(page);
  status = (await page.goto(`${inject('baseUrl')}/esito/${id}`))?.status() ?? 0;
}
const headline = () => page.getByRole('heading', { level: 2 });
const drawing = () => page.locator('svg[data-districts]');

describe('an outcome on a telephone', () => {
  it('says its headline, three effects with their intervals, and how sure each is', async () => {
    await open(published.id);
    await expect.poll(() => headline().textContent()).toBe('Con Area C a 7,50 € si guida di meno');
    expect(await page.title()).toBe('Con Area C a 7,50 € si guida di meno – Gemello Milano');
    const effects = page.locator('[data-effects] > li');
    expect(await effects.count()).toBe(3);
    const traffic = page.locator('[data-effects] [data-topic="traffic"]');
    await expect.poll(() => traffic.textContent()).toMatch(/Si guida di meno.*da [\d.]+ a [\d.]+ km in meno/);
    for (const text of await effects.allTextContents())
      expect(text).toMatch(/(Quasi certo|Molto probabile|Probabile|Incerto)$/);
    // The demo says that it is one.
    await page.getByText('Queste cifre non descrivono la Milano reale').waitFor();
    await drawing().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('has its text before any map, in less than a megabyte, and is easily read', async () => {
    let bytes = 0;
    const asked: string[] = [];
    await open(published.id, PHONE, async (fresh) => {
      fresh.on('response', (response) => {
        bytes += Number(response.headers()['content-length'] ?? 0);
        asked.push(response.url());
      });
    });
    await page.locator('[data-effects]').waitFor();
    expect(bytes).toBeLessThan(1_000_000);
    // The engines and the city: outlines of districts may be on their way.
    expect(asked.filter((url) => /maplibre|three|deck|\.mvt|\/(buildings|trees)\//.test(url))).toEqual([]);
    await drawing().waitFor();
    const text = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const words = document.querySelector('main')!.cloneNode(true) as HTMLElement;
      for (const other of words.querySelectorAll('table, button, svg, [data-part="sources"], [data-share]'))
        other.remove();
      document.body.append(words);
      const said = words.innerText;
      words.remove();
      return said;
    });
    expect(text).toContain('Che cosa il modello non sa');
    expect(gulpease(text)).toBeGreaterThanOrEqual(50);
  });

  it('says in English that its author’s headline is Italian, and one that was proposed in English', async () => {
    await open(published.id);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Headline in Italian, as whoever published it wrote it.').waitFor();
    expect(await headline().getAttribute('lang')).toBe('it');
    await i18next.init({
      lng: 'it',
      resources: { it: { translation: { outcome } } },
      interpolation: { escapeValue: false },
    });
    const italian = outcomeWords(i18next.getFixedT('it'), 'it');
    const title = headlineText(readDigest(published.digest), italian);
    const proposed = await publishDirectly(inject('baseUrl'), inject('cityDir'), title);
    await page.goto(`${inject('baseUrl')}/esito/${proposed.id}?lang=en`);
    await expect.poll(() => headline().textContent()).toMatch(/^With “Area C a 7,50 €” /);
    expect(await headline().getAttribute('lang')).toBeNull();
    expect(await page.title()).toMatch(/^With “Area C a 7,50 €” /);
    await page.getByRole('button', { name: 'Italiano' }).click();
    await expect.poll(() => headline().textContent()).toBe(title);
    expect(await page.getByText('Headline in Italian').count()).toBe(0);
  });

  it('has no barrier, in either look and language', async () => {
    await open(published.id);
    await drawing().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What changes' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await violations(page)).toEqual([]);
  });
});

describe('an outcome without JavaScript', () => {
  it('says its headline and what is done', async () => {
    ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { javaScriptEnabled: false }));
    await page.goto(`${inject('baseUrl')}/esito/${published.id}`);
    expect(await page.title()).toBe(`${published.title} – Gemello Milano`);
    const body = await page.locator('body').innerText();
    expect(body).toContain(published.title);
    expect(body).toContain('Area C: 7,50 € (residenti 3 €, merci e servizio 4,50 €) dalle 7:30 alle 19:30');
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});

describe('an outcome at a desk', () => {
  it('is read and opened by keyboard alone', async () => {
    await open(published.id, DESK);
    await drawing().waitFor();
    const table = page.getByText('Le cifre di ogni quartiere');
    await table.focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-districts-table]').waitFor();
    await page.getByRole('button', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who gains and who loses' }).waitFor();
  });

  it('says the same figures in words, in its tables, on the map and in the file', async () => {
    await open(published.id, DESK);
    await drawing().waitFor();
    const total = published.digest.totals.find(({ id }) => id === 'vehicleKm')!;
    const [downloaded] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tabella come dati (CSV)' }).click(),
    ]);
    const rows = parse(readFileSync((await downloaded.path())!), { columns: true }) as Record<
      string,
      string
    >[];
    const row = rows.find(({ indicator }) => indicator === 'vehicleKm')!;
    expect([row.change, row.change_low80, row.change_high80].map(Number)).toEqual(total.change.slice(0, 3));
    await page.getByText('Tutte le cifre', { exact: true }).click();
    const cells = await page.locator('[data-total="vehicleKm"] td').allTextContents();
    // In hundreds, as its interval allows: the sentence, the table and the file agree.
    const hundreds = (value: number) => Math.round(Math.abs(value) / 100) * 100;
    const [, low, high] = total.change;
    const written = (value: number) => hundreds(value).toLocaleString('it-IT', { useGrouping: true });
    expect(cells[2]).toContain(`−${written(low)} … −${written(high)}`);
    const sentence = await page.locator('[data-topic="traffic"] b').textContent();
    expect(sentence).toBe(`da ${written(high)} a ${written(low)} km in meno`);
    // Districts: as many of each way on the map, in its words, in the table and in the file.
    const { rows: districts } = published.digest.map!;
    for (const way of ['more', 'less', 'unclear', 'none'] as const) {
      const n = districts.filter(({ direction }) => direction === way).length;
      expect(await page.locator(`svg[data-districts] path[data-direction="${way}"]`).count()).toBe(n);
      expect(rows.filter(({ place, direction }) => place && direction === way).length).toBe(n);
    }
    // Nobody who gains or loses has the colour of no change, which is the legend's middle box.
    const boxes = page.locator('[data-gains] [data-legend] svg[role="img"] rect');
    const grey = await boxes.nth(Math.floor((await boxes.count()) / 2)).getAttribute('fill');
    const greyed = await page.locator(`svg[data-districts] path[fill="${grey}"]`).count();
    expect(greyed).toBe(districts.filter(({ direction }) => direction === 'none').length);
    const number = (way: string) => districts.filter(({ direction }) => direction === way).length;
    expect(await page.locator('[data-counts]').textContent()).toBe(
      `Quartieri che guadagnano: ${number('more')}. Che perdono: ${number('less')}. Incerti: ${number('unclear')}. Uguali: ${number('none')}.`,
    );
    await page.getByText('Le cifre di ogni quartiere').click();
    expect(await page.locator('[data-districts-table] tbody tr').count()).toBe(districts.length);
  });
});

describe('an outcome that is not there', () => {
  it('is said to be unknown', async () => {
    await open(randomUUID());
    await expect.poll(() => headline().textContent()).toBe('Questo esito non c’è');
    expect(status).toBe(404);
    expect(await violations(page)).toEqual([]);
  });

  it('is said to be unknown also where the address is none', async () => {
    await open('qualcosa');
    await expect.poll(() => headline().textContent()).toBe('Questo esito non c’è');
    expect(status).toBe(404);
  });

  it('is said to be withdrawn, and says nothing of what it was', async () => {
    const other = await publishDirectly(inject('baseUrl'), inject('cityDir'), 'Un esito da ritirare');
    await withdrawDirectly(inject('baseUrl'), other.id);
    await open(other.id);
    await expect.poll(() => headline().textContent()).toBe('Questo esito è stato ritirato');
    expect(status).toBe(410);
    expect(await page.locator('main').textContent()).toContain('«Un esito da ritirare» era pubblico');
    expect(await page.locator('[data-effects]').count()).toBe(0);
  });

  it('is asked for again where the server was away', async () => {
    let away = true;
    await open(published.id, PHONE, (fresh) =>
      fresh.route('**/api/publications/*', (route) => (away ? route.abort() : route.continue())),
    );
    await expect.poll(() => headline().textContent()).toBe('Il server non risponde');
    away = false;
    await page.getByRole('button', { name: 'Riprova' }).click();
    await expect.poll(() => headline().textContent()).toBe(published.title);
  });
});

describe('a part that does not come', () => {
  it('is named, and the rest is there: outlines of the districts', async () => {
    await open(published.id, PHONE, (fresh) => fresh.route('**/*zone-rings*', (route) => route.abort()));
    await page
      .getByText('I confini dei quartieri non sono arrivati: la tabella dice le stesse cose.')
      .waitFor();
    expect(await headline().textContent()).toBe(published.title);
    await page.getByText('Le cifre di ogni quartiere').click();
    expect(await page.locator('[data-districts-table] tbody tr').count()).toBe(
      published.digest.map!.rows.length,
    );
  });
});

/** What is printed on a page: the share that stays light, and pixels of the map's two colours. */
function inkOf({ data, width, height }: PNG): { paper: number; purple: number; orange: number } {
  let [paper, purple, orange] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
    if (r > 235 && g > 235 && b > 235) paper++;
    if (b > g + 45 && r > g + 10) purple++;
    if (r > b + 90 && r > g + 30 && g > b + 20) orange++;
  }
  return { paper: paper / (width * height), purple, orange };
}

if (!canDrawPdf) console.warn('No pdftoppm here: no page of a PDF is looked at.');

describe('an outcome on paper', () => {
  it.each(['A4', 'A3'] as const)(
    '%s: tagged, with its headline, figures, map, date, hash and address',
    async (format) => {
      await open(published.id, DESK);
      await drawing().waitFor();
      const pdf = readPdf(await page.pdf({ format, tagged: true, printBackground: true }));
      expect(pdf.tagged).toBe(true);
      expect(pdf.languages).toEqual(['it']);
      for (const role of ['H2', 'H3', 'P', 'L', 'LI', 'Figure']) expect(pdf.roles).toContain(role);
      expect(pdf.pages).toBeLessThanOrEqual(4);
      const text = pdf.text.replace(/\s+/g, ' ');
      const figure = await page.locator('[data-topic="traffic"] b').textContent();
      for (const said of [
        published.title,
        figure!,
        'Chi guadagna e chi perde',
        '5 km · Nord in alto',
        'Che cosa il modello non sa',
        published.answer.resultHash,
        `/esito/${published.id.slice(0, 8)}`,
        'Stampato il ',
        'Dati dimostrativi',
      ])
        expect(text).toContain(said.replace(/\s+/g, ' '));
      // What is pressed on the screen is not on paper.
      expect(text).not.toContain('Copia il link');
    },
  );

  it.skipIf(!canDrawPdf && process.env.CI !== 'true')(
    'is not blank: every page is drawn, and the map, light on a dark screen too',
    async () => {
      await open(published.id, DESK);
      await drawing().waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.look)).toBe('dark');
      const pdf = await page.pdf({ format: 'A4', tagged: true, printBackground: true });
      const pages = readPdf(pdf).pages;
      const inks = Array.from({ length: pages }, (_, at) => inkOf(pictureOfPage(pdf, at + 1)));
      for (const { paper } of inks) {
        expect(paper).toBeGreaterThan(0.5);
        expect(paper).toBeLessThan(0.99);
      }
      // Somewhere stands the map: who gains, and who loses.
      expect(Math.max(...inks.map(({ purple }) => purple))).toBeGreaterThan(1000);
      expect(Math.max(...inks.map(({ orange }) => orange))).toBeGreaterThan(1000);
    },
  );

  it('is a picture too', async () => {
    await open(published.id, DESK);
    await drawing().waitFor();
    const [downloaded] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Mappa dei quartieri (PNG)' }).click(),
    ]);
    const { width, height, data } = PNG.sync.read(readFileSync((await downloaded.path())!));
    expect([width, height > 1000]).toEqual([1600, true]);
    let coloured = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i + 2]! > data[i + 1]! + 45) coloured++;
    expect(coloured).toBeGreaterThan(2000);
  });
});

describe('an outcome on the city in 3D', () => {
  let drawing3d: Browser;
  beforeAll(async () => {
    drawing3d = await launch();
  });
  afterAll(() => drawing3d?.close());

  it('shows before and after with a line between, by keyboard too, and the difference', async () => {
    ({ page, misdeeds } = await openPage(drawing3d, inject('baseUrl'), {
      ...{ viewport: PHONE, reducedMotion: 'reduce' },
    }));
    await page.goto(`${inject('baseUrl')}/esito/${published.id}`);
    await page.getByRole('heading', { name: 'Prima e dopo, sulla città' }).scrollIntoViewIfNeeded();
    const line = page.getByRole('slider', { name: 'Linea fra prima e dopo' });
    await line.waitFor({ timeout: 90_000 });
    await page.locator('#city').evaluate((title) => title.scrollIntoView());
    await untilDrawn(page);
    const map = page.locator('[data-map]');
    const seen = async () => {
      await untilDrawn(page);
      return PNG.sync.read(await map.screenshot());
    };
    const blue = ({ data }: PNG) => {
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i + 2]! > data[i]! + 60) pixels++;
      return pixels;
    };
    await line.focus();
    await page.keyboard.press('Home');
    await page.getByText(/La linea è al \d+% della mappa/).waitFor();
    const after = await seen();
    await page.keyboard.press('End');
    const before = await seen();
    expect(blue(after)).toBeGreaterThan(3000);
    let differing = 0;
    // Beside the line at either end.
    for (let y = 0; y < after.height; y++)
      for (let x = 60; x < after.width - 60; x++) {
        const i = 4 * (y * after.width + x);
        if ([0, 1, 2].some((k) => Math.abs(after.data[i + k]! - before.data[i + k]!) > 24)) differing++;
      }
    expect(differing).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Mostra la differenza' }).click();
    await page.getByText(/^La mappa mostra la differenza/).waitFor();
    const change = await seen();
    expect(blue(change)).toBeLessThan(blue(after));
    expect(await line.count()).toBe(0);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('is named where its answer does not come, and the rest is there', async () => {
    ({ page, misdeeds } = await openPage(drawing3d, inject('baseUrl'), { viewport: PHONE }));
    await page.route('**/api/publications/*/answer', (route) => route.abort());
    await page.goto(`${inject('baseUrl')}/esito/${published.id}`);
    await page.getByRole('heading', { name: 'Prima e dopo, sulla città' }).scrollIntoViewIfNeeded();
    await page.getByText('La mappa in 3D non è arrivata. Il resto dell’esito c’è tutto.').waitFor();
    await drawing().waitFor();
  });
});
