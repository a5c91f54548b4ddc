// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/command';
import { commandsNow } from '../../commands/index';
import { findCommands } from '../../commands/match';
import { recentCommands, rememberCommand } from '../../commands/recent';
import { useStore } from '../../state/store';
import { Icon } from '../icon';
import panel from '../panel.module.css';
import { Keys } from './keys';
import style from './palette.module.css';

const storage = () => localStorage;

/** Everything that can be done, by name: write a few letters, choose by arrows, Enter. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const catalogue = useStore((s) => s.catalogue);
  // As things are when it opens: nothing changes under it but the language, and what a city has that is still coming.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  const commands = useMemo(() => commandsNow(t, useStore.getState()), [t, i18n.language, catalogue]);
  const recent = useMemo(() => recentCommands(storage), []);
  const found = findCommands(query, commands, recent);
  const run = (id: unknown) => {
    const command = commands.find((one) => one.id === id);
    if (!command) return;
    onClose();
    rememberCommand(storage, command.id);
    // Once the window is gone and the keyboard is back where it was.
    setTimeout(command.run);
  };
  return (
    <ModalOverlay className={style.overlay!} isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={style.modal!}>
        <Dialog className={`${panel.panel} ${style.dialog}`} aria-label={t('commands.title')}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField className={style.field!} aria-label={t('commands.find')} autoFocus>
              <Icon name="search" />
              <Input className={style.input!} placeholder={t('commands.placeholder')} />
            </SearchField>
            {/* The field keeps the focus while arrows choose; to scroll without choosing, the list takes it too. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it (axe) */}
            <section className={style.found} tabIndex={0} aria-label={t('commands.title')}>
              <Menu
                aria-label={t('commands.title')}
                items={found}
                onAction={run}
                renderEmptyState={() => <p className={style.none}>{t('commands.none')}</p>}
              >
                {(command) => <Item command={command} recent={query === '' && recent.includes(command.id)} />}
              </Menu>
            </section>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Item({ command, recent }: { command: Command; recent: boolean }) {
  const { t } = useTranslation();
  return (
    <MenuItem id={command.id} className={style.item!} textValue={command.title}>
      <span className={style.name}>{command.title}</span>
      <span className={style.group}>
        {recent ? t('commands.recent') : t(`commands.group.${command.group}`)}
      </span>
      {command.keys && <Keys keys={command.keys} />}
    </MenuItem>
  );
}
