// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { DroppedCount, SourceEntry, ThemeEntry } from '../../../city/catalogue';
import { useStore } from '../../state/store';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import style from './sources.module.css';

/** Whose data these are, under which licence, of when, how many were kept and what was left out. */
export function SourceList({ themes }: { themes: readonly ThemeEntry[] }) {
  const { t } = useTranslation();
  return (
    <div className={style.sources}>
      {themes.some((theme) => theme.synthetic) && (
        <p className={style.synthetic}>{t('source.syntheticNote')}</p>
      )}
      {themes.map((theme) => (
        <div key={theme.id} className={style.theme}>
          {theme.sources.filter(hasSomething).map((source) => (
            <Source key={source.id} source={source} />
          ))}
          <Dropped dropped={theme.dropped} />
        </div>
      ))}
    </div>
  );
}

/** An Overpass answer is read by many sources; those that found nothing of theirs in it say nothing. */
const hasSomething = ({ kept, dropped }: SourceEntry) =>
  kept > 0 || dropped.some(({ reason }) => reason !== 'not-this-theme');

function Source({ source }: { source: SourceEntry }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const format = useFormats();
  const title = source.title[language];
  const page = /^https?:\/\//.test(source.page) ? source.page : null;
  return (
    <article className={style.source}>
      <h5 className={style.title}>
        {page ? (
          <a href={page} target="_blank" rel="noreferrer" aria-label={t('source.pageOf', { name: title })}>
            {title} <Icon name="external" size={14} />
          </a>
        ) : (
          title
        )}
      </h5>
      <dl className={style.facts}>
        <dt>{t('source.publisher')}</dt>
        <dd>{source.publisher}</dd>
        <dt>{t('source.licence')}</dt>
        <dd>
          <LicenceLink licence={source.licence} />
        </dd>
        <dt>{t('source.attribution')}</dt>
        <dd>{source.attribution}</dd>
        <dt>{t('source.vintage')}</dt>
        <dd>{format.date(source.vintage)}</dd>
        <dt>{t('source.kept')}</dt>
        <dd>{format.number(source.kept)}</dd>
        {source.crs !== 'none' && (
          <>
            <dt>{t('source.reference')}</dt>
            <dd>{source.crs}</dd>
          </>
        )}
      </dl>
      <Dropped dropped={source.dropped} />
    </article>
  );
}

export function LicenceLink({ licence }: { licence: SourceEntry['licence'] }) {
  const { t } = useTranslation();
  if (licence.id === 'unstated') return t('source.licenceUnstated');
  if (!/^https?:\/\//.test(licence.url)) return licence.name;
  return (
    <a href={licence.url} target="_blank" rel="noreferrer license">
      {licence.name}
    </a>
  );
}

function Dropped({ dropped }: { dropped: readonly DroppedCount[] }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const format = useFormats();
  if (dropped.length === 0) return null;
  return (
    <details className={style.dropped}>
      <summary>
        {t('source.dropped')}: {format.number(dropped.reduce((sum, { count }) => sum + count, 0))}
      </summary>
      <ul>
        {dropped.map(({ reason, text, count }) => (
          <li key={reason}>
            <span>{text[language]}</span> <b>{format.number(count)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}
