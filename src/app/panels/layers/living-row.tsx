// SPDX-License-Identifier: EUPL-1.2
/** What the row of a living layer says more than others: its badge, its total, its feeds. Comes on demand. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import type { LiveKind } from '../../../city/live';
import type { OfferedLayer } from '../../../layers/offered';
import type { Known } from '../../../stream/live/known';
import { currentMoment, nowMs } from '../../state/clock';
import { livingCity } from '../../state/feeds';
import { feedsOf } from '../../state/offered-layers';
import { type FeedState, useStore } from '../../state/store';
import { useMoment } from '../clock/moment-hook';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import { LicenceLink } from '../sources/source-list';
import sources from '../sources/sources.module.css';
import { ageText, badgeOf, badgeText, saysSimulated, totalOf } from './badge';
import style from './living-row.module.css';

/** Ages on the screen are so old at most. */
const AGE_EVERY_MS = 5000;

/** What is known of a kind at the clock's moment; again when it changes and as the clock moves. */
export function useKnown(kind: LiveKind): Known<LiveKind> {
  useMoment();
  const subscribe = useCallback((changed: () => void) => livingCity().onChange(kind, changed), [kind]);
  return useSyncExternalStore(subscribe, () => livingCity().known(kind, currentMoment()));
}

/** Draws again every few seconds, for ages. */
function useAgeing(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), AGE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}

const mainKind = (layer: OfferedLayer): LiveKind => layer.live?.[0] ?? 'point';

/** Whether vehicles can be shown by the timetable, and whose it is. */
function timetableOf({ files, themes }: Catalogue): 'none' | 'published' | 'simulated' {
  if (!files.inputs.some(({ id, rows }) => id === 'schedule-runs' && rows > 0)) return 'none';
  return themes.find(({ id }) => id === 'transit')?.synthetic ? 'simulated' : 'published';
}

/** Of a grid of cells there is an index; of districts, persons. */
const hasGrid = (catalogue: Catalogue | null): boolean =>
  catalogue?.files.inputs.some(({ id, rows }) => id === 'presence-cells' && rows > 0) ?? false;

function useBadge(layer: OfferedLayer) {
  useAgeing();
  const kind = mainKind(layer);
  const known = useKnown(kind);
  const catalogue = useStore((s) => s.catalogue);
  const timetable = kind === 'vehicle' && catalogue ? timetableOf(catalogue) : 'none';
  return { known, badge: badgeOf(known, currentMoment().atMs, timetable) };
}

export function LiveBadge({ layer }: { layer: OfferedLayer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { badge } = useBadge(layer);
  if (saysSimulated(badge))
    return (
      <p className={style.badges} data-badge={badge.kind}>
        <span className={style.simulated}>{badgeText(badge, t, format)}</span>
      </p>
    );
  return (
    <p className={style.badges} data-badge={badge.kind}>
      <span className={style.badge} data-grey={badge.grey || undefined}>
        <Icon name={badge.grey ? 'warning' : 'check'} size={14} />
        {badgeText(badge, t, format)}
      </span>
      {badge.simulated && (
        <span className={style.simulated}>
          {t(badge.partly ? 'living.clock.partlySimulated' : 'living.badge.simulated')}
        </span>
      )}
    </p>
  );
}

const TOTALS = [
  'bike-stations',
  'car-parks',
  'air',
  'weather',
  'disruptions',
  'vehicles',
  'gate-counts',
] as const;

export function LiveDetails({ layer }: { layer: OfferedLayer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { known, badge } = useBadge(layer);
  const feeds = useStore((s) => s.feeds);
  const of = feedsOf(layer, feeds);
  const total = totalOf(known, currentMoment().atMs);
  const name = TOTALS.find((id) => id === layer.id);
  const failing = of.find(({ upstream }) => upstream.state === 'failing');
  const limitS = Math.min(...of.map(({ timeToLiveS }) => timeToLiveS));
  const grid = useStore((s) => layer.id === 'presence' && s.clock.kind === 'typical' && hasGrid(s.catalogue));
  return (
    <>
      {grid && <p>{t('living.presenceIndex')}</p>}
      {total && name && (known.fresh.length > 0 || total.excluded > 0 || known.lack === null) && (
        <p className={style.total} data-total={layer.id}>
          {t(`living.total.${name}`, { n: format.number(total.n), things: format.number(total.things) })}
          {total.incomparable && (
            <span>{t('living.total.incomparable', { n: format.number(total.incomparable) })}</span>
          )}
          {total.otherFeeds && (
            <span>{t('living.total.otherFeeds', { n: format.number(total.otherFeeds) })}</span>
          )}
          {total.excluded > 0 && (
            <span>{t('living.total.excluded', { n: format.number(total.excluded) })}</span>
          )}
        </p>
      )}
      {badge.kind === 'scheduled' && <p className={style.why}>{t('living.why.scheduled')}</p>}
      {known.lack && badge.kind !== 'scheduled' && (
        <p className={style.why}>
          {t(`living.why.${known.lack}`, {
            since: failing ? format.dateTime(new Date(failing.upstream.sinceMs).toISOString()) : '',
            limit: Number.isFinite(limitS) ? ageText(limitS * 1000, t, format) : '',
          })}
        </p>
      )}
      {of.length > 0 && (
        <div className={sources.sources}>
          {of.map((feed) => (
            <FeedFacts key={feed.id} feed={feed} />
          ))}
        </div>
      )}
    </>
  );
}

function FeedFacts({ feed }: { feed: FeedState }) {
  const { t } = useTranslation();
  const format = useFormats();
  const language = useStore((s) => s.language);
  const title = feed.title[language];
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('living.feed.publisher'), feed.publisher],
    [t('living.feed.licence'), <LicenceLink key="licence" licence={feed.licence} />],
    [t('living.feed.attribution'), feed.attribution],
    [t('living.feed.period'), t('living.feed.every', { age: ageText(feed.periodS * 1000, t, format) })],
    [
      t('living.feed.age'),
      feed.newestMs === null
        ? t('living.card.unknown')
        : t('living.badge.ago', { age: ageText(Math.max(0, nowMs() - feed.newestMs), t, format) }),
    ],
    [t('living.feed.limit'), ageText(feed.timeToLiveS * 1000, t, format)],
    [
      t('living.feed.counted'),
      t('living.feed.counts', { fresh: format.number(feed.fresh), stale: format.number(feed.stale) }),
    ],
  ];
  return (
    <article className={sources.source}>
      <h5 className={sources.title}>
        {/^https?:\/\//.test(feed.page) ? (
          <a
            href={feed.page}
            target="_blank"
            rel="noreferrer"
            aria-label={t('living.feed.pageOf', { name: title })}
          >
            {title} <Icon name="external" size={14} />
          </a>
        ) : (
          title
        )}
      </h5>
      {feed.simulated && <p className={sources.synthetic}>{t('living.feed.simulated')}</p>}
      <dl className={sources.facts}>
        {facts.map(([label, value]) => (
          <FactLine key={label} label={label} value={value} />
        ))}
      </dl>
    </article>
  );
}

function FactLine({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
