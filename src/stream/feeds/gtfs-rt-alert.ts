// SPDX-License-Identifier: EUPL-1.2
/** Alerts of GTFS-Realtime in two languages, with the period that matters now. */
import type { Text2 } from '../../city/catalogue';
import type { AlertRow, LiveRow } from '../../city/live';
import type { Realtime } from './gtfs-realtime-message';
import { fromSeconds } from './instants';
import type { Lapse } from './row-tally';
import { idText, text } from './values';

/** Of Alert.Effect; the others do not take service away. */
const EFFECTS: Readonly<Record<number, AlertRow['effect']>> = {
  1: 'no-service',
  2: 'reduced',
  3: 'delays',
  4: 'detour',
  9: 'stop-moved',
};

/** Alerts have no time of their own: the message's is taken. */
export function alertRow(
  alert: Realtime.IAlert,
  entityId: string,
  atMs: number | undefined,
  nowMs: number,
): LiveRow | Lapse {
  if (atMs === undefined) return ['no-time', entityId];
  const body = text2(alert.descriptionText, 4000);
  const header = text2(alert.headerText, 500) ?? body;
  if (!header) return ['bad-value', `${entityId}: alert without text`];
  const period = periodOf(alert.activePeriod ?? [], nowMs);
  const informed = alert.informedEntity ?? [];
  const routes = informed.map((one) => idText(one.routeId) ?? idText(one.trip?.routeId));
  return {
    kind: 'alert',
    id: `alert/${entityId}`,
    atMs,
    header,
    text: body ?? { it: '', en: '' },
    effect: EFFECTS[alert.effect ?? 8] ?? 'other',
    fromMs: period?.fromMs ?? null,
    toMs: period?.toMs ?? null,
    routes: distinct(routes),
    stops: distinct(informed.map((one) => idText(one.stopId))),
  };
}

function distinct(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** What is missing in one language is said in the other; a text without a language can be either. */
function text2(
  translated: Realtime.ITranslatedString | null | undefined,
  longest: number,
): Text2 | undefined {
  const found = { it: '', en: '', any: '', first: '' };
  for (const { text: words, language } of translated?.translation ?? []) {
    const clean = text(words, longest);
    if (!clean) continue;
    const tag = (language ?? '').toLowerCase().split('-')[0];
    if (tag === 'it' || tag === 'en') found[tag] ||= clean;
    else if (!tag) found.any ||= clean;
    found.first ||= clean;
  }
  if (!found.first) return undefined;
  const it = found.it || found.any || found.en || found.first;
  return { it, en: found.en || found.any || it };
}

interface Period {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** Of several periods the one that holds now, else the next to come, else the last; null is open. */
function periodOf(ranges: readonly Realtime.ITimeRange[], nowMs: number): Period | undefined {
  const periods = ranges.map((range) => ({ fromMs: secondsOf(range.start), toMs: secondsOf(range.end) }));
  const ended = (period: Period) => period.toMs !== null && period.toMs <= nowMs;
  periods.sort((a, b) => (a.fromMs ?? -Infinity) - (b.fromMs ?? -Infinity));
  return periods.find((period) => !ended(period)) ?? periods.at(-1);
}

/** An end of 0 is what some publishers write for open. */
function secondsOf(value: Realtime.ITimeRange['start']): number | null {
  if (value === null || value === undefined) return null;
  return fromSeconds(typeof value === 'number' ? value : value.toNumber()) ?? null;
}
