// SPDX-License-Identifier: EUPL-1.2
/** The sun: where it stands in words, hours of sun on a roof, at a point and painted over a district, shadows of what is hidden. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUN_COLOURS } from '../../src/app/map/sun-colours';
import { bytesOf } from '../../src/query/colour';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';

/** Part of the map that no panel covers. */
const FREE = { x: 620, y: 230, width: 420, height: 420 };
/** The middle of the city from straight above, at noon of the shortest day, without what hides ground and roofs. */
const AT = 'view=9.1895,45.4642,15.8,0,0&time=d2026-12-21T12:00&sel=district:1&off=trees,vehicles,labels,sun';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** Stable id of the first building of the city. */
let building: string;

beforeAll(async () => {
  const cityDir = inject('cityDir');
  const { path } = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8'));
  const { files } = JSON.parse(readFileSync(join(cityDir, path, 'catalogue.json'), 'utf8'));
  const records = join(cityDir, path, files.buildings.records, '0.json');
  building = JSON.parse(readFileSync(records, 'utf8'))[0].stableId;
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#v=1&quality=low&${AT}`);
  await page.locator('[data-sun-hours]').waitFor({ timeout: 60_000 });
}, 120_000);
afterAll(() => browser.close());

async function picture(): Promise<PNG> {
  await untilDrawn(page);
  return PNG.sync.read(await page.screenshot({ clip: FREE }));
}

/** Share of the pixels that have a hue of the legend, in any light; a map has greys and sand. */
function painted({ data }: PNG): number {
  const hue = ([r, g, b]: readonly number[]) => {
    const length = Math.hypot(r!, g!, b!) || 1;
    return [r! / length, g! / length, b! / length];
  };
  const wanted = SUN_COLOURS.map((colour) => hue(bytesOf(colour)));
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4) {
    const seen = hue([data[i]!, data[i + 1]!, data[i + 2]!]);
    if (wanted.some((one) => Math.hypot(...one.map((part, k) => part - seen[k]!)) < 0.1)) pixels++;
  }
  return pixels / (data.length / 4);
}

/** Share of the pixels whose green is less than `ratio` of what it is in the other picture. */
function darker(a: PNG, than: PNG, ratio: number): number {
  let pixels = 0;
  for (let i = 1; i < a.data.length; i += 4) if (a.data[i]! + 1 < ratio * (than.data[i]! + 1)) pixels++;
  return pixels / (a.data.length / 4);
}

const turnSun = (on: boolean) =>
  page.evaluate((on) => {
    const { layers, set } = window.__gemello!.store.getState();
    set({ layers: { ...layers, sun: on } });
  }, on);
const state = <T>(read: string): Promise<T> =>
  page.evaluate((key) => window.__gemello!.store.getState()[key as 'view'], read) as Promise<T>;
const fact = (id: string) => page.locator(`[data-sun-hours] [data-fact=${id}] dd`);
const hoursOf = async (id: string) =>
  Number((await fact(id).textContent())!.split(/\s/)[0]!.replace(',', '.'));
const setClock = (month: number, day: number) =>
  page.evaluate(
    ([month, day]) =>
      window.__gemello!.store.getState().set({
        clock: {
          kind: 'typical',
          weekday: 1,
          date: { year: 2026, month: month!, day: day! },
          secondOfDay: 43_200,
          sinceMs: Date.now(),
          speed: 0,
        },
      }),
    [month, day],
  );

