// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../city/catalogue';
import { LAYERS, type LayerId } from './index';
import type { Layer } from './layer';

export type OfferedLayer = Layer & { readonly id: LayerId };

/** Layers of the shelf that this city has something for, in drawing order. */
export function offeredLayers(catalogue: Catalogue): readonly OfferedLayer[] {
  const built = new Set(catalogue.themes.filter((theme) => theme.kept > 0).map((theme) => theme.id));
  return LAYERS.filter((layer: Layer) => layer.themes.some((theme) => built.has(theme)));
}
