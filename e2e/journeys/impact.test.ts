// SPDX-License-Identifier: EUPL-1.2
/** From «Area C a 7,50 €» to the answer: on the city, in sentences, in tables, in files. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';

/** A run may take so long on a small machine without a GPU. */
const RUN_MS = 240_000;
/** Part of the map that no panel covers. */
const FREE = { x: 380, y: 200, width: 560, height: 560 };
/** Pixels about the line between before and after, and its labels. */
const LINE_PX = 80;

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#view=9.1895,45.4642,14.2,45,0&panel=scenario&time=w3-10:00`);
  await page.getByRole('button', { name: 'Area C a 7,50 €' }).click();
  await page.getByRole('textbox', { name: 'Nome dello scenario' }).fill('Area C più cara');
  await page.getByRole('button', { name: /^Calcola gli effetti$/ }).click();
  await page.waitForFunction(() => window.__gemello!.store.getState().run.kind === 'done', undefined, {
    timeout: RUN_MS,
  });
  await page.locator('[data-summary]').waitFor();
  await untilShown();
}, RUN_MS + 120_000);
afterAll(() => browser.close());

/** What the answer puts among the buildings comes piece by piece. */
async function untilShown(): Promise<void> {
  await page.waitForFunction(() => window.__gemello!.impactChanges === 0);
  await untilDrawn(page);
}
const tab = (name: string) => page.getByRole('tab', { name }).click();
const mode = (name: string) =>
  page.locator('[data-impact] [role="radiogroup"]').getByText(name, { exact: true }).click();
const field = (id: string) => page.getByLabel('Che cosa mostrare').selectOption(id);

async function picture(): Promise<PNG> {
  await untilShown();
  return PNG.sync.read(await page.screenshot({ clip: FREE }));
}
/** Pixels that a colour's test holds for. */
function count({ data }: PNG, of: (r: number, g: number, b: number) => boolean): number {
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4) if (of(data[i]!, data[i + 1]!, data[i + 2]!)) pixels++;
  return pixels;
}
const purple = (r: number, g: number, b: number) => b > g + 45 && r > g + 10;
const orange = (r: number, g: number, b: number) => r > b + 90 && r > g + 30 && g > b + 20;
/** Pixels of two pictures that differ, between two columns. */
function differing(a: PNG, b: PNG, from: number, to: number): number {
  let pixels = 0;
  for (let y = 0; y < a.height; y++)
    for (let x = from; x < to; x++) {
      const i = 4 * (y * a.width + x);
      if ([0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[i + k]!) > 24)) pixels++;
    }
  return pixels;
}

