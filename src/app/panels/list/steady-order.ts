// SPDX-License-Identifier: EUPL-1.2
/** Rows of a living table that stay where they are while somebody reads them. Pure. */
import type { Table } from './table';

/** The rows of `order` as they stood before, by their keys; those that are new come after them. */
export function steadyOrder(order: Uint32Array, table: Table, before: readonly string[]): Uint32Array {
  const places = new Map(before.map((key, place) => [key, place]));
  const place = (row: number) => places.get(table.key(row)) ?? before.length;
  // Stable: new rows keep the order that they were sorted into.
  return Uint32Array.from([...order].sort((a, b) => place(a) - place(b)));
}
