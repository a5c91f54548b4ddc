// SPDX-License-Identifier: EUPL-1.2
/** Keeps today's figures as the relay tells them, and what was last told beyond a power cut. */
import { momentOf } from '../../city/clock';
import type { LiveKind } from '../../city/live';
import { livingCity } from '../state/feeds';
import { figuresOf, mergedFigures, readFigures, withoutEnded } from './figures';
import type { KioskClock } from './kiosk-clock';
import { useKiosk } from './kiosk-store';

const EVERY_MS = 15_000;
const FIGURES_KEY = 'gemello.kiosk.figures';

/** Brings back what was kept: before the city, and before the network. */
export function recallFigures(nowMs: number): void {
  const kept = readFigures(localStorage.getItem(FIGURES_KEY));
  useKiosk.setState({ figures: mergedFigures(kept, [], nowMs) });
}

/** Begins to listen. Call once the catalogue has come. */
export function followFigures(clock: KioskClock): void {
  const living = livingCity();
  const look = () => {
    const moment = momentOf({ kind: 'live' }, living.nowMs());
    const known = <K extends LiveKind>(kind: K) => living.known(kind, moment);
    const { figures } = useKiosk.getState();
    const next = mergedFigures(withoutEnded(figures, known), figuresOf(known), living.nowMs());
    const text = JSON.stringify(next);
    if (text !== JSON.stringify(figures)) {
      useKiosk.setState({ figures: next });
      localStorage.setItem(FIGURES_KEY, text);
    }
    clock.after(EVERY_MS, look);
  };
  look();
}
