// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { CityInputs } from '../../../city/city-inputs';
import { plane, planeToLonLat } from '../../../city/frames';
import { FIELDS, type FieldId } from '../../../impact/outcome';
import { closeDesk } from '../../state/desk/choice';
import {
  answeredOf,
  type Column,
  changeDesk,
  chooseField,
  chooseTotal,
  DESK_TABS,
  type DeskTab,
  useDesk,
} from '../../state/desk/desk';
import { useStore } from '../../state/store';
import { Choice } from '../choice';
import { IconButton } from '../controls';
import { fileName } from '../impact/download';
import impact from '../impact/impact.module.css';
import { useImpactWords } from '../impact/impact-words';
import parts from '../impact/parts.module.css';
import { Exports } from '../impact/places-table';
import panel from '../panel.module.css';
import { useCity } from '../scenario/city-hook';
import { focusSoon } from '../scenario/focus';
import { Chosen } from './chosen';
import { letterAt, useColumns, useScenariosHere, useTitles } from './columns-hook';
import style from './desk.module.css';
import { FigureChart, GainsChart, StandingText } from './desk-chart';
import { type CsvLine, deskCsv } from './desk-csv';
import { DeskMapPart } from './desk-map';
import { DeskRun } from './desk-run';
import { DistrictsOfAll, TotalsOfAll } from './desk-table';
import { ageGroups, cityGroups, districtCells, districtFields, isTold, totalCells } from './rows';

/** Up to four scenarios beside each other: table, chart and map tell the same, whichever of them one chooses in. */
export default function DeskPanel() {
  const { t } = useImpactWords();
  const title = useRef<HTMLHeadingElement>(null);
  const columns = useColumns();
  const [city] = useCity();
  useScenariosHere();
  // It never opens with the page: the keyboard goes where the panel begins.
  useEffect(() => title.current?.focus(), []);
  const close = () => {
    closeDesk();
    focusSoon('[data-opens=scenario]');
  };
  const answered = answeredOf(columns);
  useFirstIndicator(columns);
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="desk-title" data-desk-panel>
      <header className={panel.head}>
        <h2 id="desk-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('desk.title')}
        </h2>
        <IconButton icon="close" label={t('desk.close')} onPress={close} />
      </header>
      <div className={`${panel.body} ${style.body}`}>
        <Chosen columns={columns} />
        {columns.length > 0 && <DeskRun columns={columns} />}
        {city.state === 'ready' && city.value.synthetic && answered.length > 0 && (
          <p className={`${parts.synthetic} ${parts.ofHead}`}>{t('impact.synthetic')}</p>
        )}
        {columns.length > 0 && answered.length === 0 && (
          <p className={style.note}>{t('desk.table.nothing')}</p>
        )}
        {city.state === 'ready' && answered.length > 0 && <Results columns={columns} city={city.value} />}
      </div>
      {city.state === 'ready' && answered.length > 0 && (
        <DeskMapPart columns={columns} districts={city.value.zones.districts} />
      )}
    </section>
  );
}

/** As long as nothing that the answers have is chosen, the first of it is. */
function useFirstIndicator(columns: readonly Column[]): void {
  const total = useDesk((s) => s.total);
  const field = useDesk((s) => s.field);
  useEffect(() => {
    const totals = cityGroups(columns).flatMap((group) => group.totals);
    const isKnown =
      (total && totals.includes(total)) ||
      (field &&
        answeredOf(columns).some(({ answer }) => answer.impact.fields.some(({ id }) => id === field)));
    const [first] = totals;
    if (!isKnown && first) chooseTotal(first);
  }, [columns, total, field]);
}

