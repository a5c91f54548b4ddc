// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLat } from '../../city/frames';

/**
 * The ring of the trolleybuses 90 and 91 (circonvallazione), clockwise from piazzale Lotto. An
 * approximation: the paths Lotto – Isonzo and Isonzo – Lotto (Comune di Milano, ds538, CC BY 4.0)
 * to within 100 m, so some blocks beside the line may fall on its other side.
 */
export const TROLLEYBUS_RING: readonly LonLat[] = [
  lonLat(9.1431, 45.4801),
  lonLat(9.1442, 45.4851),
  lonLat(9.165, 45.4984),
  lonLat(9.1708, 45.4966),
  lonLat(9.1772, 45.4969),
  lonLat(9.1775, 45.4954),
  lonLat(9.1812, 45.4957),
  lonLat(9.1981, 45.4912),
  lonLat(9.2231, 45.4807),
  lonLat(9.224, 45.4525),
  lonLat(9.2236, 45.4507),
  lonLat(9.2177, 45.4494),
  lonLat(9.2128, 45.4507),
  lonLat(9.2094, 45.447),
  lonLat(9.1893, 45.4461),
  lonLat(9.18, 45.4435),
  lonLat(9.1625, 45.445),
  lonLat(9.1553, 45.4506),
  lonLat(9.1464, 45.466),
];
