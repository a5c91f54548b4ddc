// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { useTranslation } from 'react-i18next';
import { type TreeNode, treeOf } from '../../../scenario/scenario-tree';
import { hasRoom, openDesk } from '../../state/desk/choice';
import { branch, openKept, takeBack, throwAway } from '../../state/kept/actions';
import type { Listed } from '../../state/kept/listed';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import buttons from '../controls.module.css';
import { Icon } from '../icon';
import { useWords } from '../scenario/city-hook';
import menus from '../scenario/scenario.module.css';
import { KEEP_ICONS } from './icons';
import { useKeeper } from './keep-hook';
import style from './tree.module.css';

interface TreeProps {
  readonly scenarios: readonly Listed[];
  readonly inBin: boolean;
  /** What is said where there is nothing. */
  readonly empty: string;
  readonly onOpen: (id: string, name: string) => void;
  /** Something has been done to one of them. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** Scenarios, and under each its variants: arrows go up, down, in and out, Enter opens. */
export function ScenarioTree({ scenarios, inBin, empty, onOpen, onChange, onClose }: TreeProps) {
  const { t } = useTranslation();
  const trees = useMemo(() => treeOf(scenarios), [scenarios]);
  // All that is not folded by hand is unfolded, also what comes later.
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const ids = scenarios.map(({ id }) => id);
  const nameOf = (name: string) => name.trim() || t('kept.list.unnamed');
  const open = (key: Key) => {
    const found = scenarios.find(({ id }) => id === key);
    if (found && !inBin) onOpen(found.id, nameOf(found.name));
  };
  const node = ({ item, variants }: TreeNode<Listed>): ReactElement => (
    <TreeItem
      key={item.id}
      id={item.id}
      textValue={nameOf(item.name)}
      className={style.item!}
      data-scenario={item.id}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <Row
            item={item}
            name={nameOf(item.name)}
            level={level}
            hasVariants={hasChildItems}
            inBin={inBin}
            onChange={onChange}
            onClose={onClose}
          />
        )}
      </TreeItemContent>
      <Collection items={variants.map((variant) => ({ id: variant.item.id, variant }))}>
        {({ variant }) => node(variant)}
      </Collection>
    </TreeItem>
  );
  return (
    <Tree
      className={style.tree!}
      aria-label={t('kept.list.label')}
      items={trees.map((tree) => ({ id: tree.item.id, tree }))}
      selectionMode="none"
      expandedKeys={ids.filter((id) => !folded.has(id))}
      onExpandedChange={(keys) => setFolded(new Set(ids.filter((id) => !keys.has(id))))}
      onAction={open}
      renderEmptyState={() => <p className={style.empty}>{empty}</p>}
    >
      {({ tree }) => node(tree)}
    </Tree>
  );
}

function Row({
  item,
  name,
  level,
  hasVariants,
  inBin,
  onChange,
  onClose,
}: {
  item: Listed;
  name: string;
  level: number;
  hasVariants: boolean;
  inBin: boolean;
  onChange: () => void;
  onClose: () => void;
}) {
  const { t, format } = useWords(null);
  const isHere = useStore((s) => s.scenario?.id === item.id);
  const { visibility, measures, owner, isMine, at, state } = item;
  const about = [
    isMine ? t('kept.list.mineBy') : owner,
    t('kept.list.measures', { count: measures, n: format.number(measures) }),
    format.dateTime(at),
    state === 'saved' ? '' : t(`kept.list.state.${state}`),
  ].filter(Boolean);
  return (
    <div className={style.row} data-level={Math.min(level, MOST_INDENTED)} data-here={isHere || undefined}>
      {hasVariants ? (
        <Button slot="chevron" className={style.fold!} aria-label={t('kept.list.expand', { name })}>
          <Icon name="right" size={18} />
        </Button>
      ) : (
        <span className={style.leaf} aria-hidden="true" />
      )}
      <span className={style.text}>
        <span className={style.name}>
          {name}
          {isHere && <span className={style.here}>{t('kept.list.here')}</span>}
        </span>
        <span className={style.about}>
          <Icon name={KEEP_ICONS[visibility]} size={14} />
          <span>
            {state === 'browser' ? '' : `${t(`kept.visibility.${visibility}`)} · `}
            {about.join(' · ')}
          </span>
        </span>
      </span>
      <RowMenu item={item} name={name} inBin={inBin} onChange={onChange} onClose={onClose} />
    </div>
  );
}

/** Deeper ones stand below one another. */
const MOST_INDENTED = 6;

type Action = 'variant' | 'compare' | 'remove' | 'takeBack';

function RowMenu({
  item,
  name,
  inBin,
  onChange,
  onClose,
}: {
  item: Listed;
  name: string;
  inBin: boolean;
  onChange: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const withKeeper = useKeeper();
  const actions: readonly Action[] = inBin
    ? ['takeBack']
    : ['variant', 'compare', ...(item.isMine ? ['remove' as const] : [])];
  const compare = () => {
    const { desk } = useStore.getState();
    if (!desk.includes(item.id) && !hasRoom(desk)) return announce(t('kept.list.compareFull'));
    openDesk(item.id);
    onClose();
  };
  const run = (action: Action) =>
    withKeeper(async (keeper) => {
      if (action === 'compare') return compare();
      if (action === 'variant') {
        const variant = t('kept.variantName', { name });
        if (keeper.parts.desk.read()?.id !== item.id) await openKept(keeper, item.id);
        await branch(keeper, variant);
        announce(t('kept.branched', { name: variant }));
        useStore.getState().set({ scenarioOpen: true });
        onClose();
        return;
      }
      if (action === 'remove') await throwAway(keeper, item.id);
      else await takeBack(keeper, item.id);
      announce(t(action === 'remove' ? 'kept.removed' : 'kept.list.tookBack', { name }));
      onChange();
    });
  return (
    <MenuTrigger>
      <Button className={buttons.icon!} aria-label={t('kept.list.more', { name })}>
        <Icon name={KEEP_ICONS.more} size={18} />
      </Button>
      <Popover className={menus.menuPopover!} placement="bottom end" offset={4}>
        <Menu
          className={menus.menu!}
          aria-label={t('kept.list.more', { name })}
          onAction={(key) => void run(key as Action)}
        >
          {actions.map((action) => (
            <MenuItem key={action} id={action} className={menus.menuItem!}>
              {t(`kept.list.${action}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
