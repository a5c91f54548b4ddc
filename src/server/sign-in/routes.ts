// SPDX-License-Identifier: EUPL-1.2
/** The addresses of who one is: `/api/me`, and with an identity provider those of signing in and out. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Me, SignInFaultCode } from '../../scenario/sign-in';
import { DatabaseFault } from '../database/database';
import { answerRefusals } from '../scenarios/refused';
import { personOf } from './claims';
import { readCookie, writeCookie } from './cookies';
import { refuse } from './guard';
import { ANSWER_PATH, type Attempt, newAttempt, SignInFault } from './identity-provider';
import { addressWithFault, returnAddress } from './return-address';
import type { SignIn, SignInFlow } from './sign-in';

/** Time to find one's password, or the telephone that a second factor is on. */
const ATTEMPT_LASTS_S = 15 * 60;
const AGAIN_S = '5';

const STATUS: Readonly<Record<SignInFaultCode, number>> = {
  stale: 400,
  cancelled: 403,
  'no-role': 403,
  'provider-away': 503,
  'provider-fault': 502,
  'database-away': 503,
};

export async function signInRoutes(
  app: FastifyInstance,
  { signIn, keepsScenarios }: { signIn: SignIn; keepsScenarios: boolean },
): Promise<void> {
  answerRefusals(app);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get(
    '/api/me',
    { config: { least: 'anyone' } },
    async ({ person }): Promise<Me> => ({
      person,
      signIn: signIn.kindFor(person),
      keepsScenarios,
    }),
  );
  if (signIn.flow) flowRoutes(app, signIn.flow);
}

function flowRoutes(app: FastifyInstance, flow: SignInFlow): void {
  // Neither asks who one is, so that the database may be away. No HEAD: it would begin a sign-in, or end one.
  const open = { config: { least: 'anyone', anonymous: true }, exposeHeadRoute: false } as const;
  app.get<{ Querystring: { to?: string } }>(
    '/api/sign-in',
    { ...open, schema: { querystring: { type: 'object', properties: { to: { type: 'string' } } } } },
    (request, reply) => begin(flow, request, reply),
  );
  app.get(ANSWER_PATH, open, (request, reply) => finish(flow, request, reply));
  app.post('/api/sign-out', { config: open.config }, async (request, reply) => {
    const { cookies, sessions } = flow;
    // The browser forgets it also where the database does not hear of it.
    reply.header('set-cookie', writeCookie(cookies, cookies.session, ''));
    await sessions.end(readCookie(request.headers.cookie, cookies.session));
    return reply.code(204).send();
  });
}

async function begin(
  { provider, cookies }: SignInFlow,
  request: FastifyRequest<{ Querystring: { to?: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const to = returnAddress(request.query.to ?? '/');
  if (to === null) return refuse(reply, 400, 'bad-request', '"to" is no path of this server');
  const attempt = newAttempt(to);
  try {
    const address = await provider.address(attempt);
    reply.header('set-cookie', writeCookie(cookies, cookies.attempt, written(attempt), ATTEMPT_LASTS_S));
    return reply.redirect(address.href, 303);
  } catch (error) {
    return tellFault(error, to, request, reply);
  }
}

async function finish(
  { config, provider, sessions, cookies }: SignInFlow,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { cookie } = request.headers;
  const attempt = read(readCookie(cookie, cookies.attempt));
  // For one answer, whatever it is.
  reply.header('set-cookie', writeCookie(cookies, cookies.attempt, ''));
  try {
    if (!attempt) throw new SignInFault('stale', 'no sign-in is under way in this browser');
    const search = /\?.*/s.exec(request.url)?.[0] ?? '';
    const person = personOf(await provider.claims(search, attempt), config.roles);
    if (!person) throw new SignInFault('no-role', 'nothing that the provider says of them is a role here');
    // A session that was there before is not carried on: its key may be known to somebody else.
    await sessions.end(readCookie(cookie, cookies.session));
    const key = await sessions.begin(person);
    reply.header('set-cookie', writeCookie(cookies, cookies.session, key));
    return reply.redirect(attempt.to, 303);
  } catch (error) {
    return tellFault(error, attempt?.to ?? '/', request, reply);
  }
}

/** A browser is sent back to its page, which has words for the fault; who asks without one is told the fault. */
function tellFault(error: unknown, to: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault =
    error instanceof DatabaseFault
      ? new SignInFault('database-away', error.message, { cause: error })
      : error;
  if (!(fault instanceof SignInFault)) throw error;
  const { code, message } = fault;
  if (code !== 'cancelled') request.log.warn({ fault: code }, `sign-in: ${message}`);
  if (isForAPage(request)) return reply.redirect(addressWithFault(to, code), 303);
  if (STATUS[code] === 503) reply.header('retry-after', AGAIN_S);
  return reply.code(STATUS[code]).send({ error: code, detail: DETAIL[code] });
}

/** For programs; what exactly it was is in the server's log alone. */
const DETAIL: Readonly<Record<SignInFaultCode, string>> = {
  stale: 'this sign-in was begun elsewhere, too long ago, or is done already',
  cancelled: 'the identity provider has not signed anybody in',
  'no-role': 'the identity provider knows you, and gives you no role here',
  'provider-away': 'the identity provider does not answer',
  'provider-fault': 'the answer of the identity provider does not hold',
  'database-away': 'the database cannot answer now',
};

const isForAPage = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-mode'] === 'navigate' || (headers.accept ?? '').includes('text/html');

const attemptSchema = z.tuple([z.string(), z.string(), z.string(), z.string()]);

function written({ state, nonce, verifier, to }: Attempt): string {
  return Buffer.from(JSON.stringify([state, nonce, verifier, to])).toString('base64url');
}

/** Null: there is none, or it is not what was written. */
function read(cookie: string | undefined): Attempt | null {
  if (cookie === undefined) return null;
  try {
    const [state, nonce, verifier, said] = attemptSchema.parse(
      JSON.parse(Buffer.from(cookie, 'base64url').toString()),
    );
    const to = returnAddress(said);
    return to === null ? null : { state, nonce, verifier, to };
  } catch {
    return null;
  }
}
