// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readableHeadsign } from '../../../city/headsign';
import type { TripUpdateRow } from '../../../city/live';
import { REPLAYED_WEEKDAY } from '../../../city/live';
import type { Schedule } from '../../../city/schedule';
import type { Known } from '../../../stream/live/known';
import { type Departure, nextDepartures } from '../../../stream/vehicles/departures';
import { loadSchedule } from '../../state/schedule';
import { useStore } from '../../state/store';
import { timeText } from '../clock/clock-words';
import { useMoment } from '../clock/moment-hook';
import { useFormats, useLoaded } from '../hooks';
import { useKnown } from '../layers/living-row';
import style from './departures.module.css';
import { alertsAt, leavesAtS, routesAt } from './stop-board';

const SHOWN = 6;
/** So late a run is told to be. */
const LATE_S = 60;

/** What leaves next from a stop at the clock's moment, by the timetable and by what runs report. */
export default function Departures({ stopId }: { stopId: string }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded] = useLoaded(catalogue && `${cityUrl} schedule`, () => loadSchedule(catalogue!, cityUrl));
  if (loaded.state !== 'ready') return null;
  if (!loaded.value) return <p className={style.note}>{t('living.departures.noTimetable')}</p>;
  return <Board schedule={loaded.value} stopId={stopId} />;
}

function Board({ schedule, stopId }: { schedule: Schedule; stopId: string }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const updates = useKnown('trip-update') as Known<'trip-update'>;
  const replayed = useStore((s) => s.feeds.some((f) => f.simulated && f.kinds.includes('trip-update')));
  const madeUp = useStore((s) => s.catalogue?.themes.find(({ id }) => id === 'transit')?.synthetic ?? false);
  const when = moment.atMs !== null && replayed ? { ...moment, timetableOf: REPLAYED_WEEKDAY } : moment;
  const reported = moment.atMs === null ? [] : (updates.fresh as readonly TripUpdateRow[]);
  const next = nextDepartures(schedule, [stopId], when, SHOWN, reported);
  return (
    <section className={style.board} aria-label={t('living.departures.title')} data-departures={next.length}>
      <h3 className={style.title}>
        {t('living.departures.title')}
        {(madeUp || (replayed && moment.atMs !== null)) && (
          <span className={style.simulated}>{t('living.badge.simulated')}</span>
        )}
      </h3>
      <StopAlerts schedule={schedule} stopId={stopId} />
      {next.length === 0 ? (
        <p className={style.note}>{t('living.departures.none')}</p>
      ) : (
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('living.card.line')}</th>
              <th scope="col">{t('living.departures.to')}</th>
              <th scope="col">{t('living.departures.leaves')}</th>
            </tr>
          </thead>
          <tbody>
            {next.map((departure) => (
              <Row
                key={`${departure.trip} ${departure.scheduledInS}`}
                departure={departure}
                nowS={moment.secondOfDay}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ departure, nowS }: { departure: Departure; nowS: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { scheduledInS, expectedInS, cancelled, line, headsign } = departure;
  const lateS = expectedInS === null ? 0 : expectedInS - scheduledInS;
  const state = cancelled
    ? 'cancelled'
    : expectedInS === null
      ? 'scheduled'
      : lateS >= LATE_S
        ? 'late'
        : 'onTime';
  return (
    <tr data-state={state}>
      <th scope="row">{line}</th>
      <td>{readableHeadsign(headsign)}</td>
      <td>
        <span className={style.time}>{timeText(leavesAtS(departure, nowS), format)}</span>{' '}
        <span className={style.state}>
          {t(`living.departures.${state}`, { n: format.number(Math.round(lateS / 60)) })}
        </span>
      </td>
    </tr>
  );
}

/** Alerts that are about this stop, now. */
function StopAlerts({ schedule, stopId }: { schedule: Schedule; stopId: string }) {
  const language = useStore((s) => s.language);
  const moment = useMoment();
  const known = useKnown('alert') as Known<'alert'>;
  const routes = useMemo(() => routesAt(schedule, stopId), [schedule, stopId]);
  return alertsAt(known.fresh, stopId, routes, moment.atMs).map((alert) => (
    <p key={alert.id} className={style.alert}>
      <b>{alert.header[language] || alert.header.it}</b> {alert.text[language] || alert.text.it}
    </p>
  ));
}
