// SPDX-License-Identifier: EUPL-1.2
/** A table with what one does to it: find, filter, sort, draw, take away. */
import { Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../../../query/order';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { takeFocus } from '../card/card-focus';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { onDemand } from '../on-demand';
import { choiceOf, useCurrentRow } from './choose-row';
import { ExportMenu } from './export-menu';
import { FilterChips } from './filter-chips';
import { FindWords } from './find-words';
import style from './list.module.css';
import { useMask, useMatches, useOrder } from './order-hook';
import { RowsTable } from './rows-table';
import type { Table } from './table';
import type { City } from './table-hook';

const Charts = onDemand(() => import('./charts/charts').then((part) => part.Charts));

type Show = 'table' | 'charts';

export function TableView({ table, city }: { table: Table; city: City }) {
  const { t } = useTranslation();
  const [show, setShow] = useState<Show>('table');
  const [sort, setSort] = useState<Sort | null>(null);
  const [again, setAgain] = useState(0);
  const { seen, inView, switchView } = useInView();
  const { mask, missing } = useMatches(table);
  const kept = useMask(table, mask, seen);
  const body = useRef<HTMLDivElement>(null);
  const isRead = useCallback(
    () =>
      body.current !== null &&
      (body.current.contains(document.activeElement) || body.current.matches(':hover')),
    [],
  );
  const ordered = useOrder(table, kept, sort, isRead, again);
  const current = useCurrentRow(ordered?.table ?? table, city);
  const living = table.list.startsWith('live:');
  const choose = (of: Table, row: number, from: Element) =>
    choiceOf(of, row, city).then(
      (patch) => {
        takeFocus(from);
        useStore.getState().set(patch);
      },
      () => announce(t('card.failed')),
    );
  return (
    <>
      <div className={style.tools}>
        <FindWords list={table.list} />
        <Count of={ordered?.rows.length ?? null} all={table.rows} />
        {switchView && (
          <label className={style.inView} title={t('tables.filter.inViewAbout')}>
            <input type="checkbox" checked={inView} onChange={(event) => switchView(event.target.checked)} />
            {t('tables.filter.inView')}
          </label>
        )}
        <span className={style.space} />
        {living && sort && (
          <TextButton kind="quiet" icon="sort" onPress={() => setAgain((n) => n + 1)}>
            {t('tables.live.sort')}
          </TextButton>
        )}
        <ShowChooser show={show} onShow={setShow} />
        {ordered && <ExportMenu ordered={ordered} city={city} />}
      </div>
      <FilterChips table={table} missing={missing} />
      <div className={style.body} ref={body} data-show={show} aria-busy={ordered?.sort !== sort || undefined}>
        {show === 'charts' ? (
          <Suspense>
            <Charts
              table={table}
              mask={kept}
              current={current}
              onChoose={(row, from) => choose(table, row, from)}
            />
          </Suspense>
        ) : (
          ordered && (
            <RowsTable ordered={ordered} sort={sort} onSort={setSort} current={current} onChoose={choose} />
          )
        )}
      </div>
    </>
  );
}

/** Only what the map shows, once it has settled; without a map there is no such switch. */
function useInView() {
  const [inView, setInView] = useState(false);
  const seen = useStore((s) => s.seen);
  const ring = useMemo(() => (inView ? seen : null), [inView, seen]);
  return { seen: ring, inView, switchView: seen ? setInView : null };
}

/** How many rows are meant, of how many. */
function Count({ of, all }: { of: number | null; all: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const n = of ?? all;
  return (
    <p className={style.count} role="status" data-count={of ?? undefined}>
      {n === all
        ? t('list.rows', { count: n, n: format.number(n) })
        : t('tables.count.of', {
            n: format.number(n),
            all: t('list.rows', { count: all, n: format.number(all) }),
          })}
    </p>
  );
}

function ShowChooser({ show, onShow }: { show: Show; onShow: (show: Show) => void }) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className={style.shows!}
      orientation="horizontal"
      value={show}
      onChange={(value) => onShow(value as Show)}
    >
      <Label className={style.hidden!}>{t('tables.chart.view')}</Label>
      {(['table', 'charts'] as const).map((one) => (
        <Radio key={one} value={one} className={style.show!}>
          {t(`tables.chart.${one}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
