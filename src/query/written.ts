// SPDX-License-Identifier: EUPL-1.2
/**
 * Filters and colourings as a link writes them. Links are kept for years: what is written here is read for
 * ever, and rubbish is passed over.
 *
 *   filter     hidden~year:..1944~storeys:6..~use:=school,office~heightM:?~name:*brera
 *   colouring  year~natural-5~viridis · year~at-1900,1945~cividis~r · density~continuous~blues · use~categories~okabe-ito
 */
import {
  type Colouring,
  LEAST_CLASSES,
  METHODS,
  type Method,
  MOST_CLASSES,
  PALETTES,
  type PaletteId,
  type Scale,
} from './colouring';
import type { Condition, Filter } from './filter';

/** More than a person would write. */
const MOST_CONDITIONS = 24;
const MOST_VALUES = 120;

export function writeFilter({ conditions, others }: Filter): string {
  return [others ?? 'hidden', ...conditions.map(writeCondition)].join('~');
}

/** Null where it is none. */
export function readFilter(text: string): Filter | null {
  const [others, ...parts] = text.split('~');
  if (others !== 'faint' && others !== 'hidden') return null;
  const conditions = parts.slice(0, MOST_CONDITIONS).map(readCondition);
  return { conditions: conditions.filter((condition) => condition !== null), others };
}

function writeCondition(condition: Condition): string {
  return `${encode(condition.attribute)}:${said(condition)}`;
}

function said(condition: Condition): string {
  switch (condition.kind) {
    case 'range':
      return `${condition.from ?? ''}..${condition.to ?? ''}`;
    case 'among':
      return `=${condition.values.map(encode).join(',')}`;
    case 'known':
      return condition.known ? '?' : '!';
    case 'words':
      return `*${encode(condition.words)}`;
  }
}

function readCondition(text: string): Condition | null {
  const cut = text.indexOf(':');
  const attribute = decode(text.slice(0, Math.max(0, cut)));
  const rest = text.slice(cut + 1);
  if (!isId(attribute)) return null;
  if (rest === '?' || rest === '!') return { attribute, kind: 'known', known: rest === '?' };
  if (rest.startsWith('=')) {
    const values = rest.slice(1).split(',').slice(0, MOST_VALUES).map(decode).filter(Boolean);
    return { attribute, kind: 'among', values };
  }
  if (rest.startsWith('*')) return { attribute, kind: 'words', words: decode(rest.slice(1)) };
  const ends = rest.split('..');
  if (ends.length !== 2) return null;
  const [from, to] = ends.map(readNumber);
  if (from === undefined || to === undefined || Number.isNaN(from ?? 0) || Number.isNaN(to ?? 0)) return null;
  return { attribute, kind: 'range', from, to };
}

export function writeColouring({ attribute, scale, palette, reversed }: Colouring): string {
  return [encode(attribute), writeScale(scale), palette, ...(reversed ? ['r'] : [])].join('~');
}

/** Null where it is none. */
export function readColouring(text: string): Colouring | null {
  const [coded = '', written = '', name, turned] = text.split('~');
  const attribute = decode(coded);
  const scale = readScale(written);
  const palette = (Object.values(PALETTES).flat() as PaletteId[]).find((id) => id === name);
  if (!isId(attribute) || !scale || !palette) return null;
  return { attribute, scale, palette, ...(turned === 'r' && { reversed: true }) };
}

function writeScale(scale: Scale): string {
  if (scale.kind !== 'classed') return scale.kind;
  return scale.method === 'manual' ? `at-${scale.breaks.join(',')}` : `${scale.method}-${scale.classes}`;
}

function readScale(text: string): Scale | null {
  if (text === 'continuous' || text === 'categories') return { kind: text };
  const cut = text.indexOf('-');
  const [how, rest] = [text.slice(0, cut), text.slice(cut + 1)];
  if (how === 'at') {
    const breaks = rest === '' ? [] : rest.split(',').map((each) => readNumber(each) ?? Number.NaN);
    const ascend = breaks.every(
      (value, i) => Number.isFinite(value) && (i === 0 || value > (breaks[i - 1] as number)),
    );
    return ascend && breaks.length < MOST_CLASSES ? { kind: 'classed', method: 'manual', breaks } : null;
  }
  const classes = /^\d$/.test(rest) ? Number(rest) : 0;
  if (!(METHODS as readonly string[]).includes(how) || classes < LEAST_CLASSES || classes > MOST_CLASSES)
    return null;
  return { kind: 'classed', method: how as Method, classes };
}

/** Null where nothing is written; not a number where it is none. */
function readNumber(text: string): number | null {
  if (text === '') return null;
  return /^-?\d{1,21}(\.\d{1,24})?(e[+-]\d{1,3})?$/.test(text) ? Number(text) + 0 : Number.NaN;
}

/** `*` is any text. */
const isId = (text: string): boolean => /^(\*|[\p{L}\p{N}_ .\-:/()%]{1,80})$/u.test(text);

/** With what the writing itself uses; a text that cannot be (half a surrogate pair) is left out. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text).replace(/[~*!'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  } catch {
    return '';
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
