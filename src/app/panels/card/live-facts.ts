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

/** Of a gate its id, where the city's table has no name for it. */
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

type Say<K extends LiveKind> = (row: LiveRows[K], words: Words) => readonly (Fact | null)[];

/** Of kinds that are not here nothing is said. */
const SAYS: { readonly [K in LiveKind]?: Say<K> } = {
  'bike-station': (row, words) => [
    fact('bikes', count(row.bikes, words), words),
    fact('electric', count(row.electric, words), words),
    fact('docks', count(row.docks, words), words),
    fact('capacity', count(row.capacity, words), words),
    fact('renting', yes(row.renting, words), words),
    fact('returning', yes(row.returning, words), words),
  ],
  'car-park': (row, words) => [
    fact('free', count(row.free, words) ?? words.t('living.card.unknown'), words),
    fact('capacity', count(row.capacity, words), words),
    fact('open', row.open === null ? null : yes(row.open, words), words),
  ],
  air: (row, words) => [{ id: row.pollutant, label: row.pollutant, value: airText(row, words) }],
  weather: (row, { t, format }) => [
    {
      id: row.quantity,
      label: t(`living.card.quantities.${row.quantity}`),
      value: weatherText(row, format),
    },
  ],
  traffic: (row, words) => [
    fact('flow', count(row.flowVehH === null ? null : Math.round(row.flowVehH), words), words),
    fact('speed', row.speedKmH === null ? null : words.format.speed(row.speedKmH), words),
  ],
  'gate-count': (row, words) => [
    fact('entered', count(row.vehicles, words), words),
    fact('period', periodText(row, words), words),
    // Which one is the title.
    fact('gate', row.gate === null ? words.t('living.card.allGates') : null, words),
  ],
  presence: (row, words) =>
    (['residents', 'workers', 'visitors'] as const).map((group) => {
      const persons = row[group] === null ? null : Math.round(row[group]);
      return fact(group, count(persons, words) ?? words.t('living.card.withheld'), words);
    }),
  vehicle: (row, words) => [
    fact('line', row.line, words),
    fact('speed', row.speedMS === null ? null : words.format.speed(row.speedMS * 3.6), words),
    fact(
      'occupancy',
      row.occupancyShare === null ? null : words.format.percent(row.occupancyShare, 0),
      words,
    ),
  ],
  alert: (row, words) => [
    fact('effect', words.t(`living.card.effects.${row.effect}`), words),
    fact('routes', row.routes.length > 0 ? words.format.list(row.routes) : null, words),
    fact('from', date(row.fromMs, words), words),
    fact('to', date(row.toMs, words), words),
  ],
  point: (row, { format }) =>
    Object.entries(row.values).map(([name, value]) => {
      if (value === null) return null;
      return { id: name, label: name, value: typeof value === 'number' ? format.number(value, 2) : value };
    }),
};

export function liveFacts(row: LiveRow, words: Words): Fact[] {
  const say = SAYS[row.kind] as Say<LiveKind> | undefined;
  return (say?.(row, words) ?? []).filter((each) => each !== null);
}

const fact = (id: string, value: string | null, { t }: Words): Fact | null =>
  value === null ? null : { id, label: t(`living.card.${id}` as 'living.card.bikes'), value };
const count = (value: number | null, { format }: Words) => (value === null ? null : format.number(value));
const yes = (value: boolean, { t }: Words) => t(value ? 'living.card.yes' : 'living.card.no');
const date = (ms: number | null, { format }: Words) =>
  ms === null ? null : format.dateTime(new Date(ms).toISOString());

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
