// SPDX-License-Identifier: EUPL-1.2
import { mdiRedo, mdiUndo } from '@mdi/js';
import type { TFunction } from 'i18next';
import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { tellFault } from '../../state/fault';
import { useStore } from '../../state/store';
import type { Step } from '../../state/undo/timeline';
import { isFree, nextRedo, nextUndo, useUndo } from '../../state/undo/undo';
import { announce } from '../announcer';
import { IconButton } from '../controls';
import { bringWordsOf, stepWords } from './step-words';
import { takeStep, type Way } from './take-step';

/** Back and forward by one step of everything, by button and by key. */
export default function UndoButtons({ side = 'bottom' }: { side?: 'bottom' | 'left' }) {
  const { t } = useTranslation();
  useUndoKeys();
  useFault();
  return (
    <>
      <StepButton way="undo" side={side} t={t} />
      <StepButton way="redo" side={side} t={t} />
    </>
  );
}

function StepButton({ way, side, t }: { way: Way; side: 'bottom' | 'left'; t: TFunction }) {
  const step = useUndo(way === 'undo' ? nextUndo : nextRedo);
  const free = useStore((s) => isFree(step, s));
  useWordsOf(step);
  const keys = way === 'undo' ? 'Ctrl+Z' : 'Ctrl+Shift+Z';
  const nothing = t(way === 'undo' ? 'steps.nothingToUndo' : 'steps.nothingToRedo');
  const label = step
    ? t(way === 'undo' ? 'steps.undoOf' : 'steps.redoOf', { step: stepWords(step, t), keys })
    : nothing;
  return (
    <IconButton
      side={side}
      icon={{ d: way === 'undo' ? mdiUndo : mdiRedo }}
      label={step && !free ? t('steps.formOpen') : label}
      isDisabled={!step || !free}
      data-step={way}
      onPress={() => takeStep(way, t)}
    />
  );
}

/** Says the step again once all its words have come. */
function useWordsOf(step: Step | undefined): void {
  const [, again] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (step) bringWordsOf(step).then((came) => came && again(), tellFault);
  }, [step]);
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), with ⌘ too; fields have an undo of their own. */
function useUndoKeys(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const writes =
        'input:not([role="switch"], [type="range"], [type="checkbox"], [type="radio"]), textarea';
      if (event.target instanceof HTMLElement && event.target.closest(`${writes}, [contenteditable]`)) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      if (!back && key !== 'y' && key !== 'z') return;
      event.preventDefault();
      takeStep(back ? 'undo' : 'redo', t);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [t]);
}

/** Said once: that the browser keeps nothing changes nothing of what is on the screen. */
function useFault(): void {
  const { t } = useTranslation();
  const fault = useUndo((s) => s.fault !== null);
  useEffect(() => {
    if (fault) announce(t('steps.notKept'));
  }, [fault, t]);
}
