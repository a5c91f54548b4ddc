// SPDX-License-Identifier: EUPL-1.2
/**
 * The last hours of each topic, so that the clock can go back. One file a topic and hour, named by its
 * first moment (UTC): a journal while the hour lasts, Parquet afterwards. Each begins with all that was
 * known then, so one file tells what was known at any moment of its hour.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtentAnswer, LiveRow, SeriesAnswer } from '../../city/live';
import type { JournalLine, SeriesQuestion } from './history-work';
import { HOUR_MS, hourOf, hoursIn, type KeptHour, nameOf } from './hour-files';
import { Thread, ThreadLost } from './thread';
import type { Change } from './topic';

/** Changes are gathered for so long; of a topic that says very much, for longer. */
const FLUSH_MS = 5000;
const THRIFTY: readonly (readonly [journalBytes: number, flushMs: number])[] = [
  [16e6, 30_000],
  [40e6, 60_000],
];
/** An hour that is bigger than this is kept no further. */
const MOST_JOURNAL_BYTES = 80e6;
const THREAD_MB = 1024;
const PACK_DEADLINE_MS = 120_000;
const ASK_DEADLINE_MS = 20_000;
/** Questions under way; more are turned away. */
const MOST_ASKED = 64;
const WORK = new URL('./history-work.ts', import.meta.url).href;

interface Kept {
  readonly dir: string;
  /** Oldest first; the last may be a journal. */
  hours: KeptHour[];
  /** Bytes of the journal of the hour that lasts. */
  journalBytes: number;
  pending: Map<string, LiveRow | null>;
  pendingMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  writing: Promise<void>;
  lastMs: number | null;
}

/** Too many ask at once. */
export class HistoryBusy extends Error {
  override readonly name = 'HistoryBusy';
}

export interface HistoryOptions {
  readonly dir: string;
  readonly retentionH: number;
  readonly nowMs: () => number;
  readonly onFault: (error: Error) => void;
  readonly flushMs?: number;
}

export class History {
  readonly #kept = new Map<string, Kept>();
  readonly #thread = new Thread(THREAD_MB);
  #asked = 0;

  constructor(private readonly options: HistoryOptions) {}

