// SPDX-License-Identifier: EUPL-1.2
// What must be there before anything else can run. Only Node's own modules are imported here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../', import.meta.url));
const NODE_AT_LEAST = [20, 19];

/** Stops with a sentence where Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NODE_AT_LEAST[0] || (major === NODE_AT_LEAST[0] && minor >= NODE_AT_LEAST[1])) return;
  console.error(`Node ${NODE_AT_LEAST.join('.')} or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs a program in the project's folder with this terminal; returns its exit code. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: projectDir, stdio: 'inherit', ...options });
  if (done.error) console.error(`${program}: ${done.error.message}`);
  return done.status ?? 1;
}

/** Installs the packages of the lock file, unless they are there already. */
export function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex');
  const mark = join(projectDir, 'node_modules/.installed-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  if (lstatSync(join(projectDir, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      'node_modules is a link: npm would empty what it points to. Remove the link, and ask again.',
    );
    process.exit(1);
  }
  console.error('Installing packages…');
  // Install scripts stay off: every binary used here comes inside its package. What npm says is no
  // part of a command's own output.
  const npm = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = run('npm', npm, { stdio: ['inherit', 2, 2] });
  if (code !== 0) {
    console.error('npm ci failed: is the npm registry reachable?');
    process.exit(code);
  }
  writeFileSync(mark, lock);
}
