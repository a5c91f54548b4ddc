// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { LiveKind, LiveRow } from '../../../city/live';
import type { Known } from '../../../stream/live/known';
import { currentMoment } from '../../state/clock';
import { livingCity } from '../../state/feeds';
import { type Selection, useStore } from '../../state/store';
import { useMoment } from '../clock/moment-hook';
import { useFormats, useLoaded } from '../hooks';
import { ageText } from '../layers/badge';
import { useKnown } from '../layers/living-row';
import { LicenceLink } from '../sources/source-list';
import { CardFrame } from './card';
import style from './card.module.css';
import { DayChart } from './day-chart';
import { type CurveOf, curvesOf, findRows, liveFacts, liveTitle } from './live-facts';
import { CardFailed, CardWaiting, Facts, SyntheticNote } from './parts';

type Live = Extract<Selection, { kind: 'live' }>;

/** A station, a car park, an alert…: what it says now, and its day. */
export default function LiveCard({ selection: { live, id, at } }: { selection: Live }) {
  const { t } = useTranslation();
  const format = useFormats();
  const language = useStore((s) => s.language);
  const known = useKnown(live);
  const found = findRows(known, id);
  const kicker = t(`living.card.kinds.${live}`);
  if (!found) {
    const waiting = known.lack === 'connecting';
    return (
      <CardFrame kicker={kicker} title={waiting ? null : kicker} at={at}>
        {waiting ? <CardWaiting /> : <p className={style.message}>{t('living.card.gone')}</p>}
      </CardFrame>
    );
  }
  const [first] = found.rows as readonly [LiveRow, ...LiveRow[]];
  return (
    <CardFrame kicker={kicker} title={liveTitle(first, t, language)} at={at}>
      <Age row={first} stale={found.stale} known={known} />
      {first.kind === 'alert' && <p className={style.message}>{first.text[language] || first.text.it}</p>}
      <Facts facts={found.rows.flatMap((row) => liveFacts(row, { t, format, language }))} />
      {live === 'air' && <p className={style.source}>{t('living.card.law')}</p>}
      {curvesOf(found.rows, t).map((curve) => (
        <Day key={`${curve.id} ${curve.quantity}`} live={live} curve={curve} />
      ))}
      {known.simulated && <SyntheticNote />}
      <Feeds live={live} />
    </CardFrame>
  );
}

function Age({ row, stale, known }: { row: LiveRow; stale: boolean; known: Known<LiveKind> }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { atMs } = currentMoment();
  if (known.origin === 'typical' || atMs === null)
    return <p className={style.source}>{t('living.card.typicalDay')}</p>;
  const age = ageText(Math.max(0, atMs - row.atMs), t, format);
  return stale ? (
    <p className={style.synthetic}>{t('living.card.stale', { age })}</p>
  ) : (
    <p className={style.source}>
      {t('living.card.at')}: {format.dateTime(new Date(row.atMs).toISOString())} (
      {t('living.badge.ago', { age })})
    </p>
  );
}

/** Asked again each quarter of an hour of a day that is going on. */
const QUARTER_S = 900;

function Day({ live, curve }: { live: LiveKind; curve: CurveOf }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const quarter = moment.kind === 'live' ? Math.floor(moment.secondOfDay / QUARTER_S) : 0;
  const midnight = moment.atMs === null ? '' : Math.round(moment.atMs / 1000 - moment.secondOfDay);
  const key = `${live} ${curve.id} ${curve.quantity} ${moment.kind} ${midnight} ${moment.weekday} ${quarter}`;
  const [loaded, retry] = useLoaded(key, () =>
    livingCity().dayCurve(live, curve.id, curve.quantity, currentMoment()),
  );
  if (loaded.state === 'loading') return <p className={style.source}>{t('living.badge.connecting')}</p>;
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  return <DayChart name={curve.name} curve={loaded.value} atS={moment.secondOfDay} />;
}

/** Whose data they are. On a typical day the feeds have said nothing. */
function Feeds({ live }: { live: LiveKind }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const feeds = useStore((s) => s.feeds);
  const typical = useStore((s) => s.clock.kind === 'typical');
  if (typical) return null;
  return feeds
    .filter(({ kinds }) => kinds.includes(live))
    .map((feed) => (
      <p key={feed.id} className={style.source}>
        <b>{t('card.source')}</b> {feed.title[language]}. {feed.publisher},{' '}
        <LicenceLink licence={feed.licence} />. {feed.attribution}
      </p>
    ));
}
