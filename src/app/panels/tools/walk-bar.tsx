// SPDX-License-Identifier: EUPL-1.2
import {
  mdiArrowDown,
  mdiArrowLeft,
  mdiArrowRight,
  mdiArrowUp,
  mdiRotateLeft,
  mdiRotateRight,
} from '@mdi/js';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store';
import { type WalkMove, walk } from '../../state/walk-moves';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import { focusSoon } from '../scenario/focus';
import { leaveTool } from './leave-tool';
import style from './tools.module.css';

const MOVES: readonly (readonly [WalkMove, string])[] = [
  ['turnLeft', mdiRotateLeft],
  ['forward', mdiArrowUp],
  ['turnRight', mdiRotateRight],
  ['left', mdiArrowLeft],
  ['back', mdiArrowDown],
  ['right', mdiArrowRight],
];

const beginHere = () => {
  useStore.getState().set({ toolAtCentre: true });
  focusSoon('[data-walk-moves] button');
};

/** While one walks: where to begin, then steps and turns by button, and the way out. */
export function WalkBar({ begun }: { begun: boolean }) {
  const { t } = useTranslation();
  // Once one walks, the map hears of Escape itself.
  useEffect(() => {
    if (begun) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      leaveTool();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [begun]);
  return (
    <section className={`${panel.panel} ${style.bar}`} data-bar aria-labelledby="walk-title">
      <h2 id="walk-title" className={style.barTitle}>
        {t('tools.walk.name')}
      </h2>
      <p role="status">{t(begun ? 'tools.walk.how' : 'tools.walk.begin')}</p>
      {begun ? (
        <div className={style.moves} data-walk-moves>
          {MOVES.map(([move, d]) => (
            <IconButton key={move} icon={{ d }} label={t(`tools.walk.${move}`)} onPress={() => walk(move)} />
          ))}
        </div>
      ) : (
        <TextButton onPress={beginHere}>{t('tools.walk.here')}</TextButton>
      )}
      <TextButton onPress={leaveTool}>{t('tools.walk.leave')}</TextButton>
    </section>
  );
}
