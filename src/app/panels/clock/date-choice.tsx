// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
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

const goTo = (date: CivilDate) => goToDate(date, currentMoment().secondOfDay);

/** The date that the sun is of; `typical`: the city has a typical day besides. */
export function DateChoice({ moment, typical }: { moment: Moment; typical: boolean }) {
  const { t } = useTranslation();
  const format = useFormats();
  const shown = moment.date ?? romeTime(moment.sunMs);
  return (
    <>
      <DateBox shown={shown} go={goTo} />
      <fieldset className={style.dates} aria-label={t('living.clock.dates')}>
        <Button className={style.date!} onPress={() => goTo(romeTime(nowMs()))}>
          {t('living.clock.today')}
        </Button>
        {TURNS.map(({ key, month, day }) => (
          <Button key={key} className={style.date!} onPress={() => goTo({ year: shown.year, month, day })}>
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

/** The date, by the browser's own box: on a phone it brings the calendar that its owner knows. */
export function DateBox({ shown, go }: { shown: CivilDate; go: (date: CivilDate) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const fault = useId();
  // While a year is being typed it goes by 2, 20 and 202: no dates to go to, nor to speak of yet.
  const wrong = typed !== null && dateOf(typed) === null;
  const put = (text: string) => {
    setTyped(text);
    const date = dateOf(text);
    if (date) go(date);
  };
  return (
    <div className={style.dateField}>
      <input
        className={style.dateInput}
        type="date"
        aria-label={t('living.clock.dateField')}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? fault : undefined}
        min={`${FIRST_YEAR}-01-01`}
        max={`${LAST_YEAR}-12-31`}
        value={typed ?? isoDate(shown)}
        onChange={(event) => put(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {wrong && (
        <p id={fault} className={style.wrong}>
          {t('living.clock.dateWrong')}
        </p>
      )}
    </div>
  );
}

const isoDate = ({ year, month, day }: CivilDate): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The date of "2026-06-21"; null where it is none, or too far away. */
function dateOf(iso: string): CivilDate | null {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const date = { year, month, day };
  return weekdayOf(date) === null ? null : date;
}
