// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { LAYERS } from '../../layers/index';
import type { Layer } from '../../layers/layer';
import { bringWhen } from './bring';
import { layerVisible } from './layer-sync';
import type { MapSession } from './map-session';

const onGround = (LAYERS as readonly Layer[]).filter(({ live, kind }) => live && kind === 'ground');

/** What draws living things on the ground comes once the city stands and one of them is on. */
export function connectLiveGround(
  session: Pick<MapSession, 'map' | 'whenStyled' | 'state'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  const { state } = session;
  return bringWhen(
    () => state.getState().cityDrawn && onGround.some(({ id }) => layerVisible(id, state)),
    () => import('./live-ground'),
    ({ drawLiveGround }) => drawLiveGround(session, catalogue, cityUrl),
    state,
  );
}
