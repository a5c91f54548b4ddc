// SPDX-License-Identifier: EUPL-1.2
import { mdiClose } from '@mdi/js';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { type TreeNode, treeOf } from '../../../scenario/scenario-tree';
import { addToDesk, hasRoom, takeFromDesk } from '../../state/desk/choice';
import { type Column, changesSomething } from '../../state/desk/desk';
import { bringScenarios } from '../../state/desk/runs';
import { tellFault } from '../../state/fault';
import type { Listed } from '../../state/kept/listed';
import { type StoredPlace, useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import buttons from '../controls.module.css';
import { Icon } from '../icon';
import { faultWords } from '../kept/keep-words';
import { useScenarios } from '../kept/list-hook';
import { useWords } from '../scenario/city-hook';
import { focusSoon } from '../scenario/focus';
import menus from '../scenario/scenario.module.css';
import type { Words } from '../scenario/words';
import { letterAt, useTitles } from './columns-hook';
import style from './desk.module.css';

/** Which scenarios are compared: each with its letter, and a way to take it out. */
export function Chosen({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation();
  return (
    <section className={style.chosen} aria-label={t('desk.chosen.label')} data-chosen>
      {columns.length === 0 && <p className={style.note}>{t('desk.chosen.none')}</p>}
      {columns.length > 0 && (
        <ol className={style.chips}>
          {columns.map((column, place) => (
            <Chip key={column.id} column={column} place={place} />
          ))}
        </ol>
      )}
      {columns.length === 1 && <p className={style.note}>{t('desk.chosen.one')}</p>}
    </section>
  );
}

function Chip({ column, place }: { column: Column; place: number }) {
  const { t } = useTranslation();
  const words = useWords(null);
  const titleOf = useTitles();
  const cityId = useStore((s) => s.catalogue?.city.id);
  const isOpen = useStore((s) => s.scenario?.id === column.id);
  const { id, scenario, missing, answer, stored, fault } = column;
  const name = titleOf(scenario);
  const state =
    missing !== undefined
      ? t('desk.chosen.missing', { fault: faultWords(missing, words) })
      : !scenario
        ? ''
        : !changesSomething(scenario)
          ? t('desk.run.empty')
          : stored
            ? storedText(stored, words)
            : t(`desk.run.${answer ? 'ready' : fault ? 'failed' : 'waiting'}`);
  const take = () => {
    takeFromDesk(id);
    announce(t('desk.chosen.taken', { name }), false);
    focusSoon('[data-adds]');
  };
  return (
    <li className={style.chip} data-column={id} data-stored-answer={stored?.key}>
      <b className={style.letter}>{letterAt(place)}</b>
      <span className={style.chipText}>
        <span className={style.chipName}>{name}</span>
        <small>{[isOpen && t('desk.chosen.open'), state].filter(Boolean).join(' · ')}</small>
      </span>
      {missing !== undefined && cityId && (
        <TextButton kind="quiet" onPress={() => void bringScenarios(cityId, [id], true).catch(tellFault)}>
          {t('desk.chosen.again')}
        </TextButton>
      )}
      <Button className={buttons.icon!} aria-label={t('desk.chosen.take', { name })} onPress={take}>
        <Icon name={{ d: mdiClose }} size={16} />
      </Button>
    </li>
  );
}

/** By whom and when an answer was worked out that was not worked out here. */
function storedText({ savedBy, savedAt }: StoredPlace, { t, format }: Words): string {
  const when = format.dateTime(savedAt);
  return savedBy ? t('desk.run.stored', { by: savedBy, when }) : t('desk.run.storedNobody', { when });
}

/** One more, of those that may be seen; variants under what they began as. */
export function AddMenu({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation();
  const [loaded] = useScenarios(false);
  const list = loaded.state === 'ready' ? loaded.value.scenarios : [];
  const nameOf = ({ name }: Pick<Listed, 'name'>) => name.trim() || t('kept.list.unnamed');
  const byId = new Map(list.map((one) => [one.id, one]));
  const offered = inOrder(treeOf(list)).filter(({ id }) => columns.every((column) => column.id !== id));
  const isFull = !hasRoom(columns.map(({ id }) => id));
  const add = (id: string) => {
    addToDesk(id);
    const found = byId.get(id);
    if (found) announce(t('desk.chosen.added', { name: nameOf(found) }), false);
  };
  if (isFull) return <p className={style.note}>{t('desk.chosen.full')}</p>;
  return (
    <MenuTrigger>
      <Button className={buttons.text!} data-adds>
        <Icon name="plus" size={18} />
        <span>{t('desk.chosen.add')}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className={menus.menuPopover!} placement="bottom start" offset={4}>
        <Menu
          className={`${menus.menu} ${style.menu}`}
          aria-label={t('desk.chosen.add')}
          onAction={(key) => add(String(key))}
          renderEmptyState={() => (
            <p className={style.note}>
              {t(loaded.state === 'loading' ? 'kept.list.loading' : 'desk.chosen.nothingToAdd')}
            </p>
          )}
        >
          {offered.map(({ id, name, parent }) => {
            const base = parent && byId.get(parent.id);
            return (
              <MenuItem key={id} id={id} textValue={nameOf({ name })} className={menus.menuItem!}>
                <span className={style.offered}>
                  {nameOf({ name })}
                  {base && <small>{t('desk.chosen.variantOf', { name: nameOf(base) })}</small>}
                </span>
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Each with its variants under it. */
const inOrder = (trees: readonly TreeNode<Listed>[]): readonly Listed[] =>
  trees.flatMap(({ item, variants }) => [item, ...inOrder(variants)]);
