// SPDX-License-Identifier: EUPL-1.2
import type { Color, Vector2, Vector3 } from 'three';

/** What the city shares with what stands on it: uniforms that change with the view, held by reference. */
export interface Stage {
  /** Pixels of the drawing buffer from the left: before it the left side is drawn, after it the right. */
  readonly split: { value: number };
  /** Metres from the eye where haze begins and where it is all there is. */
  readonly hazeM: { readonly value: Vector2 };
  /** The light of the hour (light.ts), by the names that shaders have for it. */
  readonly light: Readonly<Record<'uSun' | 'uSunlight' | 'uSkylight', { readonly value: Vector3 }>> & {
    readonly uHaze: { readonly value: Color };
  };
}
