// SPDX-License-Identifier: EUPL-1.2
/**
 * The identity provider: OpenID Connect, authorization code with PKCE (RFC 6749, RFC 7636). What it says of itself is
 * asked for whenever somebody signs in: it may be away when this server starts, and come back changed.
 */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { SignInFaultCode } from '../../scenario/sign-in';
import { type Claims, claimAt, nameOf } from './claims';
import type { ProviderConfig } from './config';

/** Where the provider sends people back to. */
export const ANSWER_PATH = '/api/sign-in/answer';

const ANSWER_WITHIN_S = 10;

/** What one sign-in knows of itself, in the browser that began it; none of it is told to pages. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** A path of this server, to go to once signed in. */
  readonly to: string;
}

export const newAttempt = (to: string): Attempt => ({
  state: randomState(),
  nonce: randomNonce(),
  verifier: randomPKCECodeVerifier(),
  to,
});

/** Somebody could not be signed in; the message is for the operator's log. */
export class SignInFault extends Error {
  constructor(
    readonly code: SignInFaultCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'SignInFault';
  }
}

export class IdentityProvider {
  /** What it last said of itself. */
  #known: Configuration | undefined;
  #asking: Promise<Configuration> | undefined;

  constructor(private readonly config: ProviderConfig) {}

  /**
   * Where a browser goes to sign in. The provider is asked about itself each time: a browser is sent to none that
   * does not answer, which could tell nobody so.
   * @throws SignInFault
   */
  async address({ state, nonce, verifier }: Attempt): Promise<URL> {
    try {
      return buildAuthorizationUrl(await this.#ask(), {
        redirect_uri: this.config.origin + ANSWER_PATH,
        scope: this.config.scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    } catch (error) {
      throw signInFaultOf(error);
    }
  }

  /**
   * What the provider says of who has come back: its ID token, checked, and where that says no role or no name also
   * its page about the user.
   * @param search of the address that the provider sent the browser to
   * @throws SignInFault
   */
  async claims(search: string, attempt: Attempt): Promise<Claims & { readonly sub: string }> {
    const answer = new URL(this.config.origin + ANSWER_PATH);
    answer.search = search;
    if (answer.searchParams.get('state') !== attempt.state)
      throw new SignInFault('stale', 'the answer is to another sign-in');
    try {
      // Another instance may have begun this one.
      const configuration = this.#known ?? (await this.#ask());
      const tokens = await authorizationCodeGrant(configuration, answer, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
      });
      const claims = tokens.claims();
      if (!claims) throw new SignInFault('provider-fault', 'the provider has sent no ID token');
      const isAll = claimAt(claims, this.config.roles.claim) !== undefined && nameOf(claims) !== null;
      if (isAll || !configuration.serverMetadata().userinfo_endpoint) return claims;
      return { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
    } catch (error) {
      throw signInFaultOf(error);
    }
  }

  /** Several that begin at once are one question. */
  #ask(): Promise<Configuration> {
    this.#asking ??= discover(this.config)
      .then((configuration) => {
        this.#known = configuration;
        return configuration;
      })
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }
}

async function discover(config: ProviderConfig): Promise<Configuration> {
  return discovery(new URL(config.issuer), config.clientId, undefined, authenticationOf(config), {
    timeout: ANSWER_WITHIN_S,
    // The signature of the ID token is checked too, although it comes by TLS from the provider itself.
    execute: [enableNonRepudiationChecks, ...(config.allowHttp ? [allowInsecureRequests] : [])],
  });
}

function authenticationOf({ clientSecret, clientAuthentication }: ProviderConfig): ClientAuth {
  if (clientSecret === null) return None();
  return clientAuthentication === 'client_secret_post'
    ? ClientSecretPost(clientSecret)
    : ClientSecretBasic(clientSecret);
}

/** What the provider says where whoever it was did not want to, or did not come to the end of it. */
const BY_CHOICE = ['access_denied', 'login_required', 'consent_required', 'interaction_required'];
const AWAY_FOR_A_WHILE = ['temporarily_unavailable', 'server_error'];

/** What openid-client threw, as what can be told. */
export function signInFaultOf(error: unknown): SignInFault {
  if (error instanceof SignInFault) return error;
  if (!(error instanceof Error)) return new SignInFault('provider-fault', String(error));
  return new SignInFault(faultCodeOf(error), detailOf(error), { cause: error });
}

function faultCodeOf(error: Error & { code?: unknown }): SignInFaultCode {
  if (error instanceof AuthorizationResponseError) {
    if (BY_CHOICE.includes(error.error)) return 'cancelled';
    return AWAY_FOR_A_WHILE.includes(error.error) ? 'provider-away' : 'provider-fault';
  }
  if (error instanceof ResponseBodyError) {
    // The code has been used, or is too old.
    if (error.error === 'invalid_grant') return 'stale';
    return error.status >= 500 ? 'provider-away' : 'provider-fault';
  }
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return 'provider-away';
  if (error.cause instanceof Response) return error.cause.status >= 500 ? 'provider-away' : 'provider-fault';
  // fetch says what the network did in the cause alone.
  return error instanceof TypeError && error.cause instanceof Error ? 'provider-away' : 'provider-fault';
}

/** Never what the provider sent: there may be tokens in it. */
function detailOf(error: Error & { code?: unknown }): string {
  const said =
    error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? [error.error] : [];
  const { cause } = error;
  const below =
    cause instanceof Response ? [`HTTP ${cause.status}`] : cause instanceof Error ? [cause.message] : [];
  return [error.message, ...said, ...below].join(': ');
}
