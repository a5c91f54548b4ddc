// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { MILAN_VIEWS } from '../../city/views';
import { useSavedViews } from '../state/saved-views';
import { useStore, type View } from '../state/store';
import type { Command, CommandSource } from './command';

type Turn = 'zoomIn' | 'zoomOut' | 'flat' | 'tilted' | 'home';
const TILT_DEG = 60;

/** Where one looks from. */
export const viewCommands: CommandSource = (t, { view, catalogue, quality }) => {
  if (quality.level === 'table') return [];
  const first = useStore.getInitialState().view;
  const turn = (id: Turn, to: Partial<View>, keys?: Command['keys']): Command => ({
    id,
    group: 'view',
    title: t(`view.${id}`),
    words: t(`commands.words.${id}`),
    run: () => useStore.getState().set({ flight: { to: { ...view, ...to } } }),
    ...(keys && { keys }),
  });
  return [
    turn('home', catalogue ? { ...first, at: catalogue.city.centre } : first),
    turn('flat', { pitchDeg: 0 }, ['PageDown']),
    turn('tilted', { pitchDeg: TILT_DEG }, ['PageUp']),
    {
      id: 'north',
      group: 'view',
      title: t('commands.north'),
      words: t('commands.words.north'),
      keys: ['Home'],
      run: () => useStore.getState().set({ flight: { to: { ...view, bearingDeg: 0 } } }),
    },
    turn('zoomIn', { zoom: view.zoom + 1 }, ['+']),
    turn('zoomOut', { zoom: view.zoom - 1 }, ['-']),
    ...places(t, catalogue?.city.id === 'milano'),
  ];
};

/** Known places, and the views that a person keeps. */
function places(t: TFunction, milan: boolean): Command[] {
  const place = (id: string, name: string, to: View): Command => ({
    id: `go-${id}`,
    group: 'view',
    title: t('commands.go', { name }),
    words: `${t('commands.words.go')} ${id.replace(/-/g, ' ')}`,
    run: () => useStore.getState().set({ flight: { to } }),
  });
  const known = MILAN_VIEWS.map(({ id, ...to }) => place(id, t(`tools.views.of.${id}`), to));
  const own = useSavedViews.getState().views.map(({ name, view }, at) => place(`own-${at}`, name, view));
  return milan ? [...known, ...own] : own;
}
