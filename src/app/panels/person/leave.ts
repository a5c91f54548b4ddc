// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { signOut } from '../../state/person';
import { forgetTab } from '../../state/undo/tab-name';
import { announce } from '../announcer';

/** Signs out, and says whether the server has heard of it. */
export async function leave(t: TFunction): Promise<void> {
  const heard = await signOut();
  if (heard) forgetTab();
  announce(t(heard ? 'person.signedOut' : 'person.signOutFailed'));
}
