// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedOutcome } from '../../scenario/publication';
import { isOfSomebody } from '../../scenario/roles';
import { useAuthorsLanguage, useFormats } from '../panels/hooks';
import { onDemand } from '../panels/on-demand';
import { useStore } from '../state/store';
import { loadPart } from '../text/texts';
import style from './kiosk.module.css';
import { useKiosk } from './kiosk-store';
import { openOutcome } from './published';

const OutcomeTold = onDemand(() =>
  Promise.all([import('./outcome-told'), loadPart('outcome', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** What was published, in a list; and one of it, to read. */
export function Outcomes() {
  const { t } = useTranslation();
  const format = useFormats();
  const lang = useAuthorsLanguage();
  const publications = useKiosk((s) => s.publications);
  const outcome = useKiosk((s) => s.outcome);
  if (outcome !== null) return <Outcome outcome={outcome} />;
  return (
    <fieldset className={style.choices} data-wide>
      <legend>{t('kiosk.outcomes')}</legend>
      {publications === null && <p>{t('kiosk.outcomesAway')}</p>}
      {publications?.length === 0 && <p>{t('kiosk.noOutcomes')}</p>}
      {publications?.map(({ id, title, publishedAt }) => (
        <button key={id} type="button" onClick={() => void openOutcome(id)}>
          <span lang={lang}>{title}</span>
          <small>{format.date(publishedAt)}</small>
        </button>
      ))}
    </fieldset>
  );
}

function Outcome({ outcome }: { outcome: PublishedOutcome | 'coming' | 'failed' }) {
  const { t } = useTranslation();
  const format = useFormats();
  const lang = useAuthorsLanguage();
  return (
    <article className={style.outcome}>
      <header>
        <button type="button" className={style.back} onClick={() => useKiosk.setState({ outcome: null })}>
          {t('kiosk.back')}
        </button>
        {typeof outcome === 'object' && (
          <div>
            <h2 className={style.title} lang={lang}>
              {outcome.title}
            </h2>
            <p className={style.quiet}>
              {t(isOfSomebody(outcome) ? 'kiosk.publishedBy' : 'kiosk.published', {
                ...{ date: format.date(outcome.publishedAt), name: outcome.publishedBy },
              })}
            </p>
          </div>
        )}
      </header>
      {outcome === 'coming' && <p>{t('kiosk.outcomeComing')}</p>}
      {outcome === 'failed' && <p>{t('kiosk.outcomeFailed')}</p>}
      {typeof outcome === 'object' && outcome.withdrawnAt !== null && <p>{t('kiosk.outcomeWithdrawn')}</p>}
      {typeof outcome === 'object' && outcome.withdrawnAt === null && (
        <Suspense fallback={<p>{t('kiosk.outcomeComing')}</p>}>
          <OutcomeTold id={outcome.id} digest={outcome.digest} />
        </Suspense>
      )}
    </article>
  );
}
