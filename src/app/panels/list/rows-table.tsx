// SPDX-License-Identifier: EUPL-1.2
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListId, useStore } from '../../state/store';
import { IconButton, Said } from '../controls';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import { type CellValue, cellText, columnName, isNumeric } from './cell';
import style from './list.module.css';
import { orderRows, PAGE_ROWS, pageCount, type Rows, type Sort } from './rows';

export interface RowsTableProps {
  readonly list: ListId;
  readonly rows: Rows;
  /** The row of what is selected: its page is turned to, and it is marked. */
  readonly current: number | null;
  readonly onChoose: (rows: Rows, row: number, from: Element) => void;
}

/** A table in pages: at most a hundred rows are ever in the document. */
export function RowsTable({ list, rows, current, onChoose }: RowsTableProps) {
  const { t } = useTranslation();
  const format = useFormats();
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<Sort | null>(null);
  const [page, setPage] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  useWishedWords(list, (words) => {
    setFilter(words);
    setPage(0);
  });
  const wanted = useDeferredValue(filter);
  const text = useCellTexts(list, rows);
  const order = useMemo(
    () => orderRows(rows, wanted, sort, text, new Intl.Collator(format.locale, { numeric: true })),
    [rows, wanted, sort, text, format],
  );
  const pages = pageCount(order.length);
  const here = Math.min(page, pages - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [here, sort]);
  const turnedTo = useRef<number | null>(null);
  useEffect(() => {
    if (current === null || turnedTo.current === current) return;
    const at = order.indexOf(current);
    if (at < 0) return;
    turnedTo.current = current;
    setPage(Math.floor(at / PAGE_ROWS));
    // After the page has been drawn.
    requestAnimationFrame(() =>
      scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }),
    );
  }, [current, order]);
  const shown = [...order.subarray(here * PAGE_ROWS, (here + 1) * PAGE_ROWS)];
  return (
    <>
      <div className={style.tools}>
        <label className={style.filter}>
          <Said>{t('list.filter')}</Said>
          <Icon name="search" size={18} />
          <input
            type="search"
            value={filter}
            placeholder={t('list.filterPlaceholder')}
            onChange={(event) => {
              setFilter(event.target.value);
              setPage(0);
            }}
          />
        </label>
        <p className={style.count} role="status">
          {t('list.rows', { count: order.length, n: format.number(order.length) })}
        </p>
        <Pager page={here} pages={pages} onPage={setPage} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={style.scroller} ref={scroller} tabIndex={0} aria-label={t(`table.${list}`)}>
        {shown.length === 0 ? (
          <p className={style.message}>{t('list.empty')}</p>
        ) : (
          <table className={style.table}>
            <caption className={style.caption}>{t(`table.${list}`)}</caption>
            <Head list={list} rows={rows} first={shown[0]!} sort={sort} onSort={setSort} />
            <tbody>
              {shown.map((row) => (
                <Row
                  key={row}
                  row={row}
                  rows={rows}
                  text={text}
                  current={row === current}
                  fallback={t(`thing.${list}`)}
                  onChoose={(from) => onChoose(rows, row, from)}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

/** The search may wish for what is listed. */
function useWishedWords(list: ListId, filterBy: (words: string) => void): void {
  const wish = useStore((s) => s.listWords);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish
  useEffect(() => {
    if (wish?.list !== list) return;
    filterBy(wish.words);
    useStore.getState().set({ listWords: null });
  }, [wish]);
}

/** Cells as they are written, each code looked up once. */
function useCellTexts(list: ListId, rows: Rows): (row: number, column: number) => string {
  const { t } = useTranslation();
  const format = useFormats();
  return useMemo(() => {
    const known = rows.columns.map(() => new Map<CellValue, string>());
    return (row, column) => {
      const value = rows.cell(row, column);
      if (typeof value === 'number') return cellText(list, rows.columns[column]!, value, t, format);
      const texts = known[column]!;
      let text = texts.get(value);
      if (text === undefined)
        texts.set(value, (text = cellText(list, rows.columns[column]!, value, t, format)));
      return text;
    };
  }, [list, rows, t, format]);
}

function Head({
  list,
  rows,
  first,
  sort,
  onSort,
}: {
  list: ListId;
  rows: Rows;
  first: number;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
}) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {rows.columns.map((column, i) => {
          const name = list === 'building' && column === 'id' ? t('building.one') : columnName(column, t);
          const sorted = sort?.column === i ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <th
              key={column}
              scope="col"
              aria-sort={sorted}
              className={isNumeric(column, rows.cell(first, i)) ? style.number : undefined}
            >
              <button
                type="button"
                className={style.sort}
                onClick={() => onSort({ column: i, descending: sorted === 'ascending' })}
              >
                {name}
                <Icon
                  name={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'down' : 'sort'}
                  size={16}
                />
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Row({
  row,
  rows,
  text,
  current,
  fallback,
  onChoose,
}: {
  row: number;
  rows: Rows;
  text: (row: number, column: number) => string;
  current: boolean;
  fallback: string;
  onChoose: (from: Element) => void;
}) {
  const { t } = useTranslation();
  const name = text(row, 0) || fallback;
  return (
    <tr aria-current={current || undefined}>
      {rows.columns.map((column, i) =>
        i === 0 ? (
          <th key={column} scope="row">
            <button
              type="button"
              className={style.choose}
              title={t('list.show', { name })}
              onClick={(event) => onChoose(event.currentTarget)}
            >
              {name}
            </button>
          </th>
        ) : (
          <td key={column} className={isNumeric(column, rows.cell(row, i)) ? style.number : undefined}>
            {text(row, i)}
          </td>
        ),
      )}
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
