// SPDX-License-Identifier: EUPL-1.2
/** Who one is: at the machine itself, and with an identity provider, which may say no or be away. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type OpenProvider, openProvider } from '../../src/server/sign-in/fixtures/open-id-provider';
import { violations, violationsOf } from '../axe';
import { launch, openPage } from '../browser';
import { startServer } from '../city-and-server';

let browser: Browser;
beforeAll(async () => {
  // Lists alone: what is tried here is beside the map.
  browser = await launch({ webgl: false });
});
afterAll(() => browser?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('at the machine itself', () => {
  it('one may do everything, and is told why', async () => {
    const { page, misdeeds } = await openPage(browser, inject('baseUrl'));
    await page.goto(inject('baseUrl'));
    await button(page, 'Questo computer, amministrazione').focus();
    await page.keyboard.press('Enter');
    const window = page.getByRole('dialog', { name: 'Questo computer' });
    await expect.poll(() => window.textContent()).toContain('Ruolo: amministrazione');
    expect(await window.textContent()).toContain('chi usa questo computer può fare tutto');
    expect(await violationsOf(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => window.count()).toBe(0);
    expect(
      await button(page, 'Questo computer, amministrazione').evaluate(
        (one) => one === document.activeElement,
      ),
    ).toBe(true);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    await page.context().close();
  });
});

describe('with an identity provider', () => {
  let provider: OpenProvider;
  let folder: string;
  let url: string;
  let stop: () => Promise<void>;
  let page: Page;
  const ANNA = { sub: 'anna', name: 'Anna Bruni', groups: ['gm-piani'] };

  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    provider = await openProvider({ origin: url });
    folder = mkdtempSync(join(tmpdir(), 'gemello-sign-in-'));
    const { issuer, clientId, clientSecret } = provider;
    process.env.GEMELLO_TEST_SECRET = clientSecret;
    writeFileSync(
      join(folder, 'city.json'),
      JSON.stringify({
        ...{ schemaVersion: 1, dataDir: join(folder, 'data'), feeds: [] },
        signIn: {
          ...{ issuer, clientId, origin: url, allowHttp: true },
          clientSecret: { fromEnvironment: 'GEMELLO_TEST_SECRET' },
          roles: { claim: 'groups', values: { 'gm-piani': 'planner' } },
        },
      }),
    );
    const options = ['--feeds', join(folder, 'city.json'), '--scenarios', join(folder, 'scenarios')];
    ({ stop } = await startServer(inject('cityDir'), [...options, '--port', `${port}`]));
  });
  afterAll(async () => {
    await stop?.();
    await provider?.close();
    rmSync(folder, { recursive: true, force: true });
    delete process.env.GEMELLO_TEST_SECRET;
  });
  beforeEach(async () => {
    provider.visitor = ANNA;
    ({ page } = await openPage(browser, url));
    await page.goto(`${url}/?x=1`);
    return () => page.context().close();
  });

  it('one signs in and out by the keyboard, and is where one was', async () => {
    await button(page, 'Accedi').focus();
    await page.keyboard.press('Enter');
    await button(page, 'Anna Bruni, pianificazione').waitFor();
    expect(new URL(page.url()).search).toBe('?x=1');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await button(page, 'Anna Bruni, pianificazione').focus();
    await page.keyboard.press('Enter');
    const window = page.getByRole('dialog', { name: 'Anna Bruni' });
    await expect
      .poll(() => window.textContent())
      .toContain('Puoi salvare e cambiare gli scenari dell’ufficio.');
    expect(await violationsOf(page, '[role="dialog"]')).toEqual([]);
    await window.getByRole('button', { name: 'Esci' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Sei uscito.').waitFor();
    // The button is the same one still, and so is the focus.
    await expect
      .poll(() => button(page, 'Accedi').evaluate((one) => one === document.activeElement))
      .toBe(true);
  });
  it('one is signed in still after a reload, and says so in English', async () => {
    await button(page, 'Accedi').click();
    await button(page, 'Anna Bruni, pianificazione').waitFor();
    await page.reload();
    await button(page, 'Anna Bruni, pianificazione').waitFor();
    await page.getByRole('radio', { name: 'English' }).click();
    await button(page, 'Anna Bruni, planning').waitFor();
  });
  it('one is told that it is away, once, and the rest goes on', async () => {
    await provider.stop();
    await button(page, 'Accedi').click();
    const notice = page.getByText(
      'Il servizio d’identità non risponde. Tutto il resto funziona come prima.',
      {
        exact: true,
      },
    );
    await expect.poll(() => notice.first().isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('?x=1');
    expect(await violations(page)).toEqual([]);
    await provider.start();
    await button(page, 'Accedi di nuovo').click();
    await button(page, 'Anna Bruni, pianificazione').waitFor();
    expect(await notice.count()).toBe(0);
  });
  it('one is told that it gives no role', async () => {
    provider.visitor = { ...ANNA, groups: ['mensa'] };
    await button(page, 'Accedi').click();
    const notice = page.getByText(/ti conosce, ma non ti dà un ruolo/);
    await expect.poll(() => notice.first().isVisible()).toBe(true);
    await button(page, 'Chiudi questo avviso').click();
    await expect.poll(() => notice.count()).toBe(0);
    expect(await button(page, 'Accedi').count()).toBe(1);
  });
  it('a telephone has room for it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const box = await button(page, 'Accedi').boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 44).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

/** One that nobody listens to now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
