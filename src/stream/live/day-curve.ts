// SPDX-License-Identifier: EUPL-1.2
/** The day of one thing: what was measured since midnight, and its typical day behind. */
import type { Moment } from '../../city/clock';
import type { LiveKind, LiveRow, SeriesAnswer, Topic } from '../../city/live';
import { romeInstant, romeTime } from '../../city/rome-time';
import type { DayCurve, DayPoint } from './known';
import type { TypicalWeek } from './typical-week';

export interface CurveRequest {
  readonly kind: LiveKind;
  readonly id: string;
  readonly quantity: string;
  readonly moment: Moment;
  readonly nowMs: number;
  readonly typical: TypicalWeek | null;
  readonly simulatedCity: boolean;
  /** The row as the relay has it now, and its topic. */
  readonly found: { readonly topic: Topic; readonly row: LiveRow } | undefined;
  readonly series: (topic: string, fromMs: number, toMs: number) => Promise<SeriesAnswer['points']>;
}

/** Rejects where the series does not come. */
export async function dayCurve(request: CurveRequest): Promise<DayCurve> {
  const { kind, id, quantity, moment, nowMs, found } = request;
  const row = found?.row;
  const typicalId = row?.kind === 'traffic' ? String(row.link ?? '') : (row?.id ?? id);
  const typical = request.typical?.curve(kind, typicalId, quantity, moment.weekday) ?? null;
  const unit = unitOf(kind, id, quantity);
  if (moment.kind === 'typical' || moment.atMs === null || !found)
    return {
      unit,
      origin: typical ? 'typical' : 'none',
      simulated: typical !== null && request.simulatedCity,
      points: typical ?? [],
    };
  const midnightMs = midnightOf(moment.atMs);
  // Of a kept day all that is kept is shown, up to now.
  const endMs = Math.min(nowMs, midnightMs + 25 * 3_600_000);
  const points = (await request.series(found.topic.id, midnightMs, endMs))
    .filter(({ atMs }) => atMs >= midnightMs && midnightOf(atMs) === midnightMs)
    .map(({ atMs, value }): DayPoint => ({ secondOfDay: romeTime(atMs).secondOfDay, value }));
  return {
    unit,
    origin: points.length === 0 ? 'none' : moment.kind === 'live' ? 'live' : 'history',
    simulated: found.topic.simulated,
    points,
    ...(typical ? { typical } : {}),
  };
}

function midnightOf(atMs: number): number {
  const { year, month, day } = romeTime(atMs);
  return romeInstant(year, month, day, 0);
}

/** Unit of a field, spelt as in src/city; "1" for counts and shares. */
export function unitOf(kind: LiveKind, id: string, quantity: string): string {
  if (kind === 'air') return id.endsWith('/CO') ? 'mg/m³' : 'µg/m³';
  if (kind === 'weather') {
    const of = id.slice(id.lastIndexOf('/') + 1);
    return { temperatureC: '°C', rainMm: 'mm', windMS: 'm/s', windFromDeg: '°' }[of] ?? '1';
  }
  if (quantity === 'flowVehH') return 'veh/h';
  if (quantity === 'speedKmH') return 'km/h';
  if (quantity === 'speedMS') return 'm/s';
  return '1';
}
