// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../../query/attribute';
import { type Filter, matchesOf } from '../../../../query/filter';
import { conditionOn, withCondition, withFilter } from '../../../../query/filter-edit';
import { useStore } from '../../../state/store';
import style from '../list.module.css';
import { type Table, valueText } from '../table';
import { useWords } from '../table-hook';
import type { ChartProps } from './charts';
import chart from './charts.module.css';
import { rankedRows } from './ranked';
import { Unknown } from './unknown';

const COUNTS = [10, 20, 50] as const;

/**
 * The highest or lowest rows as bars, which are buttons. Where rows are told apart by their names, a bar
 * keeps them in the filter, and those that it leaves out are faint; else it chooses on the map.
 */
export function Ranking({
  table,
  mask,
  current,
  onChoose,
  column,
}: ChartProps & { column: AttributeColumn }) {
  const { t } = useTranslation();
  const words = useWords();
  const [lowest, setLowest] = useState(false);
  const [count, setCount] = useState<number>(COUNTS[0]);
  const filter = useStore((s) => s.filters[table.list]);
  const named = table.columns.get('name')?.attribute.kind === 'text';
  const among = useAmongOthers(table, filter, named);
  const rows = useMemo(
    () => rankedRows(column, named ? among : mask, count, lowest),
    [column, among, mask, named, count, lowest],
  );
  const values = column.values as ArrayLike<number>;
  const widest = Math.max(...rows.map((row) => Math.abs(values[row] as number)), 0);
  const [first] = rows;
  const kept = (row: number) => !mask || mask[row] === 1;
  if (first === undefined) return <p className={style.message}>{t('tables.chart.noneKnown')}</p>;
  return (
    <div className={chart.chart}>
      <div className={chart.choose}>
        <label className={chart.attribute}>
          {t('tables.chart.order')}
          <select
            className={style.select}
            value={lowest ? 'bottom' : 'top'}
            onChange={(event) => setLowest(event.target.value === 'bottom')}
          >
            <option value="top">{t('tables.chart.top')}</option>
            <option value="bottom">{t('tables.chart.bottom')}</option>
          </select>
        </label>
        <label className={chart.attribute}>
          {t('tables.chart.rows')}
          <select
            className={style.select}
            value={count}
            onChange={(event) => setCount(Number(event.target.value))}
          >
            {COUNTS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <p className={chart.hint}>
        {t(named ? 'tables.chart.rankFilters' : 'tables.chart.rankHint')} <Unknown column={column} />
      </p>
      <ol
        className={chart.bars}
        aria-label={t('tables.chart.rankingLabel', {
          name: table.heading(column.attribute.id),
          first: table.name(first),
          value: valueText(column, first, words),
        })}
      >
        {rows.map((row) => (
          <li
            key={table.key(row)}
            data-out={!kept(row) || undefined}
            aria-current={row === current || undefined}
          >
            <button
              type="button"
              aria-pressed={named ? isKept(filter, table.name(row)) : undefined}
              onClick={(event) => {
                if (!named || !keepName(table, row)) onChoose(row, event.currentTarget);
              }}
            >
              <span className={chart.barName}>{table.name(row)}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  className={kept(row) ? chart.full : chart.faint}
                  width={widest === 0 ? 0 : (100 * Math.abs(values[row] as number)) / widest}
                  height={10}
                />
              </svg>
              <span className={chart.barValue}>{valueText(column, row, words)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Rows that all but the choice of names means, so that a bar that is not chosen stays in sight. */
function useAmongOthers(table: Table, filter: Filter | undefined, named: boolean): Uint8Array | null {
  return useMemo(() => {
    const rest = named ? withCondition(filter, 'name', null) : filter;
    return rest ? matchesOf(rest, table).mask : null;
  }, [table, filter, named]);
}

function isKept(filter: Filter | undefined, name: string): boolean {
  const condition = conditionOn(filter, 'name');
  return condition?.kind === 'among' && condition.values.includes(name);
}

/** Takes a name into the filter or out of it; false where the row has none. */
function keepName(table: Table, row: number): boolean {
  const name = table.columns.get('name')?.values[row];
  if (typeof name !== 'string' || name === '') return false;
  const { filters, set } = useStore.getState();
  const before = conditionOn(filters[table.list], 'name');
  const names = before?.kind === 'among' ? before.values : [];
  const values = names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
  const condition = values.length === 0 ? null : ({ attribute: 'name', kind: 'among', values } as const);
  set({ filters: withFilter(filters, table.list, withCondition(filters[table.list], 'name', condition)) });
  return true;
}
