// SPDX-License-Identifier: EUPL-1.2
/** What an outcome rests on: measures, assumptions, how good the model is, what it does not know, sources. */
import type { ReactNode } from 'react';
import type { Digest } from '../../impact/digest';
import { useAuthorsLanguage } from '../panels/hooks';
import { type Figures, formatBeforeAfter, unitName } from '../text/estimate-format';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';
import { assumptionTexts, limitTexts, modelTexts } from './outcome-words';

interface Props {
  readonly digest: Digest;
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={style.section} aria-labelledby={id} data-part={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines, lang }: { lines: readonly string[]; lang?: 'it' | undefined }) {
  return (
    <ul className={style.lines} lang={lang}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function Measures({ digest: { measures, before } }: Props) {
  const { t, language } = useOutcomeWords();
  return (
    <Section id="measures" title={t('outcome.measures.title')}>
      <Lines lines={measures.map((text) => text[language])} />
      {before.length > 0 && (
        <p className={style.text}>
          <b>{t('outcome.measures.before')}</b> {before.map((text) => text[language]).join(' ')}
        </p>
      )}
    </Section>
  );
}

export function Assumptions({ digest }: Props) {
  const words = useOutcomeWords();
  const { t } = words;
  const { assumptions } = digest;
  const lang = useAuthorsLanguage();
  return (
    <Section id="assumptions" title={t('outcome.assumptions.title')}>
      <Lines lines={assumptionTexts(digest, words)} />
      {assumptions.length === 0 ? (
        <p className={style.text}>{t('outcome.assumptions.none')}</p>
      ) : (
        <>
          <p className={style.text}>{t('outcome.assumptions.own')}</p>
          <Lines lines={[...new Set(assumptions)]} lang={lang} />
        </>
      )}
    </Section>
  );
}

export function Model({ digest }: Props) {
  const words = useOutcomeWords();
  return (
    <Section id="model" title={words.t('outcome.model.title')}>
      {modelTexts(digest, words).map((line) => (
        <p key={line} className={style.text}>
          {line}
        </p>
      ))}
    </Section>
  );
}

export function Limits({ digest }: Props) {
  const words = useOutcomeWords();
  return (
    <Section id="limits" title={words.t('outcome.limits.title')}>
      <Lines lines={limitTexts(digest, words)} />
    </Section>
  );
}

export function Sources({ digest }: Props) {
  const { t, format, language } = useOutcomeWords();
  return (
    <Section id="sources" title={t('outcome.sources.title')}>
      <ul className={style.sources}>
        {digest.sources.map(({ title, publisher, licence, vintage, page }) => (
          <li key={`${title.it} ${publisher} ${vintage}`}>
            <a href={page} rel="noreferrer">
              {title[language]}
            </a>
            <br />
            {t('outcome.sources.line', { publisher, vintage: format.date(vintage) })}{' '}
            <a href={licence.url} rel="noreferrer">
              {t('outcome.sources.licence', { licence: licence.name })}
            </a>
          </li>
        ))}
      </ul>
      <details className={style.details}>
        <summary>{t('outcome.sources.figures')}</summary>
        <Totals digest={digest} />
      </details>
    </Section>
  );
}

/** Every total with its interval: what the page says in words, the map in colours, the file in rows. */
function Totals({ digest: { totals } }: Props) {
  const { t, language } = useOutcomeWords();
  const cell = ({ value, low, high }: Figures) => (
    <td>
      <b>{value}</b>
      <small>{t('impact.range', { low, high })}</small>
    </td>
  );
  return (
    <div className={style.scroller}>
      <table className={style.table} data-totals>
        <thead>
          <tr>
            <th scope="col">{t('outcome.sources.indicator')}</th>
            <th scope="col">{t('outcome.sources.before')}</th>
            <th scope="col">{t('outcome.sources.after')}</th>
            <th scope="col">{t('outcome.sources.change')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ id, unit, ...figure }) => {
            const { before, after, change } = formatBeforeAfter(figure, unit, language);
            return (
              <tr key={id} data-total={id}>
                <th scope="row">
                  {t(`impact.total.${id}`)} <small>{unitName(unit, language)}</small>
                </th>
                {cell(before)}
                {cell(after)}
                {cell(change)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
