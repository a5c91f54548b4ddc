// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import { plane, planeToLonLat } from '../../../city/frames';
import { type Column, useDesk } from '../../state/desk/desk';
import { useStore } from '../../state/store';
import { fileName } from '../impact/download';
import { useImpactWords } from '../impact/impact-words';
import { Exports } from '../impact/places-table';
import { isZoneField } from './choices';
import { useTitles } from './columns-hook';
import style from './desk.module.css';
import { FigureChart, GainsChart, StandingText } from './desk-chart';
import { type CsvLine, deskCsv, linesOf } from './desk-csv';
import { DistrictsOfAll } from './desk-table';
import { districtCells } from './rows';

/** An indicator district by district: the district that is chosen on the map is chosen here, and the other way round. */
export function Districts({ columns, city: { zones } }: { columns: readonly Column[]; city: CityInputs }) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const field = useDesk((s) => s.field);
  const selected = useStore((s) => (s.selection?.kind === 'district' ? s.selection.id : null));
  const row = selected === null ? -1 : zones.id.subarray(0, zones.districts).indexOf(selected);
  const isOfDistricts = isZoneField(field);
  const compared = t('desk.table.againstToday');
  const cells = useMemo(
    () => (isOfDistricts && field ? districtCells(columns, field, zones.districts) : []),
    [columns, field, isOfDistricts, zones],
  );
  const choose = (at: number) =>
    useStore.getState().set({
      selection: { kind: 'district', id: zones.id[at] as number },
      flight: {
        to: { at: planeToLonLat(plane(zones.eastM[at] as number, zones.northM[at] as number)), zoom: 12.6 },
      },
    });
  const csv = (): readonly CsvLine[] =>
    field
      ? cells.flatMap((some, at) =>
          linesOf(columns, some, titleOf, {
            indicator: field,
            against: '',
            district: { id: zones.id[at] as number, name: zones.name[at] ?? '' },
          }),
        )
      : [];
  const name = field ? t(`impact.field.${field}`) : '';
  return (
    <>
      {!isOfDistricts && <p className={style.note}>{t('desk.field.street')}</p>}
      {isOfDistricts && field && (
        <>
          <div className={style.beside}>
            <div className={style.tableSide}>
              <DistrictsOfAll
                columns={columns}
                field={field}
                zones={zones}
                caption={t('desk.table.districts', { field: name, against: compared })}
                chosen={row < 0 ? null : row}
                onChoose={choose}
              />
            </div>
            <div className={style.chartSide}>
              {row >= 0 && (
                <>
                  <FigureChart
                    title={t('desk.chart.district', {
                      indicator: name,
                      district: zones.name[row] ?? '',
                      against: compared,
                    })}
                    columns={columns}
                    cells={cells[row] ?? []}
                  />
                  <StandingText columns={columns} cells={cells[row] ?? []} id={field} againstToday />
                </>
              )}
              <GainsChart columns={columns} field={field} districts={zones.districts} />
            </div>
          </div>
          <p className={style.note}>
            {t('desk.table.interval')} {t('desk.table.medianShare')}
          </p>
          <Exports file={fileName(t('desk.csv'), field)} csv={(flavour) => deskCsv(csv(), flavour)} />
        </>
      )}
    </>
  );
}
