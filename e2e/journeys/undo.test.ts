// SPDX-License-Identifier: EUPL-1.2
/** First steps and steps back: commands by keyboard, undo over everything, a reload, a link, words explained. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
const baseUrl = inject('baseUrl');
beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, baseUrl, { reducedMotion: 'reduce' }));
});
afterAll(async () => {
  await page.context().close();
  await browser.close();
});

/** The flat map stands at once. */
const PLAN = '#v=1&quality=plan&view=9.19,45.464,14,0,0';
const button = (way: 'undo' | 'redo') => page.locator(`[data-step=${way}]`);
const focused = () => page.evaluate(() => document.activeElement?.textContent);
/** What can be undone and what is in the link, as they are now. */
const present = () =>
  page.evaluate(() => {
    const { layers, filters, colourings, sketches, scenario, clock, selection, view } =
      window.__gemello!.store.getState();
    const measures = scenario?.present.measures.length ?? 0;
    return { layers, filters, colourings, sketches, measures, clock, selection, view };
  });
const layers = async () => (await present()).layers;
const colourings = async () => (await present()).colourings;
const set = (patch: object) =>
  page.evaluate((what) => window.__gemello!.store.getState().set(what as never), patch);

/** Writes a command's name and takes the first that is found. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Cerca un comando' }).waitFor();
  await page.keyboard.type(words);
  // The arrows' choice goes to the first that is found.
  await page.locator('[role=menuitem][data-focused]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Cerca un comando' }).waitFor({ state: 'detached' });
}

/** How many steps the browser keeps of this tab. */
const keptSteps = () =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('gemello-undo').onsuccess = (opened) => {
          const { result } = opened.target as IDBOpenDBRequest;
          const asked = result.transaction('histories').objectStore('histories').getAll();
          asked.onsuccess = () => {
            result.close();
            resolve(Math.max(0, ...asked.result.map(({ past }) => past.length)));
          };
        };
      }),
  );
/** Ctrl+Z or, with a capital, Ctrl+Shift+Z, so many times. */
const press = (key: 'z' | 'Z', times: number) =>
  page.evaluate(
    async ([letter, count]) => {
      const how = { key: letter, ctrlKey: true, shiftKey: letter === 'Z', bubbles: true, cancelable: true };
      for (let i = 0; i < count; i++) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', how));
        await new Promise((next) => setTimeout(next));
      }
    },
    [key, times] as const,
  );

const spots = [9.19, 9.2].map((lon) => ({ at: [lon, 45.464], heightM: 0 }));
const sketch = (id: number) => ({ id: `s${id}`, kind: 'distance', name: `Misura ${id}`, spots });

