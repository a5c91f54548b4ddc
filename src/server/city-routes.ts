// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Manifest } from '../city/catalogue';
import { VectorArchive } from './vector-archive';

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Beyond this many, the archives of builds that are no longer current are closed. */
const OPEN_ARCHIVES = 8;

interface TileParams {
  build: string;
  archive: string;
  z: string;
  x: string;
  y: string;
}

/**
 * A built city under `/city/`: the manifest (never cached), the content-addressed files (cached for
 * ever, precompressed, ranges) and the tiles of its vector archives one by one.
 */
export async function cityRoutes(app: FastifyInstance, options: { cityDir: string }): Promise<void> {
  const archives = new Archives(options.cityDir);
  app.addHook('onClose', () => archives.close());

  app.get<{ Params: TileParams }>(
    '/city/tiles/:build([0-9a-f]{12})/:archive(ground|footprints)/:z(\\d{1,2})/:x(\\d{1,8})/:y(\\d{1,8}).mvt',
    (request, reply) => sendTile(archives, request, reply),
  );
  await app.register(fastifyStatic, {
    root: options.cityDir,
    prefix: '/city/',
    decorateReply: false,
    dotfiles: 'ignore',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.endsWith('manifest.json') ? 'no-cache' : IMMUTABLE);
    },
  });
}

async function sendTile(
  archives: Archives,
  request: FastifyRequest<{ Params: TileParams }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { build, archive, z, x, y } = request.params;
  const opened = await archives.get(build, archive);
  if (!opened) return reply.code(404).send({ error: `no archive ${archive} in build ${build}` });
  const tile = await opened.tile(Number(z), Number(x), Number(y));
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  reply.header('cache-control', IMMUTABLE).header('vary', 'Accept-Encoding');
  reply.header('etag', `"${build}-${archive}-${z}-${x}-${y}"`).type('application/vnd.mapbox-vector-tile');
  if (request.headers['if-none-match'] === reply.getHeader('etag')) return reply.code(304).send();
  // An empty body is a valid, empty tile: the city ends here.
  if (!tile) return reply.send(Buffer.alloc(0));
  if (!tile.gzip) return reply.send(tile.bytes);
  if (!acceptsGzip) return reply.send(gunzipSync(tile.bytes));
  return reply.header('content-encoding', 'gzip').send(tile.bytes);
}

/** Archives opened once and kept; the oldest are closed when a long-lived server has seen many builds. */
class Archives {
  private readonly open = new Map<string, Promise<VectorArchive | undefined>>();
  constructor(private readonly cityDir: string) {}

  get(build: string, name: string): Promise<VectorArchive | undefined> {
    const path = join(this.cityDir, 'tiles', build, `${name}.pmtiles`);
    let archive = this.open.get(path);
    if (!archive) {
      archive = VectorArchive.open(path).catch((error: NodeJS.ErrnoException) => {
        this.open.delete(path);
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      this.open.set(path, archive);
      const [oldest] = this.open.keys();
      if (this.open.size > OPEN_ARCHIVES && oldest) {
        void this.open.get(oldest)?.then((a) => a?.close());
        this.open.delete(oldest);
      }
    }
    return archive;
  }

  async close(): Promise<void> {
    for (const archive of this.open.values()) await (await archive.catch(() => undefined))?.close();
  }
}

/** The manifest of a built city; undefined where there is none or it cannot be read. */
export async function readManifest(cityDir: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(cityDir, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}
