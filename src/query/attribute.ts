// SPDX-License-Identifier: EUPL-1.2
/** What one asks of a table: its attributes and their values, one value a row. */

export type AttributeKind = 'number' | 'category' | 'text';

/** One attribute of a table; its name on the screen is the screen's affair. */
export interface Attribute {
  /** Unique in its table. */
  readonly id: string;
  readonly kind: AttributeKind;
  /** Spelt out: "m", "m²", "persons", "%"; "1" for counts and for what has none. */
  readonly unit: string;
  /** Of a category: its values as stored and as written in links, in the order of the legend. */
  readonly codes?: readonly string[];
  /** Of a number: a year or another figure that is written without thousands marks. */
  readonly plain?: boolean;
  /** Of a number: most decimals that it is written with, where not the usual of its unit; a file has all. */
  readonly decimals?: number;
}

/**
 * Values of one attribute, one a row. Numbers: NaN where not known. Categories: places in
 * `attribute.codes`, any other where not known. Texts: '' where not known.
 */
export type Values = ArrayLike<number> | readonly string[];

export interface AttributeColumn {
  readonly attribute: Attribute;
  readonly values: Values;
  /** Of a category: how its codes are written on the screen, in their order; words are sought in them. */
  readonly labels?: readonly string[];
  /** 1: the figure exists and is not published (src/city/disclosure.ts); it is then not known either. */
  readonly withheld?: Uint8Array;
}

/** What can be asked of a table: columns of one length, by attribute id. */
export interface Askable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, AttributeColumn>;
}
