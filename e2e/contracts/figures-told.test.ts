// SPDX-License-Identifier: EUPL-1.2
/** Every figure of «Persone» and of the sheet of a district has its interval, unit, year and source; axe finds nothing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PEOPLE_THEMES, type PeopleTheme } from '../../src/app/state/people-view';
import { violationsOf } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';
import { faultsOf, type ToldPart, toldPart } from '../told-figures';

/** A forecast on a slow machine. */
const ANSWER_MS = 120_000;
const YEAR = 2035;
/** What a theme shows besides what it begins with, as a link says it, and what its caption has to say then. */
const VIEWS: Readonly<Record<PeopleTheme, Readonly<Record<string, RegExp>>>> = {
  population: {
    '': /2035: persone/,
    '~show.change': /2035: variazione dal 2024, in %/,
    '~group.aged0to2': /0–2 anni/,
  },
  schools: { '': /2035: minuti/, '~figure.unplaced': /senza posto/, '~figure.pupils': /2035: alunni$/ },
  services: {
    '': /2035: minuti/,
    '~serviceFigure.supply': /farmacie raggiungibili ogni 10\.000/,
    '~service.home-care~serviceFigure.beyond': /2035: ore alla settimana/,
  },
  need: { '': /Assistenza a casa, 2035/, '~preset.families': /Famiglie con bambini, 2035/ },
  siting: { '': /2035: media dei residenti/ },
  green: { '': /2035: % dei residenti/, '~green.canopy': /% del suolo/, '~green.warmerC': /°C/ },
  shops: { '': /2035: visite/, '~shopFigure.share': /% delle visite/, '~shopFigure.balance': /per ognuna/ },
};
/** Where a theme says in words what it has found. */
const SENTENCES =
  '[data-city], [data-schools], [data-services], [data-siting], [data-green], [data-green-heat], [data-shops]';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
});
afterAll(() => browser.close());

const goTo = (more: string) =>
  page.goto(
    `${inject('baseUrl')}/#v=1&look=light&quality=plan&view=9.19,45.464,11.5,0,0&time=d${YEAR}-06-21T10:00${more}`,
  );

describe('the panel «Persone»', () => {
  it.each(PEOPLE_THEMES)(
    '%s tells every figure with interval, unit, year and source',
    async (theme) => {
      for (const [view, caption] of Object.entries(VIEWS[theme])) {
        await goTo(`&people=${theme}${view}`);
        const section = page.locator(`[data-theme-of=${theme}]`);
        await section.locator('[data-ranking] caption', { hasText: caption }).waitFor({ timeout: ANSWER_MS });
        const part = { sentence: SENTENCES, source: '[data-people-sources]' };
        expect(faultsOf(await toldPart(page, `[data-theme-of=${theme}]`, part)), view).toEqual([]);
        // Whoever is first is so within a range, and why is told with intervals (people.test.ts).
        if (theme === 'need')
          for (const place of await page.locator('[data-top-five] li').allTextContents())
            expect(place).toMatch(/sempre \dº|tra \d+º e \d+º posto/);
        // The colours on the map are the same figures.
        await expect
          .poll(() => page.locator('[data-people-legend] h2').textContent())
          .toMatch(/\b20\d\d\b|dati generati/);
      }
      expect(await violationsOf(page, '[data-people]')).toEqual([]);
    },
    ANSWER_MS,
  );
});

describe('the sheet of a district', () => {
  it(
    'tells every figure with interval, unit, year and source, on a phone too',
    async () => {
      await goTo('&sel=district:20');
      await page.locator('[data-opens-sheet]').click({ timeout: ANSWER_MS });
      await page.locator('[data-sheet-forecast] table').waitFor({ timeout: ANSWER_MS });
      const forecast = await toldPart(page, 'article[data-sheet]', {
        sentence: 'none',
        source: '[data-sources]',
      });
      const tables = forecast.tables.filter(({ caption }) => caption.startsWith('Persone, dal'));
      expect(faultsOf({ ...forecast, tables })).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = await page
        .locator('article[data-sheet]')
        .evaluate((sheet) => sheet.getBoundingClientRect().right);
      expect(wide).toBeLessThanOrEqual(390);
      expect(await violationsOf(page, '[role=dialog]')).toEqual([]);
      // There the panel hides the map's key, and has it itself.
      await goTo('&people=population');
      await page.locator('[data-theme-of=population] li[data-kind=range]').first().waitFor();
      expect(await violationsOf(page, '[data-people]')).toEqual([]);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    ANSWER_MS,
  );
});

describe('a figure told badly', () => {
  const good: ToldPart = {
    sources: 'Dati di partenza – Popolazione: Comune di Milano (2011–2024).',
    sentences: ['Nel 2035, 80 anni e più: 120.000 (da 116.000 a 124.000) persone.'],
    tables: [
      {
        caption: '80 anni e più, 2035: persone',
        rows: [
          [{ value: '5.750', under: 'da 5.450 a 6.050' }],
          [{ value: '1.321', under: 'dal registro' }],
          [{ value: '−0,7%', under: 'da −1,2% a +0,4%' }],
          [{ value: '', under: 'dato non diffuso' }],
        ],
      },
    ],
  };
  const withCell = (value: string, under: string): ToldPart => ({
    ...good,
    tables: [{ ...good.tables[0]!, rows: [...good.tables[0]!.rows, [{ value, under }]] }],
  });
  const withCaption = (caption: string): ToldPart => ({ ...good, tables: [{ ...good.tables[0]!, caption }] });

  it('is found, and nothing else is', () => {
    expect(faultsOf(good)).toEqual([]);
    const found = (part: ToldPart) => faultsOf(part).map((fault) => fault.split(':')[0]);
    expect(found(withCell('5.750', ''))).toEqual(['a figure without its interval']);
    expect(found(withCell('5.750', 'persone'))).toEqual(['a figure without its interval']);
    expect(found(withCell('', ''))).toEqual(['a figure without its interval']);
    expect(found(withCell('NaN', 'da NaN a NaN'))).toEqual(['a figure without its interval']);
    expect(found(withCaption('80 anni e più: persone'))).toEqual(['a caption has no year']);
    expect(found(withCaption('80 anni e più, 2035'))).toEqual(['a caption has no unit']);
    expect(found({ ...good, sources: '' })).toEqual(['no source']);
    expect(found({ ...good, sentences: ['Nel 2035: 120.000 persone.'] })).toEqual([
      'a sentence has no interval',
    ]);
    expect(found({ ...good, tables: [] })).toEqual(['no table']);
  });
});
