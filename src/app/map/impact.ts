// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { drawnImpact } from '../state/impact-view';
import { useStore } from '../state/store';
import { bringWhen } from './bring';
import type { ViewPlace } from './impact-drawing';
import type { MapSession } from './map-session';

/** What draws an answer on the city comes with the first answer, or when scenarios are compared. */
export function connectImpact(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
  place: ViewPlace = 'first',
): () => void {
  const { city } = session;
  if (!city) return () => {};
  return bringWhen(
    () => useStore.getState().deskOpen || drawnImpact(useStore.getState()) !== null,
    () => import('./impact-drawing'),
    ({ drawImpact }) => drawImpact(session, city, catalogue, cityUrl, place),
  );
}
