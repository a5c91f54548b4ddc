// SPDX-License-Identifier: EUPL-1.2
/** A planner calculates; a colleague opens the scenario, sees the same figures without running anything, and verifies them. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf, textOf } from '../../src/app/state/kept/scenario-text';
import type { KeptAnswerHead } from '../../src/scenario/kept-scenario';
import { readScenario } from '../../src/scenario/saved-file';
import { EMPTY_SCENARIO, type Scenario } from '../../src/scenario/scenario';
import { answerKey, type KeptAnswer, keepAnswer, openAnswer } from '../../src/simulation/kept-answer';
import { violationsOf } from '../axe';
import { launch } from '../browser';
import { type Office, openOffice, openScenarios } from './planners-office';

/** A run may take so long on a small machine. */
const RUN_MS = 240_000;
const TITLE = 'Area C più cara';

let browser: Browser;
let office: Office;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  // Lists alone: what is tried here is beside the map.
  [browser, office] = await Promise.all([launch({ webgl: false }), openOffice()]);
});
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** A browser of somebody's own, which counts the workers that it hires to simulate. */
async function comesIn(
  name: string,
  prepare: (context: BrowserContext) => unknown = () => {},
  link?: string,
) {
  const context = await office.openAs(browser, name);
  contexts.push(context);
  await context.addInitScript(() => {
    const counting = window as unknown as { hired: number };
    counting.hired = 0;
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        if (options?.name === 'simulation') counting.hired++;
      }
    };
  });
  await prepare(context);
  if (!link) return openScenarios(context, office.url);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}
const hired = (page: Page) => page.evaluate(() => (window as unknown as { hired: number }).hired);
async function opens(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Versioni e varianti' }).click();
  await page.getByRole('menuitem', { name: 'Scenari…' }).click();
  await page.getByRole('row', { name: TITLE }).dblclick();
}
/** The totals as they are written, with what they are of. */
async function figures(page: Page): Promise<string[]> {
  await page.getByRole('tab', { name: 'Numeri' }).click();
  const rows = page.locator('[data-impact] [data-totals] [data-figures]');
  await rows.first().waitFor();
  return rows.allTextContents();
}
const note = (page: Page) => page.locator('[data-stored]');
const verifies = (page: Page) => page.getByRole('button', { name: 'Verifica', exact: true });

let ofAnna: string[];
let hash: string;
/** Where the answer lies, and the head that the list has of it. */
let address: string;
let head: KeptAnswerHead;
let kept: KeptAnswer;
let scenario: Scenario;

