// SPDX-License-Identifier: EUPL-1.2
/** What an identity provider says of somebody, as a person with a role. */
import { type Person, ROLES, type Role } from '../../scenario/roles';
import type { RoleClaims } from './config';

export type Claims = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS_OF_A_NAME = 120;

/** Its value; undefined where the provider does not say it. */
export function claimAt(claims: Claims, claim: RoleClaims['claim']): unknown {
  const names = typeof claim === 'string' ? [claim] : claim;
  return names.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Claims)[name] : undefined,
    claims,
  );
}

/** The highest role that the claim's values give; null: none. */
export function roleOf(claims: Claims, { claim, values, otherwise }: RoleClaims): Role | null {
  const said = claimAt(claims, claim);
  const given = (Array.isArray(said) ? said : [said])
    .filter((value): value is string => typeof value === 'string' && Object.hasOwn(values, value))
    .map((value) => values[value]);
  return ROLES.findLast((role) => given.includes(role)) ?? otherwise ?? null;
}

/**
 * Who that is. The id has a prefix, since a provider may well know somebody as `local`.
 * @returns null where the claims give no role
 */
export function personOf(claims: Claims & { readonly sub: string }, roles: RoleClaims): Person | null {
  const role = roleOf(claims, roles);
  if (!role) return null;
  return { id: `provider:${claims.sub}`, name: nameOf(claims) ?? claims.sub, role, how: 'provider' };
}

/** As the provider writes it, on one line. */
export function nameOf(claims: Claims): string | null {
  const both = [claims.given_name, claims.family_name].filter((part) => typeof part === 'string').join(' ');
  for (const said of [claims.name, both, claims.preferred_username]) {
    if (typeof said !== 'string') continue;
    // Nothing that would break a line or turn its direction.
    const name = said
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/ +/g, ' ')
      .trim();
    if (name) return [...name].slice(0, MOST_CHARACTERS_OF_A_NAME).join('');
  }
  return null;
}
