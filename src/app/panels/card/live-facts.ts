// SPDX-License-Identifier: EUPL-1.2
/** What the card of a living thing says: its title, its facts, and whose day is drawn. Pure. */
import type { TFunction } from 'i18next';
import type { LiveKind, LiveRow, LiveRows } from '../../../city/live';
import { romeTime } from '../../../city/rome-time';
import { AIR_LIMITS, isOver, meanOf, standardOf } from '../../../layers/live/air-index';
import type { Known } from '../../../stream/live/known';
import type { Language } from '../../state/store';
import type { Formats } from '../../text/format';
import type { Fact } from './fact';

/** Rows of the chosen thing, and whether they still count. */
export interface Found {
  readonly rows: readonly LiveRow[];
  readonly stale: boolean;
}

/**
 * By the row's id; of air and weather by the station, of which the fresh rows stand for it where there
 * are any. Of several names the first counts that anything has.
 */
export function findRows(known: Known<LiveKind>, names: readonly string[]): Found | null {
  for (const name of names) {
    const found = findOne(known, name);
    if (found) return found;
  }
  return null;
}

function findOne(known: Known<LiveKind>, id: string): Found | null {
  const of = (rows: readonly LiveRows[LiveKind][]) =>
    rows
      .filter((row) => row.id === id || ('station' in row && row.station === id))
      .map((row) => ({ ...row, kind: known.kind }) as LiveRow);
  const fresh = of(known.fresh);
  if (fresh.length > 0) return { rows: fresh, stale: false };
  const stale = of(known.stale);
  return stale.length > 0 ? { rows: stale, stale: true } : null;
}

export function liveTitle(row: LiveRow, t: TFunction, language: Language): string {
  if (row.kind === 'alert') return row.header[language] || row.header.it;
  if (row.kind === 'vehicle' && row.line) return row.line;
  if (row.kind === 'gate-count') return row.gate ?? t('living.card.everyGate');
  return 'name' in row && row.name ? row.name : t(`living.card.kinds.${row.kind}`);
}

/** Rows of which a day can be drawn: id and field, the first is drawn. */
export interface CurveOf {
  readonly id: string;
  readonly quantity: string;
  readonly name: string;
}

export function curvesOf(rows: readonly LiveRow[], t: TFunction): CurveOf[] {
  return rows.flatMap((row): CurveOf[] => {
    switch (row.kind) {
      case 'bike-station':
        return [{ id: row.id, quantity: 'bikes', name: t('living.card.bikes') }];
      case 'car-park':
        return [{ id: row.id, quantity: 'free', name: t('living.card.free') }];
      case 'traffic':
        return [{ id: row.id, quantity: 'flowVehH', name: t('living.card.flow') }];
      case 'air':
        return [{ id: row.id, quantity: 'value', name: row.pollutant }];
      case 'weather':
        return [{ id: row.id, quantity: 'value', name: t(`living.card.quantities.${row.quantity}`) }];
      case 'gate-count':
        return [{ id: row.id, quantity: 'vehicles', name: t('living.card.enteredCurve') }];
      case 'presence':
        return (['residents', 'workers', 'visitors'] as const).map((group) => ({
          id: row.id,
          quantity: group,
          name: t(`living.card.${group}`),
        }));
      default:
        return [];
    }
  });
}

interface Words {
  readonly t: TFunction;
  readonly format: Formats;
  readonly language: Language;
}

