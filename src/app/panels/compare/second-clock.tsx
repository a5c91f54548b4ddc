// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { type CivilDate, momentOf, type Weekday, weekdayOf } from '../../../city/clock';
import { romeTime } from '../../../city/rome-time';
import { nowMs } from '../../state/clock';
import { changeCompare } from '../../state/compare';
import { useStore } from '../../state/store';
import { weekdayName } from '../clock/clock-words';
import { DateBox } from '../clock/date-choice';
import { TimeInput } from '../clock/time-input';
import { useFormats } from '../hooks';
import style from './compare.module.css';

/** A date and its hour for the second view: the sun is that day's, all else its typical weekday's. */
export function SecondClock() {
  const { t } = useTranslation();
  const format = useFormats();
  const clock = useStore((s) => s.compare?.clock);
  if (!clock) return null;
  const moment = momentOf(clock, nowMs());
  const date = moment.date ?? romeTime(moment.sunMs);
  const go = ({ year, month, day }: CivilDate, secondOfDay: number) => {
    const weekday = weekdayOf({ year, month, day });
    if (weekday === null) return;
    changeCompare({
      clock: { kind: 'typical', weekday, date: { year, month, day }, secondOfDay, sinceMs: 0, speed: 0 },
    });
  };
  return (
    <>
      <div className={style.when}>
        <DateBox shown={date} go={(chosen) => go(chosen, moment.secondOfDay)} />
        <TimeInput secondOfDay={moment.secondOfDay} go={(second) => go(date, second)} />
      </div>
      <p className={style.note}>
        {clock.kind === 'typical'
          ? t('living.clock.dateNote', { weekday: weekdayName(moment.weekday as Weekday, format) })
          : t('compare.clockSwapped')}
      </p>
    </>
  );
}
