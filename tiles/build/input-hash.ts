// SPDX-License-Identifier: EUPL-1.2
/** What a build was made from: a build with the same hash has nothing to do. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** SHA-256 of every visible file under a folder, by path relative to it, as published (zips and gzips unopened). */
export async function hashFolder(
  dir: string,
  progress: (done: number, total: number) => void = () => {},
): Promise<Map<string, string>> {
  const paths = await filesUnder(dir);
  const hashes = new Map<string, string>();
  for (const path of paths) {
    const hash = createHash('sha256');
    for await (const part of createReadStream(join(dir, path))) hash.update(part as Buffer);
    hashes.set(path, hash.digest('hex'));
    progress(hashes.size, paths.length);
  }
  return hashes;
}

/** One hash over inputs, options and the builder's own code. `inputs`: file hashes, or what makes the demo city. */
export async function inputHash(
  inputs: ReadonlyMap<string, string> | Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>>,
): Promise<string> {
  const hash = createHash('sha256');
  add(hash, inputs instanceof Map ? [...inputs].sort(([a], [b]) => (a < b ? -1 : 1)) : inputs);
  add(hash, options);
  add(hash, await builderHash());
  return hash.digest('hex');
}

const add = (hash: Hash, value: unknown) => hash.update(`${JSON.stringify(value)}\n`);

/** The code that makes cities, and the versions of its packages. Tests are not part of it. */
async function builderHash(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const hash = createHash('sha256');
  for (const room of ['tiles', 'src/city'])
    for (const path of await filesUnder(join(root, room)))
      if (/\.(ts|mjs)$/.test(path) && !/\.test\.ts$|^(out|fixtures)\//.test(path)) {
        hash.update(`${room}/${path}\n`);
        hash.update(await readFile(join(root, room, path)));
      }
  hash.update(await readFile(join(root, 'package.json')));
  return hash.digest('hex');
}

/** Sorted relative paths with `/`; hidden files are left out; links are followed, each folder once. */
async function filesUnder(dir: string): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of await readdir(folder)) {
      if (name.startsWith('.') || name === '__MACOSX') continue;
      const path = join(folder, name);
      const kind = await stat(path).catch(() => undefined);
      if (kind?.isDirectory()) await walk(path);
      else if (kind?.isFile()) found.push(relative(dir, path).replaceAll('\\', '/'));
    }
  };
  await walk(dir);
  return found.sort();
}
