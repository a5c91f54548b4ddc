// SPDX-License-Identifier: EUPL-1.2
import type { OfferedLayer } from '../../layers/offered';
import { layerOn } from './offered-layers';
import type { StoreState } from './store';

/** The choice of layers with one turned on or off; what is as it starts is not chosen. */
export function withLayer(
  layer: OfferedLayer,
  wanted: boolean,
  { layers, quality }: Pick<StoreState, 'layers' | 'quality'>,
): StoreState['layers'] {
  const { [layer.id]: _, ...rest } = layers;
  const asItIs = wanted === layerOn(layer, { layers: rest, quality });
  return asItIs ? rest : { ...rest, [layer.id]: wanted };
}
