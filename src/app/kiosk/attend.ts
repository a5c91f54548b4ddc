// SPDX-License-Identifier: EUPL-1.2
/** Notices whoever touches the kiosk, and that nobody does any more. */
import { halt } from './camera';
import { phaseAt, secondsLeft, TOURING, touchedAt, untilNextMs } from './idle';
import type { KioskClock } from './kiosk-clock';
import { beginAnew, useKiosk } from './kiosk-store';
import { startTour } from './tour';

/**
 * A finger put down does not count while the screen would change under it: the click that follows would meet another
 * button.
 */
const TOUCHES = ['click', 'keydown', 'wheel', 'touchmove'] as const;

/** The kiosk's life: tours, is used, asks, begins anew. Call once. */
export function attend(clock: KioskClock): void {
  let endTour = startTour(clock);
  let cancel = () => {};
  const look = () => {
    cancel();
    const nowMs = clock.nowMs();
    const phase = phaseAt(useKiosk.getState().phase, nowMs);
    if (phase === TOURING) return beginAnew();
    const left = phase.kind === 'asking' ? secondsLeft(phase.resetMs, nowMs) : 0;
    useKiosk.setState({ phase, secondsLeft: left });
    const waitMs = untilNextMs(phase, nowMs);
    if (waitMs !== null) cancel = clock.after(waitMs, look);
  };
  const touched = () => {
    if (useKiosk.getState().phase === TOURING) {
      endTour();
      halt('panel');
    }
    useKiosk.setState({ phase: touchedAt(clock.nowMs()) });
    look();
  };
  const often = { capture: true, passive: true };
  for (const kind of TOUCHES) addEventListener(kind, touched, often);
  addEventListener('pointerdown', () => useKiosk.getState().phase.kind === 'in-use' && touched(), often);
  // Also where somebody says that he is done.
  useKiosk.subscribe(({ phase }, before) => {
    if (phase !== TOURING || before.phase === TOURING) return;
    cancel();
    endTour = startTour(clock);
  });
}
