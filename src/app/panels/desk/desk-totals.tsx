// SPDX-License-Identifier: EUPL-1.2
import { type Column, useDesk } from '../../state/desk/desk';
import { fileName } from '../impact/download';
import { useImpactWords } from '../impact/impact-words';
import { Exports } from '../impact/places-table';
import { useAgainst } from './choices';
import { useTitles } from './columns-hook';
import style from './desk.module.css';
import { FigureChart, StandingText } from './desk-chart';
import { type CsvLine, deskCsv, linesOf } from './desk-csv';
import { TotalsOfAll } from './desk-table';
import { ageGroups, cityGroups, totalCells } from './rows';

/** Totals of the city, or of its ages: table, chart, who has most, and the file. */
export function Totals({ columns, tab }: { columns: readonly Column[]; tab: 'city' | 'ages' }) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const total = useDesk((s) => s.total);
  const against = useAgainst(columns);
  const other = against ? titleOf(columns.find(({ id }) => id === against)?.scenario ?? null) : '';
  const compared = against ? t('desk.table.againstOther', { name: other }) : t('desk.table.againstToday');
  const groups = tab === 'city' ? cityGroups(columns) : ageGroups(columns);
  const shared = { columns, caption: t(`desk.table.${tab}`, { against: compared }) };
  const isListed = groups.some(({ totals }) => total && totals.includes(total));
  const cells = total && isListed && totalCells(columns, total, against);
  const csv = (): readonly CsvLine[] =>
    groups.flatMap(({ totals }) =>
      totals.flatMap((id) =>
        linesOf(columns, totalCells(columns, id, against), titleOf, { indicator: id, against: other }),
      ),
    );
  return (
    <>
      {tab === 'ages' && <p className={style.note}>{t('desk.age.note')}</p>}
      {groups.length === 0 && <p className={style.note}>{t('desk.age.none')}</p>}
      <div className={style.beside} hidden={groups.length === 0}>
        <div className={style.tableSide}>
          {tab === 'city' ? (
            <TotalsOfAll
              {...shared}
              groups={cityGroups(columns)}
              nameOf={(name) => t(`impact.totals.group.${name}`)}
              first={t('desk.table.indicator')}
            />
          ) : (
            <TotalsOfAll
              {...shared}
              groups={ageGroups(columns)}
              nameOf={(name) => t(`desk.age.${name}`)}
              first={t('desk.table.age')}
            />
          )}
        </div>
        <div className={style.chartSide}>
          {total && cells ? (
            <>
              <FigureChart
                title={t('desk.chart.city', { indicator: t(`impact.total.${total}`), against: compared })}
                columns={columns}
                cells={cells}
              />
              <StandingText columns={columns} cells={cells} id={total} againstToday={against === null} />
            </>
          ) : (
            <p className={style.note}>{t('desk.chart.none')}</p>
          )}
        </div>
      </div>
      {tab === 'ages' && (
        <p className={style.note} data-income>
          {t('desk.age.income')}
        </p>
      )}
      <p className={style.note}>
        {t('desk.table.interval')} {against && t('desk.table.pairs')}
      </p>
      {groups.length > 0 && (
        <Exports file={fileName(t('desk.csv'), tab)} csv={(flavour) => deskCsv(csv(), flavour)} />
      )}
    </>
  );
}
