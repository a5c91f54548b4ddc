// SPDX-License-Identifier: EUPL-1.2
/** A PostgreSQL server, 15 or later, by its address. */
import { Pool, type PoolClient } from 'pg';
import { ChannelListener } from './channel-listener';
import { type Database, faultOf, type Queries, type Value } from './database';

const MOST_CONNECTIONS = 10;
const CONNECT_MS = 5000;
const QUERY_MS = 10_000;
/** The server gives up first: what it gave up it has not done. */
const STATEMENT_MS = 8000;

export class ServerDatabase implements Database {
  readonly kind = 'server';
  readonly #pool: Pool;
  readonly #listeners = new Set<ChannelListener>();

  /** @param onFault a connection that rested has been lost; the next question opens another */
  constructor(
    private readonly url: string,
    private readonly onFault: (error: Error) => void = () => {},
  ) {
    this.#pool = new Pool({
      connectionString: url,
      application_name: 'gemello',
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      statement_timeout: STATEMENT_MS,
      keepAlive: true,
    });
    this.#pool.on('error', onFault);
  }

  query<Row>(text: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return this.#with((client) => queriesOf(client).query<Row>(text, values));
  }

  run(script: string): Promise<void> {
    return this.#with((client) => queriesOf(client).run(script));
  }

  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    return this.#with(async (client) => {
      await client.query('BEGIN');
      const result = await work(queriesOf(client)).catch(async (error: unknown) => {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      });
      await client.query('COMMIT');
      return result;
    });
  }

  async listen(channel: string, heard: (payload: string | null) => void): Promise<() => Promise<void>> {
    const listener = new ChannelListener(this.url, channel, heard, this.onFault);
    this.#listeners.add(listener);
    return async () => {
      this.#listeners.delete(listener);
      await listener.close();
    };
  }

  async close(): Promise<void> {
    for (const listener of this.#listeners) await listener.close();
    await this.#pool.end();
  }

  async #with<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    let client: PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw faultOf(error);
    }
    // One that breaks while it is lent says so here: unheard, that would end the process.
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      return await work(client);
    } catch (error) {
      const fault = faultOf(error);
      // What did not answer in time may still be at it: such a connection is not lent again.
      if (fault !== error) broken ??= error as Error;
      throw fault;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

const queriesOf = (client: PoolClient): Queries => ({
  query: async <Row>(text: string, values: readonly Value[] = []) =>
    (await client.query(text, [...values])).rows as Row[],
  run: async (script) => {
    await client.query(script);
  },
});