describe('a district', () => {
  it('is painted with its hours of sun, on the ground and on the roofs, with a legend', async () => {
    const before = painted(await picture());
    await page.getByRole('button', { name: /^Ore di sole nel quartiere, lunedì 21 dicembre$/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-sun-hours=done]').waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ore di sole');
    await expect
      .poll(() => fact('sun-ground-0').textContent(), { timeout: 10_000 })
      .toMatch(/^[\d,]+ h in media su 8,7 h di giorno; da [\d,]+ a [\d,]+ h secondo il punto$/);
    expect(await hoursOf('sun-roofs-0')).toBeGreaterThan(await hoursOf('sun-ground-0'));
    const shares = await page.locator('[data-sun-legend] tbody td').allTextContents();
    expect(shares).toHaveLength(SUN_COLOURS.length);
    const whole = shares.reduce((sum, text) => sum + Number.parseFloat(text), 0);
    expect(Math.abs(whole - 100)).toBeLessThan(4);
    await page.waitForFunction(() => window.__gemello!.map.getLayer('sun-surface') !== undefined);
    const surface = await picture();
    expect(painted(surface)).toBeGreaterThan(before + 0.3);
    // The shadows of a moment would make other colours of the legend's.
    await turnSun(true);
    const withSun = await picture();
    expect(darker(withSun, surface, 0.97) + darker(surface, withSun, 0.97)).toBeLessThan(0.01);
    expect(await violations(page)).toEqual([]);
  });

  it('has the paint on the roofs by itself, and loses all of it on asking', async () => {
    await page.evaluate(() => window.__gemello!.map.setLayoutProperty('sun-surface', 'visibility', 'none'));
    const roofs = painted(await picture());
    await page.getByRole('button', { name: 'Togli dalla mappa' }).click();
    await page.waitForFunction(() => window.__gemello!.map.getLayer('sun-surface') === undefined);
    expect(roofs).toBeGreaterThan(painted(await picture()) + 0.1);
    expect(await state('sunSurface')).toBeNull();
  });

  it('is given up while it is worked out', async () => {
    await setClock(6, 21);
    await page.getByRole('button', { name: /^Ore di sole nel quartiere, domenica 21 giugno$/ }).click();
    await page.getByRole('button', { name: 'Interrompi' }).click();
    await page.locator('[data-sun-hours=cancelled]').waitFor();
    expect(await state('sunSurface')).toBeNull();
  });
});

describe('a roof and a point', () => {
  it('of a building has its hours on the day and on the longest and shortest', async () => {
    await setClock(3, 20);
    await page.evaluate(
      (stableId) => window.__gemello!.store.getState().set({ selection: { kind: 'building', stableId } }),
      building,
    );
    await page.getByRole('button', { name: /^Ore di sole sul tetto, venerdì 20 marzo$/ }).click();
    await page.locator('[data-sun-hours=done]').waitFor({ timeout: 60_000 });
    const [march, june, december] = await Promise.all([0, 1, 2].map((i) => hoursOf(`sun-roofs-${i}`)));
    expect(june).toBeGreaterThan(march!);
    expect(march).toBeGreaterThan(december!);
    expect(june).toBeLessThanOrEqual(15.7);
    await page.keyboard.press('Escape');
  });

  it('of a spot is asked with a tool, while the clock tells where the sun stands', async () => {
    await setClock(12, 21);
    await page.locator('[data-clock] button').first().click();
    await page.evaluate(() =>
      window.__gemello!.store.getState().set({
        toolsOpen: true,
        sketches: [{ id: 'p', kind: 'sun', name: '', spots: [{ at: [9.1895, 45.4642], heightM: 0 }] }],
      }),
    );
    await page.locator('[data-sketch=sun]').waitFor();
    if ((await page.locator('[data-sun-hours]').count()) === 0)
      await page.locator('[data-sketch=sun] [data-open]').click();
    await page.getByRole('button', { name: /^Ore di sole in questo punto/ }).click();
    await page.locator('[data-sun-hours=done]').waitFor({ timeout: 60_000 });
    const texts = await page.locator('[data-sun-hours] dd').allTextContents();
    expect(texts).toHaveLength(2);
    texts.forEach((text, i) => {
      expect(text).toMatch(i === 0 ? /^[\d,]+ h su 8,7 h di giorno$/ : /^[\d,]+ h su 15,7 h di giorno$/);
    });
    expect(await page.locator('[data-clock] [data-sun-words]').textContent()).toMatch(
      /^Il sole è a (20|21)(,\d)?° sull’orizzonte, verso sud .*Sorge alle 0?8:0\d e tramonta alle 16:4\d/,
    );
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-clock] button').first().click();
    await page.evaluate(() => window.__gemello!.store.getState().set({ toolsOpen: false, sketches: [] }));
  });
});

describe('shadows', () => {
  it('are those of what stands there, and not of what a filter hides', async () => {
    const shaded = await picture();
    await page.evaluate(() => window.__gemello!.city!.setOthers(new Uint8Array(4_000_000), null));
    const lit = await picture();
    await turnSun(false);
    const plain = await picture();
    // One light over all of it: nowhere is the ground darker than elsewhere by what stands there no more.
    const ratios: number[] = [];
    for (let i = 0; i < plain.data.length; i += 4)
      ratios.push((lit.data[i + 1]! + 1) / (plain.data[i + 1]! + 1));
    ratios.sort((a, b) => a - b);
    const at = (share: number) => ratios[Math.floor(share * (ratios.length - 1))]!;
    expect(at(0.95) - at(0.05)).toBeLessThan(0.06);
    // And with them there is much shade in December.
    expect(darker(shaded, lit, 0.85)).toBeGreaterThan(0.1);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
