// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Icon } from '../panels/icon';
import { useStore } from '../state/store';
import { glideTo, turnBy, zoomBy } from './camera';
import style from './kiosk.module.css';
import { beginAnew, showScene, TABS, useKiosk } from './kiosk-store';
import { Outcomes } from './outcomes';
import { offeredScenes } from './scenes';
import { Today } from './today';
import { stopsOf } from './tour';

const FLIGHT_MS = 2600;

/** What one does before the kiosk: go somewhere, show something else, read today's figures, read an outcome. */
export function Explore() {
  const { t } = useTranslation();
  const tab = useKiosk((s) => s.tab);
  const here = useRef<HTMLElement>(null);
  // Whoever came with the keyboard pressed a button that is gone.
  useEffect(() => {
    if (document.activeElement === document.body) here.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={here} tabIndex={-1} className={style.panel} aria-label={t('kiosk.title')}>
      <MapButtons />
      <nav className={style.tabs} aria-label={t('kiosk.tabs')}>
        {TABS.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={tab === id}
            onClick={() => useKiosk.setState({ tab: id, outcome: null })}
          >
            {t(`kiosk.tab.${id}`)}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={style.body} data-tab={tab} tabIndex={0} aria-label={t(`kiosk.tab.${tab}`)}>
        {tab === 'places' && <Places />}
        {tab === 'scenes' && <Scenes />}
        {tab === 'today' && <Today />}
        {tab === 'outcomes' && <Outcomes />}
      </section>
      <Settings />
    </section>
  );
}

function Places() {
  const { t } = useTranslation();
  const chosen = useKiosk((s) => s.place);
  const catalogue = useStore((s) => s.catalogue);
  return (
    <Choices title={t('kiosk.places')}>
      {stopsOf(catalogue).map((view) => (
        <Choice
          key={view.id}
          isChosen={chosen === view.id}
          onChoose={() => {
            useKiosk.setState({ place: view.id });
            glideTo(view, 'panel', FLIGHT_MS);
          }}
        >
          {t(`tools.views.of.${view.id}` as 'tools.views.of.city')}
        </Choice>
      ))}
    </Choices>
  );
}

function Scenes() {
  const { t } = useTranslation();
  const chosen = useKiosk((s) => s.scene);
  const offered = useStore(useShallow((s) => offeredScenes(s.catalogue, s.feeds)));
  return (
    <Choices title={t('kiosk.scenes')}>
      {offered.map((scene) => (
        <Choice key={scene} isChosen={chosen === scene} onChoose={() => showScene(scene)}>
          {t(`kiosk.scene.${scene}`)}
        </Choice>
      ))}
    </Choices>
  );
}

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={style.choices}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Choice(props: { isChosen: boolean; onChoose: () => void; children: string }) {
  return (
    <button type="button" aria-pressed={props.isChosen} onClick={props.onChoose}>
      {props.isChosen && <Icon name="check" />}
      {props.children}
    </button>
  );
}

/** For who cannot draw two fingers apart. */
function MapButtons() {
  const { t } = useTranslation();
  return (
    <fieldset className={style.mapButtons} aria-label={t('kiosk.move')}>
      <button type="button" onClick={() => zoomBy(1)}>
        <Icon name="plus" />
        <span>{t('kiosk.nearer')}</span>
      </button>
      <button type="button" onClick={() => zoomBy(-1)}>
        <Icon name="minus" />
        <span>{t('kiosk.farther')}</span>
      </button>
      <button type="button" onClick={() => turnBy(45)}>
        <Icon name="right" />
        <span>{t('kiosk.turn')}</span>
      </button>
    </fieldset>
  );
}

function Settings() {
  const { t } = useTranslation();
  const largeText = useKiosk((s) => s.largeText);
  const highContrast = useKiosk((s) => s.highContrast);
  const language = useStore((s) => s.language);
  const set = useStore((s) => s.set);
  const other = language === 'it' ? 'en' : 'it';
  return (
    <fieldset className={style.settings} aria-label={t('kiosk.settings')}>
      <button
        type="button"
        aria-pressed={largeText}
        onClick={() => useKiosk.setState({ largeText: !largeText })}
      >
        {t('kiosk.largeText')}
      </button>
      <button
        type="button"
        aria-pressed={highContrast}
        onClick={() => useKiosk.setState({ highContrast: !highContrast })}
      >
        {t('kiosk.highContrast')}
      </button>
      <button type="button" lang={other} onClick={() => set({ language: other })}>
        {t('kiosk.otherLanguage')}
      </button>
      <button type="button" onClick={beginAnew}>
        {t('kiosk.leave')}
      </button>
    </fieldset>
  );
}
