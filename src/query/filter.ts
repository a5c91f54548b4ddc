// SPDX-License-Identifier: EUPL-1.2
/** Which rows of a table are meant. */
import { fold } from '../city/fold';
import type { Askable, AttributeColumn } from './attribute';

/** Numbers from … to, both included; null: open. What is not known is outside. */
export interface RangeCondition {
  readonly attribute: string;
  readonly kind: 'range';
  readonly from: number | null;
  readonly to: number | null;
}

/** One of these: codes of a category, or whole texts. */
export interface AmongCondition {
  readonly attribute: string;
  readonly kind: 'among';
  readonly values: readonly string[];
}

/** Where it is known, or where it is not. */
export interface KnownCondition {
  readonly attribute: string;
  readonly kind: 'known';
  readonly known: boolean;
}

/** Each of these words is in the text, or with `*` in any text of the row. Accents and case do not matter. */
export interface WordsCondition {
  readonly attribute: string;
  readonly kind: 'words';
  readonly words: string;
}

export type Condition = RangeCondition | AmongCondition | KnownCondition | WordsCondition;

/** Rows for which all conditions hold. No condition: all rows. */
export interface Filter {
  readonly conditions: readonly Condition[];
  /** What becomes of the others on the map. Hidden where it is not said. */
  readonly others?: 'faint' | 'hidden';
}

/** Any text of the row. */
export const ANY_TEXT = '*';

export interface Matches {
  /** 1: the row is meant. One a row. */
  readonly mask: Uint8Array;
  readonly count: number;
  /** Attributes that the conditions name and the table has not: such conditions hold for no row. */
  readonly missing: readonly string[];
}

/** The rows that a filter means. */
export function matchesOf(filter: Filter, table: Askable): Matches {
  const mask = new Uint8Array(table.rows).fill(1);
  const missing = filter.conditions.filter((condition) => !apply(condition, table, mask));
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] as number;
  return { mask, count, missing: [...new Set(missing.map(({ attribute }) => attribute))] };
}

/** Whether a value is known: a number, a place among the codes, a text that is not empty. */
export function isKnown({ attribute, values }: AttributeColumn, row: number): boolean {
  const value = values[row];
  if (typeof value === 'string') return value !== '';
  if (value === undefined || Number.isNaN(value)) return false;
  return attribute.codes === undefined || attribute.codes[value] !== undefined;
}

/** Takes the rows out of the mask for which the condition does not hold; false where it cannot be asked. */
function apply(condition: Condition, table: Askable, mask: Uint8Array): boolean {
  if (condition.kind === 'words') return applyWords(condition, table, mask);
  const column = table.columns.get(condition.attribute);
  if (!column) {
    mask.fill(0);
    return false;
  }
  if (condition.kind === 'known') keep(mask, (row) => isKnown(column, row) === condition.known);
  else if (condition.kind === 'range') applyRange(condition, column, mask);
  else applyAmong(condition, column, mask);
  return true;
}

function keep(mask: Uint8Array, holds: (row: number) => boolean): void {
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && !holds(row)) mask[row] = 0;
}

function applyRange({ from, to }: RangeCondition, { attribute, values }: AttributeColumn, mask: Uint8Array) {
  const [low, high] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
  const numbers = attribute.kind === 'number' ? (values as ArrayLike<number>) : [];
  for (let row = 0; row < mask.length; row++) {
    const value = numbers[row] as number;
    // Not a number is not within.
    if (!(value >= low && value <= high)) mask[row] = 0;
  }
}

function applyAmong({ values: wanted }: AmongCondition, column: AttributeColumn, mask: Uint8Array): void {
  const { attribute, values } = column;
  if (attribute.codes) {
    const among = attribute.codes.map((code) => wanted.includes(code));
    keep(mask, (row) => among[values[row] as number] === true);
  } else {
    const texts = new Set(wanted);
    keep(mask, (row) => isKnown(column, row) && texts.has(String(values[row])));
  }
}

function applyWords({ attribute, words }: WordsCondition, table: Askable, mask: Uint8Array): boolean {
  const wanted = fold(words.trim()).split(/\s+/).filter(Boolean);
  const one = table.columns.get(attribute);
  if (attribute !== ANY_TEXT && !one) {
    mask.fill(0);
    return false;
  }
  const texts = (one ? [one] : [...table.columns.values()])
    .filter((column) => column.attribute.kind !== 'number')
    .map(foldedTexts);
  if (wanted.length > 0)
    keep(mask, (row) => wanted.every((word) => texts.some((text) => text(row).includes(word))));
  return true;
}

const folded = new WeakMap<object, readonly string[]>();

/** What a row says in a column, as words are compared; each column is folded once. */
function foldedTexts({ attribute, values, labels }: AttributeColumn): (row: number) => string {
  const texts = (labels ?? attribute.codes ?? values) as readonly string[];
  let known = folded.get(texts);
  if (!known) folded.set(texts, (known = texts.map((text) => fold(String(text)))));
  const found = known;
  if (attribute.codes) return (row) => found[values[row] as number] ?? '';
  return (row) => found[row] ?? '';
}
