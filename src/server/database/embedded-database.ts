// SPDX-License-Identifier: EUPL-1.2
/**
 * PostgreSQL inside this process (PGlite), for a machine with nothing installed. It does not lock its folder, and
 * two processes in one would spoil it: the hold of data-folder.ts does. Some hundred megabytes, which nobody pays
 * who asks nothing: it opens at the first question.
 */
import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { holdFolder } from '../data-folder';
import { type Database, DatabaseFault, faultOf, type Queries, type Value } from './database';

/** Some segments of its log, of 16 MiB each, and the largest thing that is kept. */
const LEAST_ROOM_BYTES = 80 * 1024 * 1024;

export class EmbeddedDatabase implements Database {
  readonly kind = 'embedded';
  #opening: Promise<PGlite> | undefined;
  #closed = false;

  private constructor(
    /** Null: in memory. */
    private readonly dir: string | null,
    private readonly letGo: () => Promise<void>,
  ) {}

  /**
   * @param dir its folder, made where it is not there; null: it lives in memory, and is gone with the process
   * @throws where another process has the folder
   */
  static async open(dir: string | null): Promise<EmbeddedDatabase> {
    if (dir === null) return new EmbeddedDatabase(null, async () => {});
    mkdirSync(dir, { recursive: true });
    const letGo = await holdFolder(dir);
    if (!letGo)
      throw new Error(`${dir}: another server keeps its scenarios here; stop it, or name another folder`);
    return new EmbeddedDatabase(dir, letGo);
  }

  async query<Row>(text: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return this.#with((database) => queriesOf(database).query<Row>(text, values));
  }

  run(script: string): Promise<void> {
    return this.#with((database) => queriesOf(database).run(script));
  }

  async transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    await this.#checkRoom();
    return this.#with((database) => database.transaction((inside) => work(queriesOf(inside))));
  }

  async listen(channel: string, heard: (payload: string | null) => void): Promise<() => Promise<void>> {
    const stop = await this.#with((database) => database.listen(channel, heard));
    return () => stop();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const database = await this.#opening?.catch(() => undefined);
    await database?.close();
    await this.letGo();
  }

  /** On a disk that is full PGlite does not come back from its write: it is not asked to. */
  async #checkRoom(): Promise<void> {
    if (this.dir === null) return;
    const { bavail, bsize } = await statfs(this.dir);
    if (bavail * bsize < LEAST_ROOM_BYTES)
      throw new DatabaseFault('disk-full', new Error(`less than ${LEAST_ROOM_BYTES} bytes are left`));
  }

  async #with<Result>(work: (database: PGlite) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.#open());
    } catch (error) {
      throw faultOf(error);
    }
  }

  #open(): Promise<PGlite> {
    if (this.#closed) return Promise.reject(new Error('PGlite is closed'));
    this.#opening ??= import('@electric-sql/pglite').then(({ PGlite }) =>
      this.dir === null ? PGlite.create() : PGlite.create(this.dir),
    );
    // What could not be opened is tried again by the next question.
    this.#opening.catch(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }
}

const queriesOf = (database: PGlite | Transaction): Queries => ({
  query: async <Row>(text: string, values: readonly Value[] = []) =>
    (await database.query<Row>(text, [...values])).rows,
  run: async (script) => {
    await database.exec(script);
  },
});
