// SPDX-License-Identifier: EUPL-1.2
/** What addresses take: parameters of a form, a body of a form, somebody of a role. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Least, Person } from '../../scenario/roles';
import { Refused } from './refused';

export const UUID = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };

export const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

/** Where an address takes these parameters from somebody of this role at least. */
export const to = (least: Least, params: object | null, querystring: object | null = null) => ({
  config: { least },
  schema: { ...(params && { params: object(params) }), ...(querystring && { querystring }) },
});

/** Who asks, at an address that takes somebody. */
export function signedIn({ person }: FastifyRequest): Person {
  if (!person) throw new Refused('not-signed-in', 'this takes somebody who is signed in');
  return person;
}

/** @throws Refused where it is not of this form */
export function checked<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refused(
    'bad-request',
    `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'not as it should be'}`,
  );
}
