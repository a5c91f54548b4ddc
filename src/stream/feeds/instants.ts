// SPDX-License-Identifier: EUPL-1.2
/** Instants as messages write them. Own reading of ISO 8601, since engines differ in what else they take. */
import { romeInstant, romeTime } from '../../city/rome-time';

/** Whose clock a time without a zone is of: `solar` is UTC+1 the whole year. */
export const TIME_ZONES = ['utc', 'rome', 'solar'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

const HOUR_MS = 3_600_000;
/** Nothing that is live was so before: clocks that were never set show 1970 or 1980. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

/** Milliseconds since 1970 of a number of them that can be meant. */
export function plausible(ms: number | undefined): number | undefined {
  return ms !== undefined && ms >= EARLIEST_MS && ms <= LATEST_MS ? Math.floor(ms) : undefined;
}

/** Of seconds since 1970. */
export function fromSeconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : plausible(seconds * 1000);
}

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const ITALIAN = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?:[ T,]+(\d\d?)[:.](\d\d)(?:[:.](\d\d))?)?$/;

/**
 * "2026-03-25T08:30:00+01:00" and its short forms, or "25/03/2026 08:30"; without a zone by the clocks
 * of `zone`. A day alone is its beginning. Undefined where there is no such time.
 */
export function instant(value: unknown, zone: TimeZone = 'utc'): number | undefined {
  if (typeof value !== 'string' || value.length > 48) return undefined;
  const trimmed = value.trim();
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, y, m, d, hour = '0', minute = '0', second = '0', fraction = '0', offset] = iso;
    const time = [y, m, d, hour, minute, second].map(Number) as Wall;
    return plausible(wallInstant(time, Number(`0.${fraction}`) * 1000, offset ?? zone));
  }
  const italian = ITALIAN.exec(trimmed);
  if (!italian) return undefined;
  const [, d, m, y, hour = '0', minute = '0', second = '0'] = italian;
  return plausible(wallInstant([y, m, d, hour, minute, second].map(Number) as Wall, 0, zone));
}

type Wall = [year: number, month: number, day: number, hour: number, minute: number, second: number];

function wallInstant(wall: Wall, fractionMs: number, offset: string): number | undefined {
  const [year, month, day, hour, minute, second] = wall;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  const secondOfDay = hour * 3600 + minute * 60 + second;
  if (offset === 'rome') return romeWall(year, month, day, secondOfDay, fractionMs);
  return midnight.getTime() + secondOfDay * 1000 + fractionMs - offsetMs(offset);
}

function offsetMs(offset: string): number {
  if (offset === 'solar') return HOUR_MS;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Undefined for the hour that the clocks skip in March. */
function romeWall(year: number, month: number, day: number, secondOfDay: number, fractionMs: number) {
  const at = romeInstant(year, month, day, secondOfDay);
  const shown = romeTime(at);
  return shown.day === day || secondOfDay >= 86_400
    ? shown.secondOfDay === secondOfDay % 86_400
      ? at + fractionMs
      : undefined
    : undefined;
}

/**
 * Begin and end of an instant or an interval "from/to" (ISO 8601 §4.4); of an instant both are the same.
 */
export function interval(
  value: unknown,
  zone: TimeZone = 'utc',
): { fromMs: number; toMs: number } | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined;
  const [first = '', second] = value.split('/');
  const fromMs = instant(first, zone);
  const toMs = second === undefined ? fromMs : instant(second, zone);
  return fromMs === undefined || toMs === undefined || toMs < fromMs ? undefined : { fromMs, toMs };
}
