// SPDX-License-Identifier: EUPL-1.2
/** The addresses of scenarios, of their history and their answers, and of what was published. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { saveRequest } from '../../scenario/kept-scenario';
import { ANSWER_KEY, publicationRequest } from '../../scenario/publication';
import { MOST_CHARACTERS } from '../../scenario/saved-file';
import type { Database } from '../database/database';
import { checked, object, signedIn, to, UUID } from './asked';
import { auditOf } from './audit';
import { PublicationStore } from './publication-store';
import { answerRefusals, Refused } from './refused';
import { ScenarioHistory } from './scenario-history';
import { ScenarioStore } from './scenario-store';

/** Bytes of a body: a scenario's file, were half of it not ASCII, with what is said about it; an answer; a digest. */
const MOST_BYTES = { scenario: 2 * MOST_CHARACTERS, answer: 8 * 1024 * 1024, digest: 1024 * 1024 } as const;

const REV = { type: 'integer', minimum: 1, maximum: 2_000_000_000 };
const MARK = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z_[0-9a-f-]{36}$',
};
const CITY = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[^\\u0000-\\u001f]+$' };
const KEY = { type: 'string', pattern: ANSWER_KEY.source };
type Asked<Params = object, Querystring = object> = FastifyRequest<{
  Params: Params;
  Querystring: Querystring;
}>;

export async function scenarioRoutes(
  app: FastifyInstance,
  { database }: { database: Database },
): Promise<void> {
  answerRefusals(app);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  keepingRoutes(app, new ScenarioStore(database));
  historyRoutes(app, database, new ScenarioHistory(database));
  const publications = new PublicationStore(database);
  publishedRoutes(app, publications);
  publishingRoutes(app, publications);
}

/** What is published, without the means to change any of it. */
export async function publicationReadingRoutes(
  app: FastifyInstance,
  { database }: { database: Database },
): Promise<void> {
  answerRefusals(app);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  publishedRoutes(app, new PublicationStore(database));
}

function keepingRoutes(app: FastifyInstance, store: ScenarioStore): void {
  app.get(
    '/api/scenarios',
    to('anyone', null, object({ city: CITY, deleted: { type: 'boolean' }, after: MARK }, ['city'])),
    async ({ person, query }: Asked<object, { city: string; deleted?: boolean; after?: string }>) =>
      store.list(person, { cityId: query.city, deleted: query.deleted ?? false, after: query.after ?? null }),
  );
  app.get(
    '/api/scenarios/:id',
    to('anyone', { id: UUID }),
    async ({ person, params }: Asked<{ id: string }>) => store.read(person, params.id),
  );
  app.put(
    '/api/scenarios/:id',
    { ...to('planner', { id: UUID }), bodyLimit: MOST_BYTES.scenario },
    async (request: Asked<{ id: string }>) =>
      store.save(signedIn(request), request.params.id, checked(saveRequest, request.body)),
  );
  app.delete(
    '/api/scenarios/:id',
    to('planner', { id: UUID }),
    async (request: Asked<{ id: string }>, reply) => {
      await store.setDeleted(signedIn(request), request.params.id, true);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/scenarios/:id/restoration',
    to('planner', { id: UUID }),
    async (request: Asked<{ id: string }>, reply) => {
      await store.setDeleted(signedIn(request), request.params.id, false);
      return reply.code(204).send();
    },
  );
}

function historyRoutes(app: FastifyInstance, database: Database, history: ScenarioHistory): void {
  type OfRev = Asked<{ id: string; rev: number }>;
  type OfKey = Asked<{ id: string; key: string }, { rev: number }>;
  app.get(
    '/api/scenarios/:id/revisions',
    to('anyone', { id: UUID }),
    async ({ person, params }: Asked<{ id: string }>) => ({
      revisions: await history.revisions(person, params.id),
    }),
  );
  app.get(
    '/api/scenarios/:id/revisions/:rev',
    to('anyone', { id: UUID, rev: REV }),
    async ({ person, params }: OfRev) => ({ file: await history.revision(person, params.id, params.rev) }),
  );
  app.get(
    '/api/scenarios/:id/audit',
    to('planner', { id: UUID }),
    async ({ person, params }: Asked<{ id: string }>) => ({
      lines: await auditOf(database, person, params.id),
    }),
  );
  app.get(
    '/api/scenarios/:id/answers',
    to('anyone', { id: UUID }),
    async ({ person, params }: Asked<{ id: string }>) => ({
      answers: await history.answers(person, params.id),
    }),
  );
  app.get(
    '/api/scenarios/:id/answers/:key',
    to('anyone', { id: UUID, key: KEY }),
    async (request: OfKey, reply) => {
      const { person, params } = request;
      const bytes = await history.answer(person, params.id, params.key);
      return reply
        .type('application/octet-stream')
        .header('cache-control', 'private, no-cache')
        .send(Buffer.from(bytes));
    },
  );
  app.put(
    '/api/scenarios/:id/answers/:key',
    { ...to('planner', { id: UUID, key: KEY }, object({ rev: REV })), bodyLimit: MOST_BYTES.answer },
    async (request: OfKey, reply) => {
      if (!(request.body instanceof Uint8Array) || request.body.length === 0)
        throw new Refused('bad-request', 'an answer is application/octet-stream, and not empty');
      const { id, key } = request.params;
      await history.keepAnswer(signedIn(request), id, key, request.query.rev, request.body);
      return reply.code(204).send();
    },
  );
}

function publishedRoutes(app: FastifyInstance, publications: PublicationStore): void {
  app.get(
    '/api/publications',
    to('anyone', null, object({ city: CITY })),
    async ({ query }: Asked<object, { city: string }>) => ({
      publications: await publications.list(query.city),
    }),
  );
  app.get('/api/publications/:id', to('anyone', { id: UUID }), async ({ params }: Asked<{ id: string }>) =>
    publications.read(params.id),
  );
  app.get(
    '/api/publications/:id/answer',
    to('anyone', { id: UUID }),
    async ({ params }: Asked<{ id: string }>, reply) =>
      reply
        .type('application/octet-stream')
        // It does not change, but may be withdrawn.
        .header('cache-control', 'public, max-age=3600')
        .send(Buffer.from(await publications.answer(params.id))),
  );
}

function publishingRoutes(app: FastifyInstance, publications: PublicationStore): void {
  app.put(
    '/api/publications/:id',
    { ...to('publisher', { id: UUID }), bodyLimit: MOST_BYTES.digest },
    async (request: Asked<{ id: string }>) =>
      publications.publish(signedIn(request), request.params.id, checked(publicationRequest, request.body)),
  );
  app.delete(
    '/api/publications/:id',
    to('publisher', { id: UUID }),
    async (request: Asked<{ id: string }>, reply) => {
      await publications.withdraw(signedIn(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
