// SPDX-License-Identifier: EUPL-1.2
import { useId, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { YEARS } from '../../../scenario/scenario';
import { onMinute, shownYear } from '../../state/clock';
import { say } from '../../state/scenario-details';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import fields from './fields.module.css';

const ALL = Array.from({ length: YEARS.to - YEARS.from + 1 }, (_, i) => YEARS.from + i);

/** Which year the models of people are asked about. */
export function YearChoice({ year }: { year: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const help = useId();
  const select = useRef<HTMLSelectElement>(null);
  const clockYear = useSyncExternalStore(onMinute, shownYear);
  const isOther = clockYear !== year && clockYear >= YEARS.from && clockYear <= YEARS.to;
  const takeClock = () => {
    say({ year: clockYear });
    // The button goes, and the keyboard would go with it.
    select.current?.focus();
  };
  return (
    <>
      <label className={fields.field}>
        <span className={fields.label}>{t('scenario.run.year')}</span>
        <select
          ref={select}
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
      {isOther && (
        <TextButton kind="quiet" onPress={takeClock}>
          {t('scenario.run.clockYear', { year: format.year(clockYear) })}
        </TextButton>
      )}
    </>
  );
}
