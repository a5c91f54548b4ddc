// SPDX-License-Identifier: EUPL-1.2
import { openWindow, useWindows } from '../state/windows';
import type { Command, CommandSource } from './command';

/** What explains the rest. */
export const helpCommands: CommandSource = (t) => {
  const command = (
    id: 'tour' | 'glossary' | 'keyboard' | 'about' | 'sources',
    run: () => void,
    keys?: Command['keys'],
  ): Command => ({
    id: `help-${id}`,
    group: 'help',
    title: t(`commands.${id}`),
    words: t(`commands.words.${id}`),
    run,
    ...(keys && { keys }),
  });
  return [
    command('tour', () => useWindows.setState({ tour: 0 })),
    command('glossary', () => openWindow('glossary')),
    command('keyboard', () => openWindow('keyboard'), ['?']),
    command('about', () => useWindows.setState({ about: 'top' })),
    command('sources', () => useWindows.setState({ about: 'sources' })),
  ];
};
