// SPDX-License-Identifier: EUPL-1.2
/**
 * Publishing a build: made in a hidden folder, moved to `tiles/<hash of its content>`, named by
 * `manifest.json`, which is replaced last. Whatever stops a build, the old city stays whole.
 */
import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Manifest } from '../../src/city/catalogue';
import { InputError } from '../formats/found-file';
import { makeFolder } from './make-folder';
import type { WrittenFile } from './output';

const LOCK = '.building.lock';
/** What a killed build leaves: its folder, its half of a lock, its half of a manifest. */
const LEFT_BEHIND = /^\.(building-\d+|building\.lock-\d+|manifest-\d+\.json)$/;

/** How {@link publish} names a build. */
const BUILD_NAME = /^[0-9a-f]{12}$/;

/** A place being built at. */
export interface Building {
  /** `<out>/.building-<pid>`: for everything that must not be left behind. */
  readonly workDir: string;
  /**
   * Lets others build here again, and removes what was not published, also the folder itself where
   * this build made it and nothing is in it. May be called twice.
   */
  release(): void;
}

/**
 * Takes `out` for one build and removes what killed ones left.
 * @throws InputError where another build is running there, or the folder cannot be written.
 */
export async function takeForBuild(out: string): Promise<Building> {
  let made: string | undefined;
  try {
    made = makeFolder(out);
    lock(out);
  } catch (error) {
    removeEmpty(out, made);
    if (error instanceof InputError) throw error;
    throw new InputError(out, `cannot be written to (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
  for (const name of await readdir(out))
    if (LEFT_BEHIND.test(name)) await rm(join(out, name), { recursive: true, force: true });
  const workDir = join(out, `.building-${process.pid}`);
  mkdirSync(workDir);
  let held = true;
  return {
    workDir,
    release() {
      if (!held) return;
      held = false;
      try {
        // A signal may come while a thread still writes there.
        rmSync(workDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      } finally {
        rmSync(join(out, LOCK), { force: true });
        removeEmpty(out, made);
      }
    },
  };
}

/** Removes `out` and the folders around it up to `first`, as long as they are empty. */
function removeEmpty(out: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let folder = resolve(out); folder.startsWith(resolve(first)); folder = dirname(folder))
      rmdirSync(folder);
  } catch {
    // Not empty: a city was published, or somebody else put something there.
  }
}

/** The lock is a file with the builder's number, made whole and then linked, so that nobody reads half of it. */
function lock(out: string): void {
  const path = join(out, LOCK);
  const own = `${path}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (;;)
      try {
        linkSync(own, path);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const pid = holder(path);
        if (pid !== undefined && isAlive(pid))
          throw new InputError(
            out,
            `another build is running here (process ${pid}): wait for it or stop it. If that process is no build, remove ${path}`,
          );
        removeStale(path, own, pid);
      }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes the lock of a dead build, but not that of one that took it over a moment ago. */
function removeStale(path: string, own: string, deadPid: number | undefined): void {
  const aside = `${own}0`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (!Object.is(holder(aside), deadPid)) linkSync(aside, path);
  rmSync(aside);
}

function holder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The manifest of a built city; undefined where there is none, or none that can be read. */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;
    return manifest.schemaVersion === 1 && typeof manifest.path === 'string' ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** The current build, where it was made from exactly these inputs and is still there. */
export async function unchangedBuild(out: string, inputHash: string): Promise<Manifest | undefined> {
  const manifest = await readManifest(out);
  if (manifest?.inputHash !== inputHash) return undefined;
  const there = await stat(join(out, manifest.path, 'catalogue.json')).catch(() => undefined);
  return there?.isFile() ? manifest : undefined;
}

/** First 12 digits of the SHA-256 over path and SHA-256 of every file, sorted by path. */
export function contentHash(files: ReadonlyMap<string, WrittenFile>): string {
  const hash = createHash('sha256');
  for (const [path, { sha256 }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path} ${sha256}\n`);
  return hash.digest('hex').slice(0, 12);
}

/**
 * Makes the build in `builtDir` the current one. The one before stays for a roll-back (and for
 * browsers that are looking at it); older ones are removed.
 */
export async function publish(
  out: string,
  builtDir: string,
  files: ReadonlyMap<string, WrittenFile>,
  inputHash: string,
): Promise<Manifest> {
  const path = `tiles/${contentHash(files)}`;
  const before = await readManifest(out);
  await mkdir(join(out, 'tiles'), { recursive: true });
  // A folder of that name is whole, since it came by one rename, and has the same content.
  const there = await stat(join(out, path, 'catalogue.json')).catch(() => undefined);
  if (!there) {
    await rm(join(out, path), { recursive: true, force: true });
    await rename(builtDir, join(out, path));
  }
  const previous = before && before.path !== path ? before.path : (before?.previous ?? null);
  const manifest: Manifest = {
    schemaVersion: 1,
    path,
    previous,
    inputHash,
    builtAt: new Date().toISOString(),
  };
  const beside = join(out, `.manifest-${process.pid}.json`);
  await writeFile(beside, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(beside, join(out, 'manifest.json'));
  await removeOlder(out, manifest);
  return manifest;
}

/**
 * Removes the builds that nobody looks at any more. Only what is surely a build: `--out .` may point
 * at a folder whose `tiles/` holds other people's work.
 */
async function removeOlder(out: string, { path, previous }: Manifest): Promise<void> {
  for (const name of await readdir(join(out, 'tiles'))) {
    const build = `tiles/${name}`;
    if (build === path || build === previous || !BUILD_NAME.test(name)) continue;
    const catalogue = await stat(join(out, build, 'catalogue.json')).catch(() => undefined);
    if (!catalogue?.isFile()) continue;
    // Out of the way in one step: half of a build would no longer be known as one.
    const aside = join(out, `.building-${process.pid}`, name);
    await mkdir(dirname(aside), { recursive: true });
    await rename(join(out, build), aside);
    await rm(aside, { recursive: true, force: true });
  }
}
