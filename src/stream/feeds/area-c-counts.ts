// SPDX-License-Identifier: EUPL-1.2
/**
 * Vehicles that enter Area C, as AMAT publishes them: the half-hours of all gates together, CSV
 * `year;month;day;timeIndex;totale;areac` (or `hour`, each hour twice, for its two halves), and tables,
 * CSV or JSON, whose `timeIndex` is a day or a moment with a column for each class of vehicles. Times are by the
 * clocks of Rome: the hour that comes twice in October is read in the file's order, the one that March
 * leaves out is no time. A row is the newest period of its gate.
 */
import { z } from 'zod';
import type { LiveRow } from '../../city/live';
import { romeInstant } from '../../city/rome-time';
import { csvRowsOf } from './csv';
import { type Feed, FeedFault, type Message } from './feed';
import { instant } from './instants';
import { jsonRowsOf, messageOf, nameOf, optionsOf } from './message';
import { type Lapse, newestById, RowTally } from './row-tally';
import { count, type Fields, field, idText, text } from './values';

const column = z.string().min(1).max(200);
const optionsSchema = z.strictObject({
  /** Columns whose sum counts the vehicles; absent: `totale`, else all but the others named here. */
  vehicles: z.array(column).min(1).max(50).optional(),
  /** Column of the gate's id; absent: all gates together, id `all`. */
  gate: column.optional(),
  idPrefix: z.string().max(50).default('area-c/'),
});
type Options = z.infer<typeof optionsSchema>;

const HALF_HOUR_S = 1800;
const NO_COUNT = new Set(['year', 'month', 'day', 'hour', 'timeIndex', 'areac']);

export const areaCCounts: Feed = {
  id: 'area-c-counts',
  kinds: ['gate-count'],
  // The JSON form is read where it is served as text, which is what the relay lets through for CSV.
  format: 'csv',
  options: optionsSchema,
  parse(got, context) {
    const message = messageOf(got, 'main');
    const options = optionsOf(optionsSchema, context);
    const tally = new RowTally(context);
    const rows: GateRow[] = [];
    const seen = new Map<string, number>();
    for (const fields of tableOf(message)) {
      const row = gateRow(fields, options, seen);
      if ('kind' in row && row.atMs + row.periodS * 1000 <= context.receivedMs) rows.push(row);
      else tally.take('kind' in row ? ['future', `${row.id}: a period that has not ended`] : row);
    }
    for (const row of newestById(rows)) tally.take(row);
    return tally.parsed(true);
  },
};

type GateRow = Extract<LiveRow, { kind: 'gate-count' }>;

function tableOf(message: Message): Fields[] {
  const first = message.bytes.find((byte) => byte > 32 && byte < 127);
  const rows: Fields[] = first === '['.charCodeAt(0) ? jsonRowsOf(message) : csvRowsOf(message);
  const [head] = rows;
  if (head && !Object.hasOwn(head, 'timeIndex') && !Object.hasOwn(head, 'hour'))
    throw new FeedFault(`${nameOf(message)}: no column timeIndex or hour`);
  return rows;
}

/** @param seen how often a gate's time by the clock has come, which tells the two halves and October's hours */
function gateRow(fields: Fields, options: Options, seen: Map<string, number>): GateRow | Lapse {
  const gate = options.gate === undefined ? null : (idText(field(fields, options.gate)) ?? null);
  if (options.gate !== undefined && gate === null) return ['no-id', `no ${options.gate}`];
  const period = periodOf(fields, gate ?? '', seen);
  if (!period)
    return ['no-time', `${gate ?? 'all'}: ${text(fields.timeIndex) ?? text(fields.hour) ?? 'none'}`];
  const vehicles = vehiclesOf(fields, options);
  const id = options.idPrefix + (gate ?? 'all');
  if (vehicles === undefined) return ['bad-value', id];
  return { kind: 'gate-count', id, gate, vehicles, ...period };
}

interface Period {
  readonly atMs: number;
  readonly periodS: number;
}

function periodOf(fields: Fields, gate: string, seen: Map<string, number>): Period | undefined {
  const [year, month, day] = [count(fields.year), count(fields.month), count(fields.day)];
  if (year === undefined || month === undefined || day === undefined) return indexedPeriod(fields.timeIndex);
  const wall = wallOf(fields);
  if (!wall) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const key = `${gate} ${date} ${wall}`;
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  // Of an hour alone the rows are its first half, its second, and in October both once more.
  const [clock, repeat] = wall.includes(':')
    ? [wall, times]
    : [`${wall}:${times % 2 ? '30' : '00'}`, Math.floor(times / 2)];
  const first = instant(`${date}T${clock}`, 'rome');
  if (first === undefined || repeat === 0)
    return first === undefined ? undefined : { atMs: first, periodS: HALF_HOUR_S };
  const second = first + 3_600_000;
  return repeat === 1 && isShownTwice(date, clock) ? { atMs: second, periodS: HALF_HOUR_S } : undefined;
}

/** "08:30", or "08" where only the hour is said. */
function wallOf({ timeIndex, hour }: Fields): string | undefined {
  const [, h, m] = /^(\d\d?)[:.](\d\d)(?::00)?$/.exec(text(timeIndex) ?? '') ?? [];
  if (h !== undefined && m !== undefined)
    return Number(m) % 30 === 0 ? `${h.padStart(2, '0')}:${m}` : undefined;
  const whole = count(hour);
  return whole !== undefined && whole < 24 ? String(whole).padStart(2, '0') : undefined;
}

/** Whether the clocks of Rome show this twice: an hour later they show the same. */
function isShownTwice(date: string, clock: string): boolean {
  const first = instant(`${date}T${clock}`, 'rome');
  return first !== undefined && instant(`${date}T${clock}:00+01:00`) === first + 3_600_000;
}

/** A day is from midnight to midnight in Rome, 23 to 25 hours; a moment begins a half-hour. */
function indexedPeriod(timeIndex: unknown): Period | undefined {
  const said = text(timeIndex) ?? '';
  const atMs = instant(said, 'rome');
  if (atMs === undefined) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said) ?? [];
  if (year === undefined) return { atMs, periodS: HALF_HOUR_S };
  const next = romeInstant(Number(year), Number(month), Number(day) + 1, 0);
  return { atMs, periodS: (next - atMs) / 1000 };
}

function vehiclesOf(fields: Fields, { vehicles, gate }: Options): number | undefined {
  if (!vehicles && Object.hasOwn(fields, 'totale')) return count(fields.totale);
  const columns = vehicles ?? Object.keys(fields).filter((name) => !NO_COUNT.has(name) && name !== gate);
  const counts = columns.map((name) => count(field(fields, name)));
  // Without one class the sum would be too low.
  if (!counts.length || counts.some((one) => one === undefined)) return undefined;
  return count(counts.reduce<number>((sum, one) => sum + (one ?? 0), 0));
}
