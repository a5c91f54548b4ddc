// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { YEARS } from '../../../scenario/scenario';
import { say } from '../../state/scenario-details';
import { useFormats } from '../hooks';
import fields from './fields.module.css';

const ALL = Array.from({ length: YEARS.to - YEARS.from + 1 }, (_, i) => YEARS.from + i);

/** Which year the models of people are asked about. */
export function YearChoice({ year }: { year: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const help = useId();
  return (
    <label className={fields.field}>
      <span className={fields.label}>{t('scenario.run.year')}</span>
      <select
        className={fields.select}
        value={year}
        aria-describedby={help}
        onChange={(event) => say({ year: Number(event.target.value) })}
        data-year
      >
        {ALL.map((one) => (
          <option key={one} value={one}>
            {format.year(one)}
          </option>
        ))}
      </select>
      <span id={help} className={fields.help}>
        {t('scenario.run.yearHelp')}
      </span>
    </label>
  );
}
