// SPDX-License-Identifier: EUPL-1.2
/** The living city: it moves, says that it is made up, follows the clock, and rests where time stands. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage, untilAlive } from '../browser';

const VIEW = 'v=1&look=light&quality=low&off=trees,labels&view=9.1895,45.4665,13.6,40,0';
/** Part of the map that no panel covers. */
const FREE = { x: 380, y: 140, width: 700, height: 520 };

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => page?.context().close());
afterAll(() => browser.close());

async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), options));
  await page.goto(`${inject('baseUrl')}/#${address}`);
  await page.getByRole('button', { name: 'Impostazioni' }).waitFor();
}
const stillOnes: BrowserContextOptions = { reducedMotion: 'reduce' };

const picture = async (): Promise<PNG> => PNG.sync.read(await page.screenshot({ clip: FREE }));
function differentPixels(a: PNG, b: PNG): number {
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const far = [0, 1, 2].some((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!) > 24);
    if (far) count++;
  }
  return count;
}
const pixelsOf = ({ data }: PNG, [r, g, b]: readonly [number, number, number]): number => {
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs(data[i]! - r) + Math.abs(data[i + 1]! - g) + Math.abs(data[i + 2]! - b) < 40) count++;
  return count;
};

const turn = (layer: string, on: boolean) =>
  page.evaluate(
    ([id, wanted]) => {
      const { layers, set } = window.__gemello!.store.getState();
      set({ layers: { ...layers, [id]: wanted } });
    },
    [layer, on] as const,
  );
const setTypical = (hour: number) =>
  page.evaluate((secondOfDay) => {
    const clock = { kind: 'typical', weekday: 3, secondOfDay, sinceMs: Date.now(), speed: 0 } as const;
    window.__gemello!.store.getState().set({ clock });
  }, hour * 3600);
const badge = (layer: string) => page.locator(`[data-layer=${layer}] [data-badge]`);

const LAYERS = ['traffic', 'vehicles', 'bike-stations', 'car-parks', 'air', 'weather', 'presence'];

