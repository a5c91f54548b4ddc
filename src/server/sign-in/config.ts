// SPDX-License-Identifier: EUPL-1.2
/** Section `signIn` of city.json: with which identity provider people sign in, and who has which role. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROLES, type Role } from '../../scenario/roles';
import { ConfigFault, faultLines } from '../config-faults';

/** Which claim of the provider says who may do what. */
export interface RoleClaims {
  /** Its name; of one inside others the names from outside in. */
  readonly claim: string | readonly string[];
  /** Its values, and the role that each gives; who has several has the highest. */
  readonly values: Readonly<Record<string, Role>>;
  /** Of whom the provider knows and none of the values is said; absent: they do not get in. */
  readonly otherwise?: Role | undefined;
}

export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  readonly clientAuthentication: 'client_secret_basic' | 'client_secret_post';
  /** Of this server as browsers see it: scheme, host and port. */
  readonly origin: string;
  readonly scope: string;
  readonly roles: RoleClaims;
  readonly allowHttp: boolean;
}

/** `nobody`: nobody signs in, and who sits at the machine is nobody either. */
export type SignInConfig = ProviderConfig | 'nobody' | null;

const text = z.string().min(1);
const role = z.enum(ROLES);
const CLAIM = { error: 'the name of a claim, or a list of names' };
const schema = z
  .strictObject({
    issuer: z.string(),
    clientId: text,
    clientSecret: z
      .strictObject({ fromEnvironment: z.string().regex(/^\w+$/, { error: 'no name of a variable' }) })
      .optional(),
    clientAuthentication: z
      .enum(['client_secret_basic', 'client_secret_post'])
      .default('client_secret_basic'),
    origin: z.string(),
    scope: z
      .string()
      .regex(/(^| )openid( |$)/, { error: 'without "openid"' })
      .default('openid profile'),
    roles: z.strictObject({
      claim: z.union([text, z.array(text).min(1, CLAIM)], CLAIM),
      values: z.record(text, role),
      otherwise: role.optional(),
    }),
    /** Provider and server may be without encryption: for tests on one machine. */
    allowHttp: z.boolean().default(false),
  })
  .superRefine(({ issuer, origin, allowHttp, roles }, context) => {
    const bad = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const [key, address] of Object.entries({ issuer, origin })) {
      const fault = addressFault(address, allowHttp);
      if (fault) bad([key], fault);
    }
    if (!addressFault(origin, true) && new URL(origin).origin !== origin)
      bad(['origin'], 'scheme, host and port alone, as in "https://gemello.example"');
    if (Object.keys(roles.values).length === 0 && !roles.otherwise)
      bad(['roles', 'values'], 'none: nobody would get in');
  });

function addressFault(address: string, allowHttp: boolean): string | null {
  if (!URL.canParse(address)) return 'no address';
  const { protocol, username, password, search, hash } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return 'neither https nor http';
  if (protocol === 'http:' && !allowHttp) return 'not encrypted: https, or for tests "allowHttp": true';
  if (username || password) return 'a password in an address would be seen';
  return search || hash ? 'without "?" and "#"' : null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @returns null where the file says nothing of it, or is not there: faults of the file itself are told by who reads
 *   the rest of it
 * @throws ConfigFault
 */
export function readSignInConfig(file: string, environment: Environment): SignInConfig {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigFault(`${file}: ${(error as Error).message}`);
  }
  return checkSignInConfig((value as { signIn?: unknown } | null)?.signIn, file, environment);
}

/**
 * @param value of the section
 * @param file where it is from, for the faults
 * @throws ConfigFault
 */
export function checkSignInConfig(value: unknown, file: string, environment: Environment): SignInConfig {
  if (value === undefined) return null;
  if (value === 'nobody') return value;
  // Inside its file, so that faults say where in it.
  const read = z.strictObject({ signIn: schema }).safeParse({ signIn: value });
  if (!read.success) throw new ConfigFault(faultLines(read.error, { signIn: value }, file).join('\n'));
  const { clientSecret, ...rest } = read.data.signIn;
  if (!clientSecret) return { ...rest, clientSecret: null };
  const secret = environment[clientSecret.fromEnvironment];
  if (!secret)
    throw new ConfigFault(
      `${file}: signIn.clientSecret: ${clientSecret.fromEnvironment} is not set in the environment`,
    );
  return { ...rest, clientSecret: secret };
}
