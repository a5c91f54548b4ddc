// SPDX-License-Identifier: EUPL-1.2
/** Where the rows of a file come from, in words. */
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import type { LiveKind } from '../../../city/live';
import { offeredLayers } from '../../../layers/offered';
import { type OwnLayer, ownIdOf } from '../../../own/own-layer';
import { currentMoment, nowMs } from '../../state/clock';
import { livingCity } from '../../state/feeds';
import { livingKindOf, sourceById, tablesOf, themesOf } from '../../state/offered-layers';
import { type Language, useStore } from '../../state/store';
import { useFormats } from '../hooks';
import { listName } from './list-panel';
import type { Table, Words } from './table';
import type { FileOrigin, FileSource } from './table-file';
import type { City } from './table-hook';

/** How to say where the table comes from, at the moment when it is asked. */
export function useFileOrigin(table: Table, { catalogue }: City): () => FileOrigin {
  const { t } = useTranslation();
  const format = useFormats();
  const language = useStore((s) => s.language);
  return () => {
    const kind = livingKindOf(table.list);
    const own = useStore.getState().ownLayers.find(({ id }) => id === ownIdOf(table.list));
    const about = { title: listName(table.list, t), madeAt: new Date(nowMs()).toISOString() };
    if (own) return { ...about, ...ownOrigin(own, t) };
    return kind
      ? { ...about, ...livingOrigin(table, kind, catalogue, language, { t, format }) }
      : { ...about, ...standingOrigin(table, catalogue, language, { t, format }) };
  };
}

type Origin = Pick<FileOrigin, 'sources' | 'note'>;

/** Of what somebody brought nobody here knows the licence. */
function ownOrigin({ fileName }: OwnLayer, t: Words['t']): Origin {
  const source: FileSource = {
    title: fileName,
    publisher: t('tables.file.own'),
    licence: t('source.licenceUnstated'),
    attribution: '',
    date: '',
  };
  return { sources: () => [source], note: '' };
}

function standingOrigin(table: Table, catalogue: Catalogue, language: Language, words: Words): Origin {
  const { t } = words;
  const made = new Map<string, FileSource | null>();
  const sourceOf = (id: string): FileSource | null => {
    let source = made.get(id);
    if (source === undefined) made.set(id, (source = standingSource(id, catalogue, language, words)));
    return source;
  };
  const layers = offeredLayers(catalogue).filter((layer) => tablesOf(layer).includes(table.list));
  const madeUp = layers.flatMap((layer) => themesOf(layer, catalogue)).some(({ synthetic }) => synthetic);
  const note = table.list === 'district' ? t('district.synthetic') : t('tables.file.madeUp');
  return {
    sources: (row) => table.sources(row).flatMap((id) => sourceOf(id) ?? []),
    note: madeUp ? note : '',
  };
}

function standingSource(
  id: string,
  catalogue: Catalogue,
  language: Language,
  { t, format }: Words,
): FileSource | null {
  const source = sourceById(catalogue, id);
  return (
    (source && {
      title: source.title[language],
      publisher: source.publisher,
      licence: source.licence.id === 'unstated' ? t('source.licenceUnstated') : source.licence.name,
      attribution: source.attribution,
      date: format.date(source.vintage),
    }) ??
    null
  );
}

/** Of what lives: the feed of each row, or the city's typical day. */
function livingOrigin(
  table: Table,
  kind: LiveKind,
  catalogue: Catalogue,
  language: Language,
  words: Words,
): Origin {
  const { t, format } = words;
  const known = livingCity().known(kind, currentMoment());
  if (known.origin === 'typical') {
    const theme = catalogue.themes.find(({ id }) => id === 'daily-life');
    const sources = (theme?.sources ?? []).flatMap(
      ({ id }) => standingSource(id, catalogue, language, words) ?? [],
    );
    return { sources: () => sources, note: known.simulated ? t('tables.file.madeUp') : '' };
  }
  const at = table.columns.get('at')?.values as ArrayLike<number> | undefined;
  return {
    sources: (row) => {
      const feed = livingCity().feedOf(kind, table.key(row));
      if (!feed) return [];
      const { licence } = feed;
      const seconds = at?.[row];
      return [
        {
          title: feed.title[language],
          publisher: feed.publisher,
          licence: licence.id === 'unstated' ? t('source.licenceUnstated') : licence.name,
          attribution: feed.attribution,
          date: seconds === undefined ? '' : format.date(new Date(seconds * 1000).toISOString()),
        },
      ];
    },
    note: known.simulated ? t('tables.file.simulated') : '',
  };
}