describe('the demo’s day', () => {
  it('moves, live, and says that it is simulated', async () => {
    await open(VIEW);
    await page.waitForFunction(
      () =>
        (window.__gemello?.store.getState().feeds ?? []).some(
          (f) => f.id === 'demo-vehicles' && f.fresh > 50,
        ),
      undefined,
      { timeout: 60_000 },
    );
    await page.waitForFunction(() => window.__gemello!.store.getState().liveDrawn.vehicles === 'reported');
    expect(await badge('vehicles').innerText()).toMatch(/^simulazione · (ora|\d+ s fa)$/);
    await page.getByText(/movimento simulato/).waitFor();
    const before = await picture();
    await page.waitForTimeout(4000);
    expect(differentPixels(before, await picture())).toBeGreaterThan(100);
    const feedsNow = () => page.evaluate(() => window.__gemello!.store.getState().feeds);
    expect((await feedsNow()).every(({ simulated }) => simulated)).toBe(true);
    // Each feed of the demo that counts now arrives as the protocols bring it.
    // On a busy machine the relay is still asking some of them for the first time.
    for (const id of [
      'demo-bikes',
      'demo-parking',
      'demo-air',
      'demo-weather',
      'demo-traffic',
      'demo-presence',
    ])
      await expect
        .poll(async () => (await feedsNow()).find((feed) => feed.id === id)?.fresh, { timeout: 30_000 })
        .toBeGreaterThan(10);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('rests where the clock stands still, with every layer on', async () => {
    const on = 'traffic,presence,bike-stations,car-parks,air,weather,disruptions';
    await open(`${VIEW}&time=w3-18:30&on=${on}`);
    await untilAlive(page);
    // The parts that are sent for once the city stands.
    await page.waitForTimeout(2000);
    const frames = () => page.evaluate(() => window.__gemello!.renderCount);
    const before = await frames();
    await page.waitForTimeout(3000);
    expect(await frames()).toBe(before);
  });

  it('shows each layer on the map, marked as made up, with its legend', async () => {
    await open(`${VIEW.replace('off=', 'off=vehicles,')}&time=w3-08:00`, stillOnes);
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn);
    await untilAlive(page);
    for (const layer of LAYERS) {
      const without = await picture();
      await turn(layer, true);
      await untilAlive(page);
      expect(differentPixels(without, await picture()), layer).toBeGreaterThan(150);
      expect(await badge(layer).innerText(), layer).toMatch(/^(giorno tipo|programmato)\s*simulato$/);
      const row = page.locator(`[data-layer=${layer}]`);
      await row.getByRole('button').click();
      expect((await row.locator('ul').first().innerText()).split('\n').length, layer).toBeGreaterThan(1);
      await row.getByRole('button').first().click();
      await turn(layer, false);
      await untilAlive(page);
    }
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });

  it('has the peaks of a city', async () => {
    await open(`${VIEW}&time=w3-06:00&on=traffic`, stillOnes);
    await untilAlive(page);
    const slow = async (hour: number) => {
      await setTypical(hour);
      await untilAlive(page);
      const seen = await picture();
      // Palette: traffic.slow and traffic.jam.
      return pixelsOf(seen, [0xdd, 0x6b, 0x1f]) + pixelsOf(seen, [0x8f, 0x12, 0x40]);
    };
    const [morning, noon, evening, night] = [
      await slow(8.5),
      await slow(13),
      await slow(18.5),
      await slow(23),
    ];
    expect(morning).toBeGreaterThan(2 * noon);
    expect(evening).toBeGreaterThan(2 * noon);
    expect(noon).toBeGreaterThanOrEqual(night);
    expect(night).toBeLessThan(0.2 * morning);
  });
});

describe('a stop', () => {
  it('has its next departures, at the hour that the clock shows', async () => {
    await open(`${VIEW}&time=w3-08:00`, stillOnes);
    await page.getByRole('combobox').fill('missori');
    await page
      .getByRole('option', { name: /missori/i })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const board = page.getByRole('region', { name: 'Prossime partenze' });
    await board.getByRole('row').nth(3).waitFor({ timeout: 30_000 });
    expect(await board.innerText()).toMatch(/simulato/);
    const rows = await board.locator('tbody tr').allInnerTexts();
    expect(rows.length).toBeGreaterThanOrEqual(4);
    const minutes = rows.map((row) => {
      const [, hour, minute] = /(\d{1,2}):(\d\d)/.exec(row) ?? [];
      return Number(hour) * 60 + Number(minute);
    });
    expect(minutes[0]).toBeGreaterThanOrEqual(480);
    expect(minutes.at(-1)).toBeLessThan(500);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(rows.every((row) => row.includes('da orario') && row.startsWith('M3'))).toBe(true);
    // An hour without trains.
    await setTypical(3);
    await expect
      .poll(async () => (await board.locator('tbody tr').allInnerTexts()).join())
      .toMatch(/\b[56]:\d\d/);
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});

describe('the clock', () => {
  it('is set by keyboard, goes into the link and comes back from it', async () => {
    await open(`${VIEW}&time=w3-08:00`, stillOnes);
    await untilAlive(page);
    await page.getByRole('button', { name: /Cambia ora e giorno/ }).focus();
    await page.keyboard.press('Enter');
    const slider = page.getByRole('slider', { name: 'Ora del giorno' });
    await slider.waitFor();
    expect(await violations(page)).toEqual([]);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    const told = await page.evaluate(() => window.__gemello!.store.getState().clock);
    expect(told).toMatchObject({ kind: 'typical', weekday: 3, speed: 0 });
    expect(told.kind === 'typical' && told.secondOfDay).toBeGreaterThan(8 * 3600);
    await expect.poll(() => page.url()).not.toContain('time=w3-08:00');
    expect(page.url()).toMatch(/time=w3-08:\d\d/);
    // The hour can be typed; how fast it runs is chosen before it does.
    await page.getByRole('textbox', { name: 'Ora di Milano' }).fill('14:30');
    await page.keyboard.press('Enter');
    const typed = await page.evaluate(() => window.__gemello!.store.getState().clock);
    expect(typed).toMatchObject({ kind: 'typical', weekday: 3, secondOfDay: 52_200, speed: 0 });
    await page.getByRole('radio', { name: 'Cinque minuti al secondo' }).click({ force: true });
    const chosen = await page.evaluate(() => window.__gemello!.store.getState().clock);
    expect(chosen).toMatchObject({ secondOfDay: 52_200, speed: 0 });
    // It plays where a person asks for it, however calm the screen is otherwise.
    await page.getByRole('button', { name: 'Fai scorrere il tempo' }).click();
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Ferma il tempo' }).click();
    const later = await page.evaluate(() => window.__gemello!.store.getState().clock);
    expect(later.kind === 'typical' && later.secondOfDay).toBeGreaterThan(52_200);
    await page
      .getByRole('button', { name: /Diretta|Torna in diretta/ })
      .first()
      .click();
    expect(await page.evaluate(() => window.__gemello!.store.getState().clock.kind)).toBe('live');
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
