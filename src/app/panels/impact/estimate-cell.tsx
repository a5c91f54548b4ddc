// SPDX-License-Identifier: EUPL-1.2
import { asTold } from '../../../impact/certainty';
import type { Estimate } from '../../../impact/estimate';
import type { Unit } from '../../../impact/outcome';
import { type Figures, formatEstimate, type Sense } from '../../text/estimate-format';
import { useImpactWords } from './impact-words';
import style from './table.module.css';

/** An estimate as every table shows it: the value, under it its interval. There is no way to show one without the other. */
export function EstimateCell({
  estimate,
  unit,
  sense = 'level',
  figures,
}: {
  estimate: Estimate;
  unit: Unit;
  sense?: Sense;
  /** The estimate as it is written beside others that it has to agree with; absent: by itself. */
  figures?: Figures | undefined;
}) {
  const { t, language } = useImpactWords();
  if (Number.isNaN(estimate.value)) return <span className={style.estimate}>{t('district.withheld')}</span>;
  const shown = sense === 'change' ? asTold(estimate, unit) : estimate;
  const { value, low, high } = figures ?? formatEstimate(shown, unit, language, sense);
  return (
    <span className={style.estimate}>
      <b>{value}</b>
      <small>{t('impact.range', { low, high })}</small>
    </span>
  );
}
