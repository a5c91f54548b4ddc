// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { districtNames } from '../../../query/district';
import { loadBuilding } from '../../../stream/buildings';
import { cityFiles } from '../../state/city-files';
import { sourceById } from '../../state/offered-layers';
import { useStore } from '../../state/store';
import { useFormats, useLoaded } from '../hooks';
import { buildingFacts, buildingTitle } from './building-facts';
import { CardFrame } from './card';
import style from './card.module.css';
import { OfPlace } from './of-place';
import { CardFailed, CardWaiting, Facts, SourceNote, SyntheticNote } from './parts';

/** A building in plain words: what it is for, how high it is and how one knows. */
export default function BuildingCard({ stableId }: { stableId: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded, retry] = useLoaded(catalogue && `${cityUrl} ${stableId}`, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    const [building, zones] = await Promise.all([
      loadBuilding(catalogue!, cityUrl, stableId),
      files.columnsIfAny('zones').catch(() => null),
    ]);
    return { building, names: zones ? districtNames(zones) : new Map<number, string>() };
  });
  const kicker = t('building.one');
  if (loaded.state === 'loading')
    return (
      <CardFrame kicker={kicker} title={null}>
        <CardWaiting />
      </CardFrame>
    );
  if (loaded.state === 'failed' || !loaded.value.building)
    return (
      <CardFrame kicker={kicker} title={t('building.numbered', { id: stableId })}>
        {loaded.state === 'failed' ? (
          <CardFailed fault={loaded.fault} retry={retry} />
        ) : (
          <p className={style.message}>{t('card.notFound')}</p>
        )}
      </CardFrame>
    );
  const { building, names } = loaded.value;
  const { record, attributes, at } = building;
  const title = buildingTitle(record, t);
  const synthetic = catalogue?.themes.some((theme) => theme.id === 'buildings' && theme.synthetic);
  const footprint = catalogue ? sourceById(catalogue, record.footprintSource) : undefined;
  const height = catalogue ? sourceById(catalogue, record.heightSource) : undefined;
  return (
    <CardFrame kicker={kicker} title={title} at={at} list="building">
      <Facts
        facts={buildingFacts(building, names.get(attributes.district), t, format)}
        terms={{ height: 'lidar', district: 'nil' }}
      />
      <OfPlace about={{ kind: 'building', id: building.id, at }} />
      {synthetic && <SyntheticNote />}
      <SourceNote label={t('card.source')} source={footprint} />
      {height !== footprint && <SourceNote label={t('card.heightSource')} source={height} />}
      <p className={style.source}>
        <b>{t('card.id')}</b> <span className={style.code}>{record.stableId}</span>
      </p>
    </CardFrame>
  );
}
