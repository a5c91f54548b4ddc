// SPDX-License-Identifier: EUPL-1.2
// The project's own programs, as arguments of Node.
import { spawn } from 'node:child_process';
import { projectDir } from './dependencies.mjs';

/** Builds a city. Room for new objects from the start: 4 of 55 s of CPU less for 60,000 buildings. */
export const BUILD_TILES = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  '--import',
  'tsx',
  'tiles/build.ts',
];
/** Serves a built city. */
export const SERVE = ['--import', 'tsx', 'src/server/main.ts'];
/** Assigns trips to a network of TNTP files. */
export const ASSIGN = ['--import', 'tsx', 'commands/assign.ts'];
/** Asks what a scenario does to a built city. */
export const SIMULATE = ['--import', 'tsx', 'commands/simulate.ts'];
/** Asks the models of people and services on cases of one's own. */
export const SOLVE = ['--import', 'tsx', 'commands/solve.ts'];
/** Everything that is kept of scenarios, into a file and out of it. */
const BACKUP = ['--import', 'tsx', 'commands/backup.ts', 'backup'];
const RESTORE = ['--import', 'tsx', 'commands/backup.ts', 'restore'];
/** Measures speed and size. */
const BENCH = ['--import', 'tsx', 'bench/bench.ts'];

/** By the name that `npm run` has for them. */
export const PROGRAMS = {
  tiles: BUILD_TILES,
  serve: SERVE,
  assign: ASSIGN,
  simulate: SIMULATE,
  solve: SOLVE,
  backup: BACKUP,
  restore: RESTORE,
  bench: BENCH,
};

/** Runs one of them in this process's stead: its terminal, the signals it gets, its exit code. */
export function become(program) {
  const child = spawn(process.execPath, program, { cwd: projectDir, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
