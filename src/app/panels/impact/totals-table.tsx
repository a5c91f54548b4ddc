// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'react';
import type { Impact, Metric } from '../../../impact/impact';
import { READ_IN_PERCENT } from '../../../impact/outcome';
import { isSomething, metricDirection } from '../../../impact/summary';
import { formatRatio, unitName } from '../../text/estimate-format';
import { FigureHead, FigureRows } from './figure-rows';
import { parameterName, useImpactWords } from './impact-words';
import { LevelsNote } from './levels-note';
import parts from './parts.module.css';
import style from './table.module.css';
import { TOTAL_GROUPS } from './total-groups';

/** City totals: before, after, change, each with its interval, and what moves the change. */
export function TotalsTable({ impact }: { impact: Impact }) {
  const { t } = useImpactWords();
  const byId = new Map(impact.totals.map((metric) => [metric.id, metric]));
  return (
    <table className={style.table} data-totals>
      <caption className={parts.hidden}>{t('impact.totals.title')}</caption>
      <FigureHead />
      {(Object.keys(TOTAL_GROUPS) as (keyof typeof TOTAL_GROUPS)[]).map((group) => {
        const metrics = TOTAL_GROUPS[group].flatMap((id) => byId.get(id) ?? []).filter(isSomething);
        if (metrics.length === 0) return null;
        return (
          <Fragment key={group}>
            <tbody>
              <tr>
                <th scope="colgroup" colSpan={3} className={style.group}>
                  {t(`impact.totals.group.${group}`)}
                </th>
              </tr>
            </tbody>
            {metrics.some(({ id }) => READ_IN_PERCENT.includes(id)) && (
              <tbody>
                <tr>
                  <td colSpan={3} className={style.of}>
                    <LevelsNote />
                  </td>
                </tr>
              </tbody>
            )}
            {metrics.map((metric) => (
              <Total key={metric.id} metric={metric} relativeGap={impact.relativeGap} />
            ))}
          </Fragment>
        );
      })}
    </table>
  );
}

function Total({ metric, relativeGap }: { metric: Metric; relativeGap: number }) {
  const { t, language } = useImpactWords();
  const { id, unit, driver, relativeChange } = metric;
  const direction = metricDirection(metric, relativeGap);
  const name = driver ? parameterName(driver, t) : t('impact.totals.noDriver');
  const ratio =
    READ_IN_PERCENT.includes(id) && relativeChange && direction !== 'none'
      ? formatRatio(relativeChange, language)
      : null;
  return (
    <FigureRows {...metric} direction={direction}>
      {t(`impact.total.${id}`)} <small>{unitName(unit, language)}</small>
      {ratio && (
        <small>
          {' · '}
          {t('impact.levels.percent', { low: ratio.low, high: ratio.high })}
        </small>
      )}
      {direction !== 'none' && <small> · {t('impact.totals.driver', { name })}</small>}
    </FigureRows>
  );
}
