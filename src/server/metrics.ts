// SPDX-License-Identifier: EUPL-1.2
/** How the server fares, in Prometheus' text form, for whoever looks after it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isPublicAddress } from './live/guard';
import type { RelayHealth } from './live/relay-options';

export interface MetricsOptions {
  /** Undefined: no live data. */
  readonly live?: () => RelayHealth;
  /** Undefined: no scenarios are kept, or they are inside this process. */
  readonly databaseAnswers?: () => Promise<boolean>;
}

/** Seconds; a tile takes a few thousandths, a save some more. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Adds `/metrics`. It is for this machine and its network; a proxy must not pass it on. */
export function addMetrics(app: FastifyInstance, { live, databaseAnswers }: MetricsOptions): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const answered = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to the end of an answer, by route as it is registered',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [register],
  });
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // What is no route has one name: addresses are anybody's to make up.
    const route = routeOptions.url ?? 'none';
    answered.observe({ method, route, status: `${reply.statusCode}` }, reply.elapsedTime / 1000);
  });
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [register],
      async collect() {
        this.set(await value());
      },
    });
  if (live) {
    gauge('gemello_live_listeners', 'Browsers that listen to live data', () => live().clients);
    gauge('gemello_live_feeds_failing', 'Feeds whose upstream does not answer', () => live().failing.length);
  }
  if (databaseAnswers)
    gauge('gemello_database_up', '1 where the database answers', async () => Number(await databaseAnswers()));

  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isNear(request)) return reply.code(404).send({ error: 'not found' });
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** From this machine or its network, and not passed on by a proxy, behind which everybody is near. */
export const isNear = ({ socket, headers }: FastifyRequest): boolean =>
  !headers['x-forwarded-for'] &&
  !headers.forwarded &&
  !isPublicAddress((socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, ''));
