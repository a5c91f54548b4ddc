// SPDX-License-Identifier: EUPL-1.2
/** What is under the pointer of the living city: asked by picking.ts, answered once its drawing is here. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';
import type { Selection } from '../state/store';

export interface LivePicker {
  /** A vehicle near a point of the canvas (CSS pixels); drawn over the buildings, so chosen before them. */
  vehicle(xPx: number, yPx: number, reachPx: number): Selection | null;
  /** What lies over the buildings, where it is shown: the surface of presence. */
  presence(ground: LonLat): Selection | null;
  /** A street whose traffic is known, at a place of the ground or no farther from it than `edge` is. */
  traffic(ground: LonLat, edge: LonLat): Selection | null;
}

const NOTHING: LivePicker = { vehicle: () => null, presence: () => null, traffic: () => null };
const pickers = new Map<MapLibreMap, LivePicker>();

export const livePicker = (map: MapLibreMap): LivePicker => pickers.get(map) ?? NOTHING;

/** Returns how to take it away. */
export function offerLivePicker(map: MapLibreMap, offered: LivePicker): () => void {
  pickers.set(map, offered);
  return () => {
    if (pickers.get(map) === offered) pickers.delete(map);
  };
}
