// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { shownImpact } from '../state/impact-view';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

/** What draws an answer on the city comes with the first answer. */
export function connectImpact(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  const { city } = session;
  if (!city) return () => {};
  let closed = false;
  let asked = false;
  let end = () => {};
  const bring = () => {
    if (asked || !shownImpact(useStore.getState())) return;
    asked = true;
    import('./impact-drawing').then(
      ({ drawImpact }) => {
        if (!closed) end = drawImpact(session, city, catalogue, cityUrl);
      },
      (error: unknown) => {
        asked = false;
        useStore.getState().set({ fault: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  bring();
  const stop = useStore.subscribe(bring);
  return () => {
    closed = true;
    stop();
    end();
  };
}
