// SPDX-License-Identifier: EUPL-1.2
/** What somebody may see and change, as conditions on the table `scenarios s`. */
import type { Visibility } from '../../scenario/kept-scenario';
import { mayDo, type Person } from '../../scenario/roles';
import type { Value } from '../database/database';

/** Null: not signed in. */
export type Asker = Person | null;

/** Placeholders from `$first` on: what may be seen, and the values for it. */
export function visibleTo(
  who: Asker,
  first: number,
): { readonly sql: string; readonly values: readonly Value[] } {
  if (who === null) return { sql: `s.visibility = 'public'`, values: [] };
  if (who.role === 'admin') return { sql: 'true', values: [] };
  return { sql: `(s.visibility IN ('public', 'office') OR s.owner_id = $${first})`, values: [who.id] };
}

export interface Held {
  readonly owner_id: string;
  readonly visibility: Visibility;
}

export function maySee(who: Asker, { owner_id, visibility }: Held): boolean {
  if (visibility === 'public') return true;
  return who !== null && (visibility === 'office' || owner_id === who.id || who.role === 'admin');
}

/** What everybody sees is changed by publishers alone: each change of it is a publication. */
export function mayChange(who: Person, held: Held): boolean {
  return maySee(who, held) && mayDo(who.role, held.visibility === 'public' ? 'publisher' : 'planner');
}

/** Who it is shown to is its owner's to say; to everybody, a publisher's. */
export function mayShowTo(who: Person, { owner_id, visibility }: Held, to: Visibility): boolean {
  if (visibility === to) return true;
  const isPublic = visibility === 'public' || to === 'public';
  if (isPublic && !mayDo(who.role, 'publisher')) return false;
  return owner_id === who.id || who.role === 'admin' || (isPublic && to !== 'private');
}
