// SPDX-License-Identifier: EUPL-1.2
/** The stops of the tour, each with something that it really does. */
import { lonLat } from '../../../city/frames';
import { goToTypical } from '../../state/clock';
import { useStore } from '../../state/store';
import { openWindow, useWindows } from '../../state/windows';

export interface TourStep {
  readonly id: 'see' | 'real' | 'ask' | 'clock' | 'whatIf' | 'help';
  readonly run: () => void;
}

const DUOMO = lonLat(9.19186, 45.46416);
const WEDNESDAY = 3;

export const TOUR: readonly TourStep[] = [
  {
    id: 'see',
    run: () => {
      const { set } = useStore.getState();
      set({ flight: { to: { at: DUOMO, zoom: 16.4, pitchDeg: 62, bearingDeg: -20 } } });
    },
  },
  { id: 'real', run: () => useWindows.setState({ about: 'sources' }) },
  // The first of the districts, which is the Duomo's.
  { id: 'ask', run: () => useStore.getState().set({ selection: { kind: 'district', id: 1 } }) },
  { id: 'clock', run: () => goToTypical(WEDNESDAY, 8.5 * 3600) },
  { id: 'whatIf', run: () => useStore.getState().set({ scenarioOpen: true }) },
  { id: 'help', run: () => openWindow('palette') },
];

const KEY = 'gemello.tour';

/** Whether the tour was taken or declined in this browser; where that cannot be known, it was. */
export function tourSeen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // Refused: it is offered again next time.
  }
}
