// SPDX-License-Identifier: EUPL-1.2
/** The map of a kiosk: the city and what lives in it, without anything to choose, draw or change. */

import type { Graphics } from '../map/graphics';
import { connectLayers, layerVisible } from '../map/layer-sync';
import { connectLiveSolid } from '../map/live-solid';
import { connectLiveGround } from '../map/living';
import { cityOf, closable, type MapSession, makeMap } from '../map/map-session';
import { connectQuality } from '../map/quality';
import { connectTestHook } from '../map/test-hook';
import { connectTiles, groundIsAll, TileBoard } from '../map/tile-board';
import { connectTreeCrowns } from '../map/tree-crowns';
import { connectView } from '../map/view-sync';
import { useStore } from '../state/store';
import { drewNow, steer } from './camera';

/** `lost`: as of openMap (map/map-session.ts). */
export function openKioskMap(container: HTMLElement, graphics: Graphics, lost: () => void): MapSession {
  const { catalogue, cityUrl } = cityOf(useStore);
  const board = new TileBoard();
  const session = makeMap(container, graphics, useStore, board);
  const { map, city } = session;
  steer(map, graphics.software);
  drewNow();
  map.on('render', drewNow);
  const drawn = () => useStore.getState().set({ cityDrawn: true });
  void board.firstBuilding.then(drawn);
  const onIdle = () => {
    const { level } = useStore.getState().quality;
    if (!groundIsAll(board.state, city !== null && layerVisible('buildings'), level)) return;
    map.off('idle', onIdle);
    drawn();
  };
  map.on('idle', onIdle);
  return closable(session, lost, [
    () => {
      steer(null);
      map.off('render', drewNow);
    },
    () => map.off('idle', onIdle),
    connectView(map, city),
    connectTiles(map, city, board),
    connectLayers(session, catalogue),
    connectQuality(session, graphics),
    connectTestHook(session, board),
    connectLiveGround(session, catalogue, cityUrl),
    connectLiveSolid(session, catalogue, cityUrl, graphics),
    connectTreeCrowns(session, catalogue, cityUrl),
  ]);
}
