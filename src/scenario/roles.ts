// SPDX-License-Identifier: EUPL-1.2
/** Who may do what. Pure: the server decides by it, the screen offers by it. */

/** From who may least to who may most; each may do what those before it may. */
export const ROLES = ['viewer', 'planner', 'publisher', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a route or a button asks for: a role at least, or nobody in particular. */
export type Least = Role | 'anyone';

/** Whether somebody of this role (null: not signed in) may do what asks for `least`. */
export function mayDo(role: Role | null, least: Least): boolean {
  if (least === 'anyone') return true;
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Of who sits at a machine without an identity provider. The screen says it in its own words. */
export const LOCAL_NAME = 'Questo computer';

/** Whether what was published has the name of a person, to be told to its readers. */
export const isOfSomebody = ({ publishedBy }: { readonly publishedBy: string }): boolean =>
  publishedBy !== LOCAL_NAME;

/** Who asks, as the server tells it to the screen. */
export interface Person {
  /** Of the identity provider, or `local`. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Signed in with an identity provider, or alone on a machine of one's own. */
  readonly how: 'provider' | 'local';
}
