// SPDX-License-Identifier: EUPL-1.2
import type { Look } from '../layer';
import { PALETTE } from '../palette';

type Three = readonly [number, number, number];

/** The light in which the city stands. Colours are shares of what a thing's own colour gives back (sRGB, like MapLibre's). */
export interface SceneLight {
  /** Unit vector to the sun (or the moon): east, north, up. */
  readonly towardsSun: Three;
  /** What comes straight from it; nothing of it reaches a shadow. */
  readonly sunlight: Three;
  /** What comes from the whole sky. */
  readonly skylight: Three;
  /** What the street lamps throw on the foot of the walls. */
  readonly lamplight: Three;
  /** Share of night, 0–1: windows glow by it. */
  readonly night: number;
  /** CSS colours of the horizon and of the sky above it. */
  readonly haze: string;
  readonly sky: string;
}

/** The light of a look where no hour says otherwise: an afternoon from the south-west, 48° high; a night with a moon. */
export function plainLight(look: Look): SceneLight {
  const { haze, sky } = PALETTE[look];
  const towardsSun: Three = [-0.502, -0.442, 0.743];
  return look === 'light'
    ? {
        towardsSun,
        sunlight: [0.3, 0.282, 0.25],
        skylight: [0.765, 0.77, 0.79],
        lamplight: [0, 0, 0],
        night: 0,
        haze,
        sky,
      }
    : {
        towardsSun,
        sunlight: [0.16, 0.19, 0.24],
        skylight: [0.78, 0.8, 0.84],
        lamplight: [0.19, 0.135, 0.06],
        night: 1,
        haze,
        sky,
      };
}
