// SPDX-License-Identifier: EUPL-1.2
/**
 * The three for whom this is, one after the other on one database, inside the process and on PostgreSQL: a planner
 * builds, branches, compares and publishes by the keyboard alone; a councillor opens that link on a telephone; a kiosk
 * shows it in a hall.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findPostgres } from '../../commands/postgres.mjs';
import { launch, type Misdeeds, openPage, untilDrawn } from '../browser';
import { startServer } from '../city-and-server';
import { type Keeping, keepInside, keepOnPostgres } from './keeping';
import { openKiosk } from './kiosk-hall';
import { type Office, openOffice, openScenarios } from './planners-office';
import { CALCULATE } from './scenario-page';

/** A run may take so long on a small machine. */
const RUN_MS = 240_000;
const BASE = 'Centro più calmo';
const VARIANT = 'Limite a 20';
const HEADLINE = 'Centro più calmo: si guida di meno';
const NONE: Misdeeds = { elsewhere: [], errors: [] };

const onServer = findPostgres() !== undefined || process.env.CI === 'true';
if (!onServer)
  console.warn('No PostgreSQL here: the three audiences are tried on the embedded database alone.');

describe.each([
  { where: 'inside the process', keep: keepInside, isHere: true, mayGo: false },
  { where: 'on PostgreSQL', keep: keepOnPostgres, isHere: onServer, mayGo: true },
])('three audiences of scenarios kept $where', ({ keep, isHere, mayGo }) => {
  if (!isHere) return it.skip('no PostgreSQL here', () => undefined);
  let keeping: Keeping;
  let office: Office;
  /** With nothing of the map's: what is tried of the planner stands beside it. */
  let lists: Browser;
  let drawing: Browser;
  let link: string;
  /** Of the variant, in the comparison: the change of the distance driven, and its interval. */
  let compared: { readonly low: string; readonly high: string };
  beforeAll(async () => {
    keeping = await keep();
    [office, lists, drawing] = await Promise.all([openOffice(keeping), launch({ webgl: false }), launch()]);
  });
  afterAll(async () => {
    await lists?.close();
    await drawing?.close();
    await office?.close();
    await keeping?.close();
  });

  describe('a planner, by the keyboard alone', () => {
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      context = await office.openAs(lists, 'Paola Neri', 'publisher');
      page = await openScenarios(context, office.url);
    });
    afterAll(() => context?.close());

    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const press = async (on: Locator) => {
      await tabTo(page, on);
      await page.keyboard.press('Enter');
    };
    const write = async (into: Locator, text: string) => {
      await tabTo(page, into);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    };
    /** Its first letters choose an entry of a menu. */
    const choose = async (menu: string, letters: string) => {
      await press(button(menu));
      await page.getByRole('menu').waitFor();
      await page.keyboard.type(letters);
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    };
    const name = () => page.getByRole('textbox', { name: 'Nome dello scenario' });
    const isKept = () =>
      page.locator('[data-keeping="saved"]').waitFor({ state: 'attached', timeout: 60_000 });
    const row = (id: string) => page.locator(`[data-compared] [data-row="${id}"]`);

    it('builds a scenario of three measures', async () => {
      await write(name(), BASE);
      for (const letters of ['Area C a', 'Città 30', '20%']) await choose('Aggiungi una misura', letters);
      expect(await page.locator('[data-measure]').count()).toBe(3);
      await isKept();
    });

    it('branches it, and changes one of its measures', async () => {
      await choose('Versioni e varianti', 'Nuova variante');
      await expect.poll(() => name().inputValue()).not.toBe(BASE);
      await write(name(), VARIANT);
      await press(page.locator('[data-measure]').nth(1));
      await write(page.getByRole('textbox', { name: /Limite/ }), '20');
      await press(button('Salva'));
      await isKept();
      const listed = await context.request.get(`${office.url}/api/scenarios?city=milano`);
      const { scenarios } = (await listed.json()) as {
        scenarios: { id: string; name: string; parent: { id: string } | null }[];
      };
      const base = scenarios.find((one) => one.name === BASE)!;
      expect(scenarios.find((one) => one.name === VARIANT)!.parent?.id).toBe(base.id);
    });

    // Inside the process it goes with the server: kept.test.ts kills both.
    if (mayGo)
      it('goes on while the database is away, and what was written meanwhile is kept', async () => {
        await keeping.outage!.begin();
        await write(name(), `${VARIANT} km/h`);
        await page.locator('[data-keeping="offline"]').waitFor({ state: 'attached' });
        await keeping.outage!.end();
        await isKept();
        const listed = await context.request.get(`${office.url}/api/scenarios?city=milano`);
        expect(await listed.text()).toContain(`"${VARIANT} km/h"`);
      });

    it('compares both, each answered', { timeout: 2 * RUN_MS }, async () => {
      await press(button(CALCULATE));
      await page
        .getByText(/^Effetti calcolati con /)
        .first()
        .waitFor({ timeout: RUN_MS });
      await choose('Versioni e varianti', 'Confronta con');
      await page.locator('[data-desk-panel]').waitFor();
      await press(page.locator('[data-runs]'));
      await page.locator('[data-runs], [data-stops]').waitFor({ state: 'detached', timeout: RUN_MS });
      const cells = await row('vehicleKm').locator('td').allTextContents();
      expect(cells.length).toBe(2);
      expect(cells[0]).not.toBe(cells[1]);
      const interval = await row('vehicleKm').locator('td').nth(1).locator('small').textContent();
      const [low, high] = /^−([\d.]+) … −([\d.]+)/.exec(interval ?? '')?.slice(1) ?? [];
      expect([low, high]).toEqual([expect.any(String), expect.any(String)]);
      compared = { low: low!, high: high! };
      await press(button('Chiudi il confronto'));
    });

    it('publishes the variant', { timeout: RUN_MS }, async () => {
      await press(button('E se…?'));
      await press(button('Pubblica…'));
      const dialog = page.getByRole('dialog', { name: 'Pubblica l’esito' });
      const title = dialog.getByRole('textbox', { name: 'Titolo, in una frase' });
      await title.waitFor({ timeout: 60_000 });
      await write(title, HEADLINE);
      await page.keyboard.press('Enter');
      const shown = dialog.locator('[data-link]');
      await shown.waitFor();
      link = (await shown.getAttribute('href'))!;
      expect(link).toMatch(new RegExp(`^${office.url}/esito/[0-9a-f-]{36}$`));
    });
  });

  it('a councillor finds headline, intervals, before and after on a telephone', async () => {
    const { page, misdeeds } = await openPage(drawing, office.url, {
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    });
    await page.goto(link);
    await page.getByRole('heading', { name: HEADLINE }).waitFor();
    expect(await page.locator('[data-effects] > li').count()).toBe(3);
    for (const text of await page.locator('[data-effects] > li').allTextContents())
      expect(text).toMatch(/(da |fra ).+(Quasi certo|Molto probabile|Probabile|Incerto)$/);
    // What the planner read in the comparison.
    const traffic = page.locator('[data-effects] [data-topic="traffic"] b');
    expect(await traffic.textContent()).toBe(`da ${compared.high} a ${compared.low} km in meno`);
    await page.getByRole('heading', { name: 'Prima e dopo, sulla città' }).scrollIntoViewIfNeeded();
    const line = page.getByRole('slider', { name: 'Linea fra prima e dopo' });
    await line.waitFor({ timeout: 90_000 });
    const seenAt = async (end: 'Home' | 'End') => {
      await line.press(end);
      await untilDrawn(page);
      return PNG.sync.read(await page.locator('[data-map]').screenshot());
    };
    const [after, before] = [await seenAt('Home'), await seenAt('End')];
    let differing = 0;
    for (let i = 0; i < after.data.length; i += 4)
      if ([0, 1, 2].some((k) => Math.abs(after.data[i + k]! - before.data[i + k]!) > 24)) differing++;
    expect(differing).toBeGreaterThan(1000);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(misdeeds).toEqual(NONE);
    await page.context().close();
  });

  describe('a kiosk in a hall', () => {
    let server: Awaited<ReturnType<typeof startServer>>;
    let page: Page;
    let misdeeds: Misdeeds;
    let begin: (port: string) => ReturnType<typeof startServer>;
    beforeAll(async () => {
      // The folder of the embedded database is one process's.
      await office.kill();
      const { options, environment } = await keeping.toRead();
      begin = (port) =>
        startServer(inject('cityDir'), ['--mode', 'kiosk', '--port', port, ...options], { environment });
      server = await begin('0');
      ({ page, misdeeds } = await openKiosk(drawing, server.url, {
        ...{ speed: 10, viewport: { width: 540, height: 960 } },
      }));
      await cityIsDrawn();
    });
    afterAll(async () => {
      await page?.context().close();
      await server?.stop();
    });

    const cityIsDrawn = () =>
      page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, {
        timeout: 60_000,
      });
    const phase = () => page.locator('[data-phase]').getAttribute('data-phase');
    const stop = () => page.locator('[data-stop]').getAttribute('data-stop');
    const press = (title: string) => page.getByRole('button', { name: title }).click();
    const tours = async () => {
      expect(await phase()).toBe('touring');
      const here = await stop();
      await expect.poll(stop).not.toBe(here);
    };

    it('tours, is touched, shows what was published, and begins anew', async () => {
      await tours();
      await press('Tocca per esplorare');
      expect(await phase()).toBe('in-use');
      await press('Progetti');
      await press(HEADLINE);
      await page.getByRole('heading', { name: HEADLINE }).waitFor();
      await expect
        .poll(() => page.getByRole('article').textContent())
        .toContain(`da ${compared.high} a ${compared.low} km in meno`);
      await expect.poll(phase).toBe('touring');
      await tours();
    });

    it('survives the loss of its graphics', async () => {
      const lost = await page.evaluateHandle(() => {
        const { map } = window.__gemello!;
        map.getCanvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
        return map;
      });
      await page.waitForFunction((was) => window.__gemello!.map !== was, lost);
      await page.waitForFunction(() => window.__gemello!.tiles().visible > 0, undefined, { timeout: 60_000 });
      await tours();
    });

    it('survives the loss of its network, also when it starts again', async () => {
      await page.locator('[data-starts-offline=true]').waitFor({ timeout: 60_000 });
      const { port } = new URL(server.url);
      await server.stop();
      const says = page.getByText('Senza rete: si vedono gli ultimi dati ricevuti');
      await says.waitFor();
      await page.reload();
      await cityIsDrawn();
      await says.waitFor();
      await tours();
      server = await begin(port);
      await says.waitFor({ state: 'detached' });
    });

    it('refuses every write', async () => {
      const { pathname } = new URL(link);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        for (const path of [
          pathname,
          pathname.replace('/esito/', '/api/publications/'),
          '/api/scenarios',
          '/kiosk',
        ]) {
          const answer = await fetch(`${server.url}${path}`, { method });
          expect(answer.status, `${method} ${path}`).toBe(405);
        }
      expect(misdeeds.elsewhere).toEqual([]);
    });
  });
});

/** Presses Tab until the keyboard is on it: without a map there is a table of a hundred rows on the way. */
async function tabTo(page: Page, on: Locator): Promise<void> {
  await on.waitFor();
  for (let i = 0; i < 400; i++) {
    if (await on.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not come to ${on}`);
}
