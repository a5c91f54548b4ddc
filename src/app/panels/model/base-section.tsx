// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { ValidationProgress } from '../../../simulation/run-validation';
import type { BaseComparison, BaseValidation } from '../../../simulation/validate';
import { useStore } from '../../state/store';
import { formatEstimate } from '../../text/estimate-format';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { RunGauge } from '../scenario/run-gauge';
import { CalibrationTable } from './calibration-table';
import { IntervalLegend, IntervalPlot } from './interval-plot';
import style from './model.module.css';
import { deviationOf } from './percent';

interface BaseSectionProps {
  readonly base: BaseValidation | null;
  readonly progress: ValidationProgress | null;
  readonly fault: string | null;
  readonly retry: () => void;
}

/** The city to begin with: cordon totals, speeds, calibration. */
export function BaseSection({ base, progress, fault, retry }: BaseSectionProps) {
  const { t } = useTranslation();
  const synthetic = useStore((s) => s.catalogue?.themes.some((theme) => theme.synthetic) ?? false);
  return (
    <section className={style.section} data-base={base ? 'ready' : fault ? 'failed' : 'waiting'}>
      <h3>{t('model.base.title')}</h3>
      <p>{t('model.base.body')}</p>
      {(base?.synthetic ?? synthetic) && <p className={style.note}>{t('model.base.synthetic')}</p>}
      {base && <Figures base={base} />}
      {!base && fault && (
        <div className={style.failed} role="alert">
          <p>{t('model.base.noCity', { detail: fault })}</p>
          <TextButton kind="quiet" onPress={retry}>
            {t('model.retry')}
          </TextButton>
        </div>
      )}
      {!base && !fault && <Waiting progress={progress} />}
    </section>
  );
}

function Waiting({ progress }: { progress: ValidationProgress | null }) {
  const { t } = useTranslation();
  const format = useFormats();
  const preparing = !progress || progress.phase === 'prepare';
  return (
    <div className={style.waiting}>
      <RunGauge label={t('model.base.progress')} progress={progress} />
      <p role="status">
        {preparing
          ? t('model.base.preparing')
          : t('model.base.waiting', {
              n: format.number(progress.drawsDone + 1),
              of: format.number(progress.draws),
            })}
      </p>
    </div>
  );
}

function Figures({ base }: { base: BaseValidation }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { cordons, speeds, capacityScale, calibration } = base;
  const deviations = [...cordons, ...speeds].flatMap((row) => {
    const { low, high } = deviationOf(row);
    return [low, high];
  });
  const reach = Math.ceil(Math.max(...deviations.map(Math.abs)) / 10) * 10;
  const plots = (rows: readonly BaseComparison[]) =>
    rows.map((row) => <Comparison key={row.id} row={row} reach={reach} />);
  return (
    <>
      <IntervalLegend
        names={{ observed: t('model.base.observedMark'), modelled: t('model.predictions.modelled') }}
      />
      <div className={style.part}>
        <h4>{t('model.base.cordons')}</h4>
        {!cordons.some(({ id }) => id === 'area-c-hour') && (
          <p className={style.soft}>{t('model.base.noAreaC')}</p>
        )}
        {plots(cordons)}
        {cordons.some(({ inside }) => !inside) && <p className={style.soft}>{t('model.base.cordonsWhy')}</p>}
      </div>
      <div className={style.part}>
        <h4>{t('model.base.speeds')}</h4>
        {plots(speeds)}
        <p className={style.soft}>{t('model.base.capacity', { scale: format.number(capacityScale, 1) })}</p>
      </div>
      <CalibrationTable rows={calibration} />
    </>
  );
}

const UNITS = { 'veh/h': 'veh/h', 'veh/day': 'trips/day', 'km/h': 'km/h' } as const;

function Comparison({ row, reach }: { row: BaseComparison; reach: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const language = useStore((s) => s.language);
  const { id, hours, vehicles, fitted, observed, unit, modelled, inside, source } = row;
  const off = deviationOf(row);
  const { value, low, high } = formatEstimate(modelled, UNITS[unit], language);
  const figures = {
    observed: t(`model.base.unit.${unit}`, { n: format.number(observed, 1) }),
    modelled: value,
    low,
    high,
  };
  return (
    <article className={style.card} data-comparison={id}>
      <h5>{t(`model.base.name.${id}`)}</h5>
      <p className={style.measure}>
        <b>{t(fitted ? 'model.base.fitted' : 'model.base.check')}</b>
        <span>{t(`model.base.hours.${hours}`)}</span>
        <span>{t(`model.base.vehicles.${vehicles}`)}</span>
        <span>{t(`model.sourceName.${source}`)}</span>
      </p>
      <IntervalPlot
        from={-reach}
        to={reach}
        modelled={off}
        observed={0}
        label={t('model.predictions.label', { name: t(`model.base.name.${id}`), ...figures })}
      />
      <p className={inside ? style.inside : style.outside}>
        {inside
          ? t('model.predictions.inside', figures)
          : t('model.base.outside', { ...figures, difference: format.signedPercent(off.value / 100, 0) })}
      </p>
      <p className={style.soft}>{t(`model.base.note.${id}`)}</p>
    </article>
  );
}
