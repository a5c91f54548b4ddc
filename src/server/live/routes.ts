// SPDX-License-Identifier: EUPL-1.2
/** The relay's addresses: `/api/live`, and what was, under it. All of them only tell. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HistoryBusy } from './history';
import type { Relay } from './relay';
import { ThreadLost } from './thread';

interface Query {
  topics?: string;
  since?: string;
  topic?: string;
  at?: string;
  id?: string;
  from?: string;
  to?: string;
  field?: string;
}
type Ask = FastifyRequest<{ Querystring: Query }>;

const text = (maxLength: number) => ({ type: 'string', maxLength, minLength: 1 });
const MOMENT = { type: 'string', pattern: '^\\d{1,14}$' };
const FIELD = { type: 'string', pattern: '^[^\\u0000-\\u001f]{1,120}$' };
/** Asked by anybody, and answered alike. */
const querystring = (properties: object, required: string[] = []) => ({
  config: { least: 'anyone' as const, anonymous: true },
  schema: { querystring: { type: 'object', properties, required } },
});
/** A day, and the hour that the clocks are set back by. */
const LONGEST_SERIES_MS = 25 * 3_600_000;
const AGAIN_S = '5';

/** A question that cannot be answered, in words for who asks. */
class BadQuestion extends Error {
  readonly statusCode = 400;
}

export async function liveRoutes(app: FastifyInstance, { relay }: { relay: Relay }): Promise<void> {
  // Before the server waits for open connections to end.
  app.addHook('preClose', async () => relay.stream.close());
  app.addHook('onClose', () => relay.close());
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });

  app.get<{ Querystring: Query }>(
    '/api/live',
    { ...querystring({ topics: text(2000), since: text(80) }), exposeHeadRoute: false },
    (request, reply) => listen(relay, request, reply),
  );
  app.get<{ Querystring: Query }>(
    '/api/live/snapshot',
    querystring({ topics: text(2000), since: text(80) }),
    async (request, reply) =>
      sendJson(reply, relay.stream.answer(chosenTopics(relay, request.query.topics), request.query.since)),
  );
  app.get<{ Querystring: Query }>(
    '/api/live/history/extent',
    querystring({ topic: text(64) }),
    async (request) => {
      if (request.query.topic !== undefined) knownTopic(relay, request.query.topic);
      return relay.history.extent(request.query.topic);
    },
  );
  app.get<{ Querystring: Query }>(
    '/api/live/history',
    querystring({ topic: text(64), at: MOMENT }, ['topic', 'at']),
    async (request, reply) => {
      const topic = knownTopic(relay, request.query.topic);
      const atMs = Number(request.query.at);
      const rows = await unlessBusy(reply, () => relay.history.rowsAt(topic, atMs));
      return rows === undefined
        ? reply
        : sendJson(reply, `{"topic":${JSON.stringify(topic)},"atMs":${atMs},"rows":${rows}}`);
    },
  );
  app.get<{ Querystring: Query }>(
    '/api/live/series',
    querystring({ topic: text(64), id: text(400), from: MOMENT, to: MOMENT, field: FIELD }, [
      'topic',
      'id',
      'from',
      'to',
      'field',
    ]),
    (request, reply) => sendSeries(relay, request, reply),
  );
}

function listen(relay: Relay, request: Ask, reply: FastifyReply): FastifyReply {
  const topics = chosenTopics(relay, request.query.topics);
  if (relay.stream.fullFor(request.socket.remoteAddress))
    return reply.code(503).header('retry-after', AGAIN_S).send({ error: 'too many listen already' });
  const last = request.headers['last-event-id'];
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    // nginx would gather it.
    'x-accel-buffering': 'no',
  });
  reply.raw.socket?.setNoDelay(true);
  relay.stream.join(reply.raw, topics, (typeof last === 'string' && last) || request.query.since);
  return reply;
}

async function sendSeries(relay: Relay, request: Ask, reply: FastifyReply): Promise<unknown> {
  const { id = '', field = '', from, to } = request.query;
  const topic = knownTopic(relay, request.query.topic);
  const [fromMs, toMs] = [Number(from), Number(to)];
  if (toMs < fromMs || toMs - fromMs > LONGEST_SERIES_MS)
    throw new BadQuestion('from … to: not in order, or longer than 25 hours');
  // What comes later than that is stale already.
  const lateMs = (relay.topics.get(topic)?.topic.timeToLiveS ?? 0) * 1000;
  const points = await unlessBusy(reply, () =>
    relay.history.series(topic, { id, field, fromMs, toMs }, lateMs),
  );
  return points === undefined ? reply : { topic, id, field, points };
}

/** Undefined where it has answered that it cannot now. */
async function unlessBusy<T>(reply: FastifyReply, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HistoryBusy || error instanceof ThreadLost)) throw error;
    reply
      .code(503)
      .header('retry-after', AGAIN_S)
      .send({ error: `kept hours: ${error.message}` });
    return undefined;
  }
}

function chosenTopics(relay: Relay, list: string | undefined): ReadonlySet<string> | null {
  if (list === undefined) return null;
  return new Set(list.split(',').map((id) => knownTopic(relay, id)));
}

function knownTopic(relay: Relay, id: string | undefined): string {
  if (id !== undefined && relay.topics.has(id)) return id;
  throw new BadQuestion(`no topic "${id}"; there are ${[...relay.topics.keys()].join(', ') || 'none'}`);
}

const sendJson = (reply: FastifyReply, json: string | Buffer): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(json);
