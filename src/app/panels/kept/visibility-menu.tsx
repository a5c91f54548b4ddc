// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { VISIBILITIES, type Visibility } from '../../../scenario/kept-scenario';
import { mayDo } from '../../../scenario/roles';
import { showTo } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import { announce } from '../announcer';
import { Said } from '../controls';
import buttons from '../controls.module.css';
import { Icon } from '../icon';
import menus from '../scenario/scenario.module.css';
import { KEEP_ICONS } from './icons';
import { useKeeper } from './keep-hook';
import style from './kept.module.css';

/** Who sees the scenario: only where a server keeps it. */
export function VisibilityMenu() {
  const { t } = useTranslation();
  const record = useKept((s) => s.record);
  const local = useKept((s) => s.local);
  const person = useKept((s) => s.person);
  const withKeeper = useKeeper();
  if (!record || local) return null;
  const { id, visibility, isMine } = record;
  // Who sees it is its owner's to say.
  if (!isMine && person?.role !== 'admin')
    return (
      <p className={style.seenBy}>
        <Icon name={KEEP_ICONS[visibility]} size={16} />
        <Said>{t('kept.visibility.label')}: </Said>
        {t(`kept.visibility.${visibility}`)}
      </p>
    );
  const mayPublish = mayDo(person?.role ?? null, 'publisher');
  const choose = (chosen: Visibility) =>
    withKeeper(async (keeper) => {
      await showTo(keeper, id, chosen);
      announce(t('kept.visibility.changed', { who: t(`kept.visibility.${chosen}`) }));
    });
  return (
    <MenuTrigger>
      <Button
        className={`${buttons.quiet} ${style.menuButton}`}
        aria-label={`${t('kept.visibility.label')}: ${t(`kept.visibility.${visibility}`)}`}
      >
        <Icon name={KEEP_ICONS[visibility]} size={16} />
        <span>{t(`kept.visibility.${visibility}`)}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className={menus.menuPopover!} placement="bottom start" offset={4}>
        <Menu
          className={menus.menu!}
          aria-label={t('kept.visibility.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[visibility]}
          disabledKeys={mayPublish || visibility === 'public' ? [] : ['public']}
          onAction={(key) => key !== visibility && void choose(key as Visibility)}
        >
          {VISIBILITIES.map((one) => (
            <MenuItem
              key={one}
              id={one}
              className={`${menus.menuItem} ${style.choice}`}
              textValue={t(`kept.visibility.${one}`)}
            >
              <Icon name={one === visibility ? 'check' : KEEP_ICONS[one]} size={18} />
              <Text slot="label" className={menus.ready!}>
                {t(`kept.visibility.${one}`)}
              </Text>
              <Text slot="description" className={menus.menuAbout!}>
                {one === 'public' && !mayPublish
                  ? t('kept.visibility.onlyPublishers')
                  : t(`kept.visibility.${one}Help`)}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
