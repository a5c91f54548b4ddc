// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { groundStyle, offeredLayers, sky, styleLayers } from '../../layers/ground/style';
import { LAYERS } from '../../layers/index';
import type { Layer, Look } from '../../layers/layer';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';
import { qualitySettings } from './quality-ladder';

/** Whether a layer is drawn now: a person's choice, else its own start; trees go first on a slow machine. */
export function layerVisible(id: string): boolean {
  const { layers, quality } = useStore.getState();
  const layer = (LAYERS as readonly Layer[]).find((entry) => entry.id === id);
  const chosen = layers[id];
  if (id === 'trees' && chosen === undefined && !qualitySettings(quality.level).trees) return false;
  return chosen ?? layer?.visibleAtStart ?? false;
}

/** Keeps the map's layers and colours as the store says. */
export function connectLayers(session: Pick<MapSession, 'map' | 'city'>, catalogue: Catalogue): () => void {
  const { map, city } = session;
  const shelf = offeredLayers(catalogue);
  const showAll = () => {
    const plan = useStore.getState().quality.level === 'plan';
    for (const layer of shelf) {
      const visibility = layerVisible(layer.id) ? 'visible' : 'none';
      for (const { id } of styleLayers(layer, 'light'))
        if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', visibility);
    }
    const buildings = layerVisible('buildings');
    city?.setShown(buildings && !plan);
    if (map.getLayer('footprints'))
      map.setLayoutProperty('footprints', 'visibility', buildings && (plan || !city) ? 'visible' : 'none');
  };
  const repaint = (look: Look) => {
    const { cityUrl } = useStore.getState();
    for (const spec of groundStyle(catalogue, cityUrl, look, () => true).layers)
      for (const [name, value] of Object.entries(spec.paint ?? {}))
        if (map.getLayer(spec.id)) map.setPaintProperty(spec.id, name as never, value as never);
    const air = sky(catalogue, look);
    if (air) map.setSky(air);
    city?.setLook(look);
  };
  const whenReady = (act: () => void) => (map.isStyleLoaded() ? act() : map.once('style.load', act));
  whenReady(showAll);
  return useStore.subscribe((now, before) => {
    if (now.layers !== before.layers || now.quality.level !== before.quality.level) whenReady(showAll);
    if (now.look !== before.look) whenReady(() => repaint(now.look));
  });
}
