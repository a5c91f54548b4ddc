// SPDX-License-Identifier: EUPL-1.2
import type { LayerSpecification } from 'maplibre-gl';
import type { ThemeId } from '../city/catalogue';
import type { GroundLayer } from '../city/ground';
import type { LiveKind } from '../city/live';

/** Light and night look; every colour that is drawn comes from one palette file. */
export type Look = 'light' | 'dark';

export interface LegendEntry {
  /** Key of its text, under `legend.<layer>.` in app/text. */
  readonly key: string;
  readonly symbol: 'fill' | 'line' | 'dashed-line' | 'dot' | 'square' | 'diamond' | 'triangle' | 'solid';
  readonly colour: (look: Look) => string;
}

/** The form of the shelf: one thing that a person can switch on and off. Its order in the list is the drawing order. */
export interface Layer {
  readonly id: string;
  readonly kind: 'ground' | 'overlay' | 'solid';
  /** Themes it draws: where the catalogue has none of them, the layer is not offered. The first is its group, but for living layers. */
  readonly themes: readonly ThemeId[];
  readonly visibleAtStart: boolean;
  readonly legend: readonly LegendEntry[];
  /** Tables that are its twin in the table view. */
  readonly tables: readonly (GroundLayer | 'building')[];
  /** What it shows of the living city: offered where a feed or the typical week has one of these. */
  readonly live?: readonly LiveKind[];
  /** `ground` layers: MapLibre layers over the vector source `ground`, in drawing order. */
  readonly style?: (look: Look) => LayerSpecification[];
}
