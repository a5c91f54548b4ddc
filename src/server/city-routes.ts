// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Manifest } from '../city/catalogue';
import { DisclosureGuard } from './disclosure-guard';
import { VectorArchive } from './vector-archive';

/** The deepest that the archive format can say. */
const MAX_ZOOM = 26;
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

interface PieceParams {
  build: string;
  theme: string;
  '*': string;
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
  // By the thousand in one folder, whose whole list the library would read for each, to compare the spelling.
  app.get<{ Params: PieceParams }>(
    '/city/tiles/:build([0-9a-f]{12})/:theme(buildings|trees)/*',
    ({ params }, reply) => reply.sendFile(`tiles/${params.build}/${params.theme}/${params['*']}`),
  );
  const guard = new DisclosureGuard(options.cityDir);
  app.addHook('onRequest', async (request, reply) => {
    const [leak] = await guard.leaksAt(request.url);
    if (!leak) return;
    request.log.error({ leak }, 'a table would tell of few persons: it is not handed out');
    return reply.code(403).send({
      error: `${leak.table} would tell of few persons: it is not disclosed (${leak.column}, row ${leak.row + 1})`,
    });
  });
  await app.register(fastifyStatic, {
    root: options.cityDir,
    prefix: '/city/',
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
  const [zoom, column, row] = [Number(z), Number(x), Number(y)];
  if (zoom > MAX_ZOOM || column >= 2 ** zoom || row >= 2 ** zoom)
    return reply.code(404).send({ error: `no tile ${z}/${x}/${y}: it is outside the world` });
  const tile = await opened.tile(zoom, column, row);
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

/**
 * Archives opened once and kept; those longest unused are closed when a long-lived server has seen
 * many builds. Addresses of builds that never were push none out.
 */
class Archives {
  readonly #open = new Map<string, VectorArchive>();
  readonly #opening = new Map<string, Promise<VectorArchive | undefined>>();
  constructor(private readonly cityDir: string) {}

  /** Undefined where there is no such archive. Rejects where it cannot be read. */
  async get(build: string, name: string): Promise<VectorArchive | undefined> {
    const path = join(this.cityDir, 'tiles', build, `${name}.pmtiles`);
    const open = this.#open.get(path);
    if (!open) return this.#opening.get(path) ?? this.#start(path);
    // Moved to the end: the first is the longest unused.
    this.#open.delete(path);
    this.#open.set(path, open);
    return open;
  }

  #start(path: string): Promise<VectorArchive | undefined> {
    const opening = VectorArchive.open(path)
      .then(
        (archive) => {
          this.#open.set(path, archive);
          for (const unused of [...this.#open.keys()].slice(0, -OPEN_ARCHIVES)) {
            void this.#open.get(unused)?.close();
            this.#open.delete(unused);
          }
          return archive;
        },
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return undefined;
          throw error;
        },
      )
      .finally(() => this.#opening.delete(path));
    this.#opening.set(path, opening);
    return opening;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#opening.values());
    for (const archive of this.#open.values()) await archive.close();
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
