// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { CalibrationRow } from '../../../simulation/models/demand/calibration';
import { useFormats } from '../hooks';
import style from './model.module.css';

/** Each calibration target with what the base demand gives. */
export function CalibrationTable({ rows }: { rows: readonly CalibrationRow[] }) {
  const { t } = useTranslation();
  const format = useFormats();
  const write = (value: number, unit: CalibrationRow['unit']) =>
    unit === 'share' ? format.percent(value, 1) : format.number(value, 2);
  return (
    <div className={style.part}>
      <h4>{t('model.base.calibration')}</h4>
      <p className={style.soft}>{t('model.base.calibrationBody')}</p>
      <table className={style.table}>
        <caption className={style.soft}>{t('model.base.calibrationCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('model.base.figure')}</th>
            <th scope="col">{t('model.base.observed')}</th>
            <th scope="col">{t('model.base.modelled')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ target, source, observed, modelled, unit, fitted }) => (
            <tr key={target} data-target={target}>
              <th scope="row">
                {t(`model.base.target.${target}`)}
                {unit !== 'share' && `, ${t(`model.base.unit.${unit}`)}`}
                <small>
                  {t(fitted ? 'model.base.fitted' : 'model.base.check')} · {t(`model.sourceName.${source}`)}
                </small>
              </th>
              <td>{write(observed, unit)}</td>
              <td>{write(modelled, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
