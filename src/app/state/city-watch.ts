// SPDX-License-Identifier: EUPL-1.2
import { newerBuild } from '../../stream/catalogue';
import { useStore } from './store';

const LOOK_EVERY_MS = 5 * 60_000;

/**
 * Looks now and then, and when the page is seen again, whether another build has been published than
 * the one on the screen: its files go with the build after the next. Tells the store, once.
 */
export function watchCity(manifestUrl: string, shownPath: string): () => void {
  const look = async () => {
    if (document.hidden) return;
    // Offline or in the middle of a publication: next time.
    if (!(await newerBuild(manifestUrl, shownPath).catch(() => false))) return;
    stop();
    useStore.getState().set({ cityUpdated: true });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
  return stop;
}