describe('an answer', () => {
  it('is calculated once, and kept with who asked for it', { timeout: RUN_MS }, async () => {
    const anna = await comesIn('Anna Rossi');
    await anna.getByRole('textbox', { name: 'Nome dello scenario' }).fill(TITLE);
    await anna.getByRole('button', { name: 'Area C a 7,50 €' }).click();
    await anna.locator('[data-keeping="saved"]').waitFor({ state: 'attached', timeout: 60_000 });
    await anna.getByRole('button', { name: 'Chi lo vede: Privato' }).click();
    await anna.getByRole('menuitemradio', { name: /Ufficio/ }).click();
    await anna.getByRole('button', { name: 'Chi lo vede: Ufficio' }).waitFor();
    await anna.getByRole('button', { name: 'Calcola gli effetti' }).click();
    await anna
      .getByText(/^Effetti calcolati con /)
      .first()
      .waitFor({ timeout: RUN_MS });
    expect(await hired(anna)).toBeGreaterThan(0);
    ofAnna = await figures(anna);
    expect(ofAnna.length).toBeGreaterThan(5);
    const list = await anna.request.get(`${office.url}/api/scenarios?city=milano`);
    const [{ id }] = ((await list.json()) as { scenarios: [{ id: string }] }).scenarios;
    const answers = async () => {
      const said = await anna.request.get(`${office.url}/api/scenarios/${id}/answers`);
      return ((await said.json()) as { answers: KeptAnswerHead[] }).answers;
    };
    await expect.poll(async () => (await answers()).length).toBe(1);
    head = (await answers())[0]!;
    expect(head.savedBy).toBe('Anna Rossi');
    address = `${office.url}/api/scenarios/${id}/answers`;
    kept = openAnswer(gunzipSync(await (await anna.request.get(`${address}/${head.key}`)).body()));
    hash = kept.resultHash;
    const said = await anna.request.get(`${office.url}/api/scenarios/${id}`);
    const { file } = (await said.json()) as { file: unknown };
    // A database gives keys back in another order than the page writes them.
    scenario = scenarioOf(textOf(readScenario(JSON.stringify(file)).scenario));
  });

  it('is shown to a colleague at once, without any run, and again after a reload', async () => {
    const bruno = await comesIn('Bruno Verdi');
    await opens(bruno);
    await note(bruno)
      .getByText(/^Calcolato il .* da Anna Rossi sulla versione \d+: /)
      .waitFor();
    expect(await note(bruno).textContent()).toContain(hash);
    expect(await figures(bruno)).toEqual(ofAnna);
    expect(await bruno.locator('[data-stored-line]').textContent()).toMatch(/^Calcolato il .* da Anna Rossi/);
    // A link to it opens it too, for whoever may see it; here in another browser.
    await bruno.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: office.url });
    await bruno.getByRole('button', { name: 'Versioni e varianti' }).click();
    await bruno.getByRole('menuitem', { name: 'Copia il link' }).click();
    await bruno.getByText('Link copiato: lo apre chi può vedere questo scenario.').waitFor();
    const link = await bruno.evaluate(() => navigator.clipboard.readText());
    const carla = await comesIn('Carla Bianchi', undefined, link);
    await verifies(carla).waitFor({ timeout: 60_000 });
    expect(await figures(carla)).toEqual(ofAnna);
    expect(await hired(carla)).toBe(0);
    // The address goes on to name it: loaded again it is the same one.
    const named = new URL(link).hash.match(/scenario=[0-9a-f-]+/)?.[0] as string;
    await expect.poll(() => carla.url()).toContain(named);
    await carla.reload();
    await verifies(carla).waitFor({ timeout: 60_000 });
    expect(await carla.getByRole('textbox', { name: 'Nome dello scenario' }).inputValue()).toBe(TITLE);
    expect(await carla.getByText('Bozza ripristinata').count()).toBe(0);
    expect(carla.url()).toContain(named);
    await bruno.reload();
    await verifies(bruno).waitFor({ timeout: 60_000 });
    expect(await figures(bruno)).toEqual(ofAnna);
    expect(await hired(bruno)).toBe(0);
    expect(await violationsOf(bruno, '[data-stored]')).toEqual([]);
  });

  it('leaves the screen with its scenario, and comes back with it', async () => {
    const bruno = await comesIn('Bruno Verdi');
    const menu = async (name: string) => {
      await bruno.getByRole('button', { name: 'Nuovo, apri, salva' }).click();
      await bruno.getByRole('menuitem', { name }).click();
    };
    await opens(bruno);
    await verifies(bruno).waitFor();
    await menu('Nuovo scenario');
    await bruno.locator('section[data-impact]').waitFor({ state: 'detached' });
    await bruno.getByRole('button', { name: 'Aggiungi una misura' }).click();
    await bruno.getByRole('menuitem', { name: 'Città 30' }).click();
    await bruno.getByRole('button', { name: 'Calcola gli effetti' }).waitFor();
    expect(await bruno.getByText('Lo scenario è cambiato dopo il calcolo').count()).toBe(0);
    expect(await bruno.locator('[data-impact], [data-stored]').count()).toBe(0);
    await opens(bruno);
    await verifies(bruno).waitFor();
    expect(await figures(bruno)).toEqual(ofAnna);
    // By undoing what was opened too: what was new is there again, and has no answer.
    await bruno.locator('[data-step=undo]').first().click();
    await bruno.locator('section[data-impact]').waitFor({ state: 'detached' });
    expect(await hired(bruno)).toBe(0);
  });

  it('is compared without any run, and the comparison says that it was stored', async () => {
    const bruno = await comesIn('Bruno Verdi');
    await bruno.getByRole('button', { name: 'Versioni e varianti' }).click();
    await bruno.getByRole('menuitem', { name: 'Confronta con altri…' }).click();
    await bruno.getByRole('button', { name: 'Aggiungi uno scenario' }).click();
    await bruno.getByRole('menuitem', { name: TITLE }).click();
    await bruno
      .locator('[data-column]', { hasText: TITLE })
      .getByText(/^risultato conservato, calcolato da Anna Rossi il /)
      .waitFor();
    expect(await bruno.locator('[data-compared] [data-row]').count()).toBeGreaterThan(5);
    expect(await bruno.locator('[data-runs]').count()).toBe(0);
    expect(await hired(bruno)).toBe(0);
  });

  it('is verified: stopped once, then the same to the last figure', { timeout: 2 * RUN_MS }, async () => {
    const bruno = await comesIn('Bruno Verdi');
    await opens(bruno);
    await verifies(bruno).press('Enter');
    await bruno.getByRole('button', { name: 'Ferma la verifica' }).press('Enter');
    await verifies(bruno).waitFor();
    expect(await note(bruno).locator('[data-verdict]').count()).toBe(0);
    await verifies(bruno).press('Enter');
    await note(bruno).getByText(`Stesso risultato: impronta ${hash}.`).waitFor({ timeout: RUN_MS });
    expect(await hired(bruno)).toBeGreaterThan(0);
    expect(await figures(bruno)).toEqual(ofAnna);
    expect(await violationsOf(bruno, '[data-stored]')).toEqual([]);
  });
});

