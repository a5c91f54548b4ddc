// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { nextRedo, nextUndo, redo, undo, useUndo } from '../../state/undo/undo';
import { announce } from '../announcer';
import { stepWords } from './step-words';

export type Way = 'undo' | 'redo';

/** Takes a step and says which; what cannot be undone now says why. */
export function takeStep(way: Way, t: TFunction): void {
  const next = (way === 'undo' ? nextUndo : nextRedo)(useUndo.getState());
  const step = way === 'undo' ? undo() : redo();
  if (step) announce(t(way === 'undo' ? 'steps.undone' : 'steps.redone', { step: stepWords(step, t) }));
  else if (next) announce(t('steps.formOpen'));
  else announce(t(way === 'undo' ? 'steps.nothingToUndo' : 'steps.nothingToRedo'));
}
