// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { LiveKind, LiveRow } from '../../../city/live';
import { districtNames } from '../../../query/district';
import type { Known } from '../../../stream/live/known';
import { cityFiles } from '../../state/city-files';
import { currentMoment } from '../../state/clock';
import { livingCity } from '../../state/feeds';
import { type Selection, useStore } from '../../state/store';
import { useMoment } from '../clock/moment-hook';
import { useFormats, useLoaded } from '../hooks';
import { ageText } from '../layers/badge';
import { useKnown } from '../layers/living-row';
import { CardFrame } from './card';
import style from './card.module.css';
import { CellCard } from './cell-card';
import { isCell } from './cell-facts';
import { DayChart } from './day-chart';
import { type CurveOf, curvesOf, findRows, liveFacts, liveTitle } from './live-facts';
import { isMadeUp, LivingSources } from './living-source';
import { CardFailed, CardWaiting, Facts, SyntheticNote } from './parts';
import { gateNames, placeIdOf } from './place-names';

type Live = Extract<Selection, { kind: 'live' }>;

/** A square of the grid of presence has no rows, only its typical week. */
export default function LiveCard({ selection }: { selection: Live }) {
  const { live, id, at } = selection;
  return live === 'presence' && isCell(id) ? (
    <CellCard id={id} at={at} />
  ) : (
    <RowsCard selection={selection} />
  );
}

/**
 * What the city's tables call the place of a row that has no name itself: the district of a presence, the
 * gate of a count. '' where they do not say, null while they are on their way.
 */
function usePlaceName(row: LiveRow | undefined): string | null {
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const of = catalogue && placeIdOf(row);
  const [loaded] = useLoaded(of ? `${cityUrl} ${of.table} names` : null, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    if (of!.table === 'gate') return gateNames(files);
    const zones = await files.columnsIfAny('zones');
    return new Map(zones ? [...districtNames(zones)].map(([id, name]) => [String(id), name]) : []);
  });
  if (!of || loaded.state === 'failed') return '';
  return loaded.state === 'ready' ? (loaded.value.get(of.id) ?? '') : null;
}

/** A station, a car park, an alert…: what it says now, and its day. */
function RowsCard({ selection: { live, id, at } }: { selection: Live }) {
  const { t } = useTranslation();
  const format = useFormats();
  const language = useStore((s) => s.language);
  const known = useKnown(live);
  const found = findRows(known, livingCity().namesOf(live, id, currentMoment()));
  const kicker = t(`living.card.kinds.${live}`);
  const place = usePlaceName(found?.rows[0]);
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
    <CardFrame
      kicker={kicker}
      title={place || (place === null ? null : liveTitle(first, t, language))}
      at={at}
    >
      <Age row={first} stale={found.stale} known={known} />
      {first.kind === 'alert' && <p className={style.message}>{first.text[language] || first.text.it}</p>}
      <Facts facts={found.rows.flatMap((row) => liveFacts(row, { t, format, language }))} />
      {live === 'air' && <p className={style.source}>{t('living.card.law')}</p>}
      {curvesOf(found.rows, t).map((curve) => (
        <Day key={`${curve.id} ${curve.quantity}`} live={live} curve={curve} />
      ))}
      {isMadeUp(known, first.id) && <SyntheticNote />}
      <LivingSources live={live} id={first.id} of={known.origin === 'typical' ? 'daily-life' : 'feed'} />
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
