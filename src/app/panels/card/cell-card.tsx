// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { LonLat } from '../../../city/frames';
import { cityFiles } from '../../state/city-files';
import { useStore } from '../../state/store';
import { useMoment } from '../clock/moment-hook';
import { useFormats, useLoaded } from '../hooks';
import { CardFrame } from './card';
import style from './card.module.css';
import { cellDay, cellOf, indexAt } from './cell-facts';
import { DayChart } from './day-chart';
import { CardFailed, CardWaiting, Facts, SourceNotes, SyntheticNote } from './parts';

/** A square of the grid of presence: its index at this hour of a typical day, and that day. */
export function CellCard({ id, at }: { id: string; at: LonLat }) {
  const { t } = useTranslation();
  const format = useFormats();
  const moment = useMoment();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded, retry] = useLoaded(catalogue && `${cityUrl} ${id}`, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    const cells = await files.columnsIfAny('presence-cells');
    if (!cells) return null;
    const [week, zones] = await Promise.all([files.columns('week-profiles'), files.columnsIfAny('zones')]);
    return cellOf({ cells, week, zones }, id);
  });
  const kicker = t('living.card.kinds.presence');
  if (loaded.state !== 'ready')
    return (
      <CardFrame kicker={kicker} title={loaded.state === 'loading' ? null : kicker} at={at}>
        {loaded.state === 'failed' ? <CardFailed fault={loaded.fault} retry={retry} /> : <CardWaiting />}
      </CardFrame>
    );
  const cell = loaded.value;
  if (!cell)
    return (
      <CardFrame kicker={kicker} title={kicker} at={at}>
        <p className={style.message}>{t('living.card.gone')}</p>
      </CardFrame>
    );
  const daily = catalogue?.themes.find((theme) => theme.id === 'daily-life');
  const synthetic = daily?.synthetic ?? false;
  const n = String(cell.cell);
  const title = cell.district
    ? t('living.card.cell.titleIn', { n, name: cell.district })
    : t('living.card.cell.title', { n });
  const index = indexAt(cell, moment.weekday, moment.secondOfDay);
  const value = index === null ? t('living.card.unknown') : format.number(Math.round(index));
  return (
    <CardFrame kicker={t('living.card.cell.kicker')} title={title} at={at}>
      <p className={style.source}>{t('living.card.typicalDay')}</p>
      <Facts facts={[{ id: 'index', label: t('living.card.cell.index'), value }]} />
      <p className={style.source}>{t('living.card.cell.note')}</p>
      <DayChart
        name={t('living.card.cell.curve')}
        curve={cellDay(cell, moment.weekday, synthetic)}
        atS={moment.secondOfDay}
      />
      {synthetic && <SyntheticNote />}
      <SourceNotes sources={daily?.sources.filter(({ kept }) => kept > 0) ?? []} />
    </CardFrame>
  );
}
