// SPDX-License-Identifier: EUPL-1.2
import { qualitySettings } from '../../src/app/map/quality-ladder';

/** The same four looks for every engine. */
export interface BenchCamera {
  readonly name: string;
  readonly at: readonly [lonDeg: number, latDeg: number];
  readonly zoom: number;
  readonly pitchDeg: number;
  readonly bearingDeg: number;
}

export const CAMERAS: readonly BenchCamera[] = [
  { name: 'overview', at: [9.19, 45.4642], zoom: 12.3, pitchDeg: 50, bearingDeg: 0 },
  { name: 'district', at: [9.1919, 45.4642], zoom: 14.6, pitchDeg: 60, bearingDeg: -20 },
  { name: 'street', at: [9.1795, 45.4705], zoom: 16.6, pitchDeg: 70, bearingDeg: 40 },
  { name: 'skyline', at: [9.1919, 45.4642], zoom: 15.2, pitchDeg: 80, bearingDeg: 160 },
];

/**
 * Every engine draws what our page draws on a machine without a GPU: its error in pixels on the same
 * tiles, and its layers.
 */
export const QUALITY = 'low';
export const { errorTarget: ERROR_PX, trees: TREES } = qualitySettings(QUALITY);

/** What each engine's page offers the runner, as `window.bench`. */
export interface BenchPage {
  setCamera(camera: BenchCamera): void;
  /** Turns to a bearing about the same centre; the next frame shows it. */
  turn(bearingDeg: number): void;
  /** Buildings are on screen and none that this view needs is on its way. */
  settled(): boolean;
  /** performance.now() of the first frame that could show a building; null before it. */
  firstBuildingMs: number | null;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

/** Addresses and first camera, from the page's own address. */
export function benchQuery(): { city: string; camera: BenchCamera } {
  const query = new URLSearchParams(location.search);
  return { city: query.get('city') ?? '', camera: JSON.parse(query.get('camera') ?? 'null') as BenchCamera };
}
