// SPDX-License-Identifier: EUPL-1.2
/** Whether whoever sits here may lead a presentation, and how it begins. */
import { mayDo } from '../../scenario/roles';
import type { Me } from '../../scenario/sign-in';
import { browserClock } from '../state/kept/clock';
import { asker } from '../state/kept/server';
import { LEADS, lead } from './live';
import { API } from './publication';

/** Publishers may; never rejects. */
export async function maySomebody(): Promise<boolean> {
  const me = await asker(undefined, API)<Me>('GET', 'me');
  return me.kind === 'ok' && mayDo(me.value.person?.role ?? null, 'publisher');
}

/** A new presentation of a publication; the address says so, so that it goes on after a reload. */
export function present(publicationId: string): void {
  const id = browserClock.newId();
  const url = new URL(location.href);
  url.searchParams.set(LEADS, id);
  history.replaceState(null, '', url);
  lead(id, publicationId);
}
