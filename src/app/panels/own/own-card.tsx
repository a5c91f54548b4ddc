// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { keeper } from '../../state/own';
import { type Selection, useStore } from '../../state/store';
import { CardFrame } from '../card/card';
import card from '../card/card.module.css';
import { CardFailed, CardWaiting, Facts } from '../card/parts';
import { useFormats, useLoaded } from '../hooks';

/** A row of what somebody brought: all that its file says of it. */
export default function OwnCard({
  selection: { layer: id, row, at },
}: {
  selection: Extract<Selection, { kind: 'own' }>;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const layer = useStore((s) => s.ownLayers.find((one) => one.id === id));
  const [loaded, retry] = useLoaded(`${id} ${row}`, () => keeper.ask('row', { id, row }));
  const kicker = layer?.name ?? t('own.title');
  if (loaded.state === 'loading')
    return (
      <CardFrame kicker={kicker} title={null}>
        <CardWaiting />
      </CardFrame>
    );
  const n = format.number(row + 1);
  if (loaded.state === 'failed' || !loaded.value || !layer)
    return (
      <CardFrame kicker={kicker} title={t('own.row', { n })} at={at}>
        {loaded.state === 'failed' ? (
          <CardFailed fault={loaded.fault} retry={retry} />
        ) : (
          <p className={card.message}>{t('own.rowGone')}</p>
        )}
      </CardFrame>
    );
  const values = loaded.value;
  const named = layer.columns.findIndex(({ name }) => name === layer.title);
  const title = String(values[named] ?? '') || t('own.row', { n });
  const facts = layer.columns.flatMap(({ name }, i) => {
    const value = values[i] ?? null;
    if (value === null || value === '') return [];
    return [{ id: name, label: name, value: typeof value === 'number' ? String(value) : value }];
  });
  return (
    <CardFrame kicker={kicker} title={title} at={at}>
      <Facts facts={facts} />
      <p className={card.source}>{t('own.source', { file: layer.fileName, n })}</p>
    </CardFrame>
  );
}
