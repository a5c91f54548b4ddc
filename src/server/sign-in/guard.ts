// SPDX-License-Identifier: EUPL-1.2
/**
 * Who may ask what. Every address under /api/ says which role it takes at least; one that does not is no address:
 * the server does not start. What changes something is taken from this server's own pages only.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeepFault } from '../../scenario/kept-scenario';
import { type Least, mayDo, type Person } from '../../scenario/roles';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The role that an address takes at least. */
    least?: Least;
  }
  interface FastifyRequest {
    /** Null: not signed in. */
    person: Person | null;
  }
}

export interface GuardOptions {
  /** Who asks; null where nobody is known. */
  readonly whoAsks: (request: FastifyRequest) => Promise<Person | null> | Person | null;
  /** Only GET and HEAD may exist. */
  readonly readOnly?: boolean;
}

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Before any route is added. @throws where a route under /api/ is added that says no `least`. */
export function guard(app: FastifyInstance, { whoAsks, readOnly = false }: GuardOptions): void {
  app.decorateRequest('person', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    const methods = Array.isArray(method) ? method : [method];
    const changes = methods.some((one) => !READS.includes(one));
    if (readOnly && changes) throw new Error(`${method} ${url}: this server only tells`);
    if ((changes || url.startsWith('/api/')) && !config?.least)
      throw new Error(`${method} ${url} does not say who may ask it (config.least)`);
  });
  app.addHook('onRequest', async (request, reply) => {
    // Of the route, not of the address as it is written: that can be written in several ways.
    const least = request.routeOptions.config?.least;
    if (!READS.includes(request.method) && !isOwnPage(request))
      return refuse(reply, 403, 'foreign-page', 'asked by a page of another site');
    if (!least) return;
    request.person = await whoAsks(request);
    if (mayDo(request.person?.role ?? null, least)) return;
    return request.person
      ? refuse(reply, 403, 'not-allowed', `this takes the role ${least}`)
      : refuse(reply, 401, 'not-signed-in', 'this takes somebody who is signed in');
  });
}

/** Says no, in the form that the screen has words for. */
export function refuse(reply: FastifyReply, status: number, error: KeepFault, detail: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ error, detail });
}

/**
 * Whether a page of this server asks, or a program that is no page at all. Browsers say where a question comes
 * from, and a page cannot make them lie (Fetch Metadata; Origin where they do not send it).
 */
function isOwnPage({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
