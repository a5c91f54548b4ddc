// SPDX-License-Identifier: EUPL-1.2
/** How sun and sky colour the city, by the sun's height: by day as it always is, warm when low, blue at night. Pure. */
import { type SunPosition, sunDirection } from '../../city/sun';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { plainLight, type SceneLight } from './light';

type Rgb = readonly [red: number, green: number, blue: number];

export interface SunLight {
  /** Of the buildings and the air. */
  readonly scene: SceneLight;
  /** What the colours of the ground are multiplied by where the sun shines … */
  readonly lit: Rgb;
  /** … and by there again where it does not. */
  readonly shade: Rgb;
  /** Share of the light that comes straight from the sun, 0 … 1: as dark as shadows are. */
  readonly direct: number;
}

const DAY: Rgb = [1, 1, 1];
const DUSK: Rgb = [0.88, 0.78, 0.76];
const NIGHT: Rgb = [0.42, 0.47, 0.62];
const HIGH: Rgb = [1, 1, 0.97];
const LOW: Rgb = [1, 0.72, 0.46];
const SHADE: Rgb = [0.62, 0.66, 0.75];
const DUSK_HAZE = '#e8c4a4';
/** The night look is dark by itself: so much of the hour's colours does it take. */
const NIGHT_LOOK_SHARE = 0.35;

const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
const times = (a: Rgb, b: Rgb): Rgb => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];

function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

const channels = (hex: string): Rgb =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
const hexOf = (colour: Rgb): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
const blend = (a: string, b: string, share: number): string => hexOf(mixed(channels(a), channels(b), share));

/** The light of the sun where it stands. Civil dusk ends at −6°, nautical at −12°. */
export function sunLight(sun: SunPosition, look: Look): SunLight {
  const { elevationDeg } = sun;
  const direct = smooth(0.3, 5, elevationDeg);
  const night = 1 - smooth(-10, 0, elevationDeg);
  const hour = mixed(mixed(NIGHT, DUSK, smooth(-12, -1, elevationDeg)), DAY, smooth(-1, 14, elevationDeg));
  const sky = look === 'dark' ? mixed(DAY, hour, NIGHT_LOOK_SHARE) : hour;
  const rays = mixed(LOW, HIGH, smooth(0, 25, elevationDeg));
  const plain = plainLight(look);
  // What no longer comes from the sun itself comes, in part, from all of the sky.
  const spread = mixed(plain.skylight, DAY, 0.35 * (1 - direct));
  return {
    scene: {
      towardsSun: sunDirection(elevationDeg > 0 ? sun : { ...sun, elevationDeg: 0 }),
      sunlight: mixed([0, 0, 0], times(times(plain.sunlight, [1.25, 1.25, 1.25]), rays), direct),
      skylight: times(spread, sky),
      lamplight: mixed([0, 0, 0], plainLight('dark').lamplight, night),
      night,
      ...air(elevationDeg, look),
    },
    lit: times(sky, mixed(DAY, rays, 0.35 * direct)),
    shade: mixed(DAY, SHADE, direct),
    direct,
  };
}

function air(elevationDeg: number, look: Look): Pick<SceneLight, 'haze' | 'sky'> {
  const { haze, sky } = PALETTE[look];
  if (look === 'dark') return { haze, sky };
  const dark = 0.8 * (1 - smooth(-12, 0, elevationDeg));
  const dusk = smooth(-8, 0, elevationDeg) * (1 - smooth(2, 12, elevationDeg));
  return {
    haze: blend(blend(haze, DUSK_HAZE, 0.7 * dusk), PALETTE.dark.haze, dark),
    sky: blend(sky, PALETTE.dark.sky, dark),
  };
}