describe('first steps', () => {
  it('begin with an invitation that holds nobody up, and a tour that does things', async () => {
    await page.goto(`${baseUrl}/`);
    const invitation = page.getByRole('region', { name: 'Visita guidata' });
    await invitation.waitFor({ timeout: 60_000 });
    await set({ quality: { level: 'plan', reason: 'chosen' } });
    await page.getByRole('button', { name: 'Comincia la visita' }).click();
    await expect.poll(focused).toBe('Che cosa vedi');
    expect(await violations(page), 'tour').toEqual([]);
    for (const title of ['Vero o dimostrativo?', 'Chiedi alla città']) {
      await page.getByRole('button', { name: 'Avanti' }).press('Enter');
      await expect.poll(focused).toBe(title);
    }
    await page.getByRole('button', { name: 'Apri la scheda di un quartiere' }).press('Enter');
    await page.locator('section[data-card] h2').waitFor();
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByRole('button', { name: 'Vai alle 8:30 di un mercoledì' }).press('Enter');
    expect((await present()).clock).toMatchObject({ kind: 'typical', weekday: 3, secondOfDay: 30_600 });
    await page.keyboard.press('Escape');
    await invitation.waitFor({ state: 'detached' });
    // What a word of the card means.
    await page.getByRole('button', { name: 'Che cosa vuol dire: NIL' }).press('Enter');
    await page.getByRole('dialog', { name: 'NIL' }).getByText('Nucleo di Identità Locale').waitFor();
    expect(await violations(page, ['region']), 'word').toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('go on by keyboard: every command by its name, every key in its map', async () => {
    await page.goto(`${baseUrl}/${PLAN}`);
    await page.keyboard.press('Control+k');
    await page
      .getByRole('menuitem', { name: /^Spegni: / })
      .first()
      .waitFor();
    expect(await violations(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await command('spegni verde');
    await expect.poll(layers).toEqual({ greenery: false });
    await command('undo');
    await expect.poll(layers).toEqual({});
    await command('colora anno');
    await expect.poll(colourings).toMatchObject({ building: { attribute: 'year' } });
    // What was used last is first.
    await page.keyboard.press('Control+k');
    await page.getByRole('menuitem', { name: /^Colora gli edifici per anno/ }).waitFor();
    expect(await page.getByRole('menuitem').first().textContent()).toMatch(/^Colora gli edifici per anno/);
    await page.keyboard.press('Escape');
    await command('glossario');
    await page.getByRole('dialog').getByText('Nucleo di Identità Locale').waitFor();
    expect(await violations(page), 'glossary').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tastiera' }).waitFor();
    expect(await violations(page), 'keyboard').toEqual([]);
    // A person may switch single keys off.
    await page.getByRole('switch', { name: /^Tasti singoli/ }).press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('combobox');
    // A tool that has a panel of its own opens that, and not the list of tools.
    await command('colora e filtra');
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { asking, toolsOpen } = window.__gemello!.store.getState();
          return { asking, toolsOpen };
        }),
      )
      .toEqual({ asking: 'building', toolsOpen: false });
    await page.getByRole('heading', { name: 'Colora e filtra' }).waitFor();
  });
});

describe('undo and redo', () => {
  it('go over 120 steps of layers, filters, colours and drawings, back to the first after a reload', async () => {
    await page.goto(`${baseUrl}/${PLAN}&lang=it`);
    // The tab has the colours of before: coming by this link was a step.
    await page.keyboard.press('Control+z');
    await expect.poll(colourings).toMatchObject({ building: { attribute: 'year' } });
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(colourings).toEqual({});
    const first = await present();
    expect(first).toMatchObject({ layers: {}, colourings: {}, sketches: [] });
    await page.evaluate(
      async (drawings) => {
        const { set } = window.__gemello!.store.getState();
        // Sets of one turn are one step.
        const step = async (patch: object) => {
          set(patch as never);
          await new Promise((next) => setTimeout(next));
        };
        for (let i = 0; i < drawings.length; i++) {
          await step({ layers: i % 2 ? {} : { trees: false } });
          await step({ sketches: drawings.slice(0, i + 1) });
          const conditions = [{ attribute: 'storeys', kind: 'range', from: i, to: null }];
          await step({ filters: { building: { conditions, others: 'hidden' } } });
          const scale = { kind: 'categories' };
          await step({
            colourings: { building: { attribute: i % 2 ? 'year' : 'use', scale, palette: 'okabe-ito' } },
          });
        }
        await step({ sketches: [] });
      },
      Array.from({ length: 30 }, (_, id) => sketch(id)),
    );
    await expect
      .poll(() => button('undo').getAttribute('aria-label'))
      .toMatch(/^Annulla: Cancellati 30 disegni/);
    const last = await present();
    // Kept, in the browser and in the address: the same page once more.
    await page.waitForFunction(() => /storeys:29\.\./.test(location.hash) && !/sketch=/.test(location.hash));
    await expect.poll(keptSteps).toBeGreaterThan(120);
    const kept = await keptSteps();
    await page.reload();
    await expect
      .poll(() => button('undo').getAttribute('aria-label'), { timeout: 60_000 })
      .toMatch(/^Annulla: Cancellati 30 disegni/);
    expect(await present()).toEqual(last);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await present()).sketches.length).toBe(30);
    await press('z', 120);
    expect(await present()).toMatchObject({ layers: {}, filters: {}, colourings: {}, sketches: [] });
    // Before them is what was done by name.
    await press('z', 1);
    expect(await colourings()).toMatchObject({ building: { attribute: 'year' } });
    // And on again: the link that one came by, the first layer, the first drawing.
    await press('Z', 3);
    expect(await present()).toMatchObject({ layers: { trees: false }, colourings: {}, sketches: [{}] });
    await expect.poll(keptSteps).toBe(kept - 122 + 3);
  });

  it('begin with nothing where what was kept is ruined, and the link stands', async () => {
    // As it stands, and not as it was on the way there: the address follows a little later.
    await page.waitForFunction(() => /off=trees/.test(location.hash) && /sketch=/.test(location.hash));
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('gemello-undo');
          request.onerror = reject;
          request.onsuccess = () => {
            const table = request.result.transaction('histories', 'readwrite').objectStore('histories');
            table.getAllKeys().onsuccess = (event) => {
              for (const key of (event.target as IDBRequest<IDBValidKey[]>).result)
                table.put({ key, version: 1, past: [{ changes: { layers: 7 } }], future: [], present: {} });
              table.transaction.oncomplete = resolve;
            };
          };
        }),
    );
    await page.reload();
    await button('undo').waitFor({ timeout: 60_000 });
    expect(await button('undo').isDisabled()).toBe(true);
    expect(await present()).toMatchObject({ layers: { trees: false }, sketches: [{ kind: 'distance' }] });
  });
});

