// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir, run } from './dependencies.mjs';

const bin = (path) => join(projectDir, 'node_modules', path);
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** Types of everything, and of the pure rooms alone, where neither DOM nor Node exists: each on a core of its own. */
export async function types() {
  const projects = ['tsconfig.json', 'tsconfig.pure.json'];
  console.log(`\nTypes: ${projects.join(', ')}`);
  const ends = projects.map(async (project) => {
    const args = [bin('typescript/bin/tsc'), '-p', project];
    const [code] = await once(spawn(process.execPath, args, { cwd: projectDir, stdio: 'inherit' }), 'exit');
    return one(code === 0);
  });
  return Promise.all(ends);
}

/** Format and lint. */
export function lint() {
  console.log('\nFormat and lint');
  return one(
    run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']) === 0,
  );
}

/** The projects of vitest.config.ts that have this name; counts from its own report, so that a crash is a failure. */
export function tests(project) {
  console.log(`\nTests: ${project}`);
  const dir = mkdtempSync(join(tmpdir(), 'gemello-test-'));
  const report = join(dir, 'report.json');
  const code = run(process.execPath, [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites));
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  } catch {
    return one(false);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Adds up, prints the closing line, and leaves with its exit code. */
export function closingLine(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exit(failed === 0 ? 0 : 1);
}
