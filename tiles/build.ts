// SPDX-License-Identifier: EUPL-1.2
/** `npm run tiles`: open data in, a streamed city out. `--help` says how. */
import { resolve } from 'node:path';
import './build/engine';
import { buildCity, type Workshop } from './build/build-city';
import { HELP, parseOptions, UsageError } from './build/options';
import { type BuildReport, type Cost, reportOf, summaryText } from './build/report';
import { InputError } from './formats/found-file';
import { SOURCES } from './sources';
import { THEME_SHELF } from './themes';
import { openPool } from './write/pool';
import { openProgress } from './write/progress';

const WORKSHOP: Workshop = {
  openPool,
  sources: SOURCES,
  themes: THEME_SHELF as unknown as Workshop['themes'],
  writeDemo: async (dir, options, progress, pool) => {
    const { writeDemoCity } = await import('./sources/demo/index');
    await writeDemoCity(dir, options, progress, pool);
  },
};

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const debug = args.includes('--debug');
  const screen = openProgress(process.stderr);
  try {
    const options = parseOptions(args);
    if (options.what.kind === 'help') {
      process.stdout.write(HELP);
      return 0;
    }
    if (options.what.kind === 'download') {
      const { runDownload } = await import('./download');
      return await runDownload(options.what.dir, { json });
    }
    const begun = performance.now();
    const result = await buildCity(options, WORKSHOP, screen);
    screen.end();
    const report = reportOf(result, resolve(options.out), costSince(begun));
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${summaryText(report)}\n`);
    return 0;
  } catch (error) {
    screen.end();
    return complain(error, json, debug);
  }
}

function costSince(begun: number): Cost {
  const { user, system } = process.cpuUsage();
  return {
    seconds: Math.round((performance.now() - begun) / 100) / 10,
    cpuSeconds: Math.round((user + system) / 1e5) / 10,
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** People get the message; where it arose is for `--debug`. */
function complain(error: unknown, json: boolean, debug: boolean): number {
  const message = error instanceof Error ? error.message : String(error);
  const isExpected = error instanceof InputError || error instanceof UsageError;
  process.stderr.write(`${isExpected ? '' : 'The build failed: '}${message}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (json) {
    const where = error instanceof InputError ? { file: error.file, row: error.row, fault: error.fault } : {};
    const report: BuildReport = { ok: false, error: { message, ...where } };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
