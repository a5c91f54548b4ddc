// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { mercatorUnitsPerM } from '../../../city/frames';
import { SPOTS, type Tool } from '../../../survey/sketch';
import { useStore } from '../../state/store';
import { finishSketch, layToolDown, takeBackSpot } from '../../state/tools';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import panel from '../panel.module.css';
import { focusSoon } from '../scenario/focus';
import { figuresOf } from './sketch-words';
import style from './tools.module.css';

/** While a sketch is drawn: what to do, how far it is, and the same by button. */
export function SketchBar({ tool }: { tool: Exclude<Tool, { kind: 'walk' }> }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { kind, spots } = tool;
  const { least, most } = SPOTS[kind];
  const end = useCallback(
    (how: 'take' | 'cancel') => {
      if (how === 'take') {
        const done = finishSketch();
        if (done) announce(t(`tools.kind.${done.kind}.done`), false);
      } else {
        layToolDown();
        announce(t('tools.draw.cancelled'), false);
      }
      focusSoon('[data-sketch]:last-child [data-open]', `[data-tool="${kind}"]`);
    },
    [t, kind],
  );
  useDrawKeys(end);
  const n = format.number(spots.length);
  const [figure] = spots.length >= least ? figuresOf(tool, { t, format }) : [];
  return (
    <section className={`${panel.panel} ${style.bar}`} data-bar aria-labelledby="sketch-title">
      <h2 id="sketch-title" className={style.barTitle}>
        {t(`tools.kind.${kind}.name`)}
      </h2>
      <p>{t(`tools.kind.${kind}.how`)}</p>
      <p className={`${style.help} ${style.wide}`}>{t('tools.draw.keys')}</p>
      <p className={`${style.help} ${style.wide}`}>
        <Pixel />
      </p>
      <p role="status" className={style.count}>
        {t('tools.draw.points', { count: spots.length, n })}
        {figure && ` · ${t('tools.draw.soFar', { figure: figure.value })}`}
      </p>
      <div className={style.buttons}>
        <TextButton onPress={() => useStore.getState().set({ toolAtCentre: true })}>
          {t('tools.draw.here')}
        </TextButton>
        {most !== 1 && (
          <TextButton isDisabled={spots.length === 0} onPress={takeBackSpot}>
            {t('tools.draw.back')}
          </TextButton>
        )}
        {most === null && (
          <TextButton primary isDisabled={spots.length < least} onPress={() => end('take')}>
            {t('tools.draw.done')}
          </TextButton>
        )}
        <TextButton onPress={() => end('cancel')}>{t('tools.draw.cancel')}</TextButton>
      </div>
    </section>
  );
}

/** CSS pixels of the Mercator world at zoom 0. */
const WORLD_PX = 512;

/** How long a pixel in the middle of the map is: a click cannot be more exact. */
function Pixel() {
  const { t } = useTranslation();
  const format = useFormats();
  const { at, zoom } = useStore((s) => s.view);
  const pixelM = 1 / (WORLD_PX * 2 ** zoom * mercatorUnitsPerM(at[1]));
  return t('tools.draw.pixel', { length: format.length(pixelM, pixelM < 1 ? 2 : 1) });
}

/** Escape cancels and Backspace takes the last away, wherever the keyboard stands; Enter is the map's. */
function useDrawKeys(end: (how: 'cancel') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const undone = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key === 'Escape') end('cancel');
      else if (!typing && (event.key === 'Backspace' || undone)) takeBackSpot();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before whatever else listens for these keys.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [end]);
}
