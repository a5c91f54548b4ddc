// SPDX-License-Identifier: EUPL-1.2
/** How a living layer fares, in a word: what its badge says, and what its total counts. Pure. */
import type { TFunction } from 'i18next';
import type { LiveKind, LiveRows } from '../../../city/live';
import { isOver, standardOf } from '../../../layers/live/air-index';
import { inForce } from '../../../layers/live/ground-disruptions';
import type { Known, Lack } from '../../../stream/live/known';
import { feedPart } from '../../../stream/live/row-names';
import type { Formats } from '../../text/format';

export type BadgeKind =
  | 'live'
  | 'quiet'
  | 'keptQuiet'
  | 'history'
  | 'typical'
  | 'scheduled'
  | 'stale'
  | 'none'
  | 'connecting'
  | 'offline'
  | 'upstream'
  | 'noFeed';

const OF_LACK: Readonly<Record<Lack, BadgeKind>> = {
  'no-feed': 'noFeed',
  connecting: 'connecting',
  offline: 'offline',
  upstream: 'upstream',
  stale: 'stale',
  'no-history': 'none',
  'no-typical': 'none',
};
/** Of these something old may still be on the map: how old is said. */
const OLD: readonly BadgeKind[] = ['stale', 'offline', 'upstream'];

export interface Badge {
  readonly kind: BadgeKind;
  /** Age of the newest row; null where that says nothing. */
  readonly ageMs: number | null;
  /** What is shown does not count. */
  readonly grey: boolean;
  readonly simulated: boolean;
  /** Only some of its feeds are made up. */
  readonly partly: boolean;
}

/**
 * The badge of a layer. `atMs`: the moment that ages are reckoned by, null on a typical day;
 * `timetable`: what the layer shows where nothing is reported.
 */
export function badgeOf(
  known: Known<LiveKind>,
  atMs: number | null,
  timetable: 'none' | 'published' | 'simulated',
): Badge {
  const { lack, origin, newestMs, simulated, partlySimulated: partly = false } = known;
  const ageMs = atMs === null || newestMs === null ? null : Math.max(0, atMs - newestMs);
  if (lack === null) {
    const quiet =
      origin === 'none' ? 'quiet' : origin === 'history' && newestMs === null ? 'keptQuiet' : null;
    return {
      kind: quiet ?? (origin as BadgeKind),
      ageMs: quiet ? null : ageMs,
      grey: false,
      simulated,
      partly,
    };
  }
  if (timetable !== 'none')
    return {
      ...{ kind: 'scheduled', ageMs: null, grey: false },
      ...{ simulated: timetable === 'simulated', partly: false },
    };
  const kind = OF_LACK[lack];
  return { kind, ageMs: OLD.includes(kind) ? ageMs : null, grey: kind !== 'connecting', simulated, partly };
}

/** "12 min" */
export function ageText(ageMs: number, t: TFunction, format: Formats): string {
  const [unit, ms] =
    ageMs < 90_000
      ? (['seconds', 1000] as const)
      : ageMs < 90 * 60_000
        ? (['minutes', 60_000] as const)
        : ageMs < 48 * 3_600_000
          ? (['hours', 3_600_000] as const)
          : (['days', 86_400_000] as const);
  return t(`living.badge.${unit}`, { n: format.number(Math.floor(ageMs / ms)) });
}

/** What is made up is called a simulation, never live: the words of these badges say so themselves. */
const OF_SIMULATION = {
  live: 'simulatedLive',
  history: 'simulatedHistory',
  quiet: 'simulatedQuiet',
  keptQuiet: 'simulatedKeptQuiet',
} as const;
export const saysSimulated = ({ kind, simulated, partly, ageMs }: Badge): boolean =>
  simulated &&
  !partly &&
  kind in OF_SIMULATION &&
  (ageMs !== null || kind === 'quiet' || kind === 'keptQuiet');

export function badgeText(badge: Badge, t: TFunction, format: Formats): string {
  const { kind, ageMs } = badge;
  if (ageMs === null) {
    if ((kind === 'quiet' || kind === 'keptQuiet') && saysSimulated(badge))
      return t(`living.badge.${OF_SIMULATION[kind]}`);
    if (kind === 'live') return t(`living.clock.${badge.simulated && !badge.partly ? 'simulation' : 'live'}`);
    if (kind === 'history') return t('living.clock.moment');
    if (kind === 'stale') return t('living.badge.none');
    return t(`living.badge.${kind}`);
  }
  const age = ageText(ageMs, t, format);
  if (kind === 'live' || kind === 'history')
    return t(`living.badge.${saysSimulated(badge) ? OF_SIMULATION[kind] : kind}`, {
      age: ageMs < 10_000 ? t('living.badge.justNow') : t('living.badge.ago', { age }),
    });
  return kind === 'stale' ? t('living.badge.stale', { age }) : t(`living.badge.${kind}`);
}

export interface Total {
  /** Stations, alerts, …, that count. */
  readonly n: number;
  /** What they have together. */
  readonly things: number;
  readonly excluded: number;
  /** Of air: stations of which no value is the mean that its limit is for. */
  readonly incomparable?: number;
  /** Of gates: other feeds that count the same vehicles, which are not added. */
  readonly otherFeeds?: number;
}

/** Sums of what counts at a moment; stale rows are in none. Null for a kind that has no total. */
export function totalOf(known: Known<LiveKind>, atMs: number | null): Total | null {
  const { kind } = known;
  const rows = <K extends LiveKind>(_: K) => known.fresh as unknown as readonly LiveRows[K][];
  const total = (n: number, things: number) => ({ n, things, excluded: known.stale.length });
  switch (kind) {
    case 'bike-station':
      return total(
        known.fresh.length,
        rows(kind).reduce((sum, row) => sum + row.bikes, 0),
      );
    case 'car-park': {
      const open = rows(kind).filter((row) => row.free !== null && row.open !== false);
      return total(
        open.length,
        open.reduce((sum, row) => sum + (row.free ?? 0), 0),
      );
    }
    case 'air': {
      const over = rows(kind).filter(isOver);
      const count = (of: readonly LiveRows['air'][]) => new Set(of.map((row) => row.station)).size;
      const all = count(rows(kind));
      const compared = count(rows(kind).filter((row) => standardOf(row) !== null));
      return { ...total(all, count(over)), ...(compared < all && { incomparable: all - compared }) };
    }
    case 'weather':
      return total(new Set(rows(kind).map((row) => row.station)).size, 0);
    case 'alert':
      // Those that are only announced are not in force.
      return total(rows(kind).filter((row) => inForce(row, atMs)).length, 0);
    case 'gate-count': {
      // Of all gates together, where there is such a count; else of each.
      const whole = rows(kind).filter(({ gate }) => gate === null);
      const counting = whole.length > 0 ? whole : rows(kind);
      const feeds = [...new Set(counting.map(({ id }) => feedPart(id)))];
      const of = counting.filter(({ id }) => feedPart(id) === feeds[0]);
      return {
        ...total(
          of.length,
          of.reduce((sum, row) => sum + row.vehicles, 0),
        ),
        ...(feeds.length > 1 && { otherFeeds: feeds.length - 1 }),
      };
    }
    case 'vehicle':
      return total(known.fresh.length, 0);
    default:
      return null;
  }
}
