// SPDX-License-Identifier: EUPL-1.2
/** Takes the table away as a file. Nothing leaves the machine. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { inPieces } from '../../../stream/in-pieces';
import { tellFault } from '../../state/fault';
import { announce } from '../announcer';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import { download, fileName } from '../impact/download';
import style from './export.module.css';
import { useFileOrigin } from './file-origin';
import { listName } from './list-panel';
import { loadShapes } from './load-shapes';
import type { Ordered } from './order-hook';
import { csvFile, geojsonFile } from './table-file';
import { type City, useWords } from './table-hook';

const KINDS = ['excel', 'data', 'geojson'] as const;
type Kind = (typeof KINDS)[number];
const ENDING = { excel: 'csv', data: 'csv', geojson: 'geojson' } as const;
const TYPE = {
  excel: 'text/csv;charset=utf-8',
  data: 'text/csv;charset=utf-8',
  geojson: 'application/geo+json',
} as const;

export function ExportMenu({ ordered: { table, rows }, city }: { ordered: Ordered; city: City }) {
  const { t } = useTranslation();
  const words = useWords();
  const format = useFormats();
  const [busy, setBusy] = useState(false);
  const originOf = useFileOrigin(table, city);
  const save = async (kind: Kind) => {
    setBusy(true);
    announce(t('tables.file.preparing'), false);
    try {
      const origin = originOf();
      const name = `${fileName(origin.title, origin.madeAt.slice(0, 10), kind === 'excel' ? 'excel' : '')}.${ENDING[kind]}`;
      const work =
        kind === 'geojson'
          ? geojsonFile(table, rows, origin, await loadShapes(table, city), words)
          : csvFile(table, rows, origin, kind, words);
      download(name, new Blob(await inPieces(work)), TYPE[kind]);
      announce(t('tables.file.done', { name }));
    } catch (error) {
      announce(t('tables.file.failed'));
      tellFault(error);
    }
    setBusy(false);
  };
  return (
    <MenuTrigger>
      <Button className={style.open!} isDisabled={busy || rows.length === 0}>
        <Icon name="download" size={18} />
        {t('tables.file.menu')}
      </Button>
      <Popover className={style.popover!} placement="top end" offset={6}>
        <p className={style.about}>
          {listName(table.list, t)}: {t('tables.file.about', { n: format.number(rows.length) })}
        </p>
        <Menu
          className={style.menu!}
          aria-label={t('tables.file.menu')}
          onAction={(key) => void save(key as Kind)}
        >
          {KINDS.map((kind) => (
            <MenuItem key={kind} id={kind} className={style.item!} textValue={t(`tables.file.${kind}`)}>
              <Text slot="label">{t(`tables.file.${kind}`)}</Text>
              <Text slot="description" className={style.help!}>
                {t(`tables.file.${kind}About`)}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
