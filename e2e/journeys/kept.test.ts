// SPDX-License-Identifier: EUPL-1.2
/** Scenarios last: in this browser, on the server, with colleagues who work on them too, and when the server is gone. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../axe';
import { launch } from '../browser';
import { type Office, openOffice, openScenarios } from './planners-office';

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

async function comesIn(name: string): Promise<Page> {
  const context = await office.openAs(browser, name);
  contexts.push(context);
  return openScenarios(context, office.url);
}
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Nome dello scenario' });
/** Of the version that is said to be saved; 0: none is. */
const savedRev = async (page: Page) =>
  Number(/versione (\d+)/.exec((await page.locator('[data-keeping]').textContent()) ?? '')?.[1] ?? 0);
/** Does something, and waits until it is saved. */
async function savedAfter(page: Page, action: () => Promise<unknown>): Promise<void> {
  const before = await savedRev(page);
  await action();
  await expect.poll(() => savedRev(page), { timeout: 60_000 }).toBeGreaterThan(before);
}
/** Until it is told to be saved, or whatever else. */
const isKept = (page: Page, how: string) =>
  page.locator(`[data-keeping="${how}"]`).waitFor({ state: 'attached', timeout: 60_000 });
/** What this browser has of the scenario on the desk. */
const scenario = async (page: Page) => {
  const { id, text } = await page.evaluate(recordOnDesk);
  const { gemello, features } = JSON.parse(text) as Written;
  return { id, ...gemello, configs: features.map(({ properties }) => properties.config) };
};
interface Written {
  readonly gemello: { readonly name: string; readonly description: string };
  readonly features: readonly { readonly properties: { readonly config: unknown } }[];
}
/** Runs in the page. */
async function recordOnDesk(): Promise<{ id: string; text: string }> {
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answerOf(indexedDB.open('gemello-scenarios'));
  const [id] = await answerOf(database.transaction('desks').objectStore('desks').getAll());
  const entries = await answerOf(database.transaction('records').objectStore('records').getAll());
  database.close();
  return (
    entries.find((entry) => entry.record.id === id)?.record ?? { id, text: '{"gemello":{},"features":[]}' }
  );
}
const now = (page: Page) => expect.poll(() => scenario(page), { timeout: 30_000 });
async function versions(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Versioni e varianti' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
/** Of a scenario that has «Città 30» in it. */
async function setSpeed(page: Page, kmH: string): Promise<void> {
  await page.locator('[data-measure]').first().click();
  const field = page.getByRole('textbox', { name: /Limite/ });
  await field.fill(kmH);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
}

/** Anna's, which the office may change: with «Città 30», saved. */
async function annasScenario(name: string): Promise<{ anna: Page; id: string }> {
  const anna = await comesIn('Anna Rossi');
  await nameField(anna).fill(name);
  await anna.getByRole('button', { name: 'Città 30' }).click();
  await isKept(anna, 'saved');
  await anna.getByRole('button', { name: 'Chi lo vede: Privato' }).click();
  await anna.getByRole('menuitemradio', { name: /Ufficio/ }).click();
  await anna.getByRole('button', { name: 'Chi lo vede: Ufficio' }).waitFor();
  await isKept(anna, 'saved');
  return { anna, id: (await scenario(anna)).id };
}
async function opensToo(name: string, title: string): Promise<Page> {
  const page = await comesIn(name);
  await versions(page, 'Scenari…');
  await page.getByRole('row', { name: title }).dblclick();
  await now(page).toMatchObject({ name: title });
  return page;
}

describe('two planners on one scenario', () => {
  it('have both what each changed, and are told', async () => {
    const { anna } = await annasScenario('Prova insieme');
    const bruno = await opensToo('Bruno Verdi', 'Prova insieme');
    await bruno.getByText('Dettagli', { exact: true }).click();
    const about = bruno.getByRole('textbox', { name: 'Descrizione' });
    await savedAfter(bruno, () => about.fill('Di Bruno'));
    await nameField(anna).fill('Prova di Anna');
    await anna.getByText('Unito con le modifiche di Bruno Verdi: descrizione.').waitFor();
    await isKept(anna, 'saved');
    await now(anna).toMatchObject({ name: 'Prova di Anna', description: 'Di Bruno' });
    expect(await violationsOf(anna, 'section[aria-labelledby="scenario-title"]')).toEqual([]);
    await anna.getByRole('button', { name: 'Annulla l’unione' }).click();
    await now(anna).toMatchObject({ name: 'Prova di Anna', description: '' });
  });

  it('decide what to keep where both changed the same thing', async () => {
    const { anna } = await annasScenario('Prova contesa');
    const bruno = await opensToo('Bruno Verdi', 'Prova contesa');
    await savedAfter(bruno, () => setSpeed(bruno, '20'));
    await setSpeed(anna, '50');
    await isKept(anna, 'conflict');
    await anna.getByText('Anche Bruno Verdi ha cambiato le stesse cose').first().waitFor();
    await anna.getByRole('button', { name: 'Scegli che cosa tenere' }).click();
    const window = anna.getByRole('dialog', { name: 'Che cosa tenere' });
    await window.getByText('Tutta la città: limite di 50 km/h').waitFor();
    await window.getByText('Tutta la città: limite di 20 km/h').waitFor();
    expect(await window.getByRole('button', { name: 'Unisci così' }).isDisabled()).toBe(true);
    expect(await violationsOf(anna, '[role="dialog"]')).toEqual([]);
    // By the keyboard: the last of three.
    await window.getByRole('radio', { name: /La mia/ }).focus();
    for (const key of ['ArrowDown', 'ArrowDown']) await anna.keyboard.press(key);
    await window.getByRole('button', { name: 'Unisci così' }).focus();
    await anna.keyboard.press('Enter');
    await isKept(anna, 'saved');
    await now(anna).toMatchObject({ configs: [{ speedKmH: 20 }, { speedKmH: 50 }] });
    await bruno.bringToFront();
    await bruno.evaluate(() => dispatchEvent(new Event('focus')));
    await now(bruno).toMatchObject({ configs: [{ speedKmH: 20 }, { speedKmH: 50 }] });
  });

  it('go on side by side, with a variant', async () => {
    const { anna, id } = await annasScenario('Prova divisa');
    const bruno = await opensToo('Bruno Verdi', 'Prova divisa');
    await savedAfter(bruno, () => setSpeed(bruno, '20'));
    await setSpeed(anna, '50');
    await isKept(anna, 'conflict');
    await anna.getByRole('button', { name: 'Salva come variante' }).click();
    await now(anna).toMatchObject({ name: 'Prova divisa – variante' });
    await isKept(anna, 'saved');
    await now(anna).toMatchObject({ configs: [{ speedKmH: 50 }] });
    await versions(anna, 'Scenari…');
    const window = anna.getByRole('dialog', { name: 'Scenari' });
    const row = window.getByRole('row', { name: 'Prova divisa – variante' });
    await row.waitFor();
    expect(await row.getAttribute('aria-level')).toBe('2');
    await window.getByRole('searchbox').fill('divisa');
    await expect.poll(() => window.getByRole('row').count()).toBe(2);
    expect(await violationsOf(anna, '[role="dialog"]')).toEqual([]);
    // Up to the one that it came from, by the keyboard.
    await row.focus();
    await anna.keyboard.press('ArrowUp');
    await anna.keyboard.press('Enter');
    await now(anna).toMatchObject({ id });
    await now(anna).toMatchObject({ configs: [{ speedKmH: 20 }] });
  });
});

describe('what one makes', () => {
  it('is saved after the server has been gone', async () => {
    const { anna } = await annasScenario('Prova senza server');
    await office.kill();
    await nameField(anna).fill('Scritto senza server');
    await isKept(anna, 'offline');
    await anna
      .getByText('Il server non risponde. Lo scenario è al sicuro in questo browser')
      .first()
      .waitFor();
    await nameField(anna).fill('Scritto senza server, due volte');
    await office.start();
    await anna.evaluate(() => dispatchEvent(new Event('online')));
    await isKept(anna, 'saved');
    const { id } = await scenario(anna);
    const kept = await anna.request.get(`${office.url}/api/scenarios/${id}`);
    expect((await kept.json()).name).toBe('Scritto senza server, due volte');
  });

  it('is there again after its tab was killed', async () => {
    const { anna, id } = await annasScenario('Prova interrotta');
    await office.kill();
    await nameField(anna).fill('Scritto per ultimo');
    await isKept(anna, 'offline');
    const context = anna.context();
    const session = await context.newCDPSession(anna);
    await Promise.race([session.send('Page.crash').catch(() => {}), anna.waitForEvent('crash')]);
    await anna.close();
    await office.start();
    const again = await openScenarios(context, office.url);
    await now(again).toMatchObject({ id, name: 'Scritto per ultimo' });
    await isKept(again, 'saved');
    // One that the server has is no draft.
    expect(await again.getByText('Bozza ripristinata').count()).toBe(0);
    expect(again.url()).toContain(`scenario=${id}`);
  });

  it('is in step in two tabs of one browser', async () => {
    const { anna } = await annasScenario('Prova doppia');
    const other = await openScenarios(anna.context(), office.url);
    await other.getByText('È aperto anche in un’altra scheda').waitFor();
    await nameField(other).fill('Dall’altra scheda');
    await expect.poll(() => nameField(anna).inputValue()).toBe('Dall’altra scheda');
  });

  it('has a history: a version has a name, and one goes back to it', async () => {
    const { anna } = await annasScenario('Prova storica');
    await versions(anna, 'Dai un nome a questa versione…');
    await anna.getByRole('textbox', { name: 'Come si chiama' }).fill('Per la giunta');
    await savedAfter(anna, () => anna.keyboard.press('Enter'));
    await savedAfter(anna, () => setSpeed(anna, '50'));
    await versions(anna, 'Cronologia…');
    const window = anna.getByRole('dialog', { name: 'Cronologia' });
    await window.getByRole('button', { name: /Per la giunta/ }).click();
    await window.getByText('cambiata «Limite di velocità»').waitFor();
    await window.getByRole('button', { name: 'Chi ha fatto che cosa' }).click();
    const trail = window.locator('[data-trail] li');
    await expect
      .poll(() => trail.first().textContent())
      .toMatch(/ · Anna Rossi · ha salvato \(Versione \d+\)$/);
    expect(await trail.last().textContent()).toMatch(/ · Anna Rossi · ha creato lo scenario \(Versione 1\)$/);
    expect(
      (await trail.allTextContents()).filter((line) => line.includes('ha cambiato chi lo vede')),
    ).toHaveLength(1);
    expect(await violationsOf(anna, '[role="dialog"]')).toEqual([]);
    await savedAfter(anna, () => window.getByRole('button', { name: 'Torna a questa versione' }).click());
    await now(anna).toMatchObject({ configs: [{ speedKmH: 30 }] });
    await anna.keyboard.press('Control+z');
    await now(anna).toMatchObject({ configs: [{ speedKmH: 50 }] });
  });

  it('goes into the bin and comes back', async () => {
    const { anna, id } = await annasScenario('Prova buttata');
    await versions(anna, 'Sposta nel cestino');
    await expect.poll(async () => (await scenario(anna)).id).not.toBe(id);
    await versions(anna, 'Scenari…');
    const window = anna.getByRole('dialog', { name: 'Scenari' });
    await window.getByText('Cestino', { exact: true }).click();
    await window.getByRole('button', { name: 'Azioni su Prova buttata' }).click();
    await anna.getByRole('menuitem', { name: 'Ripristina' }).click();
    await window.getByText('Il cestino è vuoto.').waitFor();
    await window.getByText('Miei', { exact: true }).click();
    await window.getByRole('row', { name: 'Prova buttata' }).waitFor();
  });
});
