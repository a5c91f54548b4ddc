// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it; returns the first that was not there. Folder by folder, since
 * Node's own `recursive` never returns where the system says "no such file" of a place that cannot
 * have folders (`--out /proc/x`).
 *
 * @throws NodeJS.ErrnoException where it cannot be made, or something else has its name.
 */
export function makeFolder(folder: string): string | undefined {
  const path = resolve(folder);
  if (isFolder(path)) return undefined;
  const above = dirname(path);
  const first = above === path ? undefined : makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else was faster.
    if (isFolder(path)) return first;
    throw error;
  }
  return first ?? path;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