describe('the answer on the city', () => {
  it('draws what changes in colours that the city has not, and puts them away', async () => {
    const shown = await picture();
    await page.getByRole('button', { name: 'Chiudi i risultati' }).click();
    const away = await picture();
    await page.getByRole('button', { name: 'Mostra i risultati' }).click();
    await page.locator('[data-summary]').waitFor();
    expect(count(shown, purple) - count(away, purple)).toBeGreaterThan(1500);
    expect(count(shown, orange) - count(away, orange)).toBeGreaterThan(300);
  });

  it('is still where nothing changes', async () => {
    await untilShown();
    await page.waitForTimeout(1000);
    const renders = await page.evaluate(() => window.__gemello!.renderCount);
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => window.__gemello!.renderCount)).toBe(renders);
  });

  it.each(['jobs30Car', 'speedKmH'])(
    'compares before on the left with after on the right: %s',
    async (id) => {
      await field(id);
      await mode('Prima');
      const before = await picture();
      await mode('Dopo');
      const after = await picture();
      await mode('Confronta');
      const swiped = await picture();
      const split = await page.evaluate(() => {
        const { left, width } = document.querySelector('[data-map]')!.getBoundingClientRect();
        return left + width * window.__gemello!.store.getState().impactView.split;
      });
      const line = Math.round(split - FREE.x);
      expect(line).toBeGreaterThan(LINE_PX);
      expect(line).toBeLessThan(FREE.width - LINE_PX);
      expect(differing(swiped, before, 0, line - LINE_PX)).toBe(0);
      expect(differing(swiped, after, line + LINE_PX, FREE.width)).toBe(0);
      await mode('Differenza');
      await field('flowVehH');
    },
  );

  it('moves the line by keyboard and by pointer', async () => {
    await mode('Confronta');
    const slider = page.getByRole('slider', { name: 'Linea fra prima e dopo' });
    // Drawn anew after every key, which on a slow machine takes a while.
    const stands = (percent: number) =>
      expect.poll(() => slider.getAttribute('aria-valuenow'), { timeout: 10_000 }).toBe(String(percent));
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await stands(48);
    await page.keyboard.press('PageUp');
    await stands(58);
    expect(await slider.getAttribute('aria-valuetext')).toBe('Prima sul 58% della mappa');
    const box = (await slider.boundingBox())!;
    expect(box.x + box.width / 2).toBeCloseTo(0.58 * 1440, 0);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(720, 500, { steps: 3 });
    await page.mouse.up();
    await stands(50);
    expect(await page.evaluate(() => window.__gemello!.store.getState().selection)).toBeNull();
    await mode('Differenza');
    expect(await slider.count()).toBe(0);
  });

  it('colours districts and their buildings, and raises them', async () => {
    const streets = await picture();
    // Minutes: every district has some, and stands high.
    await mode('Dopo');
    await field('carMinutes');
    const minutes = await picture();
    await page.getByRole('checkbox', { name: 'In rilievo' }).check();
    const raised = await picture();
    await page.getByRole('checkbox', { name: 'In rilievo' }).uncheck();
    await mode('Differenza');
    await field('flowVehH');
    expect(differing(minutes, streets, 0, FREE.width)).toBeGreaterThan(0.3 * FREE.width * FREE.height);
    expect(differing(raised, minutes, 0, FREE.width)).toBeGreaterThan(0.3 * FREE.width * FREE.height);
  });

  it('leaves the map to «Persone» while that is open, and has it back', async () => {
    await mode('Confronta');
    const compared = await picture();
    await page.getByRole('button', { name: 'Persone', exact: true }).click();
    await page.waitForFunction(() => window.__gemello!.store.getState().districtColours !== null, undefined, {
      timeout: RUN_MS,
    });
    await page.locator('[data-impact] [data-covered]').waitFor();
    expect(await page.getByRole('slider', { name: 'Linea fra prima e dopo' }).count()).toBe(0);
    const people = await picture();
    const isOpen = (open: boolean) =>
      page.evaluate((value) => {
        const { impactView, set } = window.__gemello!.store.getState();
        set({ impactView: { ...impactView, open: value } });
      }, open);
    // As if there were no answer at all.
    await isOpen(false);
    expect(differing(people, await picture(), 0, FREE.width)).toBe(0);
    await isOpen(true);
    await page.getByRole('button', { name: 'Mostra lo scenario sulla mappa' }).click();
    await page.getByRole('radiogroup', { name: 'Momento' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    // As it was before: the scenario on the left, too.
    await page.getByRole('button', { name: 'E se…?' }).click();
    await page.locator('#scenario-title').waitFor();
    expect(differing(compared, people, 0, FREE.width)).toBeGreaterThan(0.1 * FREE.width * FREE.height);
    expect(differing(compared, await picture(), 0, FREE.width)).toBe(0);
    await mode('Differenza');
  });
});

