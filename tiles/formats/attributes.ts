// SPDX-License-Identifier: EUPL-1.2
/** Published attribute values to numbers and lists. Absent is undefined; a bad value is a {@link Fault}. */

/** A value that is there but cannot be used, in words. */
export interface Fault {
  readonly fault: string;
}
export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value;

/** Well over the tallest building in Italy (Torre Unicredit, 231 m with its spire). */
const MAX_HEIGHT_M = 400;
const METRES_PER_FOOT = 0.3048;
const ABSENT = /^(|null|none|nan|n\/?a|nd|n\.d\.|-|unknown)$/i;

/**
 * A finite number written by a program or a person: `13.2`, `"13.2"`, `"87,5"`, `"1.234,5"`,
 * `"1,234.5"`; undefined where absent or no number. A single separator is the decimal one.
 */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return comma > point ? italianNumber(text) : plain(text.replaceAll(',', ''));
  return plain(text.replace(',', '.'));
}

/** Italian style: point for thousands, comma for decimals. `'1.234,5'` is 1234.5, `'1.234'` is 1234. */
export function italianNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(trimmed)) return undefined;
  return plain(trimmed.replaceAll('.', '').replace(',', '.'));
}

/**
 * A count of persons, pupils, beds: as {@link number}, but a lone point before three digits parts thousands, since a
 * count has no decimals: `"12.000"` is 12000. Whether it is whole and not below nought is for the caller to ask.
 */
export const count = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,3}(\.\d{3})+$/.test(value.trim())
    ? italianNumber(value)
    : number(value);

/** A number without thousands separators, decimal comma or point: `'45,46'`, `'45.46'`. */
export const decimal = (text: string): number | undefined => plain(text.trim().replace(',', '.'));

function plain(text: string): number | undefined {
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : undefined;
}

/**
 * A height in metres: `13.2`, `"13.2 m"`, `"87,5"`, `"7 m"`, feet as `"12'"`, `"12'6\""`, `"40 ft"`.
 * Undefined where absent; a fault where negative, over 400 m, or no number.
 */
export function heightM(value: unknown): number | undefined | Fault {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && ABSENT.test(value.trim())) return undefined;
  const metres = typeof value === 'string' ? metresOf(value.trim()) : number(value);
  if (metres === undefined) return { fault: `height "${shown(value)}" is no number` };
  if (metres < 0) return { fault: `height ${metres} m is negative` };
  if (metres > MAX_HEIGHT_M) return { fault: `height ${metres} m is over ${MAX_HEIGHT_M} m` };
  return metres;
}

function metresOf(text: string): number | undefined {
  const feet = /^(\d+(?:\.\d+)?)\s*(?:'|ft|feet)\s*(?:(\d+(?:\.\d+)?)\s*(?:"|''|in))?$/i.exec(text);
  if (feet) return (Number(feet[1]) + Number(feet[2] ?? 0) / 12) * METRES_PER_FOOT;
  // "8 m; 12 m": the greater one.
  const parts = text
    .split(';')
    .map((part) => number(part.trim().replace(/\s*(m|mt|metri|metres|meters)\.?$/i, '')));
  return parts.includes(undefined) ? undefined : Math.max(...(parts as number[]));
}

/** Number of storeys above ground: `3`, `"3"`, `"3.5"`, `"3;4"` (the greater). 0 is a value, e.g. a canopy. */
export function storeys(value: unknown): number | undefined | Fault {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && ABSENT.test(value.trim())) return undefined;
  const said = plainText(value) ?? '';
  const parts = said.split(/[;-](?=\s*\d)/).map((part) => number(part));
  const most = parts.includes(undefined) ? Number.NaN : Math.max(...(parts as number[]));
  if (said.trim().startsWith('-') || !(most >= 0 && most <= 120))
    return { fault: `storeys "${shown(value)}" are no number from 0 to 120` };
  return most;
}

/** A year from `1968`, `"1968"`, `"16-12-2019"`, `"2020-02-16"`, `"~1890"`, `"1890s"`, `"before 1920"`. */
export function year(value: unknown): number | undefined {
  const found = /(?:^|\D)(1[0-9]{3}|20[0-9]{2})(?:\D|$)/.exec(plainText(value) ?? '')?.[1];
  return found ? Number(found) : undefined;
}

/**
 * A list as Python prints it, which OSMnx writes where merged edges differ: `"[1, 2]"`,
 * `"['50' '30']"`, `"['Via A', \"Via dell'Orso\"]"`. Any other value is a list of itself; absent is
 * the empty list.
 */
export function pythonList(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(pythonList);
  const text = plainText(value)?.trim() ?? '';
  if (ABSENT.test(text)) return [];
  if (!text.startsWith('[') || !text.endsWith(']')) return [text];
  const items: string[] = [];
  for (const [, single, double, bare] of text
    .slice(1, -1)
    .matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s,'"]+)/g)) {
    const item = (single ?? double ?? bare ?? '').replace(/\\(.)/g, '$1').trim();
    if (!ABSENT.test(item)) items.push(item);
  }
  return items;
}

/** Objects have no text of their own: JSON may give them a `toString` that is none. */
function plainText(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

const shown = (value: unknown): string => (plainText(value) ?? typeof value).slice(0, 30);

/** Words for "nothing": of programs (`_null` of the GTFS, `NaN`) and of people (`n.d.`, `N/D`, a lone dash). */
const NO_TEXT = /^(|_?null|none|nan|n\.d\.?|n\/[ad]|[-–—_?.]+)$/i;

/** Trimmed text, undefined where empty or a word for "nothing". */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const trimmed = String(value).replace(/\s+/g, ' ').trim();
  return NO_TEXT.test(trimmed) ? undefined : trimmed;
}
