// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYERS } from '../../../layers/index';
import type { Layer } from '../../../layers/layer';
import { type CityFiles, cityFiles } from '../../state/city-files';
import { themesOf } from '../../state/offered-layers';
import { type Selection, useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { useFormats, useLoaded } from '../hooks';
import { onDemand } from '../on-demand';
import { CardFrame } from './card';
import style from './card.module.css';
import { OfPlace } from './of-place';
import { OfScenario } from './of-scenario';
import { CardFailed, CardWaiting, Facts, SourceNotes, SyntheticNote } from './parts';
import { rowOfId, sourcesOf, type ThingRow, thingFacts, thingKicker, thingTitle } from './thing-facts';

type Thing = Extract<Selection, { kind: 'thing' }>;

const Departures = onDemand(() =>
  Promise.all([import('./departures'), loadPart('living', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** Layers whose cards work something out beyond their rows (place-parts.tsx). */
const WITH_PARTS: readonly Thing['layer'][] = ['service', 'business', 'transit-stop', 'greenery'];

/** A stop, a service, a street, a park…: what its table knows of it. */
export default function ThingCard({ selection: { layer, id, at } }: { selection: Thing }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded, retry] = useLoaded(catalogue && `${cityUrl} ${layer} ${id}`, () =>
    findRow(cityFiles(catalogue!, cityUrl), layer, id),
  );
  if (loaded.state === 'loading')
    return (
      <CardFrame kicker={t(`thing.${layer}`)} title={null}>
        <CardWaiting />
      </CardFrame>
    );
  if (loaded.state === 'failed' || !loaded.value)
    return (
      <CardFrame kicker={t(`thing.${layer}`)} title={t(`thing.${layer}`)} at={at}>
        {loaded.state === 'failed' ? (
          <CardFailed fault={loaded.fault} retry={retry} />
        ) : (
          <p className={style.message}>{t('card.notFound')}</p>
        )}
      </CardFrame>
    );
  const row = loaded.value;
  const title = thingTitle(layer, row, t, format);
  const owner = (LAYERS as readonly Layer[]).find((entry) => entry.tables.includes(layer));
  const themes = owner && catalogue ? themesOf(owner, catalogue) : [];
  const sources = sourcesOf(
    row,
    themes.flatMap((theme) => theme.sources),
  );
  return (
    <CardFrame kicker={thingKicker(layer, row, t, format)} title={title} at={at} list={layer}>
      {layer === 'street' && <OfScenario chosen={{ kind: 'street', id }} />}
      <Facts facts={thingFacts(layer, row, title, t, format)} />
      {layer === 'transit-stop' && (
        <Suspense>
          <Departures stopId={id.replace(/^amat-/, '')} />
        </Suspense>
      )}
      {WITH_PARTS.includes(layer) && <OfPlace about={{ kind: 'thing', layer, id, at, row }} />}
      {themes.some((theme) => theme.synthetic) && <SyntheticNote />}
      <SourceNotes sources={sources} />
    </CardFrame>
  );
}

/** Page by page, since the table of a large layer comes in many. */
async function findRow(files: CityFiles, layer: string, id: string): Promise<ThingRow | null> {
  for (let page = 0; page < files.pages(layer); page++) {
    const row = rowOfId(await files.page(layer, page), id);
    if (row) return row;
  }
  return null;
}
