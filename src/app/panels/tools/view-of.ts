// SPDX-License-Identifier: EUPL-1.2
/** Where the map goes to show a sketch. Pure. */
import { mercatorUnitsPerM } from '../../../city/frames';
import { geodesic } from '../../../survey/ellipsoid';
import { middleOf } from '../../../survey/measures';
import type { Spot } from '../../../survey/sketch';
import type { View } from '../../state/store';

/** Pixels that it is to span, of a screen of which panels take a part. */
const SPAN_PX = 420;
const WORLD_PX = 512;
const NEAREST_ZOOM = 18;

/** The middle of the spots, as near as shows them all; height counts as much as breadth. */
export function viewOf(spots: readonly Spot[]): Pick<View, 'at' | 'zoom'> {
  const at = middleOf(spots);
  const spanM = Math.max(
    40,
    ...spots.map((spot) => Math.max(2 * geodesic(at, spot.at).lengthM, 2 * spot.heightM)),
  );
  const zoom = Math.log2(SPAN_PX / spanM / (WORLD_PX * mercatorUnitsPerM(at[1])));
  return { at, zoom: Math.min(NEAREST_ZOOM, zoom) };
}