/** What the server would have, had somebody put this there. */
const bytesOf = ({ seed, year, ...rest }: KeptAnswer): Buffer =>
  gzipSync(keepAnswer({ ...rest, scenario: { ...EMPTY_SCENARIO, seed, year } }));

describe('an answer that is not what it says', () => {
  it('of altered figures is found out by verifying it', { timeout: RUN_MS }, async () => {
    const totals = kept.impact.totals.map((total) => {
      const { value, low, high } = total.after;
      const doubled = { value: 2 * value, low: Math.min(low, 2 * value), high: Math.max(high, 2 * value) };
      return total.id === 'delayHours' ? { ...total, after: { ...total.after, ...doubled } } : total;
    });
    const bruno = await comesIn('Bruno Verdi', (context) =>
      context.route(`${address}/${head.key}`, (route) =>
        route.fulfill({
          contentType: 'application/octet-stream',
          body: bytesOf({ ...kept, impact: { ...kept.impact, totals } }),
        }),
      ),
    );
    await opens(bruno);
    await verifies(bruno).waitFor();
    expect(await figures(bruno)).not.toEqual(ofAnna);
    await verifies(bruno).click();
    const verdict = note(bruno).locator('[data-verdict]');
    await verdict.waitFor({ timeout: RUN_MS });
    expect(await verdict.textContent()).toMatch(
      /^Il risultato è un altro: .* −50\s?%\..* sono state alterate/,
    );
    expect(await figures(bruno)).toEqual(ofAnna);
  });

  it('of another city is told, marked, and never drawn', async () => {
    const inputHashes = { ...kept.inputHashes, 'street-links': 'f'.repeat(64) };
    const key = answerKey({ ...kept, inputHashes, scenario });
    const bruno = await comesIn('Bruno Verdi', async (context) => {
      await context.route(address, (route) => route.fulfill({ json: { answers: [{ ...head, key }] } }));
      await context.route(`${address}/${key}`, (route) =>
        route.fulfill({
          contentType: 'application/octet-stream',
          body: bytesOf({ ...kept, inputHashes }),
        }),
      );
    });
    await opens(bruno);
    await note(bruno)
      .getByText(/^C’è un risultato che non vale più\. .*; da allora i dati della città sono .*strade/)
      .waitFor();
    expect(await bruno.locator('[data-impact]').count()).toBe(0);
    expect(await note(bruno).locator('[data-figures]').first().isVisible()).toBe(false);
    await note(bruno).getByText('Le cifre di allora (non aggiornate)').click();
    expect(await note(bruno).locator('[data-figures]').first().isVisible()).toBe(true);
    await bruno.getByRole('button', { name: 'Calcola di nuovo e confronta' }).waitFor();
    expect(await violationsOf(bruno, '[data-stored]')).toEqual([]);
  });
});
