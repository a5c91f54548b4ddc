// SPDX-License-Identifier: EUPL-1.2
/** An office of planners: a server that keeps scenarios, an identity provider, and a browser for each person. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { openProvider } from '../../src/server/sign-in/fixtures/open-id-provider';
import { startServer } from '../city-and-server';
import { type Keeping, keepInside } from './keeping';
import { CALCULATE } from './scenario-page';

export interface Office {
  readonly url: string;
  /** A browser of somebody's own, signed in. */
  openAs(browser: Browser, name: string, role?: 'planner' | 'publisher'): Promise<BrowserContext>;
  /** The server is gone, at once; and there again. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const GROUPS = { planner: 'gm-piani', publisher: 'gm-pubblica' } as const;
const SECRET = 'GEMELLO_TEST_SECRET';

/** @param keeping where it keeps scenarios, which whoever gave it closes; without: inside the process */
export async function openOffice(keeping?: Keeping): Promise<Office> {
  const own = keeping ? null : await keepInside();
  const { options: kept, environment } = (keeping ?? own!).whole;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const provider = await openProvider({ origin: url });
  const folder = mkdtempSync(join(tmpdir(), 'gemello-office-'));
  const { issuer, clientId, clientSecret } = provider;
  process.env[SECRET] = clientSecret;
  writeFileSync(
    join(folder, 'city.json'),
    JSON.stringify({
      ...{ schemaVersion: 1, dataDir: join(folder, 'data'), feeds: [] },
      signIn: {
        ...{ issuer, clientId, origin: url, allowHttp: true },
        clientSecret: { fromEnvironment: SECRET },
        roles: {
          claim: 'groups',
          values: { [GROUPS.planner]: 'planner', [GROUPS.publisher]: 'publisher' },
        },
      },
    }),
  );
  const options = ['--feeds', join(folder, 'city.json'), '--port', `${port}`, ...kept];
  const begin = () => startServer(inject('cityDir'), options, { environment });
  let server: Awaited<ReturnType<typeof begin>> | null = await begin();
  const end = async (signal: NodeJS.Signals) => {
    await server?.stop(signal);
    server = null;
  };
  return {
    url,
    openAs: async (browser, name, role = 'planner') => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'it-IT',
        reducedMotion: 'reduce',
      });
      provider.visitor = { sub: name.toLowerCase(), name, groups: [GROUPS[role]] };
      // Signed in without the page: what is tried here begins after it.
      await context.request.get(`${url}/api/sign-in?to=/`);
      return context;
    },
    kill: () => end('SIGKILL'),
    start: async () => {
      server ??= await begin();
    },
    close: async () => {
      await end('SIGTERM');
      await provider.close();
      await own?.close();
      rmSync(folder, { recursive: true, force: true });
      delete process.env[SECRET];
    },
  };
}

/** «E se…?» on a page of this browser. */
export async function openScenarios(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/#panel=scenario`);
  // The city of the models is there.
  await page.getByRole('button', { name: CALCULATE }).waitFor({ timeout: 60_000 });
  return page;
}

/** One that nobody listens to now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
