// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { scenarioLink } from '../../state/address';
import { openDesk } from '../../state/desk/choice';
import { branch, throwAway } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import { presentScenario } from '../../state/scenario';
import { useStore } from '../../state/store';
import { openWindow } from '../../state/windows';
import { announce } from '../announcer';
import buttons from '../controls.module.css';
import { Icon } from '../icon';
import { useWords } from '../scenario/city-hook';
import menus from '../scenario/scenario.module.css';
import { scenarioTitle } from '../scenario/sentences';
import { KEEP_ICONS } from './icons';
import { useKeeper, useVariantName } from './keep-hook';
import style from './kept.module.css';

type Action = 'scenarios' | 'compare' | 'history' | 'copyLink' | 'branch' | 'nameVersion' | 'remove';

/** Other scenarios, versions of this one, a variant of it. */
export function KeepMenu() {
  const { t } = useTranslation();
  const words = useWords(null);
  const record = useKept((s) => s.record);
  const local = useKept((s) => s.local);
  const person = useKept((s) => s.person);
  const withKeeper = useKeeper();
  const nameOf = useVariantName();
  const actions: readonly Action[] = [
    'scenarios',
    'compare',
    ...(record ? (['branch'] as const) : []),
    ...(record && local === null ? (['nameVersion'] as const) : []),
    ...(record?.saved && local !== 'no-server' ? (['history'] as const) : []),
    ...(record?.saved && local !== 'no-server' ? (['copyLink'] as const) : []),
    ...(record?.isMine || person?.role === 'admin' ? (['remove'] as const) : []),
  ];
  // With what it is a variant of.
  const compared = () =>
    [record?.parent?.id, useStore.getState().scenario?.id].filter((id) => id !== undefined);
  const copyLink = async () => {
    const isCopied = await navigator.clipboard.writeText(scenarioLink(record?.id ?? '', location.href)).then(
      () => true,
      () => false,
    );
    announce(t(isCopied ? 'kept.linkCopied' : 'kept.linkNotCopied'));
  };
  const title = () => scenarioTitle(presentScenario(), words);
  const run = (action: Action) => {
    if (action === 'scenarios' || action === 'history') openWindow(action);
    else if (action === 'nameVersion') openWindow('version');
    else if (action === 'copyLink') void copyLink();
    else if (action === 'compare') openDesk(...compared());
    else
      void withKeeper(async (keeper) => {
        const name = action === 'branch' ? nameOf(presentScenario()) : title();
        if (action === 'branch') await branch(keeper, name);
        else if (record) await throwAway(keeper, record.id);
        announce(t(action === 'branch' ? 'kept.branched' : 'kept.removed', { name }));
      });
  };
  return (
    <MenuTrigger>
      <Button className={`${buttons.quiet} ${style.menuButton}`} data-opens="versions">
        <Icon name={KEEP_ICONS.versions} size={16} />
        <span>{t('kept.actions')}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className={menus.menuPopover!} placement="bottom start" offset={4}>
        <Menu className={menus.menu!} aria-label={t('kept.actions')} onAction={(key) => run(key as Action)}>
          {actions.map((action) => (
            <MenuItem key={action} id={action} className={menus.menuItem!}>
              {t(`kept.${action}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
