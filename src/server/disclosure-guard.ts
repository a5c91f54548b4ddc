// SPDX-License-Identifier: EUPL-1.2
/** Tables that would tell of few persons are not handed out, whoever built them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeColumns } from '../city/columns';
import { AUDITED, type Leak, leaksOf } from '../city/disclosure-audit';

/** The address of an input table, whole or compressed. */
const INPUT = /^\/city\/(tiles\/[^/]+\/inputs\/([^/]+)\.columns)(?:\.\w+)?$/;

export class DisclosureGuard {
  /** By file: a build never changes. */
  readonly #asked = new Map<string, Promise<readonly Leak[]>>();

  constructor(private readonly cityDir: string) {}

  /** What a file of the city gives away; nothing of a file that is no table of persons, or is not there. */
  async leaksAt(url: string): Promise<readonly Leak[]> {
    const [, file, table] = INPUT.exec(pathOf(url)) ?? [];
    if (file === undefined || table === undefined || !AUDITED.includes(table)) return [];
    let asked = this.#asked.get(file);
    if (!asked) this.#asked.set(file, (asked = this.#leaksOf(file)));
    return asked;
  }

  async #leaksOf(file: string): Promise<readonly Leak[]> {
    try {
      return leaksOf(decodeColumns(await readFile(join(this.cityDir, file)), file));
    } catch (error) {
      this.#asked.delete(file);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** Without the query, and with what was escaped in it written out. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] as string);
  } catch {
    return url;
  }
}
