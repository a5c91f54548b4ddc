// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { groundStyle, sky, styleLayers } from '../../layers/ground/style';
import { LAYERS } from '../../layers/index';
import type { Look } from '../../layers/layer';
import { offeredLayers } from '../../layers/offered';
import type { StateView } from '../state/comparison';
import { layerOn } from '../state/offered-layers';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

/** Whether a layer of the shelf is drawn now. */
export function layerVisible(id: string, state: StateView = useStore): boolean {
  const layer = LAYERS.find((entry) => entry.id === id);
  return layer !== undefined && layerOn(layer, state.getState());
}

/** Keeps the map's layers and colours as the store says. */
export function connectLayers(
  { map, city, whenStyled, state }: Pick<MapSession, 'map' | 'city' | 'whenStyled' | 'state'>,
  catalogue: Catalogue,
): () => void {
  const shelf = offeredLayers(catalogue);
  const showAll = () => {
    const plan = state.getState().quality.level === 'plan';
    for (const layer of shelf) {
      const visibility = layerVisible(layer.id, state) ? 'visible' : 'none';
      for (const { id } of styleLayers(layer, 'light'))
        if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', visibility);
    }
    const buildings = layerVisible('buildings', state);
    city?.setShown(buildings && !plan);
    if (map.getLayer('footprints'))
      map.setLayoutProperty('footprints', 'visibility', buildings && (plan || !city) ? 'visible' : 'none');
  };
  const repaint = (look: Look) => {
    const { cityUrl } = state.getState();
    for (const spec of groundStyle(catalogue, cityUrl, look, () => true).layers)
      for (const [name, value] of Object.entries(spec.paint ?? {}))
        if (map.getLayer(spec.id)) map.setPaintProperty(spec.id, name as never, value as never);
    const air = sky(catalogue, look);
    if (air) map.setSky(air);
    city?.setLook(look);
  };
  whenStyled(showAll);
  return state.subscribe((now, before) => {
    if (now.layers !== before.layers || now.quality.level !== before.quality.level) whenStyled(showAll);
    if (now.look !== before.look) whenStyled(() => repaint(now.look));
  });
}
