// SPDX-License-Identifier: EUPL-1.2
/** Somebody new asks «E se…?»: three measures, by keyboard or by mouse, and the models answer. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LonLat } from '../../src/city/frames';
import { violations } from '../axe';
import { launch, type Misdeeds } from '../browser';
import { CALCULATE, measuresOf, openScenarioPage, VIEW } from './scenario-page';

/** A run may take so long on a small machine without a GPU. */
const RUN_MS = 240_000;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
});
/** The page of one test is that of the next, too. */
let stays = false;
afterEach(() => (stays ? undefined : page?.context().close()));
afterAll(() => browser.close());

async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  ({ page, misdeeds } = await openScenarioPage(browser, address, options));
}
const measures = () => measuresOf(page);
const runKind = () => page.evaluate(() => window.__gemello!.store.getState().run.kind);
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });

/** Waits for the end of the run and gives what the page knows of it. */
async function answer() {
  await page.waitForFunction(() => window.__gemello!.store.getState().run.kind !== 'running', undefined, {
    timeout: RUN_MS,
  });
  return page.evaluate(() => {
    const { run } = window.__gemello!.store.getState();
    return run.kind === 'done'
      ? { kind: run.kind, draws: run.answer.impact.draws, hash: run.answer.resultHash }
      : run;
  });
}

