// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveKind } from '../../../city/live';
import { ownIdOf } from '../../../own/own-layer';
import {
  isStanding,
  layerOfList,
  livingKindOf,
  offeredLists,
  type StandingList,
} from '../../state/offered-layers';
import { type ListId, useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { CardFailed } from '../card/parts';
import { IconButton } from '../controls';
import { type Loaded, useFormats } from '../hooks';
import { LiveBadge } from '../layers/living-row';
import { onDemand } from '../on-demand';
import panel from '../panel.module.css';
import style from './list.module.css';
import type { Table } from './table';
import { type City, type Progress, useLivingTable, useStandingTable } from './table-hook';
import { TableView } from './table-view';

const OwnList = onDemand(() =>
  Promise.all([import('./own-list'), loadPart('own', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** What a list is called. */
export function listName(list: ListId, t: TFunction): string {
  if (isStanding(list)) return t(`table.${list}`);
  const own = ownIdOf(list);
  if (own !== null) return useStore.getState().ownLayers.find(({ id }) => id === own)?.name ?? '';
  return t(`tables.live.${livingKindOf(list) ?? 'point'}`);
}

/** Every layer as a table: the same things as on the map, to read, sort, filter, draw and take away. */
export default function ListPanel({ onlyView }: { onlyView: boolean }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const feeds = useStore((s) => s.feeds);
  const ownLayers = useStore((s) => s.ownLayers);
  const chosen = useStore((s) => s.list);
  const reason = useStore((s) => s.quality.reason);
  const set = useStore((s) => s.set);
  if (!catalogue) return null;
  const lists = offeredLists(catalogue, feeds, ownLayers);
  const list = chosen && lists.includes(chosen) ? chosen : lists[0];
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="list-title" data-list>
      <header className={style.head}>
        <h2 id="list-title" className={style.title}>
          {t('list.title')}
        </h2>
        {list && <Chooser lists={lists} list={list} />}
        <span className={style.space} />
        {!onlyView && <IconButton icon="close" label={t('list.close')} onPress={() => set({ list: null })} />}
      </header>
      {onlyView && (
        <p className={style.why}>{t(reason === 'no-webgl' ? 'list.tableOnly' : 'list.tableChosen')}</p>
      )}
      {list ? (
        <ListOf key={`${cityUrl} ${list}`} list={list} city={{ catalogue, cityUrl }} />
      ) : (
        <p className={style.message}>{t('list.none')}</p>
      )}
    </section>
  );
}

/** What stands in the city first, what lives in it after that, what somebody brought last. */
function Chooser({ lists, list }: { lists: readonly ListId[]; list: ListId }) {
  const { t } = useTranslation();
  const own = lists.filter((id) => ownIdOf(id) !== null);
  const living = lists.filter((id) => livingKindOf(id) !== null);
  const options = (of: readonly ListId[]) =>
    of.map((id) => (
      <option key={id} value={id}>
        {listName(id, t)}
      </option>
    ));
  const standing = options(lists.filter(isStanding));
  return (
    <select
      className={style.select}
      aria-label={t('list.choose')}
      value={list}
      onChange={(event) => useStore.getState().set({ list: event.target.value as ListId })}
    >
      {living.length + own.length === 0 ? (
        standing
      ) : (
        <>
          <optgroup label={t('layers.group.city')}>{standing}</optgroup>
          {living.length > 0 && <optgroup label={t('layers.group.living')}>{options(living)}</optgroup>}
          {own.length > 0 && <optgroup label={t('tables.own')}>{options(own)}</optgroup>}
        </>
      )}
    </select>
  );
}

function ListOf({ list, city }: { list: ListId; city: City }) {
  const own = ownIdOf(list);
  if (own !== null) return <Own id={own} city={city} />;
  if (isStanding(list)) return <Standing list={list} city={city} />;
  return <Living kind={livingKindOf(list) ?? 'point'} city={city} />;
}

function Own({ id, city }: { id: string; city: City }) {
  const { t } = useTranslation();
  const layer = useStore((s) => s.ownLayers.find((one) => one.id === id));
  return (
    layer && (
      <Suspense
        fallback={
          <p className={style.message} role="status">
            {t('list.loading')}
          </p>
        }
      >
        <OwnList layer={layer} city={city} />
      </Suspense>
    )
  );
}

function Standing({ list, city }: { list: StandingList; city: City }) {
  const { loaded, progress, retry } = useStandingTable(list, city);
  return <WhenLoaded loaded={loaded} progress={progress} retry={retry} city={city} />;
}

/** With how old it is, and where it comes from; one can read it while it is brought up to date. */
function Living({ kind, city }: { kind: LiveKind; city: City }) {
  const { t } = useTranslation();
  const { loaded, known, retry } = useLivingTable(kind, city);
  const layer = layerOfList(`live:${kind}`);
  return (
    <>
      <div className={style.living}>
        {layer && <LiveBadge layer={layer} />}
        <span>{t('tables.live.now')}</span>
        {kind === 'vehicle' && <span>{t('tables.live.scheduledAside')}</span>}
      </div>
      {loaded.state === 'ready' && known.fresh.length + known.stale.length === 0 ? (
        <p className={style.message} role="status">
          {t('tables.live.quiet')}
        </p>
      ) : (
        <WhenLoaded loaded={loaded} progress={null} retry={retry} city={city} />
      )}
    </>
  );
}

export function WhenLoaded({
  loaded,
  progress,
  retry,
  city,
}: {
  loaded: Loaded<Table>;
  progress: Progress;
  retry: () => void;
  city: City;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  if (loaded.state === 'ready') return <TableView table={loaded.value} city={city} />;
  return (
    <p className={style.message} role="status">
      {t('list.loading')}
      {progress && progress[1] > 1 && ` ${format.percent(progress[0] / progress[1], 0)}`}
    </p>
  );
}
