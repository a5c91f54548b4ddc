// SPDX-License-Identifier: EUPL-1.2
/** A hall with a kiosk in it: a server that only shows, with something published on it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { romeInstant } from '../../src/city/rome-time';
import { type Misdeeds, openPage } from '../browser';
import { startServer } from '../city-and-server';
import { publishDirectly } from './publish-directly';

export const TITLE = 'Con Area C a 7,50 € entrano meno auto in Area C e si perde meno tempo nel traffico';

/** Who publishes the hall's copy, and where everybody finds it. */
export const PUBLISHER = {
  ...{ name: 'Comune di Milano', email: 'gemello@comune.example', site: 'https://gemello.comune.example/' },
  ...{ accessibilityStatement: null, privacyNotice: null, legalNotice: null },
};
/** A file for `--feeds`: no live data, but who publishes. */
export function publisherFile(dir: string): string {
  const file = join(dir, 'city.json');
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, publisher: PUBLISHER, feeds: [] }));
  return file;
}

export interface Hall {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** The same server again, on the same port. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Publishes something on a whole server, as who sits at the machine may, and opens the kiosk's on the same folder.
 * @param more options of the kiosk's server
 */
export async function openHall(cityDir: string, more: readonly string[] = []): Promise<Hall> {
  const dir = mkdtempSync(join(tmpdir(), 'gemello-hall-'));
  const office = await startServer(cityDir, ['--feeds', 'none', '--scenarios', dir]);
  await publishDirectly(office.url, cityDir, TITLE);
  await office.stop();
  const options = ['--mode', 'kiosk', '--scenarios', dir, ...more];
  let server: Awaited<ReturnType<typeof startServer>> | null = await startServer(cityDir, options);
  const { url } = server;
  const stop = async () => {
    await server?.stop();
    server = null;
  };
  return {
    url,
    stop,
    start: async () => {
      server ??= await startServer(cityDir, [...options, '--port', new URL(url).port]);
    },
    close: async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const NOON_MS = romeInstant(2026, 11, 28, 43_200);
/** At half past three a kiosk loads itself anew: nearly a day lies before that. */
const MORNING_MS = romeInstant(2026, 11, 28, 4 * 3600);

/** A kiosk's screen, 1080 × 1920; `speed` times as fast as the world; `atNoon`: whatever time it is, the city has noon. */
export async function openKiosk(
  browser: Browser,
  url: string,
  {
    speed = 1,
    atNoon = false,
    ...options
  }: BrowserContextOptions & { speed?: number; atNoon?: boolean } = {},
): Promise<{ page: Page; misdeeds: Misdeeds }> {
  const opened = await openPage(browser, url, {
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    ...options,
  });
  if (speed !== 1)
    await opened.page.addInitScript(
      (time) => {
        window.__kioskTime = time;
      },
      { speed, startMs: MORNING_MS },
    );
  if (atNoon)
    await opened.page.addInitScript((noonMs) => {
      const now = Date.now;
      const aheadMs = noonMs - now();
      Date.now = () => now() + aheadMs;
    }, NOON_MS);
  await opened.page.goto(`${url}/kiosk?nome=atrio`);
  return opened;
}

export interface Script {
  readonly file: string;
  readonly text: string;
}

/** Every script of the kiosk's build, and all others that were built beside it. */
export function builtScripts(distDir: string): { readonly kiosk: Script[]; readonly others: Script[] } {
  const { files } = JSON.parse(readFileSync(join(distDir, 'kiosk-build.json'), 'utf8')) as {
    files: string[];
  };
  const there = ['assets', 'kiosk-assets'].flatMap((dir) =>
    readdirSync(join(distDir, dir)).map((name) => `${dir}/${name}`),
  );
  const missing = files.filter((file) => !there.includes(file));
  if (missing.length > 0) throw new Error(`named and not there: ${missing.join(', ')}`);
  const read = (names: readonly string[]) =>
    names
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({ file, text: readFileSync(join(distDir, file), 'utf8') }));
  return { kiosk: read(files), others: read(there.filter((file) => !files.includes(file))) };
}
