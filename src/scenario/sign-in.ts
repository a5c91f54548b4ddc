// SPDX-License-Identifier: EUPL-1.2
/** What page and server say to each other about who one is. Pure. */
import type { Person } from './roles';

/**
 * How one becomes somebody here: with an identity provider; by sitting at the machine that the server runs on; or not
 * at all, and then one reads what is public.
 */
export type SignInKind = 'provider' | 'local' | 'none';

/** Answer of `GET /api/me`. */
export interface Me {
  /** Null: nobody in particular. */
  readonly person: Person | null;
  readonly signIn: SignInKind;
  /** Whether this server keeps scenarios at all. */
  readonly keepsScenarios: boolean;
}

/** Why somebody could not be signed in; the screen has words for each. */
export const SIGN_IN_FAULTS = [
  /** Begun too long ago, elsewhere, or answered already. */
  'stale',
  /** Whoever it was said no at the provider. */
  'cancelled',
  /** The provider knows them, and nothing that it says of them is a role here. */
  'no-role',
  /** The provider does not answer. */
  'provider-away',
  /** It answers what does not hold: it, or what this server knows of it, has to be mended. */
  'provider-fault',
  'database-away',
] as const;
export type SignInFaultCode = (typeof SIGN_IN_FAULTS)[number];

/** In the page's address after a sign-in that failed: which of the faults it was. */
export const SIGN_IN_FAULT_PARAMETER = 'sign-in';

export const isSignInFault = (text: unknown): text is SignInFaultCode =>
  (SIGN_IN_FAULTS as readonly unknown[]).includes(text);
