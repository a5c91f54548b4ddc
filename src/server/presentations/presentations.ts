// SPDX-License-Identifier: EUPL-1.2
/**
 * Presentations as they are gone through. Where each is stands in the database; followers hear of it by an open
 * answer (server-sent events), also those of other instances: notices carry `{id, rev}` only.
 */
import type { ServerResponse } from 'node:http';
import type { PresentationNews, PresentationRequest } from '../../scenario/presentation';
import type { Person } from '../../scenario/roles';
import type { Database } from '../database/database';
import { Refused } from '../scenarios/refused';
import { END, MOVE, READ } from './presentation-tables';

const CHANNEL = 'gemello_presentations';
/** Of one presentation, and of all. */
const MOST_FOLLOWERS = { each: 250, all: 1000 } as const;
/** Proxies cut what is silent. */
const BEAT_MS = 15_000;
/** Lost notices are made good by a look. */
const REPAIR_MS = 10_000;
/** Who does not read is not waited for: the newest counts, and comes again. */
const MOST_WAITING_BYTES = 64 * 1024;

interface Room {
  readonly followers: Set<ServerResponse>;
  /** Of what was told last. */
  rev: number;
  /** One look at a time; more asked for meanwhile are one more. */
  looking: boolean;
  again: boolean;
}

export class Presentations {
  readonly #rooms = new Map<string, Room>();
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  #hearing: Promise<() => Promise<void>> | undefined;
  #closed = false;

  constructor(
    private readonly database: Database,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.#timers.push(
      setInterval(() => this.#beat(), BEAT_MS),
      setInterval(() => this.#repair(), REPAIR_MS),
    );
    for (const timer of this.#timers) timer.unref();
  }

  get followers(): number {
    return [...this.#rooms.values()].reduce((sum, { followers }) => sum + followers.size, 0);
  }

  /** Begins it, or goes on in it. @throws Refused */
  async move(who: Person, id: string, { publicationId, state }: PresentationRequest): Promise<number> {
    const [row] = await this.database.query<{ rev: number }>(MOVE, [
      ...[id, publicationId, who.id, JSON.stringify(state), CHANNEL],
    ]);
    if (!row) throw new Refused('not-allowed', 'it is another’s, has ended, or what it shows is not there');
    this.#tell(id, { rev: row.rev, publicationId, state, ended: false });
    return row.rev;
  }

  /** @throws Refused */
  async end(who: Person, id: string): Promise<void> {
    const rows = await this.database.query(END, [id, who.id, CHANNEL]);
    if (rows.length > 0) await this.#look(id);
    else if ((await this.read(id)).ended === false) throw new Refused('not-allowed', 'it is another’s');
  }

  /** Where it is now. @throws Refused */
  async read(id: string): Promise<PresentationNews> {
    const [row] = await this.database.query<
      Pick<PresentationNews, 'rev' | 'state' | 'ended'> & { publication_id: string }
    >(READ, [id]);
    if (!row) throw new Refused('not-found', `no presentation ${id}`);
    const { publication_id: publicationId, ...news } = row;
    return { ...news, publicationId };
  }

  /** Whether nobody else is taken in. */
  isFull(id: string): boolean {
    const here = this.#rooms.get(id)?.followers.size ?? 0;
    return here >= MOST_FOLLOWERS.each || this.followers >= MOST_FOLLOWERS.all;
  }

  /** Tells where it is and then each move. The headers are sent already. */
  follow(response: ServerResponse, id: string, now: PresentationNews): void {
    if (response.destroyed || this.#closed) return;
    this.#hear();
    const room = this.#rooms.get(id) ?? { followers: new Set(), rev: now.rev, looking: false, again: false };
    this.#rooms.set(id, room);
    room.followers.add(response);
    response.on('close', () => {
      room.followers.delete(response);
      if (room.followers.size === 0 && this.#rooms.get(id) === room) this.#rooms.delete(id);
    });
    response.on('error', () => response.destroy());
    response.write(`retry: 2000\n\n${eventOf(now)}`);
    // Something may have happened since it was read.
    void this.#look(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const { followers } of this.#rooms.values())
      for (const response of followers) {
        response.end();
        response.destroy();
      }
    this.#rooms.clear();
    await (await this.#hearing?.catch(() => undefined))?.().catch(() => undefined);
  }

  /** From the first follower on. */
  #hear(): void {
    this.#hearing ??= this.database.listen(CHANNEL, (payload) => {
      if (payload === null) return this.#repair();
      const { id, rev } = noticeOf(payload);
      const room = this.#rooms.get(id);
      if (room && rev > room.rev) void this.#look(id);
    });
    this.#hearing.catch((error: unknown) => {
      this.#hearing = undefined;
      this.onFault(error);
    });
  }

  async #look(id: string): Promise<void> {
    const room = this.#rooms.get(id);
    if (!room) return;
    if (room.looking) {
      room.again = true;
      return;
    }
    room.looking = true;
    do {
      room.again = false;
      await this.read(id).then(
        (news) => this.#tell(id, news),
        (error: unknown) => this.onFault(error),
      );
    } while (room.again);
    room.looking = false;
  }

  /** What is older than what was told is not told. */
  #tell(id: string, news: PresentationNews): void {
    const room = this.#rooms.get(id);
    if (!room || news.rev <= room.rev) return;
    room.rev = news.rev;
    const event = eventOf(news);
    for (const response of room.followers)
      if (response.writableLength < MOST_WAITING_BYTES) response.write(event);
      else response.destroy();
  }

  #repair(): void {
    for (const id of this.#rooms.keys()) void this.#look(id);
  }

  #beat(): void {
    for (const { followers } of this.#rooms.values())
      for (const response of followers) response.write(': \n\n');
  }
}

const eventOf = (news: PresentationNews): string => `id: ${news.rev}\ndata: ${JSON.stringify(news)}\n\n`;

function noticeOf(payload: string): { id: string; rev: number } {
  try {
    const { id, rev } = JSON.parse(payload) as { id?: unknown; rev?: unknown };
    return { id: String(id), rev: Number(rev) };
  } catch {
    return { id: '', rev: Number.NaN };
  }
}
