// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { projectDir, run } from './dependencies.mjs';

const SOURCES = [
  'src',
  'public',
  'index.html',
  'outcome.html',
  'pages.html',
  'kiosk.html',
  'kiosk-health.html',
  'vite.config.ts',
  'vite.outcome.config.ts',
  'vite.pages.config.ts',
  'vite.kiosk.config.ts',
  'package-lock.json',
];
/** The studio's build empties `dist/` first. */
const CONFIGS = ['vite.config.ts', 'vite.outcome.config.ts', 'vite.pages.config.ts', 'vite.kiosk.config.ts'];
const dist = join(projectDir, 'dist');
const mark = join(dist, '.built-from');

/** Builds the browser's side into `dist/`, with .br and .gz beside each file; nothing where it is up to date. */
export function ensureClient() {
  const hash = hashOf(SOURCES.map((name) => join(projectDir, name)));
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  console.log('Building the app…');
  const vite = join(projectDir, 'node_modules/vite/bin/vite.js');
  // Said here, since a test runner's own NODE_ENV would build React for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  for (const config of CONFIGS) {
    const code = run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { env });
    if (code !== 0) process.exit(code);
  }
  for (const path of filesUnder(dist)) compress(path);
  writeFileSync(mark, hash);
}

function compress(path) {
  if (!['.js', '.mjs', '.css', '.html', '.svg', '.json', '.wasm', '.webmanifest'].includes(extname(path)))
    return;
  const bytes = readFileSync(path);
  if (bytes.length < 1024) return;
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.filter(existsSync).flatMap(filesUnder)) {
    if (path.endsWith('.test.ts')) continue;
    hash.update(path.slice(projectDir.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    );
}
