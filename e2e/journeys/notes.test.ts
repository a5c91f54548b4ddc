// SPDX-License-Identifier: EUPL-1.2
/** Notes on places: pinned by hand and by keyboard, kept, taken back, in a file and on the map. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PALETTE } from '../../src/layers/palette';
import { violations } from '../axe';
import { launch, type Misdeeds, untilStill } from '../browser';
import { openScenarioPage, VIEW } from './scenario-page';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openScenarioPage(browser, `${VIEW}&look=light&panel=scenario`));
  await untilStill(page);
});
afterAll(() => browser.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const notes = () => page.evaluate(() => window.__gemello!.store.getState().scenario?.present.notes ?? []);
const texts = async () => (await notes()).map(({ text }) => text);
/** The note whose words the keyboard is in. */
const focused = () =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-note]')?.dataset.note);
const menu = async (item: string) => {
  await button('Nuovo, apri, salva').click();
  await page.getByRole('menuitem', { name: item }).click();
};
type Pixel = readonly [x: number, y: number];
/** A place that no panel covers, and another one, on a screen of 1440 × 900. */
const ASIDE: Pixel = [860, 300];
const ELSEWHERE: Pixel = [860, 500];
/** What of the map is under a pixel of the screen, and where its middle is. */
const underneath = ([x, y]: Pixel) =>
  page.evaluate(
    ([left, top]) => {
      const { map } = window.__gemello!;
      const origin = map.getCanvas().getBoundingClientRect();
      return map.unproject([left - origin.x, top - origin.y]).toArray();
    },
    [x, y] as const,
  );
const middle = (): Promise<Pixel> =>
  page.evaluate(() => {
    const { x, y, width, height } = window.__gemello!.map.getCanvas().getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
/** Whether a note is at that pixel, to a tenth of a metre or so. */
async function expectAt(note: { at: readonly number[] } | undefined, pixel: Pixel): Promise<void> {
  const [lon, lat] = await underneath(pixel);
  expect(note?.at[0]).toBeCloseTo(lon, 6);
  expect(note?.at[1]).toBeCloseTo(lat, 6);
}
/** What signs are at a pixel, and how many pixels about it have the colour of notes. */
async function signsAt([x, y]: Pixel) {
  const signs = await page.evaluate(
    ([left, top]) => {
      const { map } = window.__gemello!;
      const origin = map.getCanvas().getBoundingClientRect();
      return map
        .queryRenderedFeatures([left - origin.x, top - origin.y], { layers: ['scenario-site'] })
        .map(({ properties: { site, label, thing } }) => ({ site, label, thing }));
    },
    [x, y] as const,
  );
  const clip = { x: x - 12, y: y - 12, width: 24, height: 24 };
  const { data } = PNG.sync.read(await page.screenshot({ clip }));
  const ink = [1, 3, 5].map((from) => Number.parseInt(PALETTE.light.sketch.slice(from, from + 2), 16));
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4)
    if (ink.every((value, channel) => Math.abs((data[i + channel] as number) - value) < 12)) pixels += 1;
  return { signs, pixels };
}

it('are pinned at the middle of the map by keyboard, and where one clicks', async () => {
  await button('Aggiungi una nota').press('Enter');
  // The map has the keyboard.
  await page.keyboard.press('Enter');
  await page.getByText('1 punto', { exact: true }).waitFor();
  await button('Fatto').press('Enter');
  await expect.poll(focused).toBe('n1');
  await page.keyboard.type('Sentire la scuola');
  await button('Aggiungi una nota').click();
  await page.mouse.click(...ASIDE);
  await button('Fatto').click();
  await expect.poll(focused).toBe('n2');
  await page.keyboard.type('Marciapiede stretto');
  const [first, second] = await notes();
  expect([first, second]).toMatchObject([
    { id: 'n1', text: 'Sentire la scuola' },
    { id: 'n2', text: 'Marciapiede stretto' },
  ]);
  await expectAt(first, await middle());
  await expectAt(second, ASIDE);
  expect(await violations(page), 'panel with notes').toEqual([]);
});

it('stand on the map as signs, which lead to their words', async () => {
  await untilStill(page);
  const { signs, pixels } = await signsAt(ASIDE);
  expect(signs).toEqual([{ site: 'note', label: 'Marciapiede stretto', thing: 'n2' }]);
  expect(pixels).toBeGreaterThan(80);
  await page.mouse.click(...(await middle()));
  await expect.poll(focused).toBe('n1');
});

it('go back and forward, and are there after a reload', async () => {
  await button('Aggiungi una nota').focus();
  await page.keyboard.press('Control+z');
  expect(await texts()).toEqual(['Sentire la scuola', '']);
  await page.keyboard.press('Control+z');
  expect(await texts()).toEqual(['Sentire la scuola']);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  const made = await notes();
  expect(made.map(({ text }) => text)).toEqual(['Sentire la scuola', 'Marciapiede stretto']);
  await page.locator('[data-keeping=saved], [data-keeping=local-only]').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Aggiungi una nota' }).waitFor();
  await expect.poll(notes).toEqual(made);
});

it('go into a file and come back, are moved, and removed', async () => {
  const made = await notes();
  const [download] = await Promise.all([page.waitForEvent('download'), menu('Salva su file')]);
  const text = readFileSync((await download.path())!, 'utf8');
  expect(JSON.parse(text).features).toMatchObject([
    { id: 'n1', geometry: { type: 'Point' }, properties: { note: { text: 'Sentire la scuola' } } },
    { id: 'n2', geometry: { type: 'Point' }, properties: { note: { text: 'Marciapiede stretto' } } },
  ]);
  await menu('Nuovo scenario');
  expect(await notes()).toEqual([]);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), menu('Apri da file…')]);
  await chooser.setFiles({
    name: 'note.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(text),
  });
  await expect.poll(notes).toEqual(made);
  await button('Sposta la nota 1').click();
  await page.mouse.click(...ELSEWHERE);
  await button('Fatto').click();
  await expect.poll(focused).toBe('n1');
  await expectAt((await notes())[0], ELSEWHERE);
  await button('Togli la nota 2').click();
  await page.getByText('Nota tolta: Marciapiede stretto').waitFor();
  expect(await texts()).toEqual(['Sentire la scuola']);
  await expect.poll(() => signsAt(ASIDE)).toEqual({ signs: [], pixels: 0 });
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
});
