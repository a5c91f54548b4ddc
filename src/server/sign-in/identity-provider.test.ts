// SPDX-License-Identifier: EUPL-1.2
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { describe, expect, it } from 'vitest';
import type { SignInFaultCode } from '../../scenario/sign-in';
import { newAttempt, SignInFault, signInFaultOf } from './identity-provider';

const saidTo = (error: string) =>
  new AuthorizationResponseError('said no', { cause: new URLSearchParams({ error }) });
const saidHere = (status: number, error: string, more: object = {}) =>
  new ResponseBodyError('said no', {
    cause: { error, ...more } as never,
    response: new Response(null, { status }),
  });
const client = (cause: unknown, code = 'OAUTH_RESPONSE_IS_NOT_CONFORM') =>
  new ClientError('went wrong', { cause, code } as ErrorOptions);

describe('what went wrong', () => {
  it.each<[SignInFaultCode, unknown]>([
    ['cancelled', saidTo('access_denied')],
    ['cancelled', saidTo('login_required')],
    ['provider-away', saidTo('temporarily_unavailable')],
    ['provider-away', saidTo('server_error')],
    ['provider-fault', saidTo('invalid_request')],
    ['stale', saidHere(400, 'invalid_grant')],
    ['provider-fault', saidHere(401, 'invalid_client')],
    ['provider-away', saidHere(503, 'temporarily_unavailable')],
    ['provider-away', client(undefined, 'OAUTH_TIMEOUT')],
    ['provider-away', client(new Response(null, { status: 502 }))],
    ['provider-fault', client(new Response(null, { status: 404 }))],
    ['provider-fault', client(new Error('no such key'), 'OAUTH_KEY_SELECTION_FAILED')],
    ['provider-away', new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })],
    ['provider-fault', new TypeError('"as.authorization_endpoint" must be a string')],
    ['provider-fault', 'something'],
    ['no-role', new SignInFault('no-role', 'none')],
  ])('is %s: %s', (code, error) => expect(signInFaultOf(error).code).toBe(code));

  it('is told without what the provider sent', () => {
    const { message } = signInFaultOf(
      saidHere(400, 'invalid_grant', { id_token: 'eyJ0', access_token: 's3cret' }),
    );
    expect(message).toBe('said no: invalid_grant');
    expect(signInFaultOf(client(new Response('eyJ0', { status: 502 }))).message).toBe('went wrong: HTTP 502');
  });
});

it('no two sign-ins have anything in common but where they go', () => {
  const [one, two] = [newAttempt('/'), newAttempt('/')];
  const values = [one.state, one.nonce, one.verifier, two.state, two.nonce, two.verifier];
  expect(new Set(values).size).toBe(6);
  for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
});
