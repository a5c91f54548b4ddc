// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../query/attribute';
import type { Sort } from '../../../query/order';
import { IconButton } from '../controls';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import { ColumnFilter } from './column-filter';
import style from './list.module.css';
import { listName } from './list-panel';
import type { Ordered } from './order-hook';
import { isNumeric, type Table, valueText } from './table';
import { useWords } from './table-hook';

/** Rows in a page of the list: few enough to draw at once, enough to read on. */
const PAGE_ROWS = 100;

export interface RowsTableProps {
  readonly ordered: Ordered;
  /** What was asked for last. */
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  /** The row of what is selected: its page is turned to, and it is marked. */
  readonly current: number | null;
  readonly onChoose: (table: Table, row: number, from: Element) => void;
}

/** A table in pages: at most a hundred rows are ever in the document. */
export function RowsTable({ ordered, sort: asked, onSort, current, onChoose }: RowsTableProps) {
  const { table, rows, sort } = ordered;
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const here = Math.min(page, pages - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [here, sort]);
  useTurnTo(current, table, rows, scroller, setPage);
  const shown = [...rows.subarray(here * PAGE_ROWS, (here + 1) * PAGE_ROWS)];
  const name = listName(table.list, t);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={style.scroller} ref={scroller} tabIndex={0} aria-label={name}>
        <table className={style.table}>
          <caption className={style.caption}>{name}</caption>
          <Head table={table} sort={sort} asked={asked} onSort={onSort} />
          <tbody>
            {shown.map((row) => (
              <Row
                key={table.key(row)}
                row={row}
                table={table}
                current={row === current}
                onChoose={(from) => onChoose(table, row, from)}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className={style.message}>{t('list.empty')}</p>}
      </section>
      <Pager page={here} pages={pages} onPage={setPage} />
    </>
  );
}

/** Turns to the page of what has been selected, once. */
function useTurnTo(
  current: number | null,
  table: Table,
  rows: Uint32Array,
  scroller: React.RefObject<HTMLDivElement | null>,
  setPage: (page: number) => void,
): void {
  const turnedTo = useRef<string | null>(null);
  useEffect(() => {
    const key = current === null ? null : table.key(current);
    if (key === null || turnedTo.current === key) return;
    const at = rows.indexOf(current as number);
    if (at < 0) return;
    turnedTo.current = key;
    setPage(Math.floor(at / PAGE_ROWS));
    // After the page has been drawn.
    requestAnimationFrame(() =>
      scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }),
    );
  }, [current, table, rows, scroller, setPage]);
}

/** Says what the rows are sorted by; another click turns what was asked for last, whether it is done or not. */
function Head({
  table,
  sort,
  asked,
  onSort,
}: {
  table: Table;
  sort: Sort | null;
  asked: Sort | null;
  onSort: (sort: Sort) => void;
}) {
  return (
    <thead>
      <tr>
        {table.shown.map((id) => {
          const column = table.columns.get(id) as AttributeColumn;
          const sorted = sort?.column === id ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <th
              key={id}
              scope="col"
              // By itself its filter would be of its name too.
              aria-label={table.heading(id)}
              aria-sort={sorted}
              className={isNumeric(column) ? style.number : undefined}
              data-column={id}
            >
              <span className={style.headCell}>
                <button
                  type="button"
                  className={style.sort}
                  onClick={() =>
                    onSort({ column: id, descending: asked?.column === id && !asked.descending })
                  }
                >
                  {table.heading(id)}
                  <Icon
                    name={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'down' : 'sort'}
                    size={16}
                  />
                </button>
                {id !== 'id' && <ColumnFilter table={table} column={column} />}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Row({
  row,
  table,
  current,
  onChoose,
}: {
  row: number;
  table: Table;
  current: boolean;
  onChoose: (from: Element) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const name = table.name(row);
  return (
    <tr aria-current={current || undefined}>
      {table.shown.map((id, i) => {
        const column = table.columns.get(id) as AttributeColumn;
        if (i > 0)
          return (
            <td
              key={id}
              className={isNumeric(column) ? style.number : undefined}
              data-withheld={column.withheld?.[row] === 1 || undefined}
            >
              {valueText(column, row, words)}
            </td>
          );
        return (
          <th key={id} scope="row">
            <button
              type="button"
              className={style.choose}
              title={t('list.show', { name })}
              onClick={(event) => onChoose(event.currentTarget)}
            >
              {name}
            </button>
          </th>
        );
      })}
    </tr>
  );
}

function Pager({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  if (pages < 2) return null;
  return (
    <div className={style.pager}>
      <IconButton
        icon="left"
        label={t('list.previous')}
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <span>{t('list.pageOf', { page: format.number(page + 1), pages: format.number(pages) })}</span>
      <IconButton
        icon="right"
        label={t('list.next')}
        isDisabled={page === pages - 1}
        onPress={() => onPage(page + 1)}
      />
    </div>
  );
}
