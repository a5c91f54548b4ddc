// SPDX-License-Identifier: EUPL-1.2
/** How far one sees, and how far the ground stands out, in a view. Pure. */

/** Where the haze begins and ends, in distances from the eye to the middle of the view. */
const HAZE_FROM = 5;
const HAZE_TO = 22;
/** However near the eye is to the middle of the view, haze is as far as from so many metres. */
const STREET_M = 60;
const LEAST_RELIEF = 0.4;

export interface Air {
  /** Metres from the eye. */
  readonly hazeFromM: number;
  readonly hazeToM: number;
  /** 0–1. */
  readonly relief: number;
}

/** @param camera its height above the ground and how far it sees, in metres */
export function airOf(
  camera: { readonly heightM: number; readonly farM: number },
  pitchDeg: number,
  zoom: number,
): Air {
  // In a street one sees farther than the eye is from the middle of the view.
  const middleM = Math.max(STREET_M, camera.heightM / Math.cos((pitchDeg * Math.PI) / 180));
  const toM = Math.min(HAZE_TO * middleM, 0.95 * camera.farM);
  const fromM = Math.min(HAZE_FROM * middleM, 0.4 * toM);
  // Seen from above, nothing is far.
  const seen = camera.farM > HAZE_FROM * middleM;
  const [hazeFromM, hazeToM] = seen ? [fromM, toM] : [1e8, 2e8];
  return { hazeFromM, hazeToM, relief: Math.min(1, Math.max(LEAST_RELIEF, (zoom - 11) / 3)) };
}
