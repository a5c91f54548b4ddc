// SPDX-License-Identifier: EUPL-1.2

import { Suspense, useLayoutEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { useTranslation } from 'react-i18next';
import { bearingNow, onTurn } from '../../state/bearing';
import { useStore, type View } from '../../state/store';
import { IconButton, Tip } from '../controls';
import controls from '../controls.module.css';
import { useFormats, useNarrow } from '../hooks';
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
      <Compass />
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

/** Shows where north is while the map turns, says which way one looks, and turns back to north. */
function Compass() {
  const { t } = useTranslation();
  const format = useFormats();
  const needle = useRef<SVGSVGElement>(null);
  // Not by a render a frame: the needle is a picture of its own that is turned, and nothing is laid out anew.
  useLayoutEffect(() => {
    const turn = () => {
      if (needle.current) needle.current.style.transform = `rotate(${-bearingNow()}deg)`;
    };
    turn();
    return onTurn(turn);
  }, []);
  // Said when the map has come to rest, not in every frame.
  const settledDeg = useStore((s) => s.view.bearingDeg);
  const turned = Math.abs(settledDeg) > 0.5;
  const clockwise = ((Math.round(settledDeg) % 360) + 360) % 360;
  const label = turned ? t('view.compass', { degrees: format.number(clockwise) }) : t('view.facesNorth');
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <Button
        className={controls.icon!}
        aria-label={label}
        onPress={() => fly(() => ({ bearingDeg: 0 }))}
        data-compass={clockwise}
      >
        <svg
          ref={needle}
          className={style.needle}
          width="1.75rem"
          height="1.75rem"
          viewBox="0 0 28 28"
          aria-hidden="true"
          focusable="false"
        >
          <path className={style.needleNorth} d="M14 2.5 19 14H9Z" />
          <path className={style.needleSouth} d="M9 14h10l-5 11.5Z" />
        </svg>
      </Button>
      <Tip side="left">{label}</Tip>
    </TooltipTrigger>
  );
}
