// SPDX-License-Identifier: EUPL-1.2
/** A question that is not answered as asked, and why, for the screen. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { KeepFault, Refusal } from '../../scenario/kept-scenario';
import { DatabaseFault } from '../database/database';

const STATUS: Readonly<Record<KeepFault, number>> = {
  conflict: 409,
  'not-signed-in': 401,
  'not-allowed': 403,
  'foreign-page': 403,
  'not-found': 404,
  deleted: 410,
  'too-large': 413,
  'not-a-scenario': 400,
  'newer-version': 400,
  'bad-request': 400,
  'database-away': 503,
  'disk-full': 507,
  'too-many': 429,
};
/** Seconds after which what passes may have passed. */
const AGAIN_S = '5';

export class Refused extends Error {
  constructor(
    readonly fault: KeepFault,
    readonly detail: string,
    /** What the refusal says besides. */
    readonly more: Omit<Refusal, 'error' | 'detail'> = {},
  ) {
    super(`${fault}: ${detail}`);
    this.name = 'Refused';
  }
}

export const notFound = (id: string) => new Refused('not-found', `no scenario ${id}`);

/** Every fault of these routes becomes a refusal that the screen has words for; what is nobody's is a 500. */
export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const refusal = refusalOf(error);
    if (!refusal) {
      request.log.error(error);
      return reply
        .code(500)
        .send({ error: 'bad-request', detail: 'the server has failed at this; it is in its log' });
    }
    if (error instanceof DatabaseFault) {
      request.log.warn(error.message);
      reply.header('retry-after', AGAIN_S);
    }
    return reply.code(STATUS[refusal.error]).header('cache-control', 'no-store').send(refusal);
  });
}

function refusalOf(error: FastifyError | Error): Refusal | null {
  if (error instanceof Refused) return { error: error.fault, detail: error.detail, ...error.more };
  // Its message names the database's address: that is for the log alone.
  if (error instanceof DatabaseFault) return { error: error.code, detail: 'the database cannot answer now' };
  const { statusCode = 500, code = '' } = error as FastifyError;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { error: 'too-large', detail: error.message };
  return statusCode < 500 ? { error: 'bad-request', detail: error.message } : null;
}

/** Not now: somebody else has to leave first. */
export function refuseTooMany(reply: FastifyReply, detail: string): FastifyReply {
  const refusal: Refusal = { error: 'too-many', detail };
  return reply.code(STATUS['too-many']).header('retry-after', AGAIN_S).send(refusal);
}
