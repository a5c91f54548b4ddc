// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'react';
import type { Impact, Metric } from '../../../impact/impact';
import type { TotalId } from '../../../impact/outcome';
import { SERVICE_FIGURE_IDS } from '../../../impact/service-figures';
import { metricDirection } from '../../../impact/summary';
import { formatRatio, unitName } from '../../text/estimate-format';
import { FigureHead, FigureRows } from './figure-rows';
import { parameterName, useImpactWords } from './impact-words';
import { LevelsNote } from './levels-note';
import parts from './parts.module.css';
import style from './table.module.css';

/** Totals in the order in which one asks for them. */
const GROUPS = {
  traffic: ['vehicleKm', 'vehicleHours', 'delayHours', 'carSpeedKmH', 'carTripsH'],
  modes: [
    'carShareInside',
    'motorcycleShareInside',
    'transitShareInside',
    'bicycleShareInside',
    'walkShareInside',
    'carShareAcross',
    'transitShareAcross',
    'transitTripsH',
    'notTravelledTripsH',
  ],
  tolls: [
    'areaCEntriesPerDay',
    'chargedEntriesPerDay',
    'tollPaidPerDay',
    'consumerSurplusEurH',
    'consumerSurplusFromDistrictsEurH',
    'consumerSurplusFromOutsideEurH',
  ],
  air: ['noxGH', 'pm10GH', 'co2KgH'],
  access: ['jobsIn30MinCar', 'jobsIn30MinTransit', 'jobsIn30MinBicycle'],
  people: ['residents', 'minors', 'aged65Plus', 'aged80Plus'],
  schools: ['pupils', 'unplacedPupils', 'schoolWalkMin'],
  care: ['homeCareNeededH', 'homeCareGivenH', 'homeCareUnmetH', 'homeCareAloneUnmetH'],
  shops: [
    'shopVisitsDay',
    'everydayVisitsDay',
    'otherGoodsVisitsDay',
    'mealVisitsDay',
    'shopVisitsGainedDay',
    'shopVisitsLostDay',
  ],
  services: SERVICE_FIGURE_IDS,
  green: ['residentsThreeTrees', 'residentsNearPark', 'canopyHa', 'nightWarmerC'],
} as const satisfies Record<string, readonly TotalId[]>;

/** Of these the level is below what is counted; their change in per cent is what holds. */
const READ_IN_PERCENT: readonly TotalId[] = ['areaCEntriesPerDay', 'chargedEntriesPerDay', 'tollPaidPerDay'];

/** City totals: before, after, change, each with its interval, and what moves the change. */
export function TotalsTable({ impact }: { impact: Impact }) {
  const { t } = useImpactWords();
  const byId = new Map(impact.totals.map((metric) => [metric.id, metric]));
  return (
    <table className={style.table} data-totals>
      <caption className={parts.hidden}>{t('impact.totals.title')}</caption>
      <FigureHead />
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
        const metrics = GROUPS[group].flatMap((id) => byId.get(id) ?? []).filter(isSomething);
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

/** What is nothing before and after, like the tolls of a city without any, is not listed. */
const isSomething = ({ before, after }: Metric): boolean =>
  [before, after].some(({ low, high }) => low !== 0 || high !== 0);