async function choose(item: RegExp | string): Promise<void> {
  await page.getByRole('button', { name: 'Aggiungi una misura' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('three measures and their effects', () => {
  it(
    'with the keyboard alone',
    async () => {
      await open(VIEW);
      await page.getByRole('button', { name: 'E se…?' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'scenario-title');
      await page.getByRole('button', { name: CALCULATE }).waitFor();
      // Area C, from the menu: its first letters are enough.
      const add = page.getByRole('button', { name: 'Aggiungi una misura' });
      await add.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      await page.keyboard.type('area c a 7');
      await page.keyboard.press('Enter');
      await page.getByText(/^Area C: 7,50\s€/).waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Aggiungi una misura');
      // One street closed, by its name.
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      await page.keyboard.type('chiusura');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'measure-title');
      for (let i = 0; i < 10 && !(await focused()).includes('Scegli sulla mappa'); i++)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('via torino');
      await page.getByRole('option', { name: 'Via Torino' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('Via Torino: chiusura al traffico a motore').waitFor();
      await page.getByRole('button', { name: 'Aggiungi', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.textContent === 'Aggiungi una misura');
      // A fifth of those who can work from home.
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      await page.keyboard.type('20%');
      await page.keyboard.press('Enter');
      await page.getByText('20% in lavoro agile tra chi può').waitFor();
      // The menu gives the keyboard back when it has gone.
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement !== document.body);
      expect(await measures()).toMatchObject([
        { kind: 'road-pricing', place: 'area', config: { priceEur: { visitor: 7.5 } } },
        { kind: 'close-streets', place: 'streets' },
        { kind: 'remote-work', place: 'city', config: { share: 0.2 } },
      ]);
      await page.getByRole('button', { name: CALCULATE }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.textContent === 'Ferma');
      expect(await answer()).toMatchObject({ kind: 'done', draws: 8 });
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    RUN_MS + 120_000,
  );

  it(
    'with the mouse: stopped, run, and out of date once something changes',
    async () => {
      await open(`${VIEW}&panel=scenario`);
      await picture('1-panel');
      await page.getByRole('button', { name: 'Area C a 7,50 €' }).click();
      await choose('20% in lavoro agile');
      await picture('2-two-measures');
      await choose(/^Chiusura di vie/);
      await page.getByRole('button', { name: 'Scegli sulla mappa' }).click();
      await clickStreet('Via Torino');
      await page.getByText('1 tratto', { exact: true }).waitFor();
      await picture('3-street-chosen');
      await page.getByRole('button', { name: 'Fatto' }).click();
      await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
      expect((await measures()).map(({ kind }) => kind)).toEqual([
        'road-pricing',
        'remote-work',
        'close-streets',
      ]);
      for (const effort of ['Completa', 'Rapida']) {
        await page.getByText(effort, { exact: true }).click();
        expect(await page.getByRole('radio', { name: effort }).isChecked()).toBe(true);
      }
      await page.getByRole('button', { name: CALCULATE }).click();
      await page.getByRole('button', { name: 'Ferma' }).waitFor();
      await picture('4-running', 0);
      await page.getByRole('button', { name: 'Ferma' }).click();
      await page.getByRole('button', { name: CALCULATE }).waitFor();
      expect(await runKind()).toBe('idle');
      await page.getByRole('button', { name: CALCULATE }).click();
      expect(await answer()).toMatchObject({ kind: 'done', draws: 8 });
      await page.getByText('Effetti calcolati con 8–100 estrazioni.').first().waitFor();
      await picture('5-answer');
      await page.getByRole('switch', { name: 'Area C a 7,50 €' }).press('Space');
      await page.getByText('Non aggiornato: lo scenario è cambiato dopo il calcolo.').first().waitFor();
      await page.getByRole('button', { name: 'Annulla: Misura spenta: Pedaggio d’ingresso' }).click();
      await page.getByText('Effetti calcolati con 8–100 estrazioni.').first().waitFor();
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    },
    RUN_MS + 120_000,
  );
});

/** With PICTURES=1 the steps are kept in e2e/pictures/what-if, to be looked at. */
async function picture(step: string, waitMs = 2500): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  // What is drawn is drawn by then; the journey's view need not show buildings.
  await page.waitForTimeout(waitMs);
  await page.screenshot({ path: `e2e/pictures/what-if/${step}.png` });
}

/** Clicks the middle of a stretch of a street, where the map shows it. */
async function clickStreet(name: string): Promise<void> {
  await page.waitForFunction(() => window.__gemello!.map.areTilesLoaded());
  const at = await page.evaluate((wanted) => {
    const { map } = window.__gemello!;
    const street = map
      .queryRenderedFeatures()
      .find((f) => f.sourceLayer === 'street' && f.properties.name === wanted);
    if (street?.geometry.type !== 'LineString') throw new Error(`${wanted} is not on the screen`);
    const points = street.geometry.coordinates as [number, number][];
    const [a, b] = [points[0]!, points[1]!];
    const { x, y } = map.project([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    const { left, top } = map.getCanvas().getBoundingClientRect();
    return { x: x + left, y: y + top };
  }, name);
  await page.mouse.click(at.x, at.y);
}

describe('drawing', () => {
  beforeAll(() => {
    stays = true;
  });
  afterAll(async () => {
    stays = false;
    await page.context().close();
  });

  it('sets points with the keyboard, takes them back, and is called off', async () => {
    await open(`${VIEW}&panel=scenario`);
    await page.waitForFunction(() => window.__gemello!.map.areTilesLoaded());
    await choose(/^Nuova linea/);
    await page.getByRole('button', { name: 'Disegna sulla mappa' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS');
    const points = (n: number) =>
      page.getByText(n === 1 ? '1 punto' : `${n} punti`, { exact: true }).waitFor();
    for (let n = 1; n <= 3; n++) {
      await page.keyboard.press('Enter');
      await points(n);
      const before = await page.evaluate(() => window.__gemello!.map.getCenter().lng);
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction((lng) => window.__gemello!.map.getCenter().lng > lng + 0.001, before);
      await page.waitForFunction(() => !window.__gemello!.map.isMoving());
    }
    await page.keyboard.press('Backspace');
    await points(2);
    await page.getByRole('button', { name: 'Fatto' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Disegna sulla mappa');
    await page.getByText('Linea con 2 fermate').waitFor();
    // Called off, the line stays as it was.
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS');
    await page.keyboard.press('Enter');
    await points(3);
    await page.keyboard.press('Escape');
    await page.getByText('Linea con 2 fermate').waitFor();
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    expect(await measures()).toMatchObject([{ kind: 'transit-line', place: 'line' }]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('makes an area of clicks, which choose nothing meanwhile', async () => {
    await choose(/^Nuove abitazioni/);
    await page.getByRole('button', { name: 'Disegna sulla mappa' }).click();
    for (const [x, y] of [
      [600, 300],
      [900, 300],
      [900, 600],
    ] as const)
      await page.mouse.click(x, y);
    await page.getByText('3 punti', { exact: true }).waitFor();
    expect(await page.evaluate(() => window.__gemello!.store.getState().selection)).toBeNull();
    await page.getByRole('button', { name: 'Fatto' }).click();
    await page.getByText(/^Area disegnata: /).waitFor();
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    expect((await measures()).at(-1)).toMatchObject({ kind: 'new-housing', place: 'polygon' });
    await page.mouse.click(700, 400);
    await page.waitForFunction(() => window.__gemello!.store.getState().selection !== null);
  });

  it('has a sign for each school and team, which opens its form', async () => {
    const at = await page.evaluate(() => {
      const { map, store } = window.__gemello!;
      const { lng, lat } = map.getCenter();
      const of = (id: string, kind: string, config: object, lon: number) => ({
        ...{ id, kind, config, on: true },
        place: { kind: 'point' as const, points: [[lon, lat] as unknown as LonLat] },
      });
      const { scenario, set } = store.getState();
      const measures = [
        of('m8', 'new-school', { grade: 'primaria', places: 250 }, lng),
        of('m9', 'home-care-team', { hoursAWeek: 300 }, lng + 0.004),
      ];
      set({ selection: null, scenario: { ...scenario!, present: { ...scenario!.present, measures } } });
      const { left, top } = map.getCanvas().getBoundingClientRect();
      const { x, y } = map.project([lng + 0.004, lat]);
      return { x: x + left, y: y + top };
    });
    const signs = () =>
      page.evaluate(() =>
        window
          .__gemello!.map.queryRenderedFeatures({ layers: ['scenario-site'] })
          .map(({ properties: { site, label } }) => `${site}: ${label}`)
          .sort(),
      );
    await expect
      .poll(signs, { timeout: 20_000 })
      .toEqual(['new-school: 250 posti: nuova scuola', 'team: Squadra: 300 ore a settimana']);
    await page.mouse.click(at.x, at.y);
    await page.locator('#measure-title').waitFor();
    expect(await page.evaluate(() => window.__gemello!.store.getState().editing?.id)).toBe('m9');
    expect(await page.evaluate(() => window.__gemello!.store.getState().selection)).toBeNull();
    await page.keyboard.press('Escape');
    // Back in the list, some frames later: what comes next has the keyboard to itself.
    await page.waitForFunction(() => document.activeElement?.matches('[data-measure=m9]'));
  });

  it('takes the clock’s year where one asks for it, and the keyboard stays there', async () => {
    const year = page.getByLabel('Anno della previsione');
    expect(await year.inputValue()).toBe('2035');
    const offer = page.getByRole('button', { name: /^Usa l’anno dell’orologio: \d{4}$/ });
    const clockYear = (await offer.textContent())!.slice(-4);
    await offer.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => year.inputValue()).toBe(clockYear);
    expect(await offer.count()).toBe(0);
    expect(await year.evaluate((select) => select === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => String(window.__gemello!.store.getState().scenario?.present.year))).toBe(
      clockYear,
    );
  });

  it('refuses a value out of its limits, and says which is the most', async () => {
    const before = await measures();
    await choose(/^Limite di velocità/);
    await page.getByRole('textbox', { name: 'Limite' }).fill('90');
    await page.keyboard.press('Enter');
    await page.getByText(/^Il massimo è 50\skm\/h\.$/).waitFor();
    expect(await measures()).toEqual(before);
  });
});

const SIZES: Record<string, BrowserContextOptions> = {
  desk: {},
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

describe('axe, in the light and in the dark', () => {
  it.each(Object.keys(SIZES))(
    'finds nothing in the scenario on a %s',
    async (size) => {
      await open(`${VIEW}&panel=scenario`, SIZES[size]);
      await page.getByText('Dettagli', { exact: true }).click();
      expect(await violations(page), 'empty').toEqual([]);
      await page.getByRole('button', { name: 'Area C a 7,50 €' }).click();
      await page.getByRole('button', { name: 'Aggiungi una misura' }).click();
      await page.getByRole('menu').waitFor();
      // What lies behind an open menu is hidden, its heading and landmarks with it.
      expect(await violations(page, ['landmark-one-main', 'page-has-heading-one']), 'menu').toEqual([]);
      await page.getByRole('menuitem', { name: /^Divieto ai veicoli/ }).click();
      await page.getByRole('checkbox').first().waitFor();
      expect(await violations(page), 'form').toEqual([]);
      await page.keyboard.press('Escape');
      await choose(/^Chiusura di vie/);
      await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
      await page.getByText('Indica dove: la misura non ha ancora un luogo.').waitFor();
      expect(await violations(page), 'form with a fault').toEqual([]);
      await page.getByRole('button', { name: 'Scegli sulla mappa' }).click();
      await page.getByRole('button', { name: 'Fatto' }).waitFor();
      expect(await violations(page), 'drawing').toEqual([]);
      await page.getByRole('button', { name: 'Annulla', exact: true }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: CALCULATE }).click();
      await page.getByRole('button', { name: 'Ferma' }).waitFor();
      expect(await violations(page), 'running').toEqual([]);
    },
    300_000,
  );
});

describe('on a telephone', () => {
  it(
    'one sees the measures of a scenario that has an answer',
    async () => {
      await open(`${VIEW}&panel=scenario`, { viewport: { width: 390, height: 844 } });
      await page.getByRole('button', { name: 'Città 30' }).click();
      await page.getByRole('button', { name: CALCULATE }).click();
      await answer();
      await page.getByRole('button', { name: 'Chiudi i risultati' }).click();
      if (!(await page.locator('[data-measure]').count()))
        await page.getByRole('button', { name: 'E se…?' }).click();
      const measure = (await page.locator('[data-measure]').boundingBox())!;
      const dock = (await page.getByRole('button', { name: 'E se…?' }).boundingBox())!;
      expect(measure.y + measure.height).toBeLessThan(dock.y);
      // In the sheet alone one scrolls, to the run that may be asked again.
      const again = page.locator('[data-runs]');
      await again.scrollIntoViewIfNeeded();
      expect((await again.boundingBox())!.y).toBeLessThan(dock.y);
    },
    RUN_MS,
  );
});
