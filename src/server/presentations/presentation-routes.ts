// SPDX-License-Identifier: EUPL-1.2
/** The addresses of presentations: a publisher leads, everybody with the link follows. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { presentationRequest } from '../../scenario/presentation';
import type { Database } from '../database/database';
import { checked, signedIn, to, UUID } from '../scenarios/asked';
import { answerRefusals, refuseTooMany } from '../scenarios/refused';
import { Presentations } from './presentations';

type Asked = FastifyRequest<{ Params: { id: string } }>;

export async function presentationRoutes(
  app: FastifyInstance,
  { database }: { database: Database },
): Promise<void> {
  const presentations = new Presentations(database, (error) => app.log.warn(error));
  answerRefusals(app);
  // Before the server waits for open connections to end.
  app.addHook('preClose', () => presentations.close());
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });

  app.put('/api/presentations/:id', to('publisher', { id: UUID }), async (request: Asked) => ({
    rev: await presentations.move(
      signedIn(request),
      request.params.id,
      checked(presentationRequest, request.body),
    ),
  }));
  app.delete('/api/presentations/:id', to('publisher', { id: UUID }), async (request: Asked, reply) => {
    await presentations.end(signedIn(request), request.params.id);
    return reply.code(204).send();
  });
  app.get('/api/presentations/:id', to('anyone', { id: UUID }), async ({ params }: Asked) =>
    presentations.read(params.id),
  );
  app.get(
    '/api/presentations/:id/stream',
    { ...to('anyone', { id: UUID }), exposeHeadRoute: false },
    async ({ params }: Asked, reply) => {
      const now = await presentations.read(params.id);
      if (presentations.isFull(params.id)) return refuseTooMany(reply, 'too many follow already');
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        // nginx would gather it.
        'x-accel-buffering': 'no',
      });
      reply.raw.socket?.setNoDelay(true);
      presentations.follow(reply.raw, params.id, now);
      return reply;
    },
  );
}