describe('the answer in words and numbers', () => {
  beforeAll(async () => {
    await mode('Differenza');
    await field('flowVehH');
  });

  it('says it in seven sentences, with intervals', async () => {
    await tab('In breve');
    const sentences = page.locator('[data-summary] li');
    expect(await sentences.count()).toBe(7);
    // Time twice: what is lost against empty streets, and what is spent in cars.
    expect(await page.locator('[data-topic="carHours"]').textContent()).toMatch(/^In auto si passa /);
    expect(await page.locator('[data-topic="traffic"]').textContent()).toMatch(
      /^Si guida di meno: .* da [\d.]+ a [\d.]+ km in meno \(tra [\d,]+% e [\d,]+%\)\.$/,
    );
    // Entries in per cent alone: their level is below what is counted.
    expect(await page.locator('[data-topic="areaC"]').textContent()).toMatch(
      /^In Area C entrano meno auto in un giorno: da [\d,]+% a [\d,]+% in meno\.$/,
    );
    await page.getByText('questi risultati non descrivono la Milano reale').first().waitFor();
  });

  it('says between how many zones no street is left, where there are any', async () => {
    expect(await page.locator('[data-unreachable]').count()).toBe(0);
    await page.evaluate(() => {
      const { run, set } = window.__gemello!.store.getState();
      if (run.kind !== 'done') return;
      const { impact } = run.answer;
      const { before } = impact.unreachable;
      const pairs = { ...before.pairs, value: 6, low: 6, high: 6 };
      const vehH = { ...before.vehH, value: 150, low: 100, high: 200 };
      const without = { ...impact, unreachable: { before, after: { pairs, vehH } } };
      set({ run: { ...run, answer: { ...run.answer, impact: without } } });
    });
    const told = page.locator('[data-unreachable] p');
    expect(await told.first().textContent()).toBe(
      'Con le misure, tra 6 coppie di zone non c’è più strada: da 100 a 200 veicoli/h restano fuori dal conto del traffico.',
    );
    expect(await told.count()).toBe(2);
    expect(await violations(page)).toEqual([]);
  });

  it('gives every total before, after and changed, each with its interval', async () => {
    await tab('Numeri');
    const rows = page.locator('[data-totals] [data-figures]');
    expect(await rows.count()).toBeGreaterThan(18);
    for (const row of await rows.all()) {
      const intervals = await row.locator('td small').allTextContents();
      expect(intervals.filter((text) => / … /.test(text))).toHaveLength(3);
    }
    const charged = page.locator('[data-figures="chargedEntriesPerDay"] td').nth(2);
    expect(await charged.textContent()).toMatch(/^−[\d.]+−[\d.]+ … −[\d.]+$/);
    await page.getByRole('img', { name: /^Ingressi in Area C per mezz’ora/ }).waitFor();
  });

  it('says who boards which line, each figure with its interval, and who is on none', async () => {
    await tab('Linee');
    const rows = page.locator('[data-lines] [data-figures]');
    expect(await rows.count()).toBeGreaterThan(20);
    for (const row of await rows.all()) {
      const intervals = await row.locator('td small').allTextContents();
      expect(intervals.filter((text) => / … /.test(text))).toHaveLength(3);
    }
    expect(await page.locator('[data-on-no-line] [data-figures]').count()).toBe(1);
  });

  it('says how it was made, and what it does not know', async () => {
    await tab('Quanto è sicuro');
    const hash = await page.evaluate(() => {
      const { run } = window.__gemello!.store.getState();
      return run.kind === 'done' ? run.answer.resultHash : '';
    });
    expect(await page.locator('[data-fact="hash"] dd').textContent()).toBe(hash);
    expect(await page.locator('[data-fact="draws"] dd').textContent()).toBe('8 (rapido)');
    expect(await page.locator('[data-fact="gap"] dd').textContent()).toMatch(/^0,0\d+%$/);
    expect(await page.locator('[data-limits] li').count()).toBe(10);
    expect(await page.locator('[data-least-told]').textContent()).toContain(
      'meno di 0,1 minuti, di 0,02 °C, di 5 veicoli l’ora; in una via meno dell’1% di chi passa, della velocità o delle emissioni, in un quartiere meno dello 0,5% delle visite',
    );
  });

  it('lists places, flies to one, and its card has the same figures', async () => {
    await tab('Luoghi');
    const first = page.locator('[data-places] [data-figures]').first();
    const name = await first.getAttribute('data-figures');
    const figures = await first.locator('td').allTextContents();
    await first.getByRole('button').click();
    await page.getByRole('heading', { name: name!, exact: true }).waitFor();
    const inCard = page.locator('[data-place-impact] [data-figures="flowVehH"] td');
    await inCard.first().waitFor();
    expect(await inCard.allTextContents()).toEqual(figures);
    await page.getByRole('button', { name: 'Chiudi la scheda' }).click();
    // The keyboard is where it was.
    await first.locator('button:focus').waitFor();
  });

  it('shows more places where it is asked to, and the keyboard goes to the first of them', async () => {
    const rows = page.locator('[data-places] [data-figures]');
    const shown = await rows.count();
    await page.getByRole('button', { name: /^Mostra altri / }).press('Enter');
    await rows.nth(shown).locator('button:focus').waitFor();
  });

  it('gives the table as a file, for Excel and as data, with the ends of the intervals', async () => {
    const save = async (button: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return [file.suggestedFilename(), readFileSync((await file.path())!, 'utf8')] as const;
    };
    const [name, data] = await save('Dati (CSV)');
    expect(name).toBe('area-c-piu-cara-flowvehh.csv');
    const lines = data.trimEnd().split('\r\n');
    expect(lines[0]).toContain('change,change_low80,change_high80,same_sign,draws,scenario,result_hash');
    expect(lines[1]!.split(',')).toHaveLength(19);
    const [, excel] = await save('Per Excel (CSV)');
    expect(excel.startsWith('\ufeffname;id;')).toBe(true);
    expect(excel).toContain(';Area C più cara;');
  });

  it('gives a picture of the map with its legend and how sure it is', async () => {
    await tab('In breve');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Immagine della mappa (PNG)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('area-c-piu-cara-flowvehh-change.png');
    const png = PNG.sync.read(readFileSync((await file.path())!));
    const map = await page.evaluate(() => {
      const { width, height } = window.__gemello!.map.getCanvas();
      return { width, height };
    });
    expect(png.width).toBe(map.width);
    expect(png.height).toBeGreaterThan(map.height + 100);
    const part = (from: number, to: number) =>
      ({ data: png.data.subarray(4 * png.width * from, 4 * png.width * to) }) as PNG;
    expect(count(part(0, map.height), purple)).toBeGreaterThan(1500);
    // The legend: three classes of purple, some hundred pixels each at the least.
    expect(count(part(map.height, png.height), purple)).toBeGreaterThan(600);
  });

  it('is reached by those who do not see it', async () => {
    for (const name of ['In breve', 'Numeri', 'Luoghi', 'Linee', 'Quanto è sicuro']) {
      await tab(name);
      expect(await violations(page), name).toEqual([]);
    }
    await mode('Confronta');
    expect(await violations(page), 'Confronta').toEqual([]);
  });

  it('scrolls on a phone wherever one swipes, and fits it in width', async () => {
    await tab('In breve');
    await field('consumerSurplusZoneEurH');
    await page.setViewportSize({ width: 360, height: 780 });
    const [first, last] = ['first', 'last'].map((at) => page.locator(`[data-summary] li:${at}-child`));
    await untilShown();
    await first!.scrollIntoViewIfNeeded();
    const top = async (sentence: typeof first) => (await sentence!.boundingBox())!.y;
    const before = await top(last);
    await first!.hover();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => top(last)).toBeLessThan(before - 200);
    const outside = await page.evaluate(() => {
      const panel = document.querySelector('[data-impact]')!.getBoundingClientRect();
      return [...document.querySelectorAll('[data-impact] *')]
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 1 && (left < panel.left - 1 || right > panel.right + 1);
        })
        .map(({ className }) => String(className));
    });
    expect(outside).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('did nothing that it must not', () => expect(misdeeds).toEqual({ elsewhere: [], errors: [] }));
});
