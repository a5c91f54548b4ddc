// SPDX-License-Identifier: EUPL-1.2
/** A planner makes a scenario, branches it and compares: in table, chart and map, by keyboard, on a phone, as a file. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatEstimate } from '../../src/app/text/estimate-format';
import type { Estimate } from '../../src/impact/estimate';
import { TOTALS, type TotalId } from '../../src/impact/outcome';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilStill } from '../browser';
import { CALCULATE, openScenarioPage, VIEW } from './scenario-page';

/** A run may take so long on a small machine without a GPU. */
const RUN_MS = 240_000;
const BASE = 'Centro più calmo';
const VARIANT = 'Limite a 20';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openScenarioPage(browser, `${VIEW}&panel=scenario`));
}, 180_000);
afterAll(() => browser.close());

const panel = () => page.locator('[data-desk-panel]');
const saved = () => page.locator('[data-keeping="saved"]').waitFor({ state: 'attached', timeout: 60_000 });
const name = () => page.getByRole('textbox', { name: 'Nome dello scenario' });
async function versions(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Versioni e varianti' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
/** Rows of the open scenario's own answer: by total, the change and its interval as they are written. */
const ofOneAnswer = () =>
  page.locator('[data-totals] [data-figures]').evaluateAll((rows) =>
    rows.map((row) => {
      const cell = row.querySelectorAll('td')[2];
      return [
        row.getAttribute('data-figures') ?? '',
        `${cell?.querySelector('b')?.textContent} ${cell?.querySelector('small')?.textContent}`,
      ];
    }),
  );
/** The same of a column of the comparison; letters of scenarios from A. */
const ofColumn = (place: number) =>
  page.locator('[data-compared] [data-row]').evaluateAll(
    (rows, at) =>
      rows.map((row) => {
        const cell = row.querySelectorAll('td')[at];
        return [
          row.getAttribute('data-row') ?? '',
          `${cell?.querySelector('b')?.textContent} ${cell?.querySelector('small')?.textContent}`,
        ];
      }),
    place,
  );
async function untilAnswered(): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('[data-running]') && !document.querySelector('[data-runs]'),
    undefined,
    { timeout: RUN_MS },
  );
}
async function calculate(): Promise<void> {
  await page.getByRole('button', { name: CALCULATE }).click();
  await page.waitForFunction(() => window.__gemello!.store.getState().run.kind === 'done', undefined, {
    timeout: RUN_MS,
  });
  await numbers();
}
async function numbers(): Promise<void> {
  await page.getByRole('tab', { name: 'Numeri' }).click();
  await page.locator('[data-totals] [data-figures]').first().waitFor();
}

/** How many answers the server has to the scenario of this name that was kept last. */
async function answersOf(title: string): Promise<number> {
  const api = `${inject('baseUrl')}/api/scenarios`;
  const list = await page.request.get(`${api}?city=milano`);
  const { scenarios } = (await list.json()) as { scenarios: { id: string; name: string }[] };
  const id = scenarios.find(({ name }) => name === title)?.id;
  const said = await page.request.get(`${api}/${id}/answers`);
  return ((await said.json()) as { answers: unknown[] }).answers.length;
}

let ofVariant: string[][];

