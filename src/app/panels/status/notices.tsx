// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import { movesMadeUp, syntheticThemes } from '../../state/offered-layers';
import { usePerson } from '../../state/person';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import { useFormats, useNarrow } from '../hooks';
import { SignInNotice } from '../person/person';
import { Notice } from './notice';
import style from './status.module.css';

/** What one must know about what one sees: demo data, less detail, missing pieces, no network, no sign-in. */
export function Notices() {
  const catalogue = useStore((s) => s.catalogue);
  return (
    <div className={style.notices} ref={useHeightTold()}>
      {catalogue && <Demo catalogue={catalogue} />}
      <Updated />
      <Quality />
      <Failed />
      <Fault />
      <SignIn />
      <Offline />
    </div>
  );
}

/** Tells the style sheets how high the notices are: what stands on the map under them begins below (--notices). */
function useHeightTold() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty('--notices', `${element.getBoundingClientRect().height}px`),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--notices');
    };
  }, []);
  return ref;
}

function Demo({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation();
  const format = useFormats();
  const synthetic = syntheticThemes(catalogue);
  const moving = useStore(movesMadeUp);
  const narrow = useNarrow();
  if (synthetic.length === 0) return moving ? <Moving /> : null;
  const usual = synthetic.includes('buildings') && synthetic.includes('streets');
  // One line, for what is above the map is taken from it.
  if (usual && narrow)
    return (
      <Notice icon="info">
        <p>{t(moving ? 'status.demoShortMoving' : 'status.demoShort')}</p>
      </Notice>
    );
  const themes = format.list(synthetic.map((id) => t(`theme.${id}`).toLocaleLowerCase(format.locale)));
  return (
    <Notice icon="info">
      <p>
        {usual ? t('status.demo') : t('status.demoOf', { themes })}
        {moving && `; ${t('status.demoMoving')}`}
      </p>
    </Notice>
  );
}

function Moving() {
  const { t } = useTranslation();
  const text = t('status.demoMoving');
  return (
    <Notice icon="info">
      <p>{text.charAt(0).toLocaleUpperCase() + text.slice(1)}</p>
    </Notice>
  );
}

/** The address bar has all that is on the screen, so that a reload loses nothing. */
function Updated() {
  const { t } = useTranslation();
  const updated = useStore((s) => s.cityUpdated);
  useEffect(() => {
    if (updated) announce(t('status.updated'), false);
  }, [updated, t]);
  if (!updated) return null;
  return (
    <Notice icon="info" kind="quiet">
      <p>{t('status.updated')}</p>
      <TextButton kind="quiet" onPress={() => location.reload()}>
        {t('status.reload')}
      </TextButton>
    </Notice>
  );
}

function Quality() {
  const { t } = useTranslation();
  const { reason } = useStore((s) => s.quality);
  const set = useStore((s) => s.set);
  useEffect(() => {
    if (reason === 'slow') announce(t('status.slow'), false);
  }, [reason, t]);
  if (reason !== 'slow') return null;
  return (
    <Notice icon="info" kind="quiet">
      <p>{t('status.slow')}</p>
      <TextButton kind="quiet" onPress={() => set({ quality: { level: 'high', reason: 'chosen' } })}>
        {t('status.slowUndo')}
      </TextButton>
    </Notice>
  );
}

function Failed() {
  const { t } = useTranslation();
  const format = useFormats();
  const { failed, retry } = useStore((s) => s.tiles);
  const count = failed.length;
  useEffect(() => {
    if (count > 0) announce(t('status.failed', { count, n: format.number(count) }), false);
  }, [count, t, format]);
  if (count === 0) return null;
  return (
    <Notice icon="warning" kind="bad">
      <details className={style.failed}>
        <summary>{t('status.failed', { count, n: format.number(count) })}</summary>
        <ul>
          {failed.slice(0, 20).map(({ name, fault }) => (
            <li key={name}>
              <b>{name}</b>: {fault}
            </li>
          ))}
        </ul>
      </details>
      <TextButton kind="quiet" onPress={() => retry()}>
        {t('status.retry')}
      </TextButton>
    </Notice>
  );
}

/** A fault while the city is shown; one without a city fills the screen (fault-screen.tsx). */
function Fault() {
  const { t } = useTranslation();
  const fault = useStore((s) => (s.catalogue ? s.fault : null));
  const set = useStore((s) => s.set);
  useEffect(() => {
    if (fault) announce(t('status.fault'), false);
  }, [fault, t]);
  if (!fault) return null;
  return (
    <Notice icon="warning" kind="bad">
      <details className={style.failed}>
        <summary>{t('status.fault')}</summary>
        <p>{fault}</p>
      </details>
      <IconButton icon="close" label={t('status.dismiss')} onPress={() => set({ fault: null })} />
    </Notice>
  );
}

/** A sign-in that one comes back from in vain. */
function SignIn() {
  const fault = usePerson((s) => s.fault);
  if (!fault) return null;
  return (
    <Suspense>
      <SignInNotice fault={fault} />
    </Suspense>
  );
}

function subscribeOnline(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

function Offline() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const [wasOffline, setWasOffline] = useState(false);
  useEffect(() => {
    if (!online) {
      setWasOffline(true);
      announce(t('status.offline'), false);
    } else if (wasOffline) {
      setWasOffline(false);
      announce(t('status.online'));
    }
  }, [online, wasOffline, t]);
  if (online) return null;
  return (
    <Notice icon="offline" kind="quiet">
      <p>{t('status.offline')}</p>
    </Notice>
  );
}
