// SPDX-License-Identifier: EUPL-1.2
/** Before the browser tests: the built app, a demo city and the real server, as `npm start` has them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ensureClient } from '../commands/client.mjs';
import { BUILD_TILES, SERVE } from '../commands/programs.mjs';
import { romeSameDay } from '../src/city/rome-time';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server, without a slash at the end. */
    baseUrl: string;
    /** Folder of the demo city that it serves. */
    cityDir: string;
    /** When this run of the tests began. */
    startedAtMs: number;
  }
}

const projectDir = fileURLToPath(new URL('../', import.meta.url));

const DAY_MS = 86_400_000;
/** At night hardly anything moves in the demo's day: a run sees the same hour, whenever it is made. */
const MORNING_S = 8.5 * 3600;

/** One city and one server for all the projects of a run, whose set-ups follow one another in one process. */
const RUNNING = Symbol.for('gemello.e2e');
type Running = {
  [RUNNING]?: Promise<{ cityDir: string; url: string; startedAtMs: number; stop: () => Promise<void> }>;
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const here = globalThis as Running;
  const first = !here[RUNNING];
  here[RUNNING] ??= startAll();
  const { cityDir, url, startedAtMs, stop } = await here[RUNNING];
  project.provide('baseUrl', url);
  project.provide('cityDir', cityDir);
  project.provide('startedAtMs', startedAtMs);
  return first ? stop : async () => {};
}

async function startAll(): NonNullable<Running[typeof RUNNING]> {
  const startedAtMs = Date.now();
  const cityDir = join(projectDir, '.cache/e2e-city');
  const build = [...BUILD_TILES, '--demo', '--out', cityDir];
  const building = spawn(process.execPath, build, { cwd: projectDir, stdio: 'inherit' });
  const built = once(building, 'exit');
  // The app beside it, on another core.
  try {
    ensureClient();
  } catch (error) {
    building.kill();
    throw error;
  }
  if ((await built)[0] !== 0) throw new Error('the demo city could not be built');
  const scenarios = join(projectDir, '.cache/e2e-scenarios');
  rmSync(scenarios, { recursive: true, force: true });
  const { url, stop } = await startServer(cityDir, ['--scenarios', scenarios], {
    nodeOptions: ['--import', clockSetTo(MORNING_S)],
  });
  return { cityDir, url, startedAtMs, stop };
}

/** A module that sets a process's clock on to when it is next this second of the day in Milan. */
function clockSetTo(secondOfDay: number): string {
  const nowMs = Date.now();
  const today = romeSameDay(nowMs, secondOfDay);
  const aheadMs = (today > nowMs ? today : romeSameDay(nowMs + DAY_MS, secondOfDay)) - nowMs;
  return `data:text/javascript,const now = Date.now; Date.now = () => now() + ${aheadMs};`;
}

/**
 * The real server as a process of its own, on a free port; `options` as `npm run serve` has them, `nodeOptions`
 * as Node has. It keeps no scenarios unless told where, by an option or by DATABASE_URL in `environment`. `stop`
 * resolves once it is gone: until then it writes its files and holds its port.
 */
export async function startServer(
  cityDir: string,
  options: readonly string[] = [],
  {
    nodeOptions = [],
    environment = {},
  }: { nodeOptions?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): Promise<{ url: string; stop: (signal?: NodeJS.Signals) => Promise<void> }> {
  const isTold = options.includes('--scenarios') || 'DATABASE_URL' in environment;
  const kept = isTold ? [] : ['--scenarios', 'none'];
  const program = [...nodeOptions, ...SERVE, '--city', cityDir, '--port', '0', ...kept, ...options];
  const server = spawn(process.execPath, program, {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const address = /http:\/\/\S+/.exec(said);
      if (address) resolve(address[0]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with code ${code}: ${said}`)));
  });
  const gone = once(server, 'exit');
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    server.kill(signal);
    await gone;
  };
  return { url, stop };
}