describe('three measures and a variant', () => {
  it(
    'are made and kept, and the variant is answered',
    async () => {
      await name().fill(BASE);
      for (const measure of [/^Area C a 7,50/, 'Città 30', /^20%/]) {
        await page.getByRole('button', { name: 'Aggiungi una misura' }).click();
        await page.getByRole('menuitem', { name: measure }).click();
      }
      await saved();
      await versions('Nuova variante');
      await page.waitForFunction(
        (title) => window.__gemello!.store.getState().scenario?.present.name !== title,
        BASE,
      );
      await name().fill(VARIANT);
      await page.locator('[data-measure]').nth(1).click();
      await page.getByRole('textbox', { name: /Limite/ }).fill('20');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Salva', exact: true }).click();
      await saved();
      await calculate();
      ofVariant = await ofOneAnswer();
      expect(ofVariant.length).toBeGreaterThan(15);
    },
    RUN_MS + 60_000,
  );

  it(
    'are compared: what was answered already is not asked again, the rest is, one after the other',
    async () => {
      await versions('Confronta con altri…');
      await panel().waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-title');
      const chips = page.locator('[data-column]');
      await expect
        .poll(() => chips.allTextContents())
        .toEqual([expect.stringContaining(`A${BASE}`), expect.stringContaining(`B${VARIANT}`)]);
      expect(await chips.last().textContent()).toContain('aperto ora · calcolato');
      const calculates = page.getByRole('button', { name: 'Calcola 1 scenario' });
      // Until the server has said that it has no answer there is nothing to press.
      await expect.poll(() => calculates.isEnabled()).toBe(true);
      await calculates.press('Enter');
      await page.waitForFunction(() => document.activeElement?.hasAttribute('data-stops'));
      await page.getByText(`Calcolo «${BASE}», 1 di 1`).waitFor();
      await untilAnswered();
      expect(await ofColumn(1)).toEqual(ofVariant);
      expect(await ofColumn(0)).not.toEqual(ofVariant);
      // Both are stored with the scenario that they are of, though one of them was never opened since.
      await expect.poll(() => answersOf(BASE)).toBe(1);
      expect(await answersOf(VARIANT)).toBe(1);
    },
    RUN_MS + 60_000,
  );

  it(
    'have in the table what each answer says alone',
    async () => {
      const base = await ofColumn(0);
      await page.getByRole('button', { name: 'Chiudi il confronto' }).click();
      await page.getByRole('button', { name: 'E se…?' }).click();
      await versions('Scenari…');
      await page.getByRole('row', { name: BASE }).first().dblclick();
      await page.waitForFunction(
        (title) => window.__gemello!.store.getState().scenario?.present.name === title,
        BASE,
      );
      // What the comparison worked out is its stored answer: there is nothing to run.
      await page.locator('[data-stored="shown"]').waitFor();
      await numbers();
      expect(await ofOneAnswer()).toEqual(base);
      await opensByPalette();
      expect(await ofColumn(0)).toEqual(base);
      expect(await page.locator('[data-runs]').count()).toBe(0);
    },
    RUN_MS + 60_000,
  );
});

/** Pixels of two pictures of one size that differ, as a share. */
function differ(a: PNG, b: PNG): number {
  let pixels = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[i + k]!) > 24)) pixels++;
  return pixels / (a.data.length / 4);
}
/** A part of the map below what is said on it, at a share of its width. */
async function ground(share: number): Promise<PNG> {
  const box = (await page.locator('[data-map]').boundingBox())!;
  const clip = { x: box.x + share * box.width - 70, y: box.y + 200, width: 140, height: 260 };
  return PNG.sync.read(await page.screenshot({ clip }));
}
async function untilBothStill(): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { both?: unknown }).both = undefined;
  });
  await page.waitForFunction(
    () => {
      const first = window.__gemello;
      const second = first?.second;
      if (!first || !second || first.impactChanges > 0) return false;
      for (const { map } of [first, second]) if (!map.areTilesLoaded()) return false;
      const count = first.renderCount + second.renderCount;
      const seen = window as unknown as { both?: { count: number; since: number } };
      if (seen.both?.count !== count) seen.both = { count, since: performance.now() };
      return performance.now() - seen.both.since > 500;
    },
    undefined,
    { timeout: 60_000, polling: 100 },
  );
}
const mapSays = () => page.locator('[data-map-says]').textContent();
const mode = (text: string) => page.locator('[data-desk-map]').getByText(text, { exact: true }).click();

