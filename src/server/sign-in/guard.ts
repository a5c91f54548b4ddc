// SPDX-License-Identifier: EUPL-1.2
/**
 * Who may ask what. Every address under /api/ says which role it takes at least; one that does not is no address:
 * the server does not start. What changes something is taken from this server's own pages only.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeepFault } from '../../scenario/kept-scenario';
import { type Least, mayDo, type Person } from '../../scenario/roles';
import { DatabaseFault } from '../database/database';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The role that an address takes at least. */
    least?: Least;
    /** Its answer is the same for everybody: who asks is not looked up, and the database may be away. */
    anonymous?: boolean;
  }
  interface FastifyRequest {
    /** Null: not signed in. */
    person: Person | null;
  }
}

export interface GuardOptions {
  /** Who asks; null where nobody is known. */
  readonly whoAsks: (request: FastifyRequest) => Promise<Person | null> | Person | null;
  /** Of this server as browsers see it; null: the host that they ask for. */
  readonly origin?: string | null;
  /** Only GET and HEAD may exist. */
  readonly readOnly?: boolean;
}

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** However it is written: an address is found by its letters, so that other cases are other addresses. */
const OF_THE_API = /^\/api(\/|$)/i;
/** Forms cannot send these, nor can a page of another site without asking first. */
const CONTENT_OF_SCRIPTS = /^application\/(json|octet-stream)\s*(;|$)/i;

/** Before any route is added. @throws where a route under /api/ is added that says no `least`. */
export function guard(
  app: FastifyInstance,
  { whoAsks, origin = null, readOnly = false }: GuardOptions,
): void {
  app.decorateRequest('person', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    const methods = Array.isArray(method) ? method : [method];
    const changes = methods.some((one) => !READS.includes(one));
    if (readOnly && changes) throw new Error(`${method} ${url}: this server only tells`);
    if ((changes || OF_THE_API.test(url)) && !config?.least)
      throw new Error(`${method} ${url} does not say who may ask it (config.least)`);
    if (config?.anonymous && config.least !== 'anyone')
      throw new Error(`${method} ${url} takes a role, and does not look who asks (config.anonymous)`);
  });
  app.addHook('onRequest', async (request, reply) => {
    // Of the route, not of the address as it is written: that can be written in several ways.
    const { least, anonymous } = request.routeOptions.config ?? {};
    if (!READS.includes(request.method)) {
      if (!isOwnPage(request, origin))
        return refuse(reply, 403, 'foreign-page', 'asked by a page of another site');
      const type = request.headers['content-type'];
      if (type !== undefined && !CONTENT_OF_SCRIPTS.test(type))
        return refuse(reply, 415, 'bad-request', 'neither application/json nor application/octet-stream');
    }
    if (!least || anonymous) return;
    try {
      request.person = await whoAsks(request);
    } catch (error) {
      if (!(error instanceof DatabaseFault)) throw error;
      request.log.warn(error.message);
      return refuse(reply, 503, 'database-away', 'the database cannot say who asks');
    }
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
 * from, and a page cannot make them lie (Fetch Metadata; Origin where they do not send it, as older ones and all on
 * unencrypted connections to other machines). What somebody typed, `none`, changes nothing.
 */
function isOwnPage({ headers, host }: FastifyRequest, ownOrigin: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return true;
  // As it stands: what is read as an address may be more than one, or `null`.
  if (ownOrigin !== null) return origin === ownOrigin;
  return origin === `http://${host.toLowerCase()}` || origin === `https://${host.toLowerCase()}`;
}
