// SPDX-License-Identifier: EUPL-1.2

import { stepWords } from '../panels/steps/step-words';
import { takeStep } from '../panels/steps/take-step';
import { useStore } from '../state/store';
import { nextRedo, nextUndo, useUndo } from '../state/undo/undo';
import type { Command, CommandSource } from './command';

/** Undo and redo with what they would do, and taking away what was added to the view. */
export const editCommands: CommandSource = (t, { filters, colourings, sketches }) => {
  const [back, forth] = [nextUndo(useUndo.getState()), nextRedo(useUndo.getState())];
  const { set } = useStore.getState();
  const clear = (id: 'clearFilters' | 'clearColourings' | 'clearSketches', patch: object): Command => ({
    id,
    group: 'edit',
    title: t(`commands.${id}`),
    words: t(`commands.words.${id}`),
    run: () => set(patch),
  });
  return [
    {
      id: 'undo',
      group: 'edit',
      title: back ? `${t('steps.undo')}: ${stepWords(back, t)}` : t('steps.undo'),
      words: t('commands.words.undo'),
      keys: ['Ctrl', 'Z'],
      run: () => takeStep('undo', t),
    },
    {
      id: 'redo',
      group: 'edit',
      title: forth ? `${t('steps.redo')}: ${stepWords(forth, t)}` : t('steps.redo'),
      words: t('commands.words.redo'),
      keys: ['Ctrl', 'Shift', 'Z'],
      run: () => takeStep('redo', t),
    },
    ...(Object.keys(filters).length > 0 ? [clear('clearFilters', { filters: {} })] : []),
    ...(Object.keys(colourings).length > 0 ? [clear('clearColourings', { colourings: {} })] : []),
    ...(sketches.length > 0 ? [clear('clearSketches', { sketches: [] })] : []),
  ];
};
