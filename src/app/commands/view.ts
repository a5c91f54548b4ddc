// SPDX-License-Identifier: EUPL-1.2
import { useStore, type View } from '../state/store';
import type { Command, CommandSource } from './command';

type Turn = 'zoomIn' | 'zoomOut' | 'flat' | 'tilted' | 'north' | 'home';
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
    turn('north', { bearingDeg: 0 }, ['Home']),
    turn('zoomIn', { zoom: view.zoom + 1 }, ['+']),
    turn('zoomOut', { zoom: view.zoom - 1 }, ['-']),
  ];
};
