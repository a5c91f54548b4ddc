// SPDX-License-Identifier: EUPL-1.2
/** A GBFS upstream on this machine whose stations say something new each second. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BenchUpstream {
  readonly url: string;
  /** When each answer was sent, by its number (which is the bikes of its stations); milliseconds since 1970. */
  readonly sentMs: Map<number, number>;
  /** Questions for the status of the stations. */
  questions(): number;
  close(): void;
}

export async function openBenchUpstream(stations: number): Promise<BenchUpstream> {
  const ids = Array.from({ length: stations }, (_, n) => `station-${n}`);
  const sentMs = new Map<number, number>();
  let round = 0;
  const send = (response: ServerResponse, data: object) => {
    const body = { last_updated: Math.floor(Date.now() / 1000), ttl: 0, version: '2.3', data };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const server = createServer(({ url }, response) => {
    const address = (name: string) => ({ name, url: `http://127.0.0.1:${port}/${name}` });
    if (url === '/gbfs')
      send(response, { it: { feeds: ['station_information', 'station_status'].map(address) } });
    else if (url === '/station_information')
      send(response, {
        stations: ids.map((station_id, n) => ({
          ...{ station_id, name: `Stazione ${n}`, lat: 45.464 + n * 1e-4, lon: 9.19, capacity: 9999 },
        })),
      });
    else {
      round += 1;
      sentMs.set(round, performance.timeOrigin + performance.now());
      send(response, {
        stations: ids.map((station_id) => ({
          ...{ station_id, num_bikes_available: round, num_docks_available: 3 },
          ...{
            is_installed: true,
            is_renting: true,
            is_returning: true,
            last_reported: Math.floor(Date.now() / 1000),
          },
        })),
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/gbfs`,
    sentMs,
    questions: () => round,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