  /** What is there of a topic; journals of hours that are over are packed. Call before `record`. */
  open(topic: string): void {
    const dir = join(this.options.dir, topic);
    mkdirSync(dir, { recursive: true });
    const hours = hoursIn(dir);
    const last = hours.at(-1);
    this.#kept.set(topic, {
      dir,
      hours,
      journalBytes: 0,
      pending: new Map(),
      pendingMs: 0,
      timer: undefined,
      writing: Promise.resolve(),
      lastMs: last ? Math.min(hourOf(last.startMs) + HOUR_MS - 1, this.options.nowMs()) : null,
    });
    this.tidy(topic);
  }

  /** A change, and what is known after it (what a new hour begins with). */
  record(topic: string, change: Change, known: ReadonlyMap<string, LiveRow>): void {
    const kept = this.#kept.get(topic);
    if (!kept || (change.changed.length === 0 && change.gone.length === 0)) return;
    const nowMs = this.options.nowMs();
    this.#begin(kept, nowMs, known);
    for (const row of change.changed) kept.pending.set(row.id, row);
    for (const id of change.gone) kept.pending.set(id, null);
    kept.pendingMs = nowMs;
    kept.lastMs = nowMs;
    kept.timer ??= setTimeout(() => this.#flush(kept), this.#flushMs(kept));
  }

  /**
   * Every minute or so: a silent topic's hour begins too, hours that are over are packed, old ones go.
   * @param known undefined where nobody knows how things are
   */
  tidy(topic: string, known?: ReadonlyMap<string, LiveRow>): void {
    const kept = this.#kept.get(topic);
    if (!kept) return;
    const nowMs = this.options.nowMs();
    if (known) this.#begin(kept, nowMs, known);
    for (const { file, startMs } of kept.hours)
      if (file.endsWith('.ndjson') && hourOf(startMs) < hourOf(nowMs)) this.#pack(kept, file);
    const oldestMs = nowMs - this.options.retentionH * HOUR_MS;
    kept.hours = kept.hours.filter(({ startMs, file }) => {
      if (hourOf(startMs) + HOUR_MS > oldestMs) return true;
      rmSync(file, { force: true });
      return false;
    });
  }

  /**
   * The topic's rows as known then, as a JSON array; 'null' where nothing is kept of that moment. A server
   * that was off then tells what it knew up to an hour before.
   * @throws HistoryBusy
   */
  async rowsAt(topic: string, atMs: number): Promise<string> {
    const kept = this.#kept.get(topic);
    const hour = kept?.hours.findLast(({ startMs }) => startMs <= atMs);
    if (!kept || !hour || hourOf(atMs) - hourOf(hour.startMs) > HOUR_MS) return 'null';
    await this.#written(kept);
    const input = { file: this.#current(kept, hour).file, atMs };
    return (await this.#ask('rowsAt', input)) as string;
  }

  /**
   * @param lateMs how long after its own time a row may have come: hours after `toMs` are read so far
   * @throws HistoryBusy
   */
  async series(
    topic: string,
    question: Omit<SeriesQuestion, 'files'>,
    lateMs: number,
  ): Promise<SeriesAnswer['points']> {
    const kept = this.#kept.get(topic);
    if (!kept) return [];
    await this.#written(kept);
    const files = kept.hours
      .filter(
        ({ startMs }) => hourOf(startMs) + HOUR_MS > question.fromMs && startMs <= question.toMs + lateMs,
      )
      .map(({ file }) => file);
    return (await this.#ask('series', { ...question, files })) as SeriesAnswer['points'];
  }

  /** Of one topic, or of all together. */
  extent(topic?: string): ExtentAnswer {
    const some = [...this.#kept]
      .filter(([id]) => topic === undefined || id === topic)
      .map(([, kept]) => kept);
    const from = some.flatMap(({ hours }) => hours[0]?.startMs ?? []);
    const to = some.flatMap(({ lastMs, hours }) => (lastMs !== null && hours.length > 0 ? [lastMs] : []));
    return {
      fromMs: from.length > 0 ? Math.min(...from) : null,
      toMs: to.length > 0 ? Math.max(...to) : null,
    };
  }

  async close(): Promise<void> {
    for (const kept of this.#kept.values()) await this.#written(kept);
    await this.#thread.close();
  }

  /** The hour of now, with all that is known, where it has not begun. */
  #begin(kept: Kept, nowMs: number, known: ReadonlyMap<string, LiveRow>): void {
    const last = kept.hours.at(-1);
    // A clock that is put back across an hour's beginning begins none anew: its files have their names.
    if (last && [0, HOUR_MS].includes(hourOf(last.startMs) - hourOf(nowMs))) return;
    this.#flush(kept);
    // Names are to the second.
    const startMs = Math.floor(nowMs / 1000) * 1000;
    kept.hours.push({ startMs, file: join(kept.dir, `${nameOf(startMs)}.ndjson`) });
    kept.journalBytes = 0;
    this.#append(kept, [startMs, [...known.values()], []]);
    for (const { file } of kept.hours.slice(0, -1)) if (file.endsWith('.ndjson')) this.#pack(kept, file);
  }

  #flushMs(kept: Kept): number {
    const usual = this.options.flushMs ?? FLUSH_MS;
    return THRIFTY.findLast(([bytes]) => kept.journalBytes > bytes)?.[1] ?? usual;
  }

  #flush(kept: Kept): void {
    clearTimeout(kept.timer);
    kept.timer = undefined;
    if (kept.pending.size === 0) return;
    const changed = [...kept.pending.values()].filter((row) => row !== null);
    const gone = [...kept.pending].flatMap(([id, row]) => (row === null ? [id] : []));
    kept.pending = new Map();
    this.#append(kept, [kept.pendingMs, changed, gone]);
  }

  #append(kept: Kept, line: JournalLine): void {
    const file = kept.hours.at(-1)?.file;
    if (!file || kept.journalBytes > MOST_JOURNAL_BYTES) return;
    // A line that was cut off by a kill ends here.
    const text = `${kept.journalBytes === 0 ? '\n' : ''}${JSON.stringify(line)}\n`;
    kept.journalBytes += text.length;
    kept.writing = kept.writing.then(() => appendFile(file, text)).catch(this.options.onFault);
  }

  async #written(kept: Kept): Promise<void> {
    this.#flush(kept);
    await kept.writing;
  }

  /** Of an hour that may have been packed in the meantime. */
  #current(kept: Kept, hour: KeptHour): KeptHour {
    return kept.hours.find(({ startMs }) => startMs === hour.startMs) ?? hour;
  }

  readonly #packing = new Set<string>();
  #pack(kept: Kept, journal: string): void {
    if (this.#packing.has(journal)) return;
    this.#packing.add(journal);
    const parquet = journal.replace(/\.ndjson$/, '.parquet');
    // What cannot be packed stays a journal until the next start: it would fail again.
    kept.writing
      .then(() =>
        this.#thread.ask({ module: WORK, name: 'pack', input: { journal, parquet } }, PACK_DEADLINE_MS),
      )
      .then(() => {
        kept.hours = kept.hours.map((hour) => (hour.file === journal ? { ...hour, file: parquet } : hour));
        this.#packing.delete(journal);
      })
      .catch((error: Error) => {
        if (!(error instanceof ThreadLost && error.message === 'closed')) this.options.onFault(error);
      });
  }

  async #ask(name: string, input: unknown): Promise<unknown> {
    if (this.#asked >= MOST_ASKED) throw new HistoryBusy('too many ask for kept hours at once');
    this.#asked += 1;
    try {
      return await this.#thread.ask({ module: WORK, name, input }, ASK_DEADLINE_MS);
    } finally {
      this.#asked -= 1;
    }
  }
}
