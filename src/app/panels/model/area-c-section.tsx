// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type {
  ChangePercent,
  ProfileComparison,
} from '../../../simulation/models/validation/area-c/validation';
import type { ChargeValidation } from '../../../simulation/validate';
import { useFormats } from '../hooks';
import { HalfHourChart } from './half-hour-chart';
import style from './model.module.css';
import { comparedFigures } from './percent';
import { Verdict } from './verdict';

/** Area C by half-hour: the start that the model was fitted to, and September, which it was not. */
export function AreaCSection({ charge: { areaC, entriesFault } }: { charge: ChargeValidation }) {
  const { t } = useTranslation();
  return (
    <section className={style.section}>
      <h3>{t('model.areaC.title')}</h3>
      <p>{t('model.areaC.body')}</p>
      {areaC ? (
        <>
          <Profile which="start" profile={areaC.start} />
          <Profile which="suspension" profile={areaC.suspension} />
        </>
      ) : (
        <div className={style.note}>
          <b>{t('model.areaC.absentTitle')}</b>
          <p>{entriesFault ? t('model.areaC.fault', { detail: entriesFault }) : t('model.areaC.absent')}</p>
        </div>
      )}
    </section>
  );
}

function Profile({ which, profile }: { which: 'start' | 'suspension'; profile: ProfileComparison }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { daysBefore, daysAfter, chargedHours, otherHours } = profile;
  return (
    <div className={style.part}>
      <h4>{t(`model.areaC.${which}`)}</h4>
      <p className={style.soft}>
        {t(`model.areaC.${which}Days`, {
          before: format.number(daysBefore),
          after: format.number(daysAfter),
        })}{' '}
        {t('model.areaC.counted')}
      </p>
      <HalfHourChart profile={profile} />
      <dl className={style.changes}>
        <Change name={t('model.areaC.charged')} change={chargedHours} />
        <Change name={t('model.areaC.other')} change={otherHours} />
      </dl>
      {!otherHours.inside && <p className={style.soft}>{t('model.areaC.otherOutside')}</p>}
      <Quality profile={profile} />
    </div>
  );
}

function Change({ name, change }: { name: string; change: ChangePercent }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {t('model.areaC.change', comparedFigures(change, format))} <Verdict inside={change.inside} />
      </dd>
    </div>
  );
}

/** Error, season, directions and how many half-hours the interval holds. */
function Quality({ profile }: { profile: ProfileComparison }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { rows, rootMeanSquareError, seasonPercent, changedHalfHours, wrongDirection } = profile;
  const held = rows.filter(
    ({ modelled, observedAfter }) => modelled.low <= observedAfter && observedAfter <= modelled.high,
  );
  const [n, of] = [changedHalfHours.length - wrongDirection.length, changedHalfHours.length].map((count) =>
    format.number(count),
  );
  return (
    <ul className={style.facts}>
      <li>{t('model.areaC.error', { n: format.number(rootMeanSquareError) })}</li>
      <li>{t('model.areaC.held', { n: format.number(held.length), of: format.number(rows.length) })}</li>
      <li>
        {t('model.areaC.directions', { n, of })}{' '}
        {wrongDirection.length > 0 &&
          t('model.areaC.wrong', {
            times: format.list(wrongDirection.map((halfHour) => format.clock(halfHour * 30))),
          })}
      </li>
      <li>{t('model.areaC.season', { percent: format.signedPercent(seasonPercent / 100, 1) })}</li>
    </ul>
  );
}
