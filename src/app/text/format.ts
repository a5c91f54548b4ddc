// SPDX-License-Identifier: EUPL-1.2
/**
 * Every number, measure and date on the screen. it-IT with `useGrouping: 'always'` (1.234,5: the
 * default groups from five digits only), a no-break space before units, a minus sign where Intl has a
 * hyphen, dates in the city's zone.
 */
import { NOT_STATED } from '../../city/catalogue';
import type { Language } from '../state/store';

const LOCALE = { it: 'it-IT', en: 'en-GB' } as const;
const NBSP = '\u00a0';
const MINUS = '\u2212';

export interface Formats {
  readonly locale: (typeof LOCALE)[Language];
  /** At most `digits` decimals, `digits` exactly where `exact`. */
  number(value: number, digits?: number, exact?: boolean): string;
  /** With its sign, for changes; decimals as `number` has them. */
  signed(value: number, digits?: number, exact?: boolean): string;
  /** A year: never grouped. */
  year(value: number): string;
  /** A ratio as a percentage: 0.125 → 12,5%. */
  percent(ratio: number, digits?: number): string;
  signedPercent(ratio: number, digits?: number): string;
  /** Metres; kilometres from 10 km, where metres say nothing. */
  length(metres: number, digits?: number): string;
  /** m², hectares from 1 ha, km² from 1 km². */
  area(squareMetres: number): string;
  /** Persons per km², rounded to the unit. */
  density(perKm2: number): string;
  speed(kmH: number): string;
  /** Euro, with cents where there are any: 5 €, 7,50 €. */
  euro(value: number): string;
  /** Minutes after midnight as the clock says them: 450 → 7:30. */
  clock(minutes: number): string;
  /**
   * 22 novembre 2026; a year or a month alone stays one; a date that the catalogue knows to be stated
   * nowhere is said in words; what is not a date stays as it is.
   */
  date(iso: string): string;
  dateTime(iso: string): string;
  /** "a, b e c" */
  list(items: readonly string[]): string;
}

const made = new Map<Language, Formats>();

/** The formats of a language; the city's time zone is Europe/Rome. */
export function formats(language: Language): Formats {
  let found = made.get(language);
  if (!found) made.set(language, (found = makeFormats(LOCALE[language])));
  return found;
}

function makeFormats(locale: Formats['locale']): Formats {
  const cache = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const format = cache.get(key) ?? new Intl.NumberFormat(locale, { useGrouping: 'always', ...options });
    cache.set(key, format);
    return { format: (value: number) => format.format(value).replace('-', MINUS) };
  };
  const number: Formats['number'] = (value, digits = 0, exact = false) =>
    numbers({ maximumFractionDigits: digits, minimumFractionDigits: exact ? digits : 0 }).format(value);
  const percent = (digits: number, signDisplay: 'auto' | 'exceptZero') =>
    numbers({ style: 'percent', maximumFractionDigits: digits, signDisplay });
  const unit = (value: number, digits: number, name: string) => `${number(value, digits)}${NBSP}${name}`;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Rome' });
  const dateTimes = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Rome',
  });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    number,
    signed: (value, digits = 0, exact = false) =>
      numbers({
        maximumFractionDigits: digits,
        minimumFractionDigits: exact ? digits : 0,
        signDisplay: 'exceptZero',
      }).format(value),
    year: (value) => numbers({ useGrouping: false, maximumFractionDigits: 0 }).format(value),
    percent: (ratio, digits = 1) => percent(digits, 'auto').format(ratio),
    signedPercent: (ratio, digits = 1) => percent(digits, 'exceptZero').format(ratio),
    length: (metres, digits = 1) =>
      metres >= 10_000 ? unit(metres / 1000, 1, 'km') : unit(metres, digits, 'm'),
    area: (squareMetres) => {
      if (squareMetres >= 1e6) return unit(squareMetres / 1e6, 2, 'km²');
      if (squareMetres >= 1e4) return unit(squareMetres / 1e4, 1, 'ha');
      return unit(squareMetres, 0, 'm²');
    },
    density: (perKm2) => unit(Math.round(perKm2), 0, locale === 'it-IT' ? 'ab./km²' : 'inh./km²'),
    speed: (kmH) => unit(kmH, 0, 'km/h'),
    euro: (value) =>
      numbers({
        style: 'currency',
        currency: 'EUR',
        minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      }).format(value),
    clock: (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
    date: (iso) => {
      if (iso === NOT_STATED) return locale === 'it-IT' ? 'data non dichiarata' : 'date not stated';
      // What the demo city's own data say: the generator's version and its seed.
      if (/^demo \d+, /.test(iso))
        return `${locale === 'it-IT' ? 'dati generati' : 'generated data'}, ${iso}`;
      const before = /^before (\d{4})$/.exec(iso);
      if (before && locale === 'it-IT') return `prima del ${before[1]}`;
      const [from, to] = iso
        .split('–')
        .map((end) => (/^\d{4}-\d{2}-\d{2}$/.test(end) ? Date.parse(end) : NaN));
      if (from && to) return dates.formatRange(from, to);
      const day = /^\d{4}-\d{2}-\d{2}(T|$)/.test(iso);
      const ms = Date.parse(iso);
      return day && Number.isFinite(ms) ? dates.format(ms) : iso;
    },
    dateTime: (iso) => {
      const ms = Date.parse(iso);
      return Number.isFinite(ms) ? dateTimes.format(ms) : iso;
    },
    list: (items) => lists.format(items),
  };
}
