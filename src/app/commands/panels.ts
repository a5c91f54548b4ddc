// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { ownIdOf } from '../../own/own-layer';
import { openDesk } from '../state/desk/choice';
import { isStanding, layerOfList, offeredLists } from '../state/offered-layers';
import { type ListId, useStore } from '../state/store';
import { openWindow, useWindows } from '../state/windows';
import type { Command, CommandSource } from './command';

/** Opens each panel. */
export const panelCommands: CommandSource = (t) => {
  const { set } = useStore.getState();
  const panel = (
    id: 'scenario' | 'scenarios' | 'desk' | 'tools' | 'people' | 'model' | 'layers' | 'search',
    title: string,
    run: () => void,
    keys?: Command['keys'],
  ): Command => ({
    id: `open-${id}`,
    group: 'panels',
    title: t('commands.open', { name: title }),
    words: t(`commands.words.${id}`),
    run,
    ...(keys && { keys }),
  });
  return [
    panel('search', t('search.label'), focusSearch, ['/']),
    panel('layers', t('layers.title'), () => useWindows.setState({ wantsLayers: true })),
    panel('scenario', t('header.scenario'), () => set({ scenarioOpen: true })),
    panel('scenarios', t('commands.scenarios'), () => openWindow('scenarios')),
    panel('desk', t('commands.desk'), () => openDesk()),
    panel('people', t('header.people'), () => set({ peopleOpen: true })),
    panel('tools', t('header.tools'), () => set({ toolsOpen: true })),
    panel('model', t('header.model'), () => set({ modelOpen: true })),
  ];
};

/** The tables that the city has. */
export const listCommands: CommandSource = (t, { catalogue, feeds, ownLayers }) =>
  (catalogue ? offeredLists(catalogue, feeds, ownLayers) : []).map(
    (id): Command => ({
      id: `list-${id}`,
      group: 'panels',
      title: t('commands.list', { name: isStanding(id) ? t(`table.${id}`) : layerName(id, t) }),
      words: `${t('commands.words.lists')} ${id.replace(/[-:]/g, ' ')}`,
      run: () => useStore.getState().set({ list: id }),
    }),
  );

/** What lives is listed under the name of its layer. */
function layerName(list: ListId, t: TFunction): string {
  const own = ownIdOf(list);
  if (own !== null) return useStore.getState().ownLayers.find(({ id }) => id === own)?.name ?? '';
  const layer = layerOfList(list);
  return layer ? t(`layer.${layer.id}.name`) : list;
}

/** Once the palette is gone, and has given the keyboard back. */
const focusSearch = (): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>('search input')?.focus()),
  );
};
