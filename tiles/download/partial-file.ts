// SPDX-License-Identifier: EUPL-1.2
/** A download that is not whole yet: `file.part`, and beside it what tells whether it may be resumed. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';

/** What is known of a file that was fetched whole. */
export interface Stored {
  readonly bytes: number;
  readonly sha256: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface Part {
  readonly bytes: number;
  readonly headers: Record<string, string>;
}

/** What is there of the same file; a part of something else, or of a file that cannot be told, is removed. */
export async function partOf(path: string, url: string): Promise<Part> {
  try {
    const about = JSON.parse(await readFile(`${path}.part.json`, 'utf8')) as {
      url?: string;
    } & Partial<Stored>;
    const { size } = await stat(`${path}.part`);
    const strong = about.etag?.startsWith('W/') ? about.lastModified : (about.etag ?? about.lastModified);
    if (about.url === url && strong && size > 0)
      return { bytes: size, headers: { range: `bytes=${size}-`, 'if-range': strong } };
  } catch {
    // No part, or not ours.
  }
  await forgetPart(path);
  return { bytes: 0, headers: {} };
}

export async function forgetPart(path: string): Promise<void> {
  await rm(`${path}.part`, { force: true });
  await rm(`${path}.part.json`, { force: true });
}

/** Headers that ask for the file only where it changed. */
export const conditions = (known: Stored | undefined): Record<string, string> => ({
  ...(known?.etag ? { 'if-none-match': known.etag } : {}),
  ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
});

/** Says whose part it is, before its first byte is written. */
export const describePart = (path: string, url: string, validators: Pick<Stored, 'etag' | 'lastModified'>) =>
  writeFile(`${path}.part.json`, JSON.stringify({ url, ...validators }));

/** Checksum of a file on the disk; '' where there is none. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  return hash.digest('hex');
}
