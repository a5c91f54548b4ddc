// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { drawnImpact } from '../state/impact-view';
import { useStore } from '../state/store';
import { bringWhen } from './bring';
import type { MapSession } from './map-session';

/** What draws an answer on the city comes with the first answer. */
export function connectImpact(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  const { city } = session;
  if (!city) return () => {};
  return bringWhen(
    () => drawnImpact(useStore.getState()) !== null,
    () => import('./impact-drawing'),
    ({ drawImpact }) => drawImpact(session, city, catalogue, cityUrl),
  );
}
