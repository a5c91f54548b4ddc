// SPDX-License-Identifier: EUPL-1.2
/** The council meets remotely: one presents an outcome, two follow on their own screens, one of them looks for herself. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe';
import { launch, openPage } from '../browser';
import { startServer } from '../city-and-server';
import { publishDirectly } from './publish-directly';

let browser: Browser;
let folder: string;
let url: string;
let server: Awaited<ReturnType<typeof startServer>>;
const pages: Page[] = [];
let [presenter, follower, other]: (Page | undefined)[] = [];

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
let begin: () => Promise<void>;
beforeAll(async () => {
  browser = await launch({ webgl: false });
  folder = mkdtempSync(join(tmpdir(), 'gemello-presentation-'));
  const port = await freePort();
  begin = async () => {
    server = await startServer(inject('cityDir'), ['--scenarios', folder, '--port', `${port}`]);
  };
  await begin();
  url = server.url;
});
afterAll(async () => {
  for (const page of pages) await page.context().close();
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(address: string): Promise<Page> {
  const { page } = await openPage(browser, url, { viewport: { width: 1024, height: 768 } });
  pages.push(page);
  await page.goto(address);
  await page.locator('[data-outcome="ready"]').waitFor();
  return page;
}
/** The heading of the one part that is shown. */
const shown = (page: Page) =>
  page.locator('main > div:not([hidden])').getByRole('heading').first().textContent();
const place = (page: Page) => page.getByText(/^Diapositiva \d+ di \d+$/).textContent();

describe('an outcome as slides', () => {
  it('is gone through by keys, and left', async () => {
    const { id } = await publishDirectly(url, inject('cityDir'));
    presenter = await open(`${url}/esito/${id}`);
    await presenter.getByRole('button', { name: 'Mostra come diapositive' }).click();
    await expect.poll(() => place(presenter!)).toBe('Diapositiva 1 di 9');
    expect(await shown(presenter)).toBe('Con Area C a 7,50 € si guida di meno');
    await presenter.locator('body').click({ position: { x: 5, y: 5 } });
    await presenter.keyboard.press('ArrowRight');
    await expect.poll(() => shown(presenter!)).toBe('Che cosa cambia');
    expect(await violations(presenter)).toEqual([]);
    await presenter.keyboard.press('End');
    await expect.poll(() => place(presenter!)).toBe('Diapositiva 9 di 9');
    await presenter.keyboard.press('Home');
    await expect.poll(() => place(presenter!)).toBe('Diapositiva 1 di 9');
    await presenter.keyboard.press('Escape');
    await presenter.getByRole('button', { name: 'Mostra come diapositive' }).waitFor();
  });
});

describe('a presentation', () => {
  it('takes two followers to where the presenter is, and along', async () => {
    await presenter!.getByRole('button', { name: 'Presenta in diretta' }).click();
    await presenter!.locator('[data-live="leading"]').waitFor();
    const link = (await presenter!.locator('[data-live]').textContent())!.match(
      /http\S+segui=[0-9a-f-]{36}/,
    )![0];
    [follower, other] = [await open(link), await open(link)];
    for (const page of [follower, other]) {
      await page.locator('[data-live="following"]').waitFor();
      await expect.poll(() => place(page)).toBe('Diapositiva 1 di 9');
    }
    await presenter!.getByRole('button', { name: 'Avanti' }).click();
    for (const page of [follower, other]) await expect.poll(() => shown(page)).toBe('Che cosa cambia');
    expect(await violations(follower)).toEqual([]);
  });

  it('lets a follower look for herself, and takes her back', async () => {
    await follower!.getByRole('button', { name: 'Avanti' }).click();
    await follower!.locator('[data-live="left"]').waitFor();
    await presenter!.getByRole('button', { name: 'Indietro' }).click();
    await expect.poll(() => place(other!)).toBe('Diapositiva 1 di 9');
    expect(await place(follower!)).toBe('Diapositiva 3 di 9');
    await follower!.getByRole('button', { name: 'Torna alla presentazione' }).click();
    await expect.poll(() => place(follower!)).toBe('Diapositiva 1 di 9');
  });

  it('says that the connection is lost, and goes on by itself', async () => {
    await server.stop('SIGKILL');
    await follower!.locator('[data-live="lost"]').waitFor();
    await begin();
    await follower!.locator('[data-live="following"]').waitFor({ timeout: 60_000 });
    await presenter!.getByRole('button', { name: 'Avanti' }).click();
    await expect.poll(() => shown(follower!)).toBe('Che cosa cambia');
  });

  it('ends for everybody, and the outcome stays', async () => {
    await presenter!.getByRole('button', { name: 'Finisci la presentazione' }).click();
    await follower!.locator('[data-live="ended"]').waitFor();
    await follower!.getByText('La presentazione è finita. L’esito resta qui.').waitFor();
    expect(await shown(follower!)).toBe('Che cosa cambia');
  });

  it('says that there is none', async () => {
    const page = await open(`${presenter!.url().split('?')[0]}?segui=00000000-0000-4000-8000-000000000000`);
    await page.locator('[data-live="gone"]').waitFor();
    await page.getByRole('heading', { name: 'Che cosa cambia' }).waitFor();
  });
});

describe('a presentation on the city in 3D', () => {
  let drawing: Browser;
  beforeAll(async () => {
    drawing = await launch();
  });
  afterAll(() => drawing?.close());

  it('moves the camera, the line and the map of who follows', { timeout: 240_000 }, async () => {
    const { id } = await publishDirectly(url, inject('cityDir'));
    const openOn = async (address: string) => {
      const { page, misdeeds } = await openPage(drawing, url, {
        ...{ viewport: { width: 640, height: 480 }, reducedMotion: 'reduce' as const },
      });
      await page.goto(address);
      await page.locator('[data-outcome="ready"]').waitFor();
      return { page, misdeeds };
    };
    const drawn = (page: Page) => page.locator('[data-map] canvas').waitFor({ timeout: 90_000 });
    const { page: leader } = await openOn(`${url}/esito/${id}`);
    await leader.getByRole('button', { name: 'Presenta in diretta' }).click();
    const link = (await leader.locator('[data-live="leading"]').textContent())!.match(
      /http\S+segui=[0-9a-f-]{36}/,
    )![0];
    const { page: council, misdeeds } = await openOn(link);
    await council.locator('[data-live="following"]').waitFor();
    // To the slide of the city.
    await expect
      .poll(async () => {
        await leader.getByRole('button', { name: 'Avanti' }).click();
        return shown(leader);
      })
      .toBe('Prima e dopo, sulla città');
    await Promise.all([drawn(leader), drawn(council)]);
    await leader.evaluate(() =>
      window.__gemello!.map.jumpTo({ center: [9.2, 45.48], zoom: 14.5, bearing: 30 }),
    );
    const camera = () =>
      council.evaluate(() => {
        const { map } = window.__gemello!;
        const { lng, lat } = map.getCenter();
        return [lng.toFixed(4), lat.toFixed(4), map.getZoom().toFixed(2), map.getBearing().toFixed(0)].join();
      });
    await expect.poll(camera, { timeout: 60_000 }).toBe('9.2000,45.4800,14.50,30');
    const line = (page: Page) => page.getByRole('slider', { name: 'Linea fra prima e dopo' });
    await line(leader).press('End');
    await council.getByText(/La linea è al (9\d|100)% della mappa/).waitFor();
    await leader.getByRole('button', { name: 'Mostra la differenza' }).click();
    await council.getByText(/^La mappa mostra la differenza/).waitFor();
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
