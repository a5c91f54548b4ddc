// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { SourceEntry } from '../../../city/catalogue';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { LicenceLink } from '../sources/source-list';
import style from './card.module.css';
import type { Fact } from './fact';

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(({ id, label, value }) => (
        <div key={id} data-fact={id}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Owner, licence and date, in one line under the facts. */
export function SourceNote({ label, source }: { label: string; source: SourceEntry | undefined }) {
  const language = useStore((s) => s.language);
  const format = useFormats();
  if (!source) return null;
  return (
    <p className={style.source}>
      <b>{label}</b> {source.title[language]}. {source.publisher}, <LicenceLink licence={source.licence} />,{' '}
      {format.date(source.vintage)}.
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
