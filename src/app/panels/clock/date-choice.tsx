// SPDX-License-Identifier: EUPL-1.2
import { CalendarDate } from '@internationalized/date';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { useTranslation } from 'react-i18next';
import {
  type CivilDate,
  FIRST_YEAR,
  LAST_YEAR,
  type Moment,
  type Weekday,
  weekdayOf,
} from '../../../city/clock';
import { romeTime } from '../../../city/rome-time';
import { currentMoment, goToDate, nowMs } from '../../state/clock';
import { useFormats } from '../hooks';
import style from './clock.module.css';
import { weekdayName } from './clock-words';

/** Days on which the sun stands highest, lowest and midway, to a day. */
const TURNS = [
  { key: 'marchEquinox', month: 3, day: 20 },
  { key: 'juneSolstice', month: 6, day: 21 },
  { key: 'septemberEquinox', month: 9, day: 23 },
  { key: 'decemberSolstice', month: 12, day: 21 },
] as const;

const go = (date: CivilDate) => goToDate(date, currentMoment().secondOfDay);

/** The date that the sun is of; `typical`: the city has a typical day besides. */
export function DateChoice({ moment, typical }: { moment: Moment; typical: boolean }) {
  const { t } = useTranslation();
  const format = useFormats();
  const shown = moment.date ?? romeTime(moment.sunMs);
  const key = `${shown.year}-${shown.month}-${shown.day}`;
  return (
    <>
      {/* Another date of the clock's is written anew. */}
      <DateBox key={key} shown={shown} />
      <fieldset className={style.dates} aria-label={t('living.clock.dates')}>
        <Button className={style.date!} onPress={() => go(romeTime(nowMs()))}>
          {t('living.clock.today')}
        </Button>
        {TURNS.map(({ key, month, day }) => (
          <Button key={key} className={style.date!} onPress={() => go({ year: shown.year, month, day })}>
            {t(`living.clock.${key}`)}
          </Button>
        ))}
      </fieldset>
      <p className={style.note}>
        {typical
          ? t('living.clock.dateNote', { weekday: weekdayName(moment.weekday as Weekday, format) })
          : t('living.clock.dateNoteSunOnly')}
      </p>
    </>
  );
}

/** The date, to be typed or stepped part by part; the clock goes there as soon as it is one. */
function DateBox({ shown }: { shown: CivilDate }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<CalendarDate | null>(
    () => new CalendarDate(shown.year, shown.month, shown.day),
  );
  const wrong = typed !== null && weekdayOf(typed) === null;
  // A year being typed goes by 2, 20 and 202.
  const goThere = () => typed && !wrong && go({ year: typed.year, month: typed.month, day: typed.day });
  return (
    <DateField
      className={style.dateField!}
      aria-label={t('living.clock.dateField')}
      value={typed}
      minValue={new CalendarDate(FIRST_YEAR, 1, 1)}
      maxValue={new CalendarDate(LAST_YEAR, 12, 31)}
      isInvalid={wrong}
      shouldForceLeadingZeros
      onChange={setTyped}
      onBlur={goThere}
      onKeyDown={(event) => {
        if (event.key === 'Enter') goThere();
      }}
    >
      <DateInput className={style.dateInput!}>
        {(segment) => <DateSegment segment={segment} className={style.segment!} />}
      </DateInput>
      {wrong && <p className={style.wrong}>{t('living.clock.dateWrong')}</p>}
    </DateField>
  );
}
