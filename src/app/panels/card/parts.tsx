// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { SourceEntry } from '../../../city/catalogue';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { TermHelp } from '../glossary/term-help';
import type { Term } from '../glossary/terms';
import { useFormats } from '../hooks';
import { LicenceLink } from '../sources/source-list';
import style from './card.module.css';
import type { Fact } from './fact';

/** `terms`: which labels, by the fact's id, have a word that is explained beside them. */
export function Facts({
  facts,
  terms = {},
}: {
  facts: readonly Fact[];
  terms?: Readonly<Record<string, Term>>;
}) {
  return (
    <dl className={style.facts}>
      {facts.map(({ id, label, value }) => (
        <div key={id} data-fact={id}>
          <dt>
            {label}
            {terms[id] && <TermHelp term={terms[id]} name={label} />}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Title, owner, licence and date, in one line under the facts. */
export function SourceNote({ label, source }: { label: string; source: SourceEntry | undefined }) {
  return source ? <SourceLine label={label} sources={[source]} /> : null;
}

/** Several sources; those of one owner, licence and date share a line. */
export function SourceNotes({ sources }: { sources: readonly SourceEntry[] }) {
  const { t } = useTranslation();
  const groups = new Map<string, SourceEntry[]>();
  for (const source of sources) {
    const key = JSON.stringify([source.publisher, source.licence.name, source.vintage]);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()].map((group) => (
    <SourceLine
      key={group[0]?.id}
      label={t(group.length > 1 ? 'card.sources' : 'card.source')}
      sources={group}
    />
  ));
}

function SourceLine({ label, sources }: { label: string; sources: readonly SourceEntry[] }) {
  const language = useStore((s) => s.language);
  const format = useFormats();
  const [first] = sources;
  if (!first) return null;
  const titles = sources.map((source) => source.title[language]).join('; ');
  return (
    <p className={style.source}>
      <b>{label}</b> {titles}. {first.publisher}, <LicenceLink licence={first.licence} />,{' '}
      {format.date(first.vintage)}.
    </p>
  );
}

export function SyntheticNote() {
  const { t } = useTranslation();
  return <p className={style.synthetic}>{t('source.syntheticNote')}</p>;
}

export function CardWaiting() {
  return (
    <div className={style.waiting} aria-hidden="true">
      {[14, 10, 16, 9].map((width) => (
        <svg key={width} width={`${width}rem`} height="14" aria-hidden="true">
          <rect width="100%" height="14" rx="4" />
        </svg>
      ))}
    </div>
  );
}

export function CardFailed({ fault, retry }: { fault: string; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={style.failed}>
      <p>{t('card.failed')}</p>
      <TextButton onPress={retry}>{t('card.retry')}</TextButton>
      <details>
        <summary>{t('fault.detail')}</summary>
        <p>{fault}</p>
      </details>
    </div>
  );
}
