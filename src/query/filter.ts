// SPDX-License-Identifier: EUPL-1.2
/** Which rows of a table are meant. */

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

/** All of these words begin a word of the text; `*`: of any text of the row. Accents and case do not matter. */
export interface WordsCondition {
  readonly attribute: string;
  readonly kind: 'words';
  readonly words: string;
}

export type Condition = RangeCondition | AmongCondition | KnownCondition | WordsCondition;

/** Rows for which all conditions hold. No condition: all rows. */
export interface Filter {
  readonly conditions: readonly Condition[];
  /** What becomes of the others on the map: faint, or away. Away where it is not said. */
  readonly others?: 'faint' | 'hidden';
}