describe('a link', () => {
  it('brings back view, layers, filters, colours, clock, selection and panels, and passes over what is dead', async () => {
    await set({
      view: { at: [9.2, 45.47], zoom: 15, pitchDeg: 0, bearingDeg: 30 },
      layers: { trees: false, transit: false },
      filters: {
        building: {
          conditions: [{ attribute: 'year', kind: 'range', from: null, to: 1944 }],
          others: 'hidden',
        },
      },
      colourings: { building: { attribute: 'heightM', scale: { kind: 'continuous' }, palette: 'viridis' } },
      sketches: [sketch(1)],
      clock: { kind: 'typical', weekday: 5, secondOfDay: 64_800, sinceMs: 0, speed: 0 },
      selection: { kind: 'district', id: 9 },
      list: 'tree',
      toolsOpen: true,
    });
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/view=9\.2,45\.47,15,0,30/);
    const link = await page.evaluate(() => location.href);
    expect(link.length).toBeLessThan(2000);
    const left = await present();
    const other = await openPage(browser, baseUrl, { reducedMotion: 'reduce' });
    const dead = link.replace('off=', 'off=drowned-layer,').replace('#v=1', '#v=1&on2=%zz&=');
    await other.page.goto(`${dead}&filter2=x`);
    await other.page.locator('[data-step=undo]').waitFor({ timeout: 60_000 });
    const came = await other.page.evaluate(() => {
      const { layers, filters, colourings, sketches, clock, selection, view, list, toolsOpen } =
        window.__gemello!.store.getState();
      return { layers, filters, colourings, sketches, clock, selection, view, list, toolsOpen };
    });
    expect(came).toMatchObject({
      layers: { trees: false, transit: false },
      filters: left.filters,
      colourings: left.colourings,
      selection: left.selection,
      clock: { kind: 'typical', weekday: 5, secondOfDay: 64_800 },
      view: left.view,
      sketches: [{ kind: 'distance', name: 'Misura 1' }],
      list: 'tree',
      toolsOpen: true,
    });
    // Another's link has no steps of one's own.
    expect(await other.page.locator('[data-step=undo]').isDisabled()).toBe(true);
    await other.page.context().close();
    expect(misdeeds.elsewhere).toEqual([]);
    expect(misdeeds.errors).toEqual([]);
  });
});
