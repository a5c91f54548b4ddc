// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { endDrawing, takeBackDrawn } from '../../state/scenario';
import { drawnNote, isEnough, sizeOf } from '../../state/scenario-drawing';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import panel from '../panel.module.css';
import style from './draw-bar.module.css';
import fields from './fields.module.css';
import { focusSoon } from './focus';
import form from './form.module.css';
import { noteField, PINS } from './note-list';

/** While something is drawn on the map: what to do, how far it is, and the same by button. */
export function DrawBar() {
  const { t } = useTranslation();
  const format = useFormats();
  const drawing = useStore((s) => s.drawing);
  const isOfNote = useStore((s) => drawnNote(s) !== null);
  const end = useEnd();
  useDrawKeys(end);
  if (!drawing) return null;
  const count = sizeOf(drawing);
  const n = format.number(count);
  return (
    <section className={`${panel.panel} ${style.drawBar}`} aria-labelledby="draw-title">
      <h2 id="draw-title" className={style.drawTitle}>
        {t(isOfNote ? 'scenario.drawing.noteTitle' : 'scenario.drawing.title')}
      </h2>
      <p>{t(`scenario.drawing.${drawing.kind}`)}</p>
      <p className={`${fields.help} ${style.keys}`}>{t('scenario.drawing.keys')}</p>
      <p role="status" className={style.count}>
        {drawing.kind === 'streets'
          ? t('scenario.place.stretches', { count, n })
          : t('scenario.drawing.points', { count, n })}
      </p>
      <div className={`${form.buttons} ${style.buttons}`}>
        <TextButton onPress={() => useStore.getState().set({ drawAtCentre: true })}>
          {t(drawing.kind === 'streets' ? 'scenario.drawing.centreStreet' : 'scenario.drawing.centrePoint')}
        </TextButton>
        <TextButton isDisabled={count === 0} onPress={takeBackDrawn}>
          {t('scenario.drawing.back')}
        </TextButton>
      </div>
      <div className={`${form.buttons} ${style.buttons}`}>
        <TextButton primary isDisabled={!isEnough(drawing)} onPress={() => end('take')}>
          {t('scenario.drawing.done')}
        </TextButton>
        <TextButton onPress={() => end('cancel')}>{t('scenario.drawing.cancel')}</TextButton>
      </div>
    </section>
  );
}

/** Takes or calls off what is drawn, the keyboard where it came from or where one goes on. */
function useEnd(): (how: 'take' | 'cancel') => void {
  const { t } = useTranslation();
  return useCallback(
    (how) => {
      const note = drawnNote(useStore.getState());
      if (!endDrawing(how)) return announce(t('scenario.placeFault.out-of-range'));
      if (how === 'cancel') announce(t('scenario.drawing.cancelled'), false);
      // After the form or the list has taken its place again, and the form the focus to its heading.
      focusSoon(...(note ? [noteField(note), PINS] : ['[data-draws]']));
    },
    [t],
  );
}

/** Escape cancels and Backspace takes the last away, wherever the keyboard stands; Enter is the map's. */
function useDrawKeys(end: (how: 'cancel') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const undone = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      if (event.key === 'Escape') end('cancel');
      else if (event.key === 'Backspace' || undone) takeBackDrawn();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before whatever else listens for these keys.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [end]);
}
