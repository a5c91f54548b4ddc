// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Filter } from '../../../query/filter';
import { matchesOf } from '../../../query/filter';
import { orderRows, type Sort } from '../../../query/order';
import { inPieces } from '../../../stream/in-pieces';
import { useStore } from '../../state/store';
import { useFormats } from '../hooks';
import { type Ring, withinRing } from './in-view';
import { steadyOrder } from './steady-order';
import type { Table } from './table';

/** The rows of a table that are meant, in their order. */
export interface Ordered {
  readonly table: Table;
  readonly rows: Uint32Array;
  /** What they are sorted by, which may be what was asked for before the last. */
  readonly sort: Sort | null;
}

/** Which rows the filter means; with whether it names what this table has not. */
export function useMatches(table: Table): {
  mask: Uint8Array | null;
  missing: boolean;
  filter: Filter | undefined;
} {
  const filter = useStore((s) => s.filters[table.list]);
  return useMemo(() => {
    if (!filter || filter.conditions.length === 0) return { mask: null, missing: false, filter };
    const { mask, missing } = matchesOf(filter, table);
    return { mask, missing: missing.length > 0, filter };
  }, [filter, table]);
}

/** `seen`: what the map shows; null: wherever it is. */
export function useMask(table: Table, mask: Uint8Array | null, seen: Ring | null): Uint8Array | null {
  return useMemo(() => {
    if (!seen) return mask;
    return Uint8Array.from({ length: table.rows }, (_, row) => {
      if (mask && mask[row] !== 1) return 0;
      const at = table.at(row);
      return at && withinRing(at, seen) ? 1 : 0;
    });
  }, [table, mask, seen]);
}

/**
 * Sorts in pieces; what was shown stays until it is done. `isRead` says whether somebody reads the table
 * now: then a table that only has newer values keeps its rows in their places. `again` sorts anew.
 */
export function useOrder(
  table: Table,
  mask: Uint8Array | null,
  sort: Sort | null,
  isRead: () => boolean,
  again: number,
): Ordered | null {
  const { locale } = useFormats();
  const filter = useStore((s) => s.filters[table.list]);
  const [made, setMade] = useState<Ordered | null>(null);
  const before = useRef<{ asked: string; filter: unknown; keys: readonly string[] } | null>(null);
  const asked = `${sort?.column} ${sort?.descending} ${again}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked says the sort
  useEffect(() => {
    let wanted = true;
    const { compare } = new Intl.Collator(locale, { numeric: true });
    const work = orderRows(table, mask, sort, compare);
    inPieces(work).then((order) => {
      if (!wanted) return;
      const last = before.current;
      const same = last?.asked === asked && last.filter === filter;
      const rows =
        same && table.list.startsWith('live:') && isRead() ? steadyOrder(order, table, last.keys) : order;
      if (table.list.startsWith('live:'))
        before.current = { asked, filter, keys: Array.from(rows, (row) => table.key(row)) };
      setMade({ table, rows, sort });
    });
    return () => {
      wanted = false;
      work.return(new Uint32Array());
    };
  }, [table, mask, asked, locale]);
  return made && made.table.list === table.list ? made : null;
}
