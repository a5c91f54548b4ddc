// SPDX-License-Identifier: EUPL-1.2
/** The last good rows of each topic on disk, with their own times, for a start after any kind of end. */
import { join } from 'node:path';
import type { LiveRow } from '../../city/live';
import { readJson, replaceFile } from '../data-folder';
import type { LiveTopic } from './topic';

interface Saved {
  readonly schemaVersion: 1;
  readonly topic: string;
  readonly feed: string;
  readonly lastGoodMs: number | null;
  readonly rows: readonly LiveRow[];
}

/** A topic is written at most so often. */
const WRITE_EVERY_MS = 1000;

export class LastGood {
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(
    private readonly dir: string,
    private readonly onFault: (error: Error) => void,
    private readonly everyMs = WRITE_EVERY_MS,
  ) {}

  /** Puts into the topic what was kept of it; what is no such file is passed over. */
  async restore(topic: LiveTopic): Promise<void> {
    const saved = (await readJson(this.#path(topic))) as Partial<Saved> | undefined;
    if (saved?.schemaVersion !== 1 || !Array.isArray(saved.rows)) return;
    // Another feed under the same name has other rows.
    if (saved.topic !== topic.topic.id || saved.feed !== topic.topic.feed) return;
    const kinds: readonly string[] = topic.topic.kinds;
    const rows = saved.rows.filter(
      (row) => typeof row?.id === 'string' && Number.isFinite(row.atMs) && kinds.includes(row.kind),
    );
    topic.restore(rows, typeof saved.lastGoodMs === 'number' ? saved.lastGoodMs : null);
  }

  /** Soon, with what the topic then knows. */
  save(topic: LiveTopic): void {
    const { id } = topic.topic;
    if (this.#due.has(id)) return;
    this.#due.set(
      id,
      setTimeout(() => this.#write(topic), this.everyMs),
    );
  }

  /** Writes what is due, at once. */
  async close(topics: Iterable<LiveTopic>): Promise<void> {
    for (const topic of topics) if (this.#due.has(topic.topic.id)) this.#write(topic);
    await Promise.all(this.#writing.values());
  }

  #write(topic: LiveTopic): void {
    const { id, feed } = topic.topic;
    clearTimeout(this.#due.get(id));
    this.#due.delete(id);
    const saved: Saved = {
      schemaVersion: 1,
      topic: id,
      feed,
      lastGoodMs: topic.upstream.lastGoodMs,
      rows: [...topic.rows.values()],
    };
    // One after the other: they write the same file.
    const before = this.#writing.get(id) ?? Promise.resolve();
    const done = before.then(() => replaceFile(this.#path(topic), JSON.stringify(saved))).catch(this.onFault);
    this.#writing.set(id, done);
  }

  #path(topic: LiveTopic): string {
    return join(this.dir, `${topic.topic.id}.json`);
  }
}
