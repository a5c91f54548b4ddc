// SPDX-License-Identifier: EUPL-1.2
/** How one becomes somebody on this server: with an identity provider, by sitting at its machine, or not at all. */
import type { IncomingMessage } from 'node:http';
import type { Person } from '../../scenario/roles';
import type { SignInKind } from '../../scenario/sign-in';
import type { Queries } from '../database/database';
import type { ProviderConfig, SignInConfig } from './config';
import { type CookieJar, cookiesAt, readCookie } from './cookies';
import { IdentityProvider } from './identity-provider';
import { isFromThisMachine, LOCAL_PERSON } from './local';
import { Sessions } from './sessions';

/** What a request tells of who makes it. */
export interface Asking {
  readonly raw: IncomingMessage;
}

export interface SignIn {
  /** Who asks; null: nobody in particular. @throws DatabaseFault */
  readonly whoAsks: (request: Asking) => Promise<Person | null> | Person | null;
  /** How whoever that is could become somebody. */
  readonly kindFor: (person: Person | null) => SignInKind;
  /** Of this server as browsers see it; null: as they ask for it. */
  readonly origin: string | null;
  /** Of an identity provider. */
  readonly flow: SignInFlow | null;
}

/** What the addresses of signing in and out work with. */
export interface SignInFlow {
  readonly config: ProviderConfig;
  readonly provider: IdentityProvider;
  readonly sessions: Sessions;
  readonly cookies: CookieJar;
}

/** Without an identity provider: who sits at this machine may do everything, others read what is public. */
export const LOCAL_SIGN_IN: SignIn = {
  whoAsks: ({ raw }) => (isFromThisMachine(raw) ? LOCAL_PERSON : null),
  kindFor: (person) => (person ? 'local' : 'none'),
  origin: null,
  flow: null,
};

/** Everybody reads what is public. */
export const NOBODY_SIGNS_IN: SignIn = {
  whoAsks: () => null,
  kindFor: () => 'none',
  origin: null,
  flow: null,
};

/** @param queries where sessions are kept, with the table of session-table.ts */
export function providerSignIn(config: ProviderConfig, queries: Queries): SignIn {
  const sessions = new Sessions(queries);
  const cookies = cookiesAt(config.origin);
  return {
    whoAsks: ({ raw }) => sessions.find(readCookie(raw.headers.cookie, cookies.session)),
    kindFor: () => 'provider',
    origin: config.origin,
    flow: { config, provider: new IdentityProvider(config), sessions, cookies },
  };
}

export interface SignInSetup {
  readonly signIn: SignIn;
  /** For the operator: who may do what on this server, in a sentence. */
  readonly note: string;
}

/**
 * @param host the address that the server listens to
 * @param queries of the database; undefined: there is none
 */
export function setUpSignIn(config: SignInConfig, host: string, queries: Queries | undefined): SignInSetup {
  if (config === 'nobody')
    return { signIn: NOBODY_SIGNS_IN, note: 'Nobody signs in here: everybody reads what is public.' };
  if (config === null) {
    const others = isLoopbackHost(host) ? '' : ' Others read what is public and change nothing.';
    return {
      signIn: LOCAL_SIGN_IN,
      note: `No identity provider is configured (README, "Who may do what"): whoever uses this machine may do everything.${others}`,
    };
  }
  if (!queries)
    return {
      signIn: NOBODY_SIGNS_IN,
      note: 'Nobody can sign in: this server has no database to remember who has.',
    };
  return { signIn: providerSignIn(config, queries), note: `People sign in with ${config.issuer}` };
}

const isLoopbackHost = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
