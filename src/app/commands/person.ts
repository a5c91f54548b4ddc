// SPDX-License-Identifier: EUPL-1.2
import { leave } from '../panels/person/leave';
import { standingOf } from '../panels/person/standing';
import { signIn, usePerson } from '../state/person';
import type { CommandSource } from './command';

/** Signing in and out, where there is a way to. */
export const personCommands: CommandSource = (t) => {
  const { me } = usePerson.getState();
  const kind = me && standingOf(me).kind;
  if (kind === 'not-signed-in')
    return [
      {
        ...{ id: 'sign-in', group: 'screen', words: t('commands.words.signIn') },
        title: t('person.standing.not-signed-in'),
        run: signIn,
      },
    ];
  if (kind === 'signed-in')
    return [
      {
        ...{ id: 'sign-out', group: 'screen', words: t('commands.words.signOut') },
        title: t('person.signOut'),
        run: () => void leave(t),
      },
    ];
  return [];
};
