// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';
import { isRunning, type Moment } from '../../../city/clock';
import { currentMoment } from '../../state/clock';
import { useStore } from '../../state/store';

/** So often a running clock is looked at: at 60 times the day's speed a minute lasts one second. */
const LOOK_MS = 1000;

/** The clock's moment to the minute: draws anew when the minute is another, and not before. */
export function useMinute(): Moment {
  useSyncExternalStore(subscribe, minute);
  return currentMoment();
}

/** A quarter of an hour that the clock is in, for what is slow to work out. */
export function useQuarter(): Moment {
  useSyncExternalStore(subscribe, quarter);
  return currentMoment();
}

const key = (seconds: number): string => {
  const { kind, weekday, secondOfDay, sunMs } = currentMoment();
  const day = Math.floor(sunMs / 86_400_000);
  return `${kind} ${day} ${weekday} ${Math.floor(secondOfDay / seconds)}`;
};
const minute = () => key(60);
const quarter = () => key(900);

function subscribe(changed: () => void): () => void {
  const stop = useStore.subscribe((now, before) => {
    if (now.clock !== before.clock) changed();
  });
  const timer = setInterval(() => {
    if (isRunning(useStore.getState().clock)) changed();
  }, LOOK_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}
