// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { LAYERS } from '../../layers/index';
import type { Layer } from '../../layers/layer';
import { useStore } from '../state/store';
import { layerVisible } from './layer-sync';
import type { MapSession } from './map-session';

const onGround = (LAYERS as readonly Layer[]).filter(({ live, kind }) => live && kind === 'ground');

/** What draws living things on the ground comes once the city stands and one of them is on. */
export function connectLiveGround(
  session: Pick<MapSession, 'map' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  let closed = false;
  let asked = false;
  let end = () => {};
  const bring = () => {
    if (asked || !useStore.getState().cityDrawn || !onGround.some(({ id }) => layerVisible(id))) return;
    asked = true;
    import('./live-ground').then(
      ({ drawLiveGround }) => {
        if (!closed) end = drawLiveGround(session, catalogue, cityUrl);
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