export function liveFacts(row: LiveRow, words: Words): Fact[] {
  const { t, format } = words;
  const fact = (
    id: string,
    value: string | null,
    label: string = t(`living.card.${id}` as 'living.card.bikes'),
  ) => (value === null ? [] : [{ id, label, value }]);
  const count = (value: number | null) => (value === null ? null : format.number(value));
  const yes = (value: boolean) => t(value ? 'living.card.yes' : 'living.card.no');
  switch (row.kind) {
    case 'bike-station':
      return [
        ...fact('bikes', count(row.bikes)),
        ...fact('electric', count(row.electric)),
        ...fact('docks', count(row.docks)),
        ...fact('capacity', count(row.capacity)),
        ...fact('renting', yes(row.renting)),
        ...fact('returning', yes(row.returning)),
      ];
    case 'car-park':
      return [
        ...fact('free', count(row.free) ?? t('living.card.unknown')),
        ...fact('capacity', count(row.capacity)),
        ...fact('open', row.open === null ? null : yes(row.open)),
      ];
    case 'air':
      return fact(row.pollutant, airText(row, words), row.pollutant);
    case 'weather':
      return fact(row.quantity, weatherText(row, format), t(`living.card.quantities.${row.quantity}`));
    case 'traffic':
      return [
        ...fact('flow', count(row.flowVehH === null ? null : Math.round(row.flowVehH))),
        ...fact('speed', row.speedKmH === null ? null : format.speed(row.speedKmH)),
      ];
    case 'gate-count':
      return [
        ...fact('entered', count(row.vehicles)),
        ...fact('period', periodText(row, words)),
        ...fact('gate', row.gate ?? t('living.card.allGates')),
      ];
    case 'presence':
      return (['residents', 'workers', 'visitors'] as const).flatMap((group) =>
        fact(group, count(row[group] === null ? null : Math.round(row[group])) ?? t('living.card.withheld')),
      );
    case 'vehicle':
      return [
        ...fact('line', row.line),
        ...fact('speed', row.speedMS === null ? null : format.speed(row.speedMS * 3.6)),
        ...fact('occupancy', row.occupancyShare === null ? null : format.percent(row.occupancyShare, 0)),
      ];
    case 'alert':
      return [
        ...fact('effect', t(`living.card.effects.${row.effect}`)),
        ...fact('routes', row.routes.length > 0 ? format.list(row.routes) : null),
        ...fact('from', row.fromMs === null ? null : format.dateTime(new Date(row.fromMs).toISOString())),
        ...fact('to', row.toMs === null ? null : format.dateTime(new Date(row.toMs).toISOString())),
      ];
    case 'point':
      return Object.entries(row.values).flatMap(([name, value]) =>
        value === null
          ? []
          : [{ id: name, label: name, value: typeof value === 'number' ? format.number(value, 2) : value }],
      );
    default:
      return [];
  }
}

/** "8:30–9:00", by the clocks of Rome. */
function periodText({ atMs, periodS }: LiveRows['gate-count'], { t, format }: Words): string {
  const clock = (ms: number) => format.clock(Math.floor(romeTime(ms).secondOfDay / 60));
  return t('living.card.periodOf', { from: clock(atMs), to: clock(atMs + periodS * 1000) });
}

/** The value, the mean that it is, and the law's value for that mean; where there is none, of which mean the limit is. */
function airText(row: LiveRows['air'], { t, format }: Words): string {
  const { pollutant, value, averagedH } = row;
  const unit = pollutant === 'CO' ? 'mg/m³' : 'µg/m³';
  const own = meanOf(averagedH);
  const text = t('living.card.valueOf', {
    value: `${format.number(value, 1)}\u00a0${unit}`,
    mean: own ? t(`living.card.ownMean.${own}`) : t('living.card.ownHours', { n: format.number(averagedH) }),
  });
  const standard = standardOf(row);
  if (standard) {
    const limit = format.number(standard.value);
    const over = isOver(row) ? 'over' : 'within';
    return `${text}; ${t(`living.card.${standard.kind}.${over}`, { limit })}`;
  }
  const limit = AIR_LIMITS[pollutant];
  const mean = t(`living.card.mean.${limit.over}`);
  return `${text}; ${t('living.card.otherMean', { limit: format.number(limit.value), mean })}`;
}

function weatherText({ quantity, value }: LiveRows['weather'], format: Formats): string {
  if (quantity === 'humidityShare') return format.percent(value, 0);
  const unit = { temperatureC: '°C', rainMm: 'mm', windMS: 'm/s', windFromDeg: '°' }[quantity];
  return `${format.number(value, quantity === 'windFromDeg' ? 0 : 1)}\u00a0${unit}`;
}
