// SPDX-License-Identifier: EUPL-1.2
/**
 * The bus over PostgreSQL. An advisory lock per topic says who asks its upstream; it goes with the
 * connection, so where its holder dies another gets it. Rows are in a table, and notices carry
 * `{topic, id, rev}` only: one that is lost is made good by looking at `rev` now and then. Locks, notices
 * and writes share one connection: who has lost the lock cannot write either. Not through a pooler that
 * shares connections between transactions.
 */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { fnv1a } from '../../city/catalogue';
import type { LiveRow, UpstreamState } from '../../city/live';
import type { Bus, Member } from './bus';
import { migrate, PUBLISH, READ_ALL, READ_SINCE } from './bus-tables';
import type { Change } from './topic';

export interface PostgresBusOptions {
  readonly url: string;
  readonly onFault: (error: Error) => void;
  /** Between two tries to lead what nobody leads. */
  readonly electMs?: number;
  /** Between two looks at what notices may have missed. */
  readonly repairMs?: number;
}

interface Seat {
  readonly topic: string;
  readonly member: Member;
  leads: boolean;
  /** Of the table, as far as this instance has read it; -1: not at all. */
  rev: number;
  /** A write has failed: the next one says everything. */
  behind: boolean;
}

interface ReadRow {
  readonly rev: string;
  readonly upstream: UpstreamState;
  readonly id: string | null;
  readonly row: LiveRow | null;
}

const CHANNEL = 'gemello_live';
/** "gem" as a number: our locks among those of others in the database. */
const LOCKS = 0x67656d;
const ELECT_MS = 5000;
const REPAIR_MS = 30_000;
/** Reconnects wait so long, twice as long each time. */
const AGAIN_MS = [500, 10_000] as const;
const QUERY_TIMEOUT_MS = 10_000;
/** Traces of rows that are gone are kept for fewer changes than this many. */
const MOST_BEHIND = 5000;

export class PostgresBus implements Bus {
  readonly #id = randomBytes(6).toString('hex');
  readonly #seats = new Map<string, Seat>();
  #client: Client | undefined;
  #fault: string | null = 'connecting';
  #againMs: number = AGAIN_MS[0];
  #timers: ReturnType<typeof setTimeout>[] = [];
  #closed = false;
  /** One after the other: a look at the table between two others' would go back in time. */
  #doing: Promise<void> = Promise.resolve();

  constructor(private readonly options: PostgresBusOptions) {
    void this.#connect();
  }

  get fault(): string | null {
    return this.#fault;
  }

  join(topic: string, member: Member): void {
    const seat: Seat = { topic, member, leads: false, rev: -1, behind: false };
    this.#seats.set(topic, seat);
    if (this.#fault === null) this.#do(() => this.#elect(seat));
  }

  publish(topic: string, change: Change, upstream: UpstreamState): void {
    const seat = this.#seats.get(topic);
    if (seat?.leads) this.#do(() => this.#write(seat, change, upstream, false));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop();
    await this.#doing;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: `gemello-live ${this.#id}`,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
    });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('the connection to the database has ended')));
    client.on('notification', ({ payload }) => this.#noticed(payload));
    try {
      await client.connect();
      await migrate(client);
      // The server lets go of the locks of an instance whose machine is gone.
      await client.query(
        'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3',
      );
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      this.#lost(client, error as Error);
      return;
    }
    if (this.#closed || client !== this.#client) return;
    this.#fault = null;
    this.#againMs = AGAIN_MS[0];
    const { electMs = ELECT_MS, repairMs = REPAIR_MS } = this.options;
    const each = (act: (seat: Seat) => Promise<void>) => () => {
      for (const seat of this.#seats.values()) this.#do(() => act(seat));
    };
    each((seat) => this.#elect(seat))();
    this.#timers = [
      setInterval(
        each((seat) => this.#elect(seat)),
        electMs,
      ),
      setInterval(
        each((seat) => this.#read(seat)),
        repairMs,
      ),
    ];
  }

  #lost(client: Client, error: Error): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    this.#stop();
    this.#fault = error.message;
    client.end().catch(() => undefined);
    if (this.#closed) return;
    this.options.onFault(error);
    const waitMs = this.#againMs * (0.5 + Math.random() / 2);
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS[1]);
    this.#timers = [setTimeout(() => void this.#connect(), waitMs)];
  }

  /** Another may lead already: nothing is asked any more. */
  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    for (const seat of this.#seats.values()) {
      if (seat.leads) seat.member.rest();
      seat.leads = false;
      seat.rev = -1;
    }
  }

  #do(act: () => Promise<void>): void {
    const client = this.#client;
    this.#doing = this.#doing.then(act).catch((error: Error) => {
      // What cannot be asked in time is a connection that is none.
      if (client && client === this.#client) this.#lost(client, error);
    });
  }

  /** What is in the table first, then the lock; who gets it tells the others all that it knows. */
  async #elect(seat: Seat): Promise<void> {
    const client = this.#client;
    if (!client || seat.leads) return;
    if (seat.rev < 0) await this.#read(seat);
    const key = [LOCKS, fnv1a(seat.topic) | 0];
    const got = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', key);
    if (!got.rows[0]?.got || client !== this.#client) return;
    await this.#read(seat);
    seat.leads = true;
    const { change, upstream } = seat.member.everything();
    await this.#write(seat, change, upstream, true);
    if (client === this.#client && !this.#closed) seat.member.lead();
  }

  async #write(seat: Seat, change: Change, upstream: UpstreamState, whole: boolean): Promise<void> {
    const client = this.#client;
    if (!client || !seat.leads) return;
    const everything = whole || seat.behind;
    const said = seat.behind ? seat.member.everything().change : change;
    // A database holds no text with a zero in it.
    const rows = said.changed.filter(({ id }) => !id.includes('\0'));
    const values = [
      seat.topic,
      JSON.stringify(upstream),
      rows.map(({ id }) => id),
      rows.map((row) => JSON.stringify(row)),
      said.gone.filter((id) => !id.includes('\0')),
      everything,
      this.#id,
      CHANNEL,
    ];
    seat.behind = true;
    const done = await client.query<{ rev: string }>(PUBLISH, values);
    seat.behind = false;
    seat.rev = Number(done.rows[0]?.rev ?? seat.rev);
  }

  async #read(seat: Seat): Promise<void> {
    const client = this.#client;
    if (!client || seat.leads) return;
    const since = seat.rev;
    let rows = since < 0 ? [] : await this.#rows(client, READ_SINCE, [seat.topic, since]);
    const whole = since < 0 || Number(rows[0]?.rev ?? 0) - since > MOST_BEHIND;
    if (whole) rows = await this.#rows(client, READ_ALL, [seat.topic]);
    const [first] = rows;
    if (!first || Number(first.rev) === since) return;
    seat.rev = Number(first.rev);
    const changed = rows.flatMap(({ row }) => row ?? []);
    const gone = rows.flatMap(({ id, row }) => (id !== null && row === null ? [id] : []));
    seat.member.follow({ changed, gone }, first.upstream, whole);
  }

  async #rows(client: Client, query: string, values: unknown[]): Promise<ReadRow[]> {
    return (await client.query<ReadRow>(query, values)).rows;
  }

  #noticed(payload: string | undefined): void {
    let notice: { topic?: unknown; id?: unknown; rev?: unknown };
    try {
      notice = JSON.parse(payload ?? '') as typeof notice;
    } catch {
      return;
    }
    const seat = this.#seats.get(String(notice.topic));
    if (!seat || notice.id === this.#id || Number(notice.rev) <= seat.rev) return;
    this.#do(() => this.#read(seat));
  }
}
