// SPDX-License-Identifier: EUPL-1.2
import type { Layer as DeckLayer } from '@deck.gl/core';
import type { IControl } from 'maplibre-gl';

/** deck.gl above the map, for what lies over the city: columns, arcs, hexagons. */
export interface Overlay {
  /** To be added to the map with `addControl`. */
  readonly control: IControl;
  setLayers(layers: DeckLayer[]): void;
}

/**
 * Loads deck.gl (a chunk of its own) and makes an overlay. To be called after the first building
 * is drawn: before it, it would delay that building by seconds. Not interleaved:
 * that mode breaks labels and does not survive a lost context.
 */
export async function loadOverlay(): Promise<Overlay> {
  const { MapLibreOverlay } = await import('@deck.gl/maplibre');
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [] });
  return { control: overlay, setLayers: (layers) => overlay.setProps({ layers }) };
}
