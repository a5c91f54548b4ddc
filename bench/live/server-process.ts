// SPDX-License-Identifier: EUPL-1.2
/** The relay alone in its process, measured from inside; says so when its parent asks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MILANO } from '../../src/city/place';
import { checkCityConfig } from '../../src/server/live/config';
import { createServer } from '../../src/server/server';
import { FEEDS } from './shelf';

export interface ServerFigures {
  readonly clients: number;
  readonly dropped: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  /** So far. */
  readonly cpuMs: number;
}

const [url = ''] = process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), 'gemello-bench-live-'));
writeFileSync(join(dir, 'index.html'), '');
const feed = {
  ...{ id: 'bikes', feed: 'gbfs', url, periodS: 1, timeToLiveS: 60, allowHttp: true, allowPrivate: true },
  ...{
    title: { it: 'Bici', en: 'Bikes' },
    publisher: 'bench',
    licence: 'CC0-1.0',
    attribution: 'bench',
    page: '',
  },
};
const { feeds } = checkCityConfig({ schemaVersion: 1, feeds: [feed] }, 'bench', FEEDS, {});
const shelf = new URL('./shelf.ts', import.meta.url).href;
const server = await createServer({
  ...{ cityDir: dir, appDir: dir },
  live: { feeds, shelf, bounds: MILANO.bounds, dataDir: join(dir, 'live'), retentionH: 1 },
});
const address = await server.listen({ port: 0, host: '127.0.0.1' });

process.on('message', async (ask) => {
  if (ask === 'end') {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
    process.disconnect();
    return;
  }
  globalThis.gc?.();
  const { live } = (await server.inject('/healthz')).json() as { live: { clients: number; dropped: number } };
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const figures: ServerFigures = {
    clients: live.clients,
    dropped: live.dropped,
    residentBytes: rss,
    heapBytes: heapUsed + external,
    cpuMs: (user + system) / 1000,
  };
  process.send?.(figures);
});
process.send?.(address);
