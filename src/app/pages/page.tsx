// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { version } from '../../../package.json';
import type { Publisher } from '../../city/publisher';
import { Brand } from '../panels/header/brand';
import { SourceList } from '../panels/sources/source-list';
import { type Language, useStore } from '../state/store';
import { formats } from '../text/format';
import { PAGE_PATHS, type PageId } from './page-paths';
import style from './pages.module.css';

export function pageOf(pathname: string): PageId {
  const end = pathname.replace(/\/$/, '').split('/').at(-1);
  return (Object.keys(PAGE_PATHS) as PageId[]).find((id) => PAGE_PATHS[id] === end) ?? 'crediti';
}

/** Null: nobody said who publishes this copy, or that is not known yet. */
const usePublisher = create<{ publisher: Publisher | null }>(() => ({ publisher: null }));

/** Never rejects: without it the pages say that nobody said. */
export async function askPublisher(): Promise<void> {
  try {
    const answer = await fetch('./api/publisher');
    if (!answer.ok) return;
    const { publisher } = (await answer.json()) as { publisher: Publisher | null };
    usePublisher.setState({ publisher });
  } catch {
    // A static host has no server to ask.
  }
}

export function InformationPage({ page }: { page: PageId }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const title = t(`pages.${page}.title`);
  useEffect(() => {
    document.title = `${title} – Gemello Milano`;
  }, [title]);
  return (
    <I18nProvider locale={formats(language).locale}>
      <div className={style.page}>
        <header className={style.header}>
          <a className={style.home} href={`./?lang=${language}`}>
            <Brand />
            <span className={style.hidden}>{t('pages.home')}</span>
          </a>
          <Languages page={page} language={language} />
        </header>
        <main className={style.main}>
          <h2>{title}</h2>
          <p className={style.lead}>{t(`pages.${page}.lead`)}</p>
          <Content page={page} />
        </main>
        <footer className={style.footer}>
          <nav aria-label={t('pages.nav')}>
            <ul>
              {(Object.keys(PAGE_PATHS) as PageId[]).map((id) => (
                <li key={id}>
                  <a
                    href={`./${PAGE_PATHS[id]}?lang=${language}`}
                    aria-current={id === page ? 'page' : undefined}
                  >
                    {t(`pages.${id}.title`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </footer>
      </div>
    </I18nProvider>
  );
}

function Languages({ page, language }: { page: PageId; language: Language }) {
  const { t } = useTranslation();
  const words = { it: 'Italiano', en: 'English' };
  return (
    <nav className={style.languages} aria-label={t('pages.language')}>
      {(['it', 'en'] as const).map((one) => (
        <a
          key={one}
          href={`./${PAGE_PATHS[page]}?lang=${one}`}
          lang={one}
          hrefLang={one}
          aria-current={one === language ? 'true' : undefined}
        >
          {words[one]}
        </a>
      ))}
    </nav>
  );
}

function Content({ page }: { page: PageId }) {
  if (page === 'accessibilita') return <Accessibility />;
  if (page === 'privacy') return <Privacy />;
  if (page === 'legale') return <LegalNotes />;
  return <Credits />;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={style.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Accessibility() {
  const { t } = useTranslation();
  const { publisher } = usePublisher();
  const statement = publisher?.accessibilityStatement;
  return (
    <>
      <Section title={t('pages.accessibilita.stateTitle')}>
        <p>{t('pages.accessibilita.state')}</p>
      </Section>
      <Section title={t('pages.accessibilita.limitsTitle')}>
        <p>{t('pages.accessibilita.limits')}</p>
      </Section>
      <Section title={t('pages.accessibilita.statementTitle')}>
        {publisher && statement ? (
          <External href={statement}>{t('pages.accessibilita.statement', { name: publisher.name })}</External>
        ) : (
          <p>{t('pages.accessibilita.noStatement')}</p>
        )}
      </Section>
      <Section title={t('pages.accessibilita.feedbackTitle')}>
        <p>{t('pages.accessibilita.feedback')}</p>
        <WriteTo />
      </Section>
    </>
  );
}

const PRIVACY = ['none', 'browser', 'cookie', 'server', 'people'] as const;

function Privacy() {
  const { t } = useTranslation();
  const { publisher } = usePublisher();
  return (
    <>
      {PRIVACY.map((part) => (
        <Section key={part} title={t(`pages.privacy.${part}Title`)}>
          <p>{t(`pages.privacy.${part}`)}</p>
        </Section>
      ))}
      <section className={style.section}>
        <p>{t('pages.privacy.rights')}</p>
        <WriteTo />
        {publisher?.privacyNotice && (
          <External href={publisher.privacyNotice}>
            {t('pages.privacy.notice', { name: publisher.name })}
          </External>
        )}
      </section>
    </>
  );
}

function LegalNotes() {
  const { t } = useTranslation();
  const { publisher } = usePublisher();
  const isSynthetic = useStore((s) => s.catalogue?.themes.some(({ synthetic }) => synthetic) ?? false);
  return (
    <>
      {isSynthetic && (
        <Section title={t('pages.legale.syntheticTitle')}>
          <p>{t('pages.legale.synthetic')}</p>
        </Section>
      )}
      <Section title={t('pages.legale.figuresTitle')}>
        <p>{t('pages.legale.figures')}</p>
      </Section>
      <Section title={t('pages.legale.codeTitle')}>
        <p>{t('pages.legale.code', { version })}</p>
      </Section>
      <Section title={t('pages.legale.dataTitle')}>
        <p>{t('pages.legale.data')}</p>
      </Section>
      {publisher?.legalNotice && (
        <External href={publisher.legalNotice}>{t('pages.legale.notice', { name: publisher.name })}</External>
      )}
      <WriteTo />
    </>
  );
}

function Credits() {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const failed = useStore((s) => s.fault !== null);
  const themes = (catalogue?.themes ?? []).filter(({ sources }) => sources.length > 0);
  return (
    <>
      {!catalogue && <p role="status">{t(failed ? 'pages.crediti.failed' : 'pages.crediti.loading')}</p>}
      {catalogue && (
        <Section title={t('pages.crediti.dataTitle')}>
          {themes.map((theme) => (
            <div key={theme.id} className={style.theme}>
              <h4>{t(`theme.${theme.id}`)}</h4>
              <SourceList themes={[theme]} />
            </div>
          ))}
        </Section>
      )}
      <Section title={t('pages.crediti.softwareTitle')}>
        <p>{t('pages.crediti.software')}</p>
      </Section>
    </>
  );
}

function WriteTo() {
  const { t } = useTranslation();
  const { publisher } = usePublisher();
  if (!publisher) return <p className={style.note}>{t('pages.unpublished')}</p>;
  return (
    <p>
      {t('pages.writeTo')} <b>{publisher.name}</b>:{' '}
      <a href={`mailto:${publisher.email}`}>{publisher.email}</a>
    </p>
  );
}

function External({ href, children }: { href: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <p>
      <a href={href} rel="noreferrer">
        {children} {t('pages.external')}
      </a>
    </p>
  );
}
