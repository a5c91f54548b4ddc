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
          {alike(theme.sources.filter(hasSomething)).map((group) => (
            <Source key={group[0]!.id} sources={group} />
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

/** Sources that say the same of themselves stand together: the demo's would fill pages. */
function alike(sources: readonly SourceEntry[]): SourceEntry[][] {
  const groups = new Map<string, SourceEntry[]>();
  for (const source of sources) {
    const { publisher, licence, attribution, vintage, crs, page } = source;
    const key = JSON.stringify([publisher, licence.id, attribution, vintage, crs, page]);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()];
}

function Source({ sources }: { sources: readonly SourceEntry[] }) {
  const { t } = useTranslation();
  const format = useFormats();
  const source = sources[0]!;
  return (
    <article className={style.source}>
      {sources.map((each) => (
        <Title key={each.id} source={each} />
      ))}
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
        <dd>{sources.map(({ kept }) => format.number(kept)).join(' · ')}</dd>
        {source.crs !== 'none' && (
          <>
            <dt>{t('source.reference')}</dt>
            <dd>{source.crs}</dd>
          </>
        )}
      </dl>
      {sources.map((each) => (
        <Dropped key={each.id} dropped={each.dropped} />
      ))}
    </article>
  );
}

function Title({ source }: { source: SourceEntry }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const title = source.title[language];
  const page = /^https?:\/\//.test(source.page) ? source.page : null;
  return (
    <h5 className={style.title}>
      {page ? (
        <a href={page} target="_blank" rel="noreferrer" aria-label={t('source.pageOf', { name: title })}>
          {title} <Icon name="external" size={14} />
        </a>
      ) : (
        title
      )}
    </h5>
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
