// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Zones } from '../../../city/city-inputs';
import type { FieldId, TotalId } from '../../../impact/outcome';
import { TOTALS } from '../../../impact/outcome';
import { type Column, chooseTotal, useDesk } from '../../state/desk/desk';
import { unitName } from '../../text/estimate-format';
import { Icon } from '../icon';
import { useImpactWords } from '../impact/impact-words';
import { MoreRows } from '../impact/more-rows';
import { useAgainst } from './choices';
import { letterAt, useTitles } from './columns-hook';
import style from './desk.module.css';
import {
  type Cell,
  type DistrictSort,
  districtCells,
  isTold,
  orderDistricts,
  type TotalGroup,
  totalCells,
} from './rows';
import { saidTold } from './told-words';

/** Totals of the city by group, a scenario a column; the chosen one is in the chart and on the map. */
export function TotalsOfAll<Name extends string>({
  columns,
  groups,
  nameOf,
  caption,
  first,
}: {
  columns: readonly Column[];
  groups: readonly TotalGroup<Name>[];
  nameOf: (group: Name) => string;
  caption: string;
  /** Head of the first column. */
  first: string;
}) {
  const { t, language } = useImpactWords();
  const chosen = useDesk((s) => s.total);
  const field = useDesk((s) => s.field);
  const against = useAgainst(columns);
  return (
    <table className={style.table} data-compared>
      <caption className={style.hidden}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <Heads columns={columns} />
        </tr>
      </thead>
      {groups.map(({ name, totals }) => (
        <tbody key={name}>
          <tr>
            <th scope="colgroup" colSpan={1 + columns.length} className={style.group}>
              {nameOf(name)}
            </th>
          </tr>
          {totals.map((id) => (
            <Row
              key={id}
              id={id}
              isChosen={chosen === id}
              name={t(`impact.total.${id}`)}
              unit={unitName(TOTALS[id].unit, language)}
              onMap={
                chosen === id && field ? t('desk.table.onMap', { field: t(`impact.field.${field}`) }) : ''
              }
              cells={totalCells(columns, id, against)}
              columns={columns}
              onChoose={() => chooseTotal(id as TotalId)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const PAGE = 30;

/** A field district by district; the chosen district is in the chart, outlined on the map. */
export function DistrictsOfAll({
  columns,
  field,
  zones,
  caption,
  chosen,
  onChoose,
}: {
  columns: readonly Column[];
  field: FieldId;
  zones: Zones;
  caption: string;
  /** Its row; null: none. */
  chosen: number | null;
  onChoose: (row: number) => void;
}) {
  const { t, format } = useImpactWords();
  const titleOf = useTitles();
  const [sort, setSort] = useState<DistrictSort>({ by: 'size', descending: true });
  const [pages, setPages] = useState(1);
  const table = useRef<HTMLTableElement>(null);
  const names = useMemo(() => zones.name.slice(0, zones.districts), [zones]);
  const cells = useMemo(() => districtCells(columns, field, zones.districts), [columns, field, zones]);
  const order = useMemo(
    () => orderDistricts(names, cells, sort, new Intl.Collator(format.locale).compare),
    [names, cells, sort, format],
  );
  const shown = order.filter((row, i) => i < pages * PAGE || row === chosen);
  const head = (by: 'name' | number, text: ReactNode, name: string) => {
    const sorted = sort.by === by ? (sort.descending ? 'descending' : 'ascending') : undefined;
    return (
      <th scope="col" key={by} aria-sort={sorted}>
        <button
          type="button"
          className={style.sort}
          title={t('desk.table.sort', { name })}
          onClick={() =>
            setSort({ by, descending: by === 'name' ? sorted === 'ascending' : sorted !== 'descending' })
          }
        >
          {text}
          <Icon name={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'down' : 'sort'} size={14} />
        </button>
      </th>
    );
  };
  return (
    <>
      <table className={style.table} data-compared-districts ref={table}>
        <caption className={style.hidden}>{caption}</caption>
        <thead>
          <tr>
            {head('name', t('desk.table.district'), t('desk.table.district'))}
            {columns.map(({ scenario }, place) =>
              head(
                place,
                <HeadText place={place} name={titleOf(scenario)} />,
                `${letterAt(place)}, ${titleOf(scenario)}`,
              ),
            )}
          </tr>
        </thead>
        {shown.map((row) => (
          <tbody key={row}>
            <Row
              id={String(zones.id[row])}
              isChosen={chosen === row}
              name={names[row] ?? ''}
              unit=""
              cells={cells[row] ?? []}
              columns={columns}
              onChoose={() => onChoose(row)}
            />
          </tbody>
        ))}
      </table>
      <MoreRows
        table={table}
        shown={pages * PAGE}
        rows={names.length}
        page={PAGE}
        onMore={() => setPages(pages + 1)}
      />
    </>
  );
}

function Heads({ columns }: { columns: readonly Column[] }) {
  const titleOf = useTitles();
  return columns.map(({ id, scenario }, place) => (
    <th key={id} scope="col">
      <HeadText place={place} name={titleOf(scenario)} />
    </th>
  ));
}

function HeadText({ place, name }: { place: number; name: string }) {
  return (
    <span className={style.headText}>
      <b className={style.letter}>{letterAt(place)}</b>
      <span className={style.headName} title={name}>
        {name}
      </span>
    </span>
  );
}

function Row({
  id,
  isChosen,
  name,
  unit,
  onMap = '',
  cells,
  columns,
  onChoose,
}: {
  id: string;
  isChosen: boolean;
  name: string;
  unit: string;
  /** What the map shows of it, in words; empty: nothing, or the same. */
  onMap?: string;
  cells: readonly Cell[];
  columns: readonly Column[];
  onChoose: () => void;
}) {
  const { t } = useImpactWords();
  return (
    <tr data-row={id} data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className={style.choose}
          aria-pressed={isChosen}
          title={t('desk.table.choose', { name })}
          onClick={onChoose}
        >
          {name}
        </button>{' '}
        {unit && <small>{unit}</small>}
        {onMap && <small className={style.onMap}>{onMap}</small>}
      </th>
      {columns.map((column, i) => (
        <td key={column.id} data-cell={column.id}>
          <CellText cell={cells[i] ?? { kind: 'waiting' }} />
        </td>
      ))}
    </tr>
  );
}

/** A figure with its interval under it, or why there is none. */
function CellText({ cell }: { cell: Cell }) {
  const { t, language } = useImpactWords();
  const percent = useDesk((s) => s.percent);
  if (!isTold(cell)) return <small className={style.why}>{t(`desk.table.${cell.kind}`)}</small>;
  const said = saidTold(cell, percent, t, language);
  if ('why' in said) return <small className={style.why}>{said.why}</small>;
  const { value, low, high } = said.figures;
  return (
    <span className={style.figure} data-direction={cell.kind === 'told' ? cell.direction : undefined}>
      <b>{value}</b>
      <small>{t('impact.range', { low, high })}</small>
      {said.isUnclear && <small className={style.unclear}>{t('desk.table.unclear')}</small>}
    </span>
  );
}
