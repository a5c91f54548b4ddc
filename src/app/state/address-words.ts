// SPDX-License-Identifier: EUPL-1.2
/** How the address writes what is in it more than once: clocks, layers, and what is asked of tables. */
import { type Clock, type Weekday, weekdayOf } from '../../city/clock';
import { GROUND_LAYERS } from '../../city/ground';
import { LIVE_KINDS } from '../../city/live';
import { romeInstant } from '../../city/rome-time';
import type { ListId } from './store';

export const byTable = <T>(of: Readonly<Partial<Record<ListId, T>>>, write: (one: T) => string): string =>
  Object.entries(of)
    .flatMap(([list, one]) => (one === undefined ? [] : [`${encode(list)}@${write(one)}`]))
    .join(';');

export function ofTables<T>(text: string, read: (text: string) => T | null): Partial<Record<ListId, T>> {
  const found: Partial<Record<ListId, T>> = {};
  for (const part of text.split(';')) {
    const [name, rest] = halves(part, '@');
    const list = oneOf(decode(name), LISTS);
    const one = list && read(rest);
    if (list && one) found[list] = one;
  }
  return found;
}

/** Every table of the city. */
export const LISTS: readonly ListId[] = [
  ...GROUND_LAYERS,
  'building',
  ...LIVE_KINDS.map((kind) => `live:${kind}` as const),
];

export function formatClock(clock: Clock): string | null {
  if (clock.kind === 'live') return null;
  if (clock.kind === 'moment') return new Date(clock.atMs).toISOString().replace(/(:00)?\.000Z$/, 'Z');
  const second = Math.floor(clock.secondOfDay);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const parts = [second / 3600, (second / 60) % 60, second % 60].map(two);
  const time = (parts[2] === '00' ? parts.slice(0, 2) : parts).join(':');
  if (!clock.date) return `w${clock.weekday}-${time}`;
  const { year, month, day } = clock.date;
  return `d${year}-${two(month)}-${two(day)}T${time}`;
}

/** A moment without its zone is one of Rome. */
export function parseClock(text: string): Clock | null {
  const typical = /^(?:w([1-7])-|d(\d{4})-(\d{2})-(\d{2})T)([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(
    text,
  );
  if (typical) {
    const [, weekday, year, month, day, hours, minutes, seconds = 0] = typical;
    const secondOfDay = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const stands = { kind: 'typical', secondOfDay, sinceMs: 0, speed: 0 } as const;
    if (weekday) return { ...stands, weekday: Number(weekday) as Weekday };
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    const ofDate = weekdayOf(date);
    return ofDate && { ...stands, weekday: ofDate, date };
  }
  const iso =
    /^((\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!iso) return null;
  const [, wall = '', year, month, day, hours, minutes, seconds = 0, zone] = iso;
  const utc = Date.parse(`${wall}${zone ?? 'Z'}`);
  if (!Number.isFinite(utc)) return null;
  const atMs = zone
    ? utc
    : romeInstant(
        Number(year),
        Number(month),
        Number(day),
        Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
      );
  return { kind: 'moment', atMs, sinceMs: 0, speed: 0 };
}

/** The layers that are on, or off, by name. */
export const layerList = (layers: Readonly<Record<string, boolean>>, on: boolean): string =>
  Object.keys(layers)
    .sort()
    .filter((id) => layers[id] === on)
    .map(encode)
    .join(',');

/** What two such lists say; a layer in both is on. */
export function layersOf(on: string, off: string): Record<string, boolean> {
  const layers: Record<string, boolean> = {};
  for (const id of layerIds(off)) layers[id] = false;
  for (const id of layerIds(on)) layers[id] = true;
  return layers;
}

const layerIds = (text: string): string[] =>
  text
    .split(',')
    .map(decode)
    .filter((id) => /^[a-z0-9-]{1,60}$/.test(id));
export function oneOf<T extends string>(text: string, allowed: readonly T[]): T | null {
  return allowed.find((value) => value === text) ?? null;
}

export function halves(text: string, mark: string): [string, string] {
  const cut = text.indexOf(mark);
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
}

/** Percent-encoded; a text that cannot be (half a surrogate pair) is left out. */
export function encode(text: string): string {
  try {
    return encodeURIComponent(text).replace(/%2F/g, '/');
  } catch {
    return '';
  }
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
