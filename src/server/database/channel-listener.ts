// SPDX-License-Identifier: EUPL-1.2
/** Hears one channel of a PostgreSQL server, on a connection of its own that is made again when it is lost. */
import { Client } from 'pg';

/** Reconnects wait so long, twice as long each time. */
const AGAIN_MS = [250, 10_000] as const;
const CONNECT_MS = 5000;

export class ChannelListener {
  #client: Client | undefined;
  #againMs: number = AGAIN_MS[0];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /**
   * @param channel a plain name: letters, digits, underscores
   * @param heard what was said; null: something may have been missed
   */
  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: (payload: string | null) => void,
    private readonly onFault: (error: Error) => void,
  ) {
    void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'gemello-listener',
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('the connection to the database has ended')));
    client.on('notification', ({ payload }) => this.heard(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
    } catch (error) {
      this.#lost(client, error as Error);
      return;
    }
    this.#againMs = AGAIN_MS[0];
    this.heard(null);
  }

  #lost(client: Client, error: Error): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    if (this.#closed) return;
    this.onFault(error);
    this.#timer = setTimeout(() => void this.#connect(), this.#againMs);
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS[1]);
  }
}
