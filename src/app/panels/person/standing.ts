// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '../../../scenario/roles';
import type { Me } from '../../../scenario/sign-in';

/** How one stands with the server, as the screen tells it. */
export type Standing =
  | { readonly kind: 'signed-in'; readonly name: string; readonly role: Role }
  /** At the machine that the server runs on. */
  | { readonly kind: 'local'; readonly role: Role }
  | { readonly kind: 'not-signed-in' }
  /** There is no way to sign in. */
  | { readonly kind: 'only-reads' };

export function standingOf({ person, signIn }: Me): Standing {
  if (person?.how === 'local') return { kind: 'local', role: person.role };
  if (person) return { kind: 'signed-in', name: person.name, role: person.role };
  return { kind: signIn === 'provider' ? 'not-signed-in' : 'only-reads' };
}

/** Letters that stand for a name where there is no room for it: of its first and its last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_]+/).filter((word) => /\p{L}/u.test(word));
  const firsts = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.match(/\p{L}/u)?.[0],
  );
  return firsts.join('').toLocaleUpperCase('it');
}
