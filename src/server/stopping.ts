// SPDX-License-Identifier: EUPL-1.2
/** How the server stops: what is being answered is answered, and nothing else is waited for. */
import type { FastifyInstance, FastifyReply } from 'fastify';

const LOOK_EVERY_MS = 10;
/** What is still being answered then is cut off. */
const MOST_MS = 10_000;

/**
 * Before any route is added. Node waits for connections on which nothing was ever asked, such as browsers open ahead
 * of need, for a minute: here they end with the last answer. Open streams are ended by who opened them.
 */
export function stopWhenAnswered(app: FastifyInstance): void {
  const running = new Set<FastifyReply>();
  app.addHook('onRequest', async (_request, reply) => {
    running.add(reply);
    reply.raw.once('close', () => running.delete(reply));
  });
  app.addHook('preClose', async () => {
    const lastMs = Date.now() + MOST_MS;
    while ([...running].some(isBeingAnswered) && Date.now() < lastMs)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    // Once the server listens no more: until then another could come.
    const closing = setInterval(() => {
      if (app.server.listening) return;
      clearInterval(closing);
      app.server.closeAllConnections();
    }, LOOK_EVERY_MS);
    closing.unref();
  });
}

function isBeingAnswered(reply: FastifyReply): boolean {
  const { raw } = reply;
  const isOpenStream = reply.sent && !raw.writableEnded;
  return !(raw.writableFinished || raw.destroyed || isOpenStream);
}
