// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { readableHeadsign } from '../../../city/headsign';
import type { Schedule } from '../../../city/schedule';
import type { Known } from '../../../stream/live/known';
import { loadSchedule } from '../../state/schedule';
import { type Selection, useStore } from '../../state/store';
import { timeText } from '../clock/clock-words';
import { useMoment } from '../clock/moment-hook';
import { useFormats, useLoaded } from '../hooks';
import { ageText } from '../layers/badge';
import { useKnown } from '../layers/living-row';
import { CardFrame } from './card';
import style from './card.module.css';
import type { Fact } from './fact';
import { isMadeUp, LivingSources } from './living-source';
import { CardWaiting, Facts, SyntheticNote } from './parts';
import { runFacts } from './vehicle-facts';

type Live = Extract<Selection, { kind: 'live' }>;

/** A vehicle: its line and where it goes, where it is next and how late; or where the timetable has it. */
export default function VehicleCard({ selection }: { selection: Live }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded] = useLoaded(catalogue && `${cityUrl} schedule`, () => loadSchedule(catalogue!, cityUrl));
  if (loaded.state === 'loading')
    return (
      <CardFrame kicker={t('living.card.kinds.vehicle')} title={null} at={selection.at}>
        <CardWaiting />
      </CardFrame>
    );
  return <Vehicle selection={selection} schedule={loaded.state === 'ready' ? loaded.value : null} />;
}

/** Less than this is on time. */
const LATE_S = 60;

function Vehicle({ selection: { id, at }, schedule }: { selection: Live; schedule: Schedule | null }) {
  const { t } = useTranslation();
  const format = useFormats();
  const moment = useMoment();
  const vehicles = useKnown('vehicle') as Known<'vehicle'>;
  const updates = useKnown('trip-update') as Known<'trip-update'>;
  const madeUp = useStore((s) => s.catalogue?.themes.find((theme) => theme.id === 'transit')?.synthetic);
  const row = vehicles.fresh.find((each) => each.id === id) ?? null;
  const trip = row ? row.trip : id;
  const startS = row?.startS ?? null;
  const delayS = updates.fresh.find((each) => each.trip === trip && each.startS === startS)?.delayS ?? null;
  const run = schedule && runFacts(schedule, { trip, startS }, moment, delayS ?? 0);
  const line = run?.line ?? row?.line ?? null;
  const kicker = run
    ? t(`class.transit-stop.${run.mode}` as 'living.card.kinds.vehicle')
    : t('living.card.kinds.vehicle');
  const facts: Fact[] = [];
  const add = (key: string, label: string, value: string | null) => {
    if (value !== null) facts.push({ id: key, label, value });
  };
  add('headsign', t('living.departures.to'), run && readableHeadsign(run.headsign));
  add(
    'next',
    t('living.card.next'),
    run?.nextStop && run.nextS !== null ? `${run.nextStop}, ${timeText(run.nextS, format)}` : null,
  );
  add(
    'delay',
    t('living.card.delay'),
    delayS === null
      ? null
      : delayS < LATE_S
        ? t('living.departures.onTime')
        : t('living.departures.late', { n: format.number(Math.round(delayS / 60)) }),
  );
  add('speed', t('living.card.speed'), row?.speedMS == null ? null : format.speed(row.speedMS * 3.6));
  const ageMs = row && moment.atMs !== null ? Math.max(0, moment.atMs - row.atMs) : null;
  return (
    <CardFrame
      kicker={kicker}
      title={line ? t('living.card.lineOf', { line }) : t('living.card.kinds.vehicle')}
      at={at}
    >
      <p className={style.source}>
        {ageMs === null
          ? t('living.card.byTimetable')
          : `${t('living.card.at')} ${t('living.badge.ago', { age: ageText(ageMs, t, format) })}`}
      </p>
      {facts.length > 0 ? <Facts facts={facts} /> : <p className={style.message}>{t('living.card.gone')}</p>}
      {((row && isMadeUp(vehicles, row.id)) || madeUp) && <SyntheticNote />}
      <LivingSources live="vehicle" id={id} of={row ? 'feed' : 'transit'} />
    </CardFrame>
  );
}
