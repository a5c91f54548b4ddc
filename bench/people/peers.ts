// SPDX-License-Identifier: EUPL-1.2
/** The models of sites and of school places beside HiGHS, on the same problems, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('peer-process.ts', import.meta.url));
/** What a process gives; HiGHS may stop after a minute of solving. */
const GIVE_UP_MS = 120_000;

/** Of the OR-Library where they are at hand, else made up like them; homes and schools. */
const CASES = [
  { bench: 'p-median-peer', args: ['median', 'pmed1', '100', '5'] },
  { bench: 'p-median-peer', args: ['median', 'pmed5', '100', '33'] },
  { bench: 'p-median-peer', args: ['median', 'pmed10', '200', '67'] },
  { bench: 'transport-peer', args: ['transport', '600', '60'] },
  { bench: 'transport-peer', args: ['transport', '1500', '80'] },
] as const;
const SOLVERS = ['ours', 'highs'] as const;

export interface PeerFigures {
  readonly value: number;
  readonly bound: number | null;
  readonly status: string;
  readonly seconds: number;
  readonly memoryMB: number;
}

/** One line a problem and solver, then how many times as long HiGHS takes, and by how much the values differ. */
export function benchPeers(print: (line: object) => void): void {
  for (const { bench, args } of CASES) {
    const [ours, highs] = SOLVERS.map((solver) => {
      const figures = solvedBy(solver, args);
      const version = solver === 'highs' ? highsVersion() : undefined;
      print({ bench, case: args.join(' '), solver, ...(version && { version }), ...figures });
      return figures;
    }) as [PeerFigures, PeerFigures];
    print({
      bench: `${bench}-ratio`,
      case: args.join(' '),
      seconds: highs.seconds / ours.seconds,
      memory: highs.memoryMB / Math.max(1, ours.memoryMB),
      valueOff: ours.value / highs.value - 1,
    });
  }
}

function solvedBy(solver: string, args: readonly string[]): PeerFigures {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', PROCESS, solver, ...args],
    { encoding: 'utf8', timeout: GIVE_UP_MS },
  );
  if (status !== 0) throw new Error(`${solver} ${args.join(' ')}: ${stderr || 'gave up'}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function highsVersion(): string {
  const main = createRequire(import.meta.url).resolve('highs');
  return JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8')).version;
}
