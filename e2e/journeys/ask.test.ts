// SPDX-License-Identifier: EUPL-1.2
/** «Colora e filtra»: colours by year, the buildings before 1945 with more than five storeys, a link that says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { decodeColumns, valuesOf } from '../../src/city/columns';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';

/** Part of the map that no panel covers. */
const FREE = { x: 620, y: 230, width: 560, height: 480 };
const VIEW = 'view=9.1895,45.4642,15,0,0';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** The city's own columns, read without the page. */
let year: ArrayLike<number>;
let storeys: ArrayLike<number>;

beforeAll(async () => {
  const cityDir = inject('cityDir');
  const { path } = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8'));
  const file = readFileSync(join(cityDir, path, 'inputs/buildings.columns'));
  const table = decodeColumns(new Uint8Array(file));
  year = valuesOf(table, 'year');
  storeys = valuesOf(table, 'storeys');
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#v=1&${VIEW}&panel=ask-building&time=w3-10:00`);
  await page.locator('[data-by]').waitFor({ timeout: 60_000 });
}, 120_000);
afterAll(() => browser.close());

async function picture(): Promise<PNG> {
  await page.waitForFunction(() => window.__gemello!.askChanges === 0);
  await untilDrawn(page);
  return PNG.sync.read(await page.screenshot({ clip: FREE }));
}

/** Pixels near a colour of the legend, in any light: by its hue and how full it is. */
function near({ data }: PNG, colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  const wanted = direction(value >> 16, (value >> 8) & 255, value & 255);
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4) {
    const seen = direction(data[i]!, data[i + 1]!, data[i + 2]!);
    if (Math.hypot(...seen.map((part, k) => part - wanted[k]!)) < 0.1) pixels++;
  }
  return pixels;
}
/** A colour without its brightness. */
function direction(r: number, g: number, b: number): [number, number, number] {
  const length = Math.hypot(r, g, b) || 1;
  return [r / length, g / length, b / length];
}

/** Colour and count of each class of the legend on the map. */
const legend = () =>
  page.locator('[data-legend-of="building"] li').evaluateAll((rows) =>
    rows.map((row) => ({
      colour: (row as HTMLElement).dataset.colour!,
      kind: (row as HTMLElement).dataset.kind!,
      count: Number(row.lastElementChild!.textContent!.replaceAll('.', '')),
    })),
  );
const counted = () => page.locator('[data-count]').getAttribute('data-count');
const buildings = (holds: (id: number) => boolean) => [...Array(year.length).keys()].filter(holds).length;

describe('colours', () => {
  it('are those of the legend, and the legend counts every building', async () => {
    const plain = await picture();
    await page.locator('[data-by]').selectOption('year');
    await page.locator('[data-legend-of="building"] li').first().waitFor();
    const coloured = await picture();
    const classes = await legend();
    expect(classes.filter(({ kind }) => kind === 'range')).toHaveLength(5);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(year.length);
    // From afar one block stands for many, and the legend says so.
    const fromAfar = page.getByText(/riuniti in isolati/);
    expect(await fromAfar.count()).toBe(0);
    const zoomTo = (zoom: number) =>
      page.evaluate((to) => void window.__gemello!.map.jumpTo({ zoom: to }), zoom);
    await zoomTo(14);
    await fromAfar.waitFor();
    await zoomTo(15);
    await fromAfar.waitFor({ state: 'detached' });
    expect(classes.find(({ kind }) => kind === 'unknown')?.count).toBe(buildings((id) => year[id] === 0));
    // The fullest class of years is seen on the map, and was not before.
    const [fullest] = classes.filter(({ kind }) => kind === 'range').sort((a, b) => b.count - a.count);
    expect(near(coloured, fullest!.colour) - near(plain, fullest!.colour)).toBeGreaterThan(1500);
  });

  it('change with a break that is moved by keyboard', async () => {
    const first = page.getByRole('slider', { name: 'Soglia 1' });
    const at = Number(await first.getAttribute('aria-valuenow'));
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => first.getAttribute('aria-valuenow')).not.toBe(String(at));
    const moved = Number(await first.getAttribute('aria-valuenow'));
    expect(moved).toBeGreaterThan(at);
    expect(await page.locator('[data-how]').inputValue()).toBe('manual');
    const [lowest] = await legend();
    expect(lowest!.count).toBe(buildings((id) => year[id]! > 0 && year[id]! < moved));
  });
});

describe('a filter', () => {
  const WANTED = (id: number) => year[id]! > 0 && year[id]! < 1945 && storeys[id]! > 5;
  it('keeps the buildings before 1945 with more than five storeys, as the columns have them', async () => {
    const all = await picture();
    await page.getByRole('button', { name: 'Aggiungi una condizione' }).click();
    const one = page.locator('fieldset').filter({ hasText: 'Condizione 1' });
    await one.getByLabel('Dato').selectOption('year');
    await one.getByLabel('Confronto').selectOption({ label: 'fino al' });
    await one.getByRole('textbox').fill('1944');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Aggiungi una condizione' }).click();
    const two = page.locator('fieldset').filter({ hasText: 'Condizione 2' });
    await two.getByLabel('Dato').selectOption('storeys');
    await two.getByRole('textbox').fill('6');
    await page.keyboard.press('Enter');
    const count = buildings(WANTED);
    expect(count).toBeGreaterThan(100);
    await expect.poll(counted).toBe(String(count));
    const text = count.toLocaleString('it-IT', { useGrouping: 'always' } as Intl.NumberFormatOptions);
    expect(await page.locator('[data-count]').textContent()).toBe(
      `${text} edifici su ${year.length.toLocaleString('it-IT')}`,
    );
    // The others are away: the ground is seen where they stood.
    const few = await picture();
    let changed = 0;
    for (let i = 0; i < all.data.length; i += 4)
      if ([0, 1, 2].some((k) => Math.abs(all.data[i + k]! - few.data[i + k]!) > 24)) changed++;
    expect(changed).toBeGreaterThan(0.05 * FREE.width * FREE.height);
  });

  it('and the colours come back with a link', async () => {
    await expect.poll(() => page.url()).toContain('filter=building@hidden~year:..1944~storeys:6..');
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('[data-count]').waitFor({ timeout: 60_000 });
    await expect.poll(counted).toBe(String(buildings(WANTED)));
    expect(await page.locator('[data-by]').inputValue()).toBe('year');
    expect((await legend()).reduce((sum, { count }) => sum + count, 0)).toBe(buildings(WANTED));
  });
});

describe('districts', () => {
  it('take colours by what is published of them, and say what is not', async () => {
    await page.locator('label').filter({ hasText: 'Quartieri' }).first().click();
    await page.locator('[data-by]').selectOption('aloneAged80Plus');
    await page.locator('[data-legend-of="district"] li').first().waitFor();
    const kinds = await page
      .locator('[data-legend-of="district"] li')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.kind));
    expect(kinds.filter((kind) => kind === 'range')).toHaveLength(5);
    await page.waitForFunction(() => window.__gemello!.map.getLayer('ask-district-fill') !== undefined);
  });

  it('nothing is wrong with the panel or the page', async () => {
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
