// SPDX-License-Identifier: EUPL-1.2
import { TOOLS } from '../panels/tools/index';
import { useStore } from '../state/store';
import type { Command, CommandSource } from './command';

/** Everything on the shelf of tools. */
export const toolCommands: CommandSource = (t, { quality }) =>
  quality.level === 'table'
    ? []
    : TOOLS.map(
        (tool): Command => ({
          id: `tool-${tool.id}`,
          group: 'tools',
          title: tool.name(t),
          words: `${tool.about(t)} ${tool.id} ${t('commands.words.measure')}`,
          run: () => {
            // Where its figures will stand.
            useStore.getState().set({ toolsOpen: true });
            tool.open();
          },
        }),
      );
