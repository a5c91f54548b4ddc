// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import { districtNames } from '../../../query/district';
import { loadRecord, lookupBuilding } from '../../../stream/buildings';
import { type CityFiles, cityFiles } from '../../state/city-files';
import { offeredLists } from '../../state/offered-layers';
import { type ListId, type StoreState, useStore } from '../../state/store';
import { announce } from '../announcer';
import { selectionKey } from '../card/card';
import { takeFocus } from '../card/card-focus';
import { CardFailed } from '../card/parts';
import { IconButton } from '../controls';
import { useFormats, useLoaded } from '../hooks';
import panel from '../panel.module.css';
import style from './list.module.css';
import { buildingRows, type Rows, rowOfSelection, tableRows } from './rows';
import { RowsTable } from './rows-table';

/** Every layer as a table: the same things as on the map, to read, sort and filter. */
export default function ListPanel({ onlyView }: { onlyView: boolean }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const chosen = useStore((s) => s.list);
  const reason = useStore((s) => s.quality.reason);
  const set = useStore((s) => s.set);
  if (!catalogue) return null;
  const lists = offeredLists(catalogue);
  const list = chosen && lists.includes(chosen) ? chosen : lists[0];
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="list-title" data-list>
      <header className={style.head}>
        <h2 id="list-title" className={style.title}>
          {t('list.title')}
        </h2>
        {list && (
          <select
            className={style.select}
            aria-label={t('list.choose')}
            value={list}
            onChange={(event) => set({ list: event.target.value as ListId })}
          >
            {lists.map((id) => (
              <option key={id} value={id}>
                {t(`table.${id}`)}
              </option>
            ))}
          </select>
        )}
        <span className={style.space} />
        {!onlyView && <IconButton icon="close" label={t('list.close')} onPress={() => set({ list: null })} />}
      </header>
      {onlyView && (
        <p className={style.why}>{t(reason === 'no-webgl' ? 'list.tableOnly' : 'list.tableChosen')}</p>
      )}
      {list ? (
        <ListOf key={`${cityUrl} ${list}`} list={list} catalogue={catalogue} cityUrl={cityUrl} />
      ) : (
        <p className={style.message}>{t('list.none')}</p>
      )}
    </section>
  );
}

function ListOf({ list, catalogue, cityUrl }: { list: ListId; catalogue: Catalogue; cityUrl: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const [progress, setProgress] = useState<[done: number, of: number] | null>(null);
  const [loaded, retry] = useLoaded(`${cityUrl} ${list}`, () =>
    loadRows(list, cityFiles(catalogue, cityUrl), (done, of) => setProgress([done, of])),
  );
  const rows = loaded.state === 'ready' ? loaded.value : null;
  const current = useCurrentRow(list, rows, { catalogue, cityUrl });
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  if (loaded.state === 'loading')
    return (
      <p className={style.message} role="status">
        {t('list.loading')}
        {progress && progress[1] > 1 && ` ${format.percent(progress[0] / progress[1], 0)}`}
      </p>
    );
  const choose = (rows: Rows, row: number, from: Element) =>
    chooseRow(list, rows, row, { catalogue, cityUrl }).then(
      (patch) => {
        takeFocus(from);
        useStore.getState().set(patch);
      },
      () => announce(t('card.failed')),
    );
  return <RowsTable list={list} rows={loaded.value} current={current} onChoose={choose} />;
}

/** The row of what is selected; null where it is none of this list, and while nobody knows. */
function useCurrentRow(
  list: ListId,
  rows: Rows | null,
  { catalogue, cityUrl }: { catalogue: Catalogue; cityUrl: string },
): number | null {
  const selection = useStore((s) => s.selection);
  const [found] = useLoaded(
    rows && selection && `${cityUrl} ${list} ${selectionKey(selection)}`,
    async () => {
      if (!rows || selection?.kind !== 'building') return rows && rowOfSelection(list, rows, selection);
      if (list !== 'building') return null;
      const place = await lookupBuilding(catalogue, cityUrl, selection.stableId);
      return place?.id ?? null;
    },
  );
  return selection && found.state === 'ready' ? found.value : null;
}

async function loadRows(
  list: ListId,
  files: CityFiles,
  progress: (done: number, of: number) => void,
): Promise<Rows> {
  if (list === 'building') {
    const [table, zones] = await Promise.all([files.columns('buildings'), files.columnsIfAny('zones')]);
    return buildingRows(table, zones ? districtNames(zones) : new Map());
  }
  const pages = files.pages(list);
  let done = 0;
  return tableRows(
    await Promise.all(
      Array.from({ length: pages }, async (_, page) => {
        const table = await files.page(list, page);
        progress(++done, pages);
        return table;
      }),
    ),
  );
}

/** How near one stands to what a row is about. */
const ZOOM: Partial<Record<ListId, number>> = {
  district: 14.2,
  municipio: 12.6,
  'city-limit': 11,
  'transit-line': 13,
  greenery: 15.5,
  water: 14.5,
};

/** What choosing a row does: a flight, and a selection where the thing can be named. */
async function chooseRow(
  list: ListId,
  rows: Rows,
  row: number,
  { catalogue, cityUrl }: { catalogue: Catalogue; cityUrl: string },
): Promise<Partial<StoreState>> {
  const at = rows.at(row);
  const flight = { to: { at, zoom: ZOOM[list] ?? 16.8 } };
  if (list === 'building') {
    const { stableId } = await loadRecord(catalogue, cityUrl, row);
    return { flight, selection: { kind: 'building', stableId } };
  }
  const id = rows.cell(row, rows.columns.indexOf('id'));
  if (list === 'district') return { flight, selection: { kind: 'district', id: Number(id) } };
  if (id === null) return { flight };
  return { flight, selection: { kind: 'thing', layer: list, id: String(id), at } };
}
