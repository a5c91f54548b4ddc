// SPDX-License-Identifier: EUPL-1.2
/** Columns of a table, made of plain values. */
import type { AttributeColumn } from './attribute';

/** A text column: '' where it is not known. */
export const textColumn = (id: string, values: readonly string[]): AttributeColumn => ({
  attribute: { id, kind: 'text', unit: '1' },
  values,
});

export interface NumberOptions {
  readonly unit?: string;
  readonly plain?: boolean;
  readonly withheld?: Uint8Array;
}

/** A column of numbers: NaN where it is not known. */
export const numberColumn = (
  id: string,
  values: ArrayLike<number>,
  { unit = '1', plain, withheld }: NumberOptions = {},
): AttributeColumn => ({
  attribute: { id, kind: 'number', unit, ...(plain && { plain }) },
  values,
  ...(withheld && { withheld }),
});

/** A column of codes, each written by its label; null where it is not known. */
export function codeColumn(
  id: string,
  values: readonly (string | null)[],
  label: (code: string) => string,
): AttributeColumn {
  const places = new Map<string, number>();
  const found = Uint32Array.from(values, (value) => {
    if (value === null || value === '') return NOT_KNOWN;
    let place = places.get(value);
    if (place === undefined) places.set(value, (place = places.size));
    return place;
  });
  const codes = [...places.keys()];
  return { attribute: { id, kind: 'category', unit: '1', codes }, values: found, labels: codes.map(label) };
}
/** More than rows of any table. */
const NOT_KNOWN = 0xffffffff;

/** Columns by their ids, in order. */
export const columnsOf = (columns: readonly AttributeColumn[]): ReadonlyMap<string, AttributeColumn> =>
  new Map(columns.map((column) => [column.attribute.id, column]));
