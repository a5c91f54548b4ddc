// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindows } from '../../state/windows';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import { rememberTour, TOUR, tourSeen } from './steps';
import style from './tour.module.css';

const go = (tour: number | null): void => useWindows.setState({ tour });

/** The invitation, or the stop of the tour that one is at. Both lie beside the map and hold nobody up. */
export default function Tour({ invites }: { invites: boolean }) {
  const at = useWindows((s) => s.tour);
  const [declined, setDeclined] = useState(tourSeen);
  if (at !== null) return <Stop at={Math.min(at, TOUR.length - 1)} />;
  if (!invites || declined) return null;
  return <Invitation onEnd={() => setDeclined(true)} />;
}

function Invitation({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation();
  const end = (begin: boolean) => {
    rememberTour();
    onEnd();
    if (begin) go(0);
  };
  return (
    <section className={`${panel.panel} ${style.invitation}`} aria-label={t('tour.title')}>
      <p>{t('tour.invite')}</p>
      <TextButton primary onPress={() => end(true)}>
        {t('tour.begin')}
      </TextButton>
      <TextButton kind="quiet" onPress={() => end(false)}>
        {t('tour.no')}
      </TextButton>
    </section>
  );
}

function Stop({ at }: { at: number }) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const step = TOUR[at]!;
  const of = TOUR.length;
  // Each stop is read from its title; what it is about is marked on the screen.
  useEffect(() => {
    title.current?.focus();
    document.documentElement.dataset.tour = step.id;
    return () => {
      delete document.documentElement.dataset.tour;
    };
  }, [step.id]);
  useEffect(rememberTour, []);
  const leave = (said: boolean) => {
    go(null);
    if (said) announce(t('tour.ended'));
    document.querySelector<HTMLElement>('[data-map] canvas, main button')?.focus();
  };
  return (
    <section
      className={`${panel.panel} ${style.stop}`}
      aria-labelledby="tour-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave(false);
      }}
    >
      <header className={style.head}>
        <p className={style.place}>{t('tour.place', { n: at + 1, of })}</p>
        <IconButton icon="close" label={t('tour.leave')} onPress={() => leave(false)} />
      </header>
      <h2 id="tour-title" ref={title} tabIndex={-1} className={style.title}>
        {t(`tour.step.${step.id}.title`)}
      </h2>
      <p>{t(`tour.step.${step.id}.text`)}</p>
      <div className={style.buttons}>
        <TextButton onPress={step.run}>{t(`tour.step.${step.id}.try`)}</TextButton>
      </div>
      <footer className={style.buttons}>
        {at > 0 && (
          <TextButton kind="quiet" onPress={() => go(at - 1)}>
            {t('tour.back')}
          </TextButton>
        )}
        <TextButton primary onPress={() => (at + 1 < of ? go(at + 1) : leave(true))}>
          {t(at + 1 < of ? 'tour.next' : 'tour.end')}
        </TextButton>
      </footer>
    </section>
  );
}
