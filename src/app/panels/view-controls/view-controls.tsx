// SPDX-License-Identifier: EUPL-1.2

import { Suspense } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from 'react-i18next';
import { useStore, type View } from '../../state/store';
import { IconButton } from '../controls';
import { useNarrow } from '../hooks';
import { UndoButtons } from '../steps/steps';
import style from './view-controls.module.css';

const ZOOM_STEP = 1;
const TILT_DEG = 60;

/** Flies to the view that `change` makes of the present one. */
function fly(change: (view: View) => Partial<View>): void {
  const { view, set } = useStore.getState();
  set({ flight: { to: { ...view, ...change(view) } } });
}

/** Buttons for what a hand does on the map: no gesture is needed for anything. */
export function ViewControls() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const tilted = useStore((s) => s.view.pitchDeg > 10);
  const turned = useStore((s) => Math.abs(s.view.bearingDeg) > 0.5);
  const centre = useStore((s) => s.catalogue?.city.centre);
  const first = useStore.getInitialState().view;
  const start = centre ? { ...first, at: centre } : first;
  return (
    <Toolbar className={style.controls!} orientation="vertical" aria-label={t('view.label')}>
      <IconButton
        side="left"
        icon="plus"
        label={t('view.zoomIn')}
        onPress={() => fly((view) => ({ zoom: view.zoom + ZOOM_STEP }))}
      />
      <IconButton
        side="left"
        icon="minus"
        label={t('view.zoomOut')}
        onPress={() => fly((view) => ({ zoom: view.zoom - ZOOM_STEP }))}
      />
      <hr className={style.line} />
      <IconButton
        side="left"
        icon={tilted ? 'flat' : 'tilted'}
        label={tilted ? t('view.flat') : t('view.tilted')}
        onPress={() => fly(() => ({ pitchDeg: tilted ? 0 : TILT_DEG }))}
      />
      <IconButton
        side="left"
        icon="north"
        label={t('view.north')}
        isDisabled={!turned}
        onPress={() => fly(() => ({ bearingDeg: 0 }))}
      />
      <IconButton side="left" icon="home" label={t('view.home')} onPress={() => fly(() => start)} />
      {narrow && (
        <Suspense>
          <hr className={style.line} />
          <UndoButtons side="left" />
        </Suspense>
      )}
    </Toolbar>
  );
}
