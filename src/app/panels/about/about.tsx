// SPDX-License-Identifier: EUPL-1.2

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { version } from '../../../../package.json';
import { useStore } from '../../state/store';
import { ModelLink } from '../model/model-link';
import { SourceList } from '../sources/source-list';
import { PanelWindow } from '../window';
import style from './about.module.css';

/** Where the window opens. */
export type AboutPart = 'top' | 'sources';

/** What this is, whose data it shows, accessibility, privacy, keyboard, source code. */
export default function About({ at, onClose }: { at: AboutPart; onClose: () => void }) {
  const { t } = useTranslation();
  const credits = useRef<HTMLElement>(null);
  useEffect(() => {
    if (at === 'sources') credits.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  const catalogue = useStore((s) => s.catalogue);
  const themes = (catalogue?.themes ?? []).filter((theme) => theme.sources.length > 0);
  return (
    <PanelWindow title={t('about.title')} closeLabel={t('about.close')} onClose={onClose}>
      <div className={style.text}>
        <Section title={t('about.what')} body={t('about.whatBody')} />
        <Section title={t('about.keyboard')} body={t('about.keyboardBody')} />
        <Section title={t('about.accessibility')} body={t('about.accessibilityBody')} page="accessibilita" />
        <Section title={t('about.privacy')} body={t('about.privacyBody')} page="privacy" />
        <section className={style.section}>
          <h3>{t('about.model')}</h3>
          <p>{t('about.modelBody')}</p>
          <div>
            <ModelLink onOpen={onClose} />
          </div>
        </section>
        <Section title={t('about.code')} body={t('about.codeBody', { version })} page="note-legali" />
        <section className={style.section} ref={credits}>
          <h3>{t('about.credits')}</h3>
          <p>{t('about.creditsBody')}</p>
          {themes.map((theme) => (
            <section key={theme.id} className={style.theme}>
              <h4>{t(`theme.${theme.id}`)}</h4>
              <SourceList themes={[theme]} />
            </section>
          ))}
        </section>
      </div>
    </PanelWindow>
  );
}

/** @param page end of the address that says more */
function Section({ title, body, page }: { title: string; body: string; page?: string }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  return (
    <section className={style.section}>
      <h3>{title}</h3>
      <p>{body}</p>
      {page && (
        <p>
          <a href={`./${page}?lang=${language}`} aria-label={t('about.moreOf', { title })}>
            {t('about.more')}
          </a>
        </p>
      )}
    </section>
  );
}
