// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FEEDS } from '../stream/feeds/index';
import type { Database } from './database/database';
import { openDatabaseOf, openToRead } from './database/open';
import { startDemoDay } from './demo-day/demo-day';
import { setUpLive } from './live/setup';
import { createServer } from './server';
import { readSignInConfig } from './sign-in/config';
import { setUpSignIn } from './sign-in/sign-in';

const USAGE = `usage: npm run serve -- --city DIR [--feeds FILE|none] [--port N] [--host ADDRESS]
                         [--mode kiosk]
  --city DIR   a built city (npm run tiles makes one); default tiles/out/city
  --feeds F    its live data, as in city.json; none: no live data. Default: the project's city.json,
               and for a demo city what it makes up itself
  --scenarios D  where scenarios are kept; none: nowhere. Default: the PostgreSQL of DATABASE_URL where that is
               set, else the folder scenario-data
  --port N     default 8080, or PORT from the environment
  --host A     default 127.0.0.1: only this machine. 0.0.0.0 for everybody
  --mode kiosk it only shows, at /kiosk: no method but GET and HEAD, and what is published is only read, from the
               PostgreSQL of DATABASE_URL or from the folder that --scenarios names`;

const projectDir = fileURLToPath(new URL('../../', import.meta.url));

/** Seconds that running requests are given when the server is told to stop. */
const STOP_S = 10;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      city: { type: 'string', default: join(projectDir, 'tiles/out/city') },
      port: { type: 'string', default: process.env.PORT ?? '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      feeds: { type: 'string' },
      scenarios: { type: 'string' },
      mode: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port}: not a port number`);
  const { mode } = values;
  if (mode !== undefined && mode !== 'kiosk')
    throw new Error(`--mode ${mode}: there is only "kiosk"; without it the server is the whole one`);
  const cityDir = resolve(values.city);
  if (!existsSync(join(cityDir, 'manifest.json')))
    throw new Error(
      `${cityDir}: no built city here (manifest.json is missing). Build one: npm run tiles -- --demo --out ${values.city}`,
    );

  const setup = await setUpLive({
    cityDir,
    projectDir,
    feeds: values.feeds,
    shelf: { url: new URL('../stream/feeds/index.ts', import.meta.url).href, feeds: FEEDS },
    startDemoDay,
    environment: process.env,
  });
  for (const note of setup.notes) console.warn(note);
  const signInConfig = readSignInConfig(settingsFile(values.feeds), process.env);
  const database = await scenarioDatabase(values.scenarios, mode);
  const { signIn, note } =
    mode === 'kiosk'
      ? { signIn: undefined, note: 'A kiosk: it is at /kiosk, and nothing can be changed here.' }
      : setUpSignIn(signInConfig, values.host, database);
  const server = await createServer({
    mode,
    cityDir,
    database,
    signIn,
    live: setup.live,
    publisher: setup.publisher,
    appDir: join(projectDir, 'dist'),
    logger: { level: process.env.LOG_LEVEL ?? 'warn' },
  });
  server.addHook('onClose', () => setup.close());
  const stop = (signal: string) => {
    server.log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_S * 1000).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const address = await server.listen({ port, host: values.host });
  console.log(`Gemello Milano: ${address.replace('127.0.0.1', 'localhost')}`);
  console.log(note);
}

/** Whose section `signIn` counts: the file of the live data, also where these are a demo city's own, or none. */
const settingsFile = (feeds: string | undefined): string =>
  feeds === undefined || feeds === 'none' ? join(projectDir, 'city.json') : resolve(feeds);

/** Undefined where none is wanted, or another server has the folder: the page then keeps scenarios in the browser. */
async function scenarioDatabase(
  wanted: string | undefined,
  mode: 'kiosk' | undefined,
): Promise<Database | undefined> {
  if (wanted === 'none') return undefined;
  try {
    if (mode === 'kiosk') return await openToRead(wanted, process.env, (told) => console.warn(told));
    return await openDatabaseOf(wanted, process.env, projectDir, ({ message }) =>
      console.warn(`database: ${message}`),
    );
  } catch (error) {
    console.warn(`Scenarios are not kept by this server: ${(error as Error).message}`);
    return undefined;
  }
}

main().catch((error: NodeJS.ErrnoException) => {
  const busy =
    error.code === 'EADDRINUSE'
      ? `${error.message}: another program listens there; choose one with --port or PORT`
      : error.message;
  console.error(busy);
  process.exit(1);
});