function Results({ columns, city }: { columns: readonly Column[]; city: CityInputs }) {
  const { t } = useImpactWords();
  const tab = useDesk((s) => s.tab);
  return (
    <Tabs
      className={style.tabs!}
      selectedKey={tab}
      onSelectionChange={(key) => changeDesk({ tab: key as DeskTab })}
    >
      <TabList aria-label={t('desk.tabs')} className={impact.tabList!}>
        {DESK_TABS.map((one) => (
          <Tab key={one} id={one} className={impact.tab!}>
            {t(`desk.tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      {DESK_TABS.map((one) => (
        <TabPanel key={one} id={one} className={style.tabPanel!}>
          <Show columns={columns} tab={one} />
          {one === 'districts' ? (
            <Districts columns={columns} city={city} />
          ) : (
            <Totals columns={columns} tab={one} />
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Units or per cent, and what the scenarios are compared with. */
function Show({ columns, tab }: { columns: readonly Column[]; tab: DeskTab }) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const percent = useDesk((s) => s.percent);
  const against = useAgainst(columns);
  return (
    <div className={style.show}>
      <Choice
        label={t('desk.show.label')}
        value={percent ? 'percent' : 'units'}
        options={(['units', 'percent'] as const).map((value) => ({ value, text: t(`desk.show.${value}`) }))}
        onChange={(value) => changeDesk({ percent: value === 'percent' })}
      />
      {tab === 'districts' ? (
        <small>{t('desk.table.onlyToday')}</small>
      ) : (
        <label className={style.which}>
          <span>{t('desk.show.against')}</span>
          <select
            className={style.select}
            value={against ?? ''}
            onChange={(event) => changeDesk({ against: event.target.value || null })}
            data-against
          >
            <option value="">{t('desk.show.today')}</option>
            {columns.map(({ id, scenario }, place) => (
              <option key={id} value={id}>
                {letterAt(place)} · {titleOf(scenario)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** The one that the others are compared with, as long as it is among them; null: today. */
function useAgainst(columns: readonly Column[]): string | null {
  const against = useDesk((s) => s.against);
  return columns.some(({ id }) => id === against) ? against : null;
}

function Totals({ columns, tab }: { columns: readonly Column[]; tab: 'city' | 'ages' }) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const total = useDesk((s) => s.total);
  const against = useAgainst(columns);
  const other = against ? titleOf(columns.find(({ id }) => id === against)?.scenario ?? null) : '';
  const compared = against ? t('desk.table.againstOther', { name: other }) : t('desk.table.againstToday');
  const groups = tab === 'city' ? cityGroups(columns) : ageGroups(columns);
  const shared = { columns, caption: t(`desk.table.${tab}`, { against: compared }) };
  const cells = total && totalCells(columns, total, against);
  const csv = (): readonly CsvLine[] =>
    groups.flatMap(({ totals }) =>
      totals.flatMap((id) =>
        linesOf(columns, totalCells(columns, id, against), titleOf, { indicator: id, against: other }),
      ),
    );
  return (
    <>
      {tab === 'ages' && <p className={style.note}>{t('desk.age.note')}</p>}
      <div className={style.beside}>
        <div className={style.tableSide}>
          {groups.length === 0 && <p className={style.note}>{t('desk.age.none')}</p>}
          {tab === 'city' ? (
            <TotalsOfAll
              {...shared}
              groups={cityGroups(columns)}
              nameOf={(name) => t(`impact.totals.group.${name}`)}
              first={t('desk.table.indicator')}
            />
          ) : (
            groups.length > 0 && (
              <TotalsOfAll
                {...shared}
                groups={ageGroups(columns)}
                nameOf={(name) => t(`desk.age.${name}`)}
                first={t('desk.table.age')}
              />
            )
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
              <StandingText columns={columns} cells={cells} id={total} />
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

function Districts({ columns, city: { zones } }: { columns: readonly Column[]; city: CityInputs }) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const field = useDesk((s) => s.field);
  const selected = useStore((s) => (s.selection?.kind === 'district' ? s.selection.id : null));
  const row = selected === null ? -1 : zones.id.subarray(0, zones.districts).indexOf(selected);
  const fields = districtFields(columns);
  const isOfDistricts = field !== null && FIELDS[field].over === 'zone';
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
      <select
        className={style.select}
        aria-label={t('desk.field.label')}
        value={isOfDistricts && field ? field : ''}
        onChange={(event) => chooseField(event.target.value as FieldId)}
        data-field
      >
        {!isOfDistricts && <option value="">{field ? name : t('desk.field.label')}</option>}
        {fields.map((id) => (
          <option key={id} value={id}>
            {t(`impact.field.${id}`)}
          </option>
        ))}
      </select>
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
                  <StandingText columns={columns} cells={cells[row] ?? []} id={field} />
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

/** A row of a table as lines of a file: the scenarios that have an answer. */
function linesOf(
  columns: readonly Column[],
  cells: ReturnType<typeof totalCells>,
  titleOf: ReturnType<typeof useTitles>,
  about: Pick<CsvLine, 'indicator' | 'against'> & Partial<Pick<CsvLine, 'district'>>,
): readonly CsvLine[] {
  return columns.flatMap(({ scenario, answer }, place): CsvLine[] => {
    const told = cells[place];
    if (!answer || !isTold(told)) return [];
    return [{ district: null, ...about, scenario: titleOf(scenario), told, answer }];
  });
}
