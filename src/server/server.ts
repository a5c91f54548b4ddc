// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Publisher } from '../city/publisher';
import { cityRoutes, readManifest } from './city-routes';
import type { Database } from './database/database';
import { securityHeaders } from './headers';
import { kioskRoutes } from './kiosk/kiosk-routes';
import { startRelay } from './live/relay';
import type { RelayOptions } from './live/relay-options';
import { liveRoutes } from './live/routes';
import { addMetrics } from './metrics';
import { outcomePage } from './outcome-page';
import { addPages, KIOSK_PAGES, PAGES } from './pages';
import { presentationRoutes } from './presentations/presentation-routes';
import { PublicationStore } from './scenarios/publication-store';
import { publicationReadingRoutes, scenarioRoutes } from './scenarios/scenario-routes';
import { guard } from './sign-in/guard';
import { signInRoutes } from './sign-in/routes';
import { NOBODY_SIGNS_IN, type SignIn } from './sign-in/sign-in';
import { stopWhenAnswered } from './stopping';

interface ServerOptions {
  /** `kiosk`: it only shows; there is nothing but GET and HEAD, and nobody is anybody. Absent: the whole. */
  readonly mode?: 'kiosk';
  /** Folder of a built city (holds `manifest.json`). */
  readonly cityDir: string;
  /** Folder of the built app (holds `index.html`). */
  readonly appDir: string;
  /** Live data. Absent: there are none, nor their addresses. */
  readonly live?: RelayOptions;
  /** Where scenarios are kept. Absent: they are not, nor are there addresses for it. The server closes it. */
  readonly database?: Database;
  /** Who asks. Absent: nobody is known, and nothing can be changed. */
  readonly signIn?: SignIn;
  /** Who answers for this copy. Absent: nobody said. */
  readonly publisher?: Publisher;
  readonly logger?: FastifyServerOptions['logger'];
}

/**
 * The server: the app, one built city, its own health, and where there is a database the scenarios; without one only
 * GET and HEAD exist. Throws where the app has not been built.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    // One line a request, with its time; tiles would drown everything else.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
  });
  stopWhenAnswered(app);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders());
  });
  const isKiosk = options.mode === 'kiosk';
  const { whoAsks, origin } = (!isKiosk && options.signIn) || NOBODY_SIGNS_IN;
  if (isKiosk) refuseChanges(app);
  guard(app, { whoAsks, origin, readOnly: isKiosk || !options.database });
  app.addHook('onResponse', async (request, reply) => {
    const fields = {
      method: request.method,
      url: loggedUrl(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.error(fields, 'request');
    else request.log.debug(fields, 'request');
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/json')
      .send({ error: `not found: ${request.method} ${request.url}` }),
  );

  const published = options.database && new PublicationStore(options.database);
  addPages(app, options.appDir, isKiosk ? KIOSK_PAGES : PAGES, {
    'outcome.html': (id) => outcomePage(id, published ? (one) => published.read(one) : null),
  });
  if (isKiosk) app.get('/', (_request, reply) => reply.redirect('/kiosk'));
  app.get('/api/publisher', { config: { least: 'anyone', anonymous: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { publisher: options.publisher ?? null };
  });
  const relay = options.live && (await startRelay({ log: app.log, ...options.live }));
  const { database } = options;
  addMetrics(app, {
    ...(relay && { live: () => relay.health() }),
    // The embedded one would open for it.
    ...(database?.kind === 'server' && {
      databaseAnswers: () =>
        database.query('SELECT 1').then(
          () => true,
          () => false,
        ),
    }),
  });
  if (relay) await app.register(liveRoutes, { relay });
  const startedAt = Date.now();
  app.get('/healthz', async (_request, reply) => {
    const manifest = await readManifest(options.cityDir);
    reply.header('cache-control', 'no-store').code(manifest ? 200 : 503);
    const live = relay?.health();
    // The server lives all the same: 200.
    const degraded = live !== undefined && (live.failing.length > 0 || live.database !== null);
    return {
      status: manifest ? (degraded ? 'degraded' : 'ok') : 'no city',
      city: manifest?.path ?? null,
      uptimeS: Math.round((Date.now() - startedAt) / 1000),
      ...(live && { live }),
    };
  });
  await app.register(cityRoutes, { cityDir: options.cityDir });
  await app.register(kioskRoutes);
  if (options.signIn && !isKiosk)
    await app.register(signInRoutes, { signIn: options.signIn, keepsScenarios: database !== undefined });
  if (database) {
    app.addHook('onClose', () => database.close());
    if (isKiosk) await app.register(publicationReadingRoutes, { database });
    else {
      await app.register(scenarioRoutes, { database });
      await app.register(presentationRoutes, { database });
    }
  }
  // What keeps nothing has published nothing: a kiosk asks.
  else
    app.get(
      '/api/publications',
      { config: { least: 'anyone', anonymous: true } },
      async (_request, reply) => {
        reply.header('cache-control', 'no-store');
        return { publications: [] };
      },
    );
  await app.register(fastifyStatic, {
    root: options.appDir,
    prefix: '/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // Its pages have a nonce: above.
    allowedPath: (path) => !Object.hasOwn(PAGES, path.slice(1)),
    setHeaders: (reply, path) => {
      // Vite names what it puts there by content.
      const named = ['assets', 'kiosk-assets'].some((dir) => path.includes(join(options.appDir, dir)));
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return app;
}

/** Before anything else looks at the question. */
function refuseChanges(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method }, reply) => {
    if (method === 'GET' || method === 'HEAD') return;
    return reply
      .code(405)
      .headers({ allow: 'GET, HEAD', 'cache-control': 'no-store' })
      .send({ error: 'not-allowed', detail: 'this server only shows' });
  });
}

/** Without what an identity provider has sent a browser here with. */
function loggedUrl({ url, routeOptions }: FastifyRequest): string {
  return routeOptions.url?.startsWith('/api/sign-in') ? routeOptions.url : url;
}
