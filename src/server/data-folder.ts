// SPDX-License-Identifier: EUPL-1.2
/** A folder in which this server alone keeps what it knows: one process a folder, files whole or not at all. */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes beside, then renames: whoever reads finds the file before or after, never half of it. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`;
  await writeFile(beside, content, { flush: true });
  await rename(beside, path);
}

/** Undefined where it is not there, or no JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The longest path of a socket (sun_path of Linux and macOS, whichever is less), and its end. */
const LONGEST_PATH_BYTES = 103;

/**
 * Takes a folder for this process, making it where it is not there; undefined where another process has
 * it. The hold is a socket, which goes with its process, however that ends.
 * @returns lets go of it
 */
export async function holdFolder(dir: string): Promise<(() => Promise<void>) | undefined> {
  mkdirSync(dir, { recursive: true });
  const path = holdOf(realpathSync(dir));
  const held = await listen(path);
  if (held) return () => new Promise((resolve) => held.close(() => resolve()));
  if (await answers(path)) return undefined;
  // Left behind by a process that was killed.
  await unlink(path).catch(() => undefined);
  const second = await listen(path);
  return second && (() => new Promise((resolve) => second.close(() => resolve())));
}

/** In the folder itself: services have a temporary folder each, which others do not see. */
function holdOf(dir: string): string {
  const inside = join(dir, '.hold');
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\gemello-${name}`;
  return Buffer.byteLength(inside) <= LONGEST_PATH_BYTES ? inside : join(tmpdir(), `gemello-${name}.lock`);
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
