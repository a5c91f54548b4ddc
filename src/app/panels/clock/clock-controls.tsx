// SPDX-License-Identifier: EUPL-1.2
import { mdiPause, mdiPlay } from '@mdi/js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLOCK_SPEEDS, type Clock, type ClockSpeed, type Moment, type Weekday } from '../../../city/clock';
import { romeSameDay, romeTime } from '../../../city/rome-time';
import { livingKinds } from '../../../layers/offered';
import {
  chooseSpeed,
  chosenSpeed,
  currentMoment,
  goLive,
  goToDate,
  goToMoment,
  goToTypical,
  nowMs,
  setSpeed,
} from '../../state/clock';
import { livingCity } from '../../state/feeds';
import { useStore } from '../../state/store';
import { Choice } from '../choice';
import { IconButton } from '../controls';
import { useFormats, useLoaded } from '../hooks';
import { SunWords } from '../sun/sun-part';
import style from './clock.module.css';
import { dayText, type KeptDay, keptDays, timeText, WEEKDAYS, weekdayName } from './clock-words';
import { DateChoice } from './date-choice';
import { DaySlider } from './day-slider';
import { TimeInput } from './time-input';

/** What can be set: which clock, which day, which hour, and how fast it runs. */
export function ClockControls({ moment }: { moment: Moment }) {
  const { t } = useTranslation();
  const format = useFormats();
  const clock = useStore((s) => s.clock);
  const catalogue = useStore((s) => s.catalogue);
  const [extent] = useLoaded('extent', () => livingCity().extent());
  const days = extent.state === 'ready' ? keptDays(extent.value) : [];
  const hasTypical = catalogue !== null && livingKinds(catalogue, []).size > 0;
  const sunOn = useStore((s) => s.layers.sun === true);
  const dated = clock.kind === 'typical' && clock.date !== undefined;
  const choose = (kind: Clock['kind'] | 'date') => {
    const { weekday, secondOfDay, atMs, sunMs } = currentMoment();
    const onGrid = Math.floor(secondOfDay / 300) * 300;
    if (kind === 'live') goLive();
    else if (kind === 'typical') goToTypical(weekday, onGrid);
    else if (kind === 'date') goToDate(romeTime(sunMs), onGrid);
    else goToMoment(within(days, atMs ?? nowMs() - HOUR_MS));
  };
  return (
    <div className={style.controls}>
      <Choice
        label={t('living.clock.mode')}
        value={dated ? 'date' : clock.kind}
        onChange={(kind) => choose(kind as Clock['kind'] | 'date')}
        options={[
          { value: 'live', text: t('living.clock.live') },
          { value: 'moment', text: t('living.clock.moment'), disabled: days.length === 0 },
          { value: 'typical', text: t('living.clock.typical'), disabled: !hasTypical },
          { value: 'date', text: t('living.clock.date') },
        ]}
      />
      {days.length === 0 && extent.state !== 'loading' && (
        <p className={style.note}>{t('living.clock.noHistory')}</p>
      )}
      {!hasTypical && <p className={style.note}>{t('living.clock.noTypical')}</p>}
      {dated && <DateChoice moment={moment} typical={hasTypical} />}
      {(dated || sunOn) && <SunWords />}
      {clock.kind === 'typical' && !dated && (
        <Choice
          label={t('living.clock.weekday')}
          value={String(moment.weekday)}
          onChange={(day) => setTypicalDay(Number(day) as Weekday)}
          options={WEEKDAYS.map((day) => ({
            value: String(day),
            text: weekdayName(day, format, 'short'),
            name: weekdayName(day, format),
          }))}
        />
      )}
      {clock.kind === 'moment' && <KeptDays days={days} moment={moment} />}
      {clock.kind !== 'live' && <Running moment={moment} days={days} clock={clock} />}
    </div>
  );
}

const HOUR_MS = 3_600_000;

/** Keeps the hour; the speed too. */
function setTypicalDay(weekday: Weekday): void {
  const { clock } = useStore.getState();
  goToTypical(weekday, currentMoment().secondOfDay);
  if (clock.kind === 'typical' && clock.speed) setSpeed(clock.speed);
}

/** The moment, brought into what is kept. */
function within(days: readonly KeptDay[], atMs: number): number {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return atMs;
  const from = romeSameDay(first.midnightMs, first.fromS);
  return Math.min(Math.max(atMs, from), romeSameDay(last.midnightMs, last.toS));
}

const dayOf = (days: readonly KeptDay[], { atMs, secondOfDay }: Moment): KeptDay | undefined =>
  days.find(({ midnightMs }) => Math.abs((atMs ?? 0) - secondOfDay * 1000 - midnightMs) < 2 * HOUR_MS);

function KeptDays({ days, moment }: { days: readonly KeptDay[]; moment: Moment }) {
  const { t } = useTranslation();
  const format = useFormats();
  const shown = dayOf(days, moment);
  return (
    <>
      {days.length > 1 && (
        <Choice
          label={t('living.clock.day')}
          value={String(shown?.midnightMs ?? '')}
          onChange={(midnight) => goToMoment(within(days, romeSameDay(Number(midnight), moment.secondOfDay)))}
          options={days.map(({ midnightMs }) => ({
            value: String(midnightMs),
            text: dayText(midnightMs, format),
          }))}
        />
      )}
      {shown && (
        <p className={style.note}>
          {t('living.clock.kept', {
            from: timeText(shown.fromS, format),
            to: timeText(shown.toS, format),
          })}
        </p>
      )}
    </>
  );
}

function Running({
  moment,
  days,
  clock,
}: {
  moment: Moment;
  days: readonly KeptDay[];
  clock: Exclude<Clock, { kind: 'live' }>;
}) {
  const { t } = useTranslation();
  const kept = clock.kind === 'moment' ? dayOf(days, moment) : undefined;
  const limits = kept ? { fromS: kept.fromS, toS: kept.toS } : {};
  const runs = clock.speed > 0;
  const [chosen, setChosen] = useState(chosenSpeed);
  const speed = clock.speed || chosen;
  return (
    <>
      <div className={style.running}>
        <IconButton
          icon={{ d: runs ? mdiPause : mdiPlay }}
          side="top"
          label={t(runs ? 'living.clock.pause' : 'living.clock.play')}
          onPress={() => setSpeed(runs ? 0 : speed)}
        />
        <DaySlider secondOfDay={moment.secondOfDay} {...limits} />
        <TimeInput secondOfDay={moment.secondOfDay} {...limits} />
      </div>
      <Choice
        label={t('living.clock.speed')}
        value={String(speed)}
        onChange={(value) => {
          chooseSpeed(Number(value) as ClockSpeed);
          setChosen(chosenSpeed());
        }}
        options={CLOCK_SPEEDS.map((speed) => ({
          value: String(speed),
          text: t(`living.clock.speeds.x${speed}`),
          name: t(`living.clock.speedLong.x${speed}`),
        }))}
      />
    </>
  );
}
