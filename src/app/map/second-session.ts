// SPDX-License-Identifier: EUPL-1.2
/** A second map beside the first, with a canvas of its own: the same city, seen from the same place. Comes on demand. */
import { secondView } from '../state/comparison';
import { useStore } from '../state/store';
import { isLed, lockCameras } from './camera-lock';
import type { Graphics } from './graphics';
import { connectImpact } from './impact';
import { connectKeyboard } from './keyboard';
import { connectLayers } from './layer-sync';
import { cityOf, closable, type MapPart, type MapSession, makeMap } from './map-session';
import { connectShown } from './once-drawn';
import { connectQuality } from './quality';
import { connectTiles, TileBoard } from './tile-board';

/**
 * Opens it. What it loads, and what it cannot, the first says for both, since it shows the same place;
 * answers of runs, sketches and walks are on the first alone; of two scenarios compared the other is here. `lost`: as of
 * openMap.
 */
export function openSecondMap(
  container: HTMLElement,
  graphics: Graphics,
  first: MapPart,
  lost: () => void,
): MapSession {
  const state = secondView(useStore);
  const { catalogue, cityUrl } = cityOf(state);
  const board = new TileBoard(false);
  const session = makeMap(container, graphics, state, board);
  const { map, city } = session;
  let [closed, end] = [false, () => {}];
  session.whenStyled(() => {
    if (!closed) end = connectShown(session, catalogue, cityUrl, graphics);
  });
  const settled = (event: object) => {
    if (!isLed(event)) city?.settled();
  };
  map.on('moveend', settled);
  return closable(session, lost, [
    lockCameras(first.map, map),
    () => map.off('moveend', settled),
    connectTiles(map, city, board),
    connectLayers(session, catalogue),
    connectImpact(session, catalogue, cityUrl, 'second'),
    connectKeyboard(map),
    connectQuality(session, graphics),
    tellHook(session, board),
    () => {
      closed = true;
      end();
    },
  ]);
}

/** For tests, as the first view's (test-hook.ts). */
function tellHook({ map, city }: MapPart, board: TileBoard): () => void {
  const hook = window.__gemello;
  if (!hook) return () => {};
  const second = { map, city, renderCount: 0, tiles: () => board.state };
  const count = () => {
    second.renderCount++;
  };
  map.on('render', count);
  hook.second = second;
  return () => {
    map.off('render', count);
    if (hook.second === second) hook.second = null;
  };
}