describe('table, chart and map', () => {
  it('are in step: an indicator chosen in one is in all three', async () => {
    await page.locator('[data-row="delayHours"] button').click();
    expect(await page.locator('[data-row="delayHours"]').getAttribute('data-chosen')).toBe('true');
    expect(await page.locator('[data-chart] figcaption').textContent()).toMatch(/: differenza da oggi$/);
    expect(await mapSays()).toMatch(/^La mappa mostra Ritardo, differenza da oggi: A · Centro più calmo\./);
    const [, inTable] = (await ofColumn(0)).find(([id]) => id === 'delayHours')!;
    const said = await page.locator('[data-chart] [role="img"]').getAttribute('aria-label');
    expect(said).toContain(`${BASE}: ${inTable?.split(' ')[0]}, da `);
    await page.locator('[data-row="carShareInside"] button').click();
    await page.getByText('Questo indicatore è della città intera: non ha una mappa.').waitFor();
  });

  it('have the same breaks for both: the line parts two scenarios, and the colours of each are its own', async () => {
    await page.locator('[data-row="vehicleKm"] button').click();
    await mode('Con una linea');
    await untilStill(page);
    expect(await mapSays()).toContain(`A · ${BASE} a sinistra, B · ${VARIANT} a destra`);
    const line = page.getByRole('slider', { name: /^Linea fra/ });
    await line.press('End');
    await untilStill(page);
    const a = await ground(0.5);
    await line.press('Home');
    await untilStill(page);
    const b = await ground(0.5);
    expect(differ(a, b)).toBeGreaterThan(0.01);
    // Changed about, each has what the other had: one set of classes.
    await page.getByLabel('A sinistra').selectOption({ label: `B · ${VARIANT}` });
    await untilStill(page);
    expect(differ(await ground(0.5), a)).toBeLessThan(0.002);
    await line.press('End');
    await untilStill(page);
    expect(differ(await ground(0.5), b)).toBeLessThan(0.002);
    await page.getByLabel('A sinistra').selectOption({ label: `A · ${BASE}` });
  });

  it('stand side by side with one camera', async () => {
    await mode('Affiancati');
    await page.waitForFunction(() => window.__gemello?.second, undefined, { timeout: 60_000 });
    await untilBothStill();
    expect(differ(await ground(0.25), await ground(0.75))).toBeGreaterThan(0.01);
    await page.evaluate(() => window.__gemello!.map.jumpTo({ center: [9.2, 45.47], zoom: 13.2 }));
    await untilBothStill();
    const cameras = await page.evaluate(() =>
      [window.__gemello!.map, window.__gemello!.second!.map].map((map) => {
        const { lng, lat } = map.getCenter();
        return [lng, lat, map.getZoom()].map((n) => n.toFixed(6)).join();
      }),
    );
    expect(cameras[0]).toBe(cameras[1]);
    await page.getByLabel('A destra').selectOption({ label: `A · ${BASE}` });
    await page.getByLabel('A destra').selectOption({ label: `B · ${VARIANT}` });
    // One notice more, and the letters stand below it too.
    await page.evaluate(() => window.__gemello!.store.getState().set({ cityUpdated: true }));
    const notice = page.getByText('È disponibile un aggiornamento dei dati della città.').first();
    await notice.waitFor();
    const foot = await notice.boundingBox();
    for (const letter of await page.locator('[data-desk-tags] > *').all())
      await expect.poll(async () => (await letter.boundingBox())!.y).toBeGreaterThan(foot!.y + foot!.height);
    await page.evaluate(() => window.__gemello!.store.getState().set({ cityUpdated: false }));
    await mode('Uno');
    await page.waitForFunction(() => window.__gemello?.second === null);
  });

  it('say it of a district: chosen in the table it is on the map, chosen on the map it is in the table', async () => {
    await page.getByRole('tab', { name: 'Quartieri' }).click();
    await page.locator('[data-field]').selectOption('carMinutes');
    expect(await mapSays()).toContain('Minuti di viaggio in auto');
    const row = page.locator('[data-compared-districts] [data-row]').nth(1);
    const district = await row.locator('button').textContent();
    await row.locator('button').click();
    const id = await row.getAttribute('data-row');
    expect(await page.evaluate(() => window.__gemello!.store.getState().selection)).toEqual({
      kind: 'district',
      id: Number(id),
    });
    expect(await page.locator('[data-chart] figcaption').textContent()).toContain(` a ${district}: `);
    // No card over the map: its row is here.
    expect(await page.getByRole('button', { name: 'Chiudi la scheda' }).count()).toBe(0);
    const other = await page.locator('[data-compared-districts] [data-row]').nth(4).getAttribute('data-row');
    await page.evaluate(
      (of) => window.__gemello!.store.getState().set({ selection: { kind: 'district', id: of } }),
      Number(other),
    );
    await page.locator(`[data-row="${other}"][data-chosen]`).waitFor();
    // Who gains and who loses: every district is counted, in each scenario.
    for (const of of await page.locator('[data-gains-of] p').allTextContents()) {
      const counted = [...of.matchAll(/in (\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
      expect(counted).toBe(88);
    }
    expect(await page.locator('[data-gains-of]').count()).toBe(2);
  });

  it('tell one against another draw by draw, and in per cent', async () => {
    await page.getByRole('tab', { name: 'Tutta la città' }).click();
    await page.locator('[data-against]').selectOption({ label: `A · ${BASE}` });
    const row = page.locator('[data-row="vehicleKm"]');
    expect(await row.locator('td').nth(0).textContent()).toBe('termine di paragone');
    expect(await row.locator('td').nth(1).locator('b').textContent()).toMatch(/^[−+]?[\d.]+$/);
    // The map goes along: of the only other one, against the same.
    await row.locator('button').click();
    expect(await row.locator('th').textContent()).toContain('sulla mappa: Veicoli che passano');
    expect(await mapSays()).toBe(
      `La mappa mostra Veicoli che passano, differenza da «A · ${BASE}»: B · ${VARIANT}.`,
    );
    await page.locator('[data-desk-map]').getByText('altrove è tratteggiata').waitFor();
    await untilStill(page);
    const againstOther = await ground(0.5);
    await page.locator('[data-against]').selectOption({ label: 'Oggi' });
    expect(await mapSays()).toContain(', differenza da oggi: ');
    await untilStill(page);
    expect(differ(await ground(0.5), againstOther)).toBeGreaterThan(0.01);
    await page.getByText('Per cento', { exact: true }).click();
    expect(await row.locator('td').nth(0).locator('b').textContent()).toMatch(/^−[\d,]+%$/);
    await page.getByText('Valori', { exact: true }).click();
  });

  it('know little of ages, nothing of incomes, and say so', async () => {
    await page.getByRole('tab', { name: 'Età' }).click();
    await page
      .getByText('Le misure di questi scenari non toccano ciò che i modelli sanno delle età.')
      .waitFor();
    await page.getByText('Per reddito non ci sono dati aperti').waitFor();
    await page.getByRole('tab', { name: 'Tutta la città' }).click();
  });

  it('are a file with the same figures', async () => {
    const coming = page.waitForEvent('download');
    await panel().getByRole('button', { name: /dati/i }).last().click();
    const text = await readFile((await (await coming).path())!, 'utf8');
    const [head, ...lines] = text.trimEnd().split('\r\n').map(cellsOf);
    const at = (column: string) => head!.indexOf(column);
    for (const [place, scenario] of [BASE, VARIANT].entries()) {
      const inTable = await ofColumn(place);
      const inFile = lines
        .filter((line) => line[at('scenario')] === scenario)
        .map((line) => {
          const id = line[at('indicator')] as TotalId;
          const [value, low, high] = ['difference', 'difference_low80', 'difference_high80'].map((column) =>
            Number(line[at(column)]),
          );
          const estimate = { value, low, high } as Estimate;
          const written = formatEstimate(estimate, TOTALS[id].unit, 'it', 'change');
          return [id, `${written.value} ${written.low} … ${written.high}`];
        });
      expect(inFile).toEqual(inTable);
    }
  });

  it('take a scenario out, and bring it back by undo', async () => {
    await page.getByRole('button', { name: `Togli ${VARIANT} dal confronto` }).click();
    expect(await page.locator('[data-column]').count()).toBe(1);
    await page.getByText('Aggiungi almeno un altro scenario').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('[data-column]').count()).toBe(2);
    expect(await page.locator('[data-runs]').count()).toBe(0);
  });
});

/** Cells of a line of CSV. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

describe('everybody', () => {
  it('can read it: no violation in both looks and both languages', async () => {
    for (const language of ['IT', 'EN']) {
      await page.getByRole('radio', { name: language === 'IT' ? 'Italiano' : 'English' }).click();
      for (const tab of [0, 1, 2]) {
        await page.locator('[data-desk-panel] [role="tab"]').nth(tab).click();
        expect(await violations(page)).toEqual([]);
      }
    }
    expect(await page.getByRole('heading', { name: 'Comparison of scenarios' }).count()).toBe(1);
    await page.getByRole('radio', { name: 'Italiano' }).click();
    await page.getByRole('heading', { name: 'Confronto di scenari' }).waitFor();
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    await page.context().close();
  });

  it(
    'can do it by keyboard alone',
    async () => {
      ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
      await page.goto(`${inject('baseUrl')}/#${VIEW}`);
      await page.getByRole('button', { name: 'E se…?' }).waitFor();
      await opensByPalette();
      for (const title of [BASE, VARIANT]) {
        await tabTo('[data-adds]');
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: title }).first().waitFor();
        // Its first letters are enough, and a space would choose.
        await page.keyboard.type(title.slice(0, 6).toLowerCase());
        await page.keyboard.press('Enter');
        await page.locator('[role="menu"]').waitFor({ state: 'detached' });
        await page.locator('[data-column]', { hasText: title }).first().waitFor();
      }
      // The server has both answers by now: there is nothing to run.
      await expect.poll(() => page.locator('[data-stored-answer]').count()).toBe(2);
      expect(await page.locator('[data-runs]').count()).toBe(0);
      await tabTo('[data-row="noxGH"] button');
      await page.keyboard.press('Enter');
      await expect.poll(mapSays).toContain('NOx del traffico');
      await tabTo('[data-desk-map] [role="radio"], [data-desk-map] input[type="radio"]');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.getByRole('slider', { name: /^Linea fra A/ }).waitFor();
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
      await page.context().close();
    },
    RUN_MS + 120_000,
  );

  it(
    'can do it on a telephone',
    async () => {
      ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), {
        viewport: { width: 390, height: 844 },
        reducedMotion: 'reduce',
      }));
      await page.goto(`${inject('baseUrl')}/#${VIEW}`);
      await page.getByRole('button', { name: 'E se…?' }).waitFor();
      await opensByPalette();
      for (const title of [BASE, VARIANT]) {
        await page.locator('[data-adds]').click();
        await page.getByRole('menuitem', { name: title }).first().click();
      }
      await expect.poll(() => page.locator('[data-stored-answer]').count()).toBe(2);
      expect(await page.locator('[data-runs]').count()).toBe(0);
      await page.locator('[data-row="vehicleKm"] button').click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const box = (await panel().boundingBox())!;
      const map = (await page.locator('[data-map]').boundingBox())!;
      // The map has its own place above the sheet.
      expect(map.y + map.height).toBeLessThanOrEqual(box.y + 1);
      expect(map.height).toBeGreaterThan(150);
      expect(await violations(page)).toEqual([]);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
      await page.context().close();
    },
    RUN_MS + 120_000,
  );
});

async function opensByPalette(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Comandi' }).waitFor();
  await page.keyboard.type('confronto di scenari');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'desk-title');
}

/** Presses Tab until the keyboard is on it. */
async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await page.evaluate((what) => document.activeElement?.matches(what) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not come to ${selector}`);
}
