// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { bringWhen } from './bring';
import type { Graphics } from './graphics';
import { layerVisible } from './layer-sync';
import type { MapPart } from './map-session';

/** Layers that are drawn in the solid scene and follow the clock, in drawing order. */
export const LIVE_SOLID = ['traffic', 'vehicles', 'presence'] as const;
export type LiveSolidId = (typeof LIVE_SOLID)[number];

/** What draws the living city comes after the first building, with the first of its layers that is on. */
export function connectLiveSolid(
  session: MapPart,
  catalogue: Catalogue,
  cityUrl: string,
  graphics: Graphics,
): () => void {
  const { city, state } = session;
  if (!city) return () => {};
  return bringWhen(
    () => state.getState().cityDrawn && LIVE_SOLID.some((id) => layerVisible(id, state)),
    () => {
      countComing(1);
      return import('./live-drawing').finally(() => countComing(-1));
    },
    ({ drawLive }) => drawLive(session, city, catalogue, cityUrl, graphics),
    state,
  );
}

/** For those who look at the page from outside (test-hook.ts): what is on its way to the scene. */
export function countComing(change: 1 | -1): void {
  if (window.__gemello) window.__gemello.livingComing += change;
}
