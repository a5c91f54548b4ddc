// SPDX-License-Identifier: EUPL-1.2
/** The table of what somebody brought, as it comes from the worker that keeps it. */
import { useTranslation } from 'react-i18next';
import { textsOf } from '../../../own/askable';
import type { OwnLayer } from '../../../own/own-layer';
import { inPieces } from '../../../stream/in-pieces';
import { keeper, useOwn } from '../../state/own';
import { useLoaded } from '../hooks';
import style from './list.module.css';
import { WhenLoaded } from './list-panel';
import { ownTable } from './own-table';
import type { Table, Words } from './table';
import { type City, useWords } from './table-hook';

export default function OwnList({ layer, city }: { layer: OwnLayer; city: City }) {
  const { t } = useTranslation();
  const words = useWords();
  const gone = useOwn((s) => s.gone.includes(layer.id));
  const [loaded, retry] = useLoaded(`${layer.id} ${layer.title} ${words.format.locale}`, () =>
    loadOwnTable(layer, words),
  );
  if (gone)
    return (
      <p className={style.message} role="status">
        {t('own.gone')}
      </p>
    );
  return <WhenLoaded loaded={loaded} progress={null} retry={retry} city={city} />;
}

/** Rejects with KeepError where the rows are not in this browser any more. */
async function loadOwnTable(layer: OwnLayer, words: Words): Promise<Table> {
  const table = await keeper.ask('table', { id: layer.id });
  return ownTable(layer, table, await inPieces(textsOf(table)), words);
}
