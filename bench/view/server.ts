// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { build } from 'vite';
import { ensureClient } from '../../commands/client.mjs';
import { BUILD_TILES } from '../../commands/programs.mjs';
import { cityRoutes, readManifest } from '../../src/server/city-routes';
import { createServer } from '../../src/server/server';
import { type BenchCamera, QUALITY } from './cameras';
import { coarserTile } from './coarser-footprints';
import type { Engine } from './run';

const projectDir = fileURLToPath(new URL('../../', import.meta.url));
const benchDir = join(projectDir, 'bench');
const outDir = join(benchDir, 'out/peers');
const PEER_PAGES = ['cesium', 'deck', 'extrusion'].map((peer) => `view/peers/${peer}.html`);

export interface BenchServer {
  address(engine: Engine, camera: BenchCamera): string;
  /** Bytes that both servers have sent so far: what the browsers paid, workers included. */
  bytesSent(): number;
  stop(): Promise<void>;
}

/** A demo city of so many buildings, built where it is missing. Returns its folder. */
export function benchCity(buildings: number): string {
  const cityDir = join(benchDir, `out/city-${buildings}`);
  step([...BUILD_TILES, '--demo', '--buildings', String(buildings), '--out', cityDir], projectDir);
  return cityDir;
}

/** Builds app, peers' pages and a demo city where missing, and serves them: ours as it ships, the peers without its policy. */
export async function startBenchServer(buildings: number): Promise<BenchServer> {
  const cityDir = benchCity(buildings);
  ensureClient();
  await buildPeers(PEER_PAGES, outDir);
  const ours = await createServer({ cityDir, appDir: join(projectDir, 'dist') });
  const peers = Fastify();
  await peers.register(cityRoutes, { cityDir });
  await peers.register(fastifyStatic, { root: outDir, prefix: '/', decorateReply: false });
  await peers.register(fastifyStatic, {
    root: join(benchDir, 'node_modules/cesium/Build/Cesium'),
    prefix: '/cesium/',
    decorateReply: false,
  });
  const city = `/city/${(await readManifest(cityDir))?.path}/`;
  peers.get<{ Params: { x: string; y: string } }>('/coarser/12/:x/:y', async ({ params }, reply) => {
    const at = [Number.parseInt(params.x, 10) * 2, Number.parseInt(params.y, 10) * 2] as const;
    const below = QUARTERS.map(async ([dx, dy]) => {
      const found = await peers.inject(`${city}footprints/13/${at[0] + dx}/${at[1] + dy}.mvt`);
      return [dx, dy, found.statusCode === 200 ? plain(found.rawPayload) : undefined] as const;
    });
    reply.type('application/vnd.mapbox-vector-tile');
    return Buffer.from(coarserTile('building', await Promise.all(below)));
  });
  const sockets = new Set<Socket>();
  let closedBytes = 0;
  for (const server of [ours, peers])
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => {
        closedBytes += socket.bytesWritten;
        sockets.delete(socket);
      });
    });
  const oursUrl = await ours.listen({ port: 0, host: '127.0.0.1' });
  const peersUrl = await peers.listen({ port: 0, host: '127.0.0.1' });
  return {
    address(engine, camera) {
      if (engine === 'ours') return `${oursUrl}/#${ourHash(camera)}`;
      const query = new URLSearchParams({ city, camera: JSON.stringify(camera) });
      return `${peersUrl}/view/peers/${engine}.html?${query}`;
    },
    bytesSent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes),
    stop: async () => {
      await Promise.all([ours.close(), peers.close()]);
    },
  };
}

const QUARTERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** Tiles may leave the server as they lie in the archive: gzipped. */
const plain = (bytes: Buffer): Uint8Array =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;

/** Without what moves by itself: no peer has it, and rest is measured too. */
function ourHash(camera: BenchCamera): string {
  return `v=1&view=${[...camera.at, camera.zoom, camera.pitchDeg, camera.bearingDeg].join(',')}&quality=${QUALITY}&off=vehicles`;
}

/**
 * Installs the peers' packages where they are not here yet, and builds their pages.
 * @param pages HTML files, relative to `bench/`
 */
export async function buildPeers(pages: readonly string[], outDir: string): Promise<void> {
  if (!existsSync(join(benchDir, 'node_modules/cesium')))
    step(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], benchDir, 'npm');
  await build({
    configFile: false,
    root: benchDir,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: pages.map((page) => join(benchDir, page)) },
    },
  });
}

function step(args: string[], cwd: string, program = process.execPath): void {
  const done = spawnSync(program, args, { cwd, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${done.status}`);
}
