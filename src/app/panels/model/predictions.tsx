// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { HeadlineComparison, NoteCode } from '../../../simulation/models/validation/area-c/headlines';
import type { ChargeValidation } from '../../../simulation/validate';
import { useFormats } from '../hooks';
import { IntervalLegend, IntervalPlot } from './interval-plot';
import style from './model.module.css';
import { comparedFigures } from './percent';

/** What came after the start, predicted without touching a parameter; all on one scale. */
export function Predictions({ charge: { headlines } }: { charge: ChargeValidation }) {
  const { t } = useTranslation();
  const all = headlines.flatMap(({ modelledPercent: { low, high }, observedPercent, naivePercent }) => [
    low,
    high,
    observedPercent,
    naivePercent ?? 0,
  ]);
  const [from, to] = [Math.floor(Math.min(...all) / 10) * 10, Math.ceil(Math.max(0, ...all) / 10) * 10];
  return (
    <section className={style.section}>
      <h3>{t('model.predictions.title')}</h3>
      <p>{t('model.predictions.body')}</p>
      <IntervalLegend
        names={{
          observed: t('model.predictions.observed'),
          modelled: t('model.predictions.modelled'),
          naive: t('model.predictions.naive'),
        }}
      />
      {[...headlines]
        .sort((a, b) => Number(a.fitted) - Number(b.fitted))
        .map((headline) => (
          <Prediction key={headline.id} headline={headline} from={from} to={to} />
        ))}
    </section>
  );
}

/** What the reader must not overlook stands beside the figures. */
const isGrave = (note: NoteCode) => note === 'outside-without-season';

function Prediction({ headline, from, to }: { headline: HeadlineComparison; from: number; to: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const {
    id,
    hours,
    vehicles,
    observedPercent,
    modelledPercent,
    naivePercent,
    inside,
    why,
    fitted,
    notes,
    source,
  } = headline;
  const name = t(`model.predictions.name.${id}`);
  const figures = comparedFigures({ observed: observedPercent, modelled: modelledPercent, inside }, format);
  return (
    <article className={style.card} data-prediction={id}>
      <h4>{name}</h4>
      <p className={style.measure}>
        <b>{t(fitted ? 'model.predictions.fitted' : 'model.predictions.unseen')}</b>
        <span>{t(`model.base.hours.${hours}`)}</span>
        <span>{t(`model.base.vehicles.${vehicles}`)}</span>
        <span>{t(`model.predictions.against.${id}`)}</span>
      </p>
      <IntervalPlot
        from={from}
        to={to}
        modelled={modelledPercent}
        observed={observedPercent}
        naive={naivePercent}
        label={t('model.predictions.label', { name, ...figures })}
      />
      <p className={inside ? style.inside : style.outside}>
        {inside || !why
          ? t('model.predictions.inside', figures)
          : t('model.predictions.outside', { ...figures, why: t(`model.predictions.why.${why}`) })}
      </p>
      {notes.filter(isGrave).map((note) => (
        <p key={note} className={style.soft}>
          {t(`model.predictions.note.${note}`)}
        </p>
      ))}
      {naivePercent !== null && (
        <p className={style.soft}>
          {t('model.predictions.naiveSays', { naive: format.signedPercent(naivePercent / 100, 0) })}
        </p>
      )}
      <details className={style.details}>
        <summary>{t('model.predictions.notes')}</summary>
        <ul>
          {notes
            .filter((note) => !isGrave(note))
            .map((note) => (
              <li key={note}>{t(`model.predictions.note.${note}`)}</li>
            ))}
          <li>{t('model.predictions.source', { source: t(`model.sourceName.${source}`) })}</li>
        </ul>
      </details>
    </article>
  );
}
