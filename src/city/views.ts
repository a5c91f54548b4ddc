// SPDX-License-Identifier: EUPL-1.2
/** Where one likes to stand to look at Milan. Names are in app/text. */
import { type LonLat, lonLat } from './frames';

/** A camera: what is in its middle, how near, how tilted (0: from above) and turned (0: north is up). */
export interface KnownView {
  readonly id: string;
  readonly at: LonLat;
  readonly zoom: number;
  readonly pitchDeg: number;
  readonly bearingDeg: number;
}

const view = <Id extends string>(
  id: Id,
  [lonDeg, latDeg]: readonly [number, number],
  [zoom, pitchDeg, bearingDeg]: readonly [number, number, number],
) => ({ id, at: lonLat(lonDeg, latDeg), zoom, pitchDeg, bearingDeg });

/** Of the city with the id `milano` (place.ts). */
export const MILAN_VIEWS = [
  view('city', [9.177, 45.466], [12.1, 45, 0]),
  view('duomo', [9.1914, 45.4641], [16.6, 60, 65]),
  view('castello', [9.1797, 45.4702], [16.2, 58, -38]),
  view('porta-nuova', [9.1902, 45.4838], [16, 64, 15]),
  view('citylife', [9.1563, 45.4779], [16, 62, -20]),
  view('stazione-centrale', [9.2044, 45.4858], [16.1, 58, 35]),
  view('san-siro', [9.124, 45.4782], [16.1, 58, 20]),
  view('navigli', [9.1767, 45.4508], [16.1, 58, -140]),
] as const satisfies readonly KnownView[];
