// SPDX-License-Identifier: EUPL-1.2
/**
 * Opening hours as Italian offices publish them: "lun-ven 8:30-15:30 su appuntamento; sabato
 * 8:30-11:30", "LU-VE 8.30-15.30". Only what is regular is read: a text with anything else in it is
 * left to people. Public holidays are in no such text. Pure.
 */
import type { Weekday } from './clock';

/** Minutes after midnight; `to` beyond 1440 where it is past midnight. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

export interface OpeningHours {
  /** Monday first; each day's spans ascending and apart. */
  readonly week: readonly (readonly OpenSpan[])[];
  /** Whoever goes needs an appointment. */
  readonly byAppointment: boolean;
}

export type OpenState =
  /** `until` is a minute of the day `weekday`; null: it never closes. */
  | { readonly open: true; readonly until: { readonly weekday: Weekday; readonly minute: number } | null }
  /** Null: it does not open in the week. `days` from now: 0 today. */
  | {
      readonly open: false;
      readonly opens: { readonly weekday: Weekday; readonly minute: number; readonly days: number } | null;
    };

const DAY_MIN = 1440;
const WEEK_MIN = 7 * DAY_MIN;
/** Beginnings of the days' names, two letters and more. */
const DAYS = ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'] as const;

/** Null where the text says no days, or anything that is not understood. */
export function parseOpeningHours(text: string): OpeningHours | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[–—]/g, '-');
  // "(020202)": a telephone number in brackets says nothing of the hours.
  const cleaned = plain.replace(/\((?:tel\.?|telefono)?[\d\s/+.]*\)/g, ' ');
  const byAppointment = /\b(?:solo\s+)?su appuntamento\b/.test(cleaned);
  const clauses = cleaned
    .replace(/,?\s*\b(?:solo\s+)?su appuntamento\b/g, ' ')
    .split(';')
    .map((clause) => clause.trim().replace(/[.,]+$/, ''))
    .filter((clause) => clause !== '');
  const week: OpenSpan[][] = DAYS.map(() => []);
  if (clauses.length === 0) return null;
  for (const clause of clauses) if (!readClause(clause, week)) return null;
  if (week.every((spans) => spans.length === 0)) return null;
  return { week: week.map(merged), byAppointment };
}

/** Takes one clause, "lun-ven 8:30-12:30 e 14-16", into the week; false: not understood. */
function readClause(clause: string, week: OpenSpan[][]): boolean {
  const found =
    /^(?:solo\s+|dal\s+)?((?:tutti i giorni)|[a-z'’\s,-]+?)\s*[:,]?\s*(\d.*|chius[oa]|fino.*|h ?24)$/.exec(
      clause,
    );
  if (!found) return false;
  const days = readDays(found[1] as string);
  if (!days) return false;
  const rest = found[2] as string;
  if (rest.startsWith('chius')) {
    for (const day of days) week[day] = [];
    return true;
  }
  const later = /^fino\s*(?:alle\s*)?(\d{1,2}(?:[:.]\d{2})?)$/.exec(rest);
  if (later) return extend(days, readTime(later[1] as string), week);
  const spans = rest.startsWith('h') ? [{ from: 0, to: DAY_MIN }] : readSpans(rest);
  if (!spans) return false;
  for (const day of days) (week[day] as OpenSpan[]).push(...spans);
  return true;
}

/** "giovedi fino 19:00": the last span of that day ends later. */
function extend(days: readonly number[], to: number | null, week: OpenSpan[][]): boolean {
  if (to === null) return false;
  return days.every((day) => {
    const spans = week[day] as OpenSpan[];
    const last = spans.pop();
    if (!last || to <= last.from) return false;
    spans.push({ from: last.from, to });
    return true;
  });
}

/** "lun-ven", "martedi e giovedi", "lun, mer, ven". */
function readDays(text: string): number[] | null {
  if (text.trim() === 'tutti i giorni') return [0, 1, 2, 3, 4, 5, 6];
  const days: number[] = [];
  for (const part of text.split(/\s*,\s*|\s+e\s+/)) {
    const ends = part.trim().split(/\s*-\s*|\s+(?:a|al|alla)\s+/);
    const [from, to] = [readDay(ends[0] ?? ''), readDay(ends[1] ?? ends[0] ?? '')];
    if (ends.length > 2 || from < 0 || to < 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}

const readDay = (name: string): number =>
  name.length < 2 ? -1 : DAYS.findIndex((day) => day.startsWith(name.replace(/['’.]$/, '')));

/** "9:00-12:30 14:30-15:30", "8.30-12 e 14-16"; null where anything is left over. */
function readSpans(text: string): OpenSpan[] | null {
  const spans: OpenSpan[] = [];
  const rest = text.replace(
    /(\d{1,2}(?:[:.]\d{2})?)\s*-\s*(\d{1,2}(?:[:.]\d{2})?)/g,
    (_, begins: string, ends: string) => {
      const [from, to] = [readTime(begins), readTime(ends)];
      if (from === null || to === null || from === to) return '?';
      spans.push({ from, to: to < from ? to + DAY_MIN : to });
      return '';
    },
  );
  return spans.length > 0 && /^[\s,/]*(?:e[\s,/]*)*$/.test(rest) ? spans : null;
}

function readTime(text: string): number | null {
  const [hour = 0, minute = 0] = text.split(/[:.]/).map(Number);
  const at = hour * 60 + minute;
  return minute < 60 && at <= DAY_MIN ? at : null;
}

function merged(spans: readonly OpenSpan[]): OpenSpan[] {
  const out: OpenSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from <= last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}

/** Whether it is open at that moment of the week, until when, or when it opens. */
export function openState({ week }: OpeningHours, weekday: Weekday, secondOfDay: number): OpenState {
  const now = (weekday - 1) * DAY_MIN + Math.floor(secondOfDay / 60);
  // Minutes of this week and the next, so that a span over midnight, or over Sunday, is one.
  const spans = [-1, 0, 1].flatMap((turn) =>
    week.flatMap((of, day) =>
      of.map(({ from, to }) => {
        const midnight = turn * WEEK_MIN + day * DAY_MIN;
        return { from: midnight + from, to: midnight + to };
      }),
    ),
  );
  const joined = merged(spans);
  const current = joined.find(({ from, to }) => from <= now && now < to);
  const weekdayOf = (minute: number) => (((Math.floor(minute / DAY_MIN) % 7) + 7) % 7) + 1;
  const minuteOf = (minute: number) => ((minute % DAY_MIN) + DAY_MIN) % DAY_MIN;
  if (current) {
    if (current.to - now >= WEEK_MIN) return { open: true, until: null };
    // Midnight is the end of its day, not the beginning of the next.
    const atMidnight = minuteOf(current.to) === 0;
    return {
      open: true,
      until: {
        weekday: weekdayOf(atMidnight ? current.to - 1 : current.to) as Weekday,
        minute: atMidnight ? DAY_MIN : minuteOf(current.to),
      },
    };
  }
  const next = joined.find(({ from }) => from > now);
  if (!next) return { open: false, opens: null };
  const days = Math.floor(next.from / DAY_MIN) - Math.floor(now / DAY_MIN);
  return {
    open: false,
    opens: { weekday: weekdayOf(next.from) as Weekday, minute: minuteOf(next.from), days },
  };
}
